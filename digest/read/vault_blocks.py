"""What the parser made of a vault's marks, as blocks: callouts, links to other notes, footnotes as a list at the end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from digest.blocks import (
    Block,
    Blocks,
    BulletList,
    Image,
    Inline,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Text,
    number_paragraphs,
    replace_inlines,
    walk_blocks,
    walk_inlines,
)
from digest.documents import Document, Origin
from digest.markdown.parse import parse_markdown
from digest.read.vault import NOTES, Noted

WIKI = "wiki:"
CALLED = re.compile(r"\[!(?P<kind>[\w-]+)\][ ]?")
QUOTING = frozenset({"quote", "cite"})
SIZED = re.compile(r"\|\d+(?:x\d+)?$")
NOTE_MARK = re.compile(r"\[\^([^\]\s^]{1,60})\]")
NAMED = re.compile(r"[^\W\d_]{2}")  # a note that is called by a number or a day has no title yet


def open_marks(blocks: Blocks) -> Blocks:
    """The blocks with callouts as paragraphs under their titles, and links to notes as `wiki:Name`."""
    return replace_inlines(_open_callouts(blocks), _open_address)


def add_footnotes(document: Document, noted: Noted) -> Document:
    """The document, its paragraphs numbered, with the footnotes at its end, each mark a link to its own."""
    texts = dict(noted.footnotes)
    labels = _labels_in(document.blocks, texts)
    labels += [label for label in texts if label not in labels]
    if not labels:
        return replace(document, blocks=number_paragraphs(document.blocks))
    notes = OrderedList(tuple(open_marks(parse_markdown(texts[label])) for label in labels))
    numbered = number_paragraphs((*document.blocks, Rule(), notes))
    places = {label: (number, _anchor(numbered, number)) for number, label in enumerate(labels, start=1)}
    return replace(document, blocks=replace_inlines(numbered, lambda inline: _link_marks(inline, places)))


def name_note(document: Document, noted: Noted) -> Document:
    """The document under what its tool calls it, its tags and comments told; a note's title is its file's name."""
    document = replace(document, tags=tuple(dict.fromkeys((*document.tags, *noted.tags))), cut=document.cut + noted.cut)
    name = PurePosixPath(document.source.path).stem.replace("___", "/")
    if document.title_from != "derived" or not noted.from_vault or not NAMED.search(name):
        return document
    origins = (*document.origins, Origin("title", "the note's name"))
    return replace(document, title=unquote(name), title_from="stated", origins=origins)


def _open_callouts(blocks: Blocks) -> Blocks:
    return tuple(opened for block in blocks for opened in _open_callout(block))


def _open_callout(block: Block) -> Blocks:
    match block:
        case Quote((Paragraph((Text(text), *more)), *below)) if called := CALLED.match(text):
            title = (Text(text[called.end() :]), *more) if text[called.end() :].strip() or more else ()
            children = _open_callouts(tuple(below))
            head = title or (Text(called["kind"].replace("-", " ").capitalize()),)
            if called["kind"].lower() in QUOTING:
                quoted = (replace(block, children=children),) if children else ()
                return (Paragraph((Strong(title),)), *quoted) if title else quoted
            return (Paragraph((Strong(head),)), *children)
        case Quote(children):
            return (replace(block, children=_open_callouts(children)),)
        case BulletList(items) | OrderedList(items):
            return (replace(block, items=tuple(_open_callouts(item) for item in items)),)
    return (block,)


def _open_address(inline: Inline) -> Inlines:
    match inline:
        case Link(url) if url.startswith(NOTES):
            return (replace(inline, url=WIKI + unquote(url.removeprefix(NOTES))),)
        case Link(url) if name := _beside(url):
            return (replace(inline, url=WIKI + name),)
        case Image(alt=alt):
            return (replace(inline, alt=SIZED.sub("", alt)),)
    return (inline,)


def _beside(url: str) -> str:
    """The path that an address of a Markdown file beside this one names; empty for any other address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_note = not parts.scheme and not parts.netloc and parts.path.lower().endswith((".md", ".markdown"))
    return unquote(parts.path) if is_note else ""


def _labels_in(blocks: Blocks, texts: Mapping[str, str]) -> list[str]:
    """The labels of footnotes that the blocks name and whose texts are known, in reading order."""
    words = (inline.text for inline in walk_inlines(blocks) if isinstance(inline, Text))
    found = (label for text in words for label in NOTE_MARK.findall(text))
    return list(dict.fromkeys(label for label in found if label in texts))


def _anchor(blocks: Blocks, number: int) -> str:
    """The place of a footnote: the anchor of its first paragraph; empty where it has none."""
    notes = blocks[-1]
    text = notes.items[number - 1] if isinstance(notes, OrderedList) else ()
    return next((block.anchor for block in walk_blocks(text) if isinstance(block, Paragraph)), "")


def _link_marks(inline: Inline, places: Mapping[str, tuple[int, str]]) -> Inlines:
    if not isinstance(inline, Text) or "[^" not in inline.text:
        return (inline,)
    linked: list[Inline] = []
    done = 0
    for mark in NOTE_MARK.finditer(inline.text):
        number, anchor = places.get(mark[1], (0, ""))
        if anchor:
            linked += [Text(inline.text[done : mark.start()]), Link(f"#{anchor}", (Text(f"[{number}]"),))]
            done = mark.end()
    return tuple(piece for piece in (*linked, Text(inline.text[done:])) if piece != Text(""))
