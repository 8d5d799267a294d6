"""The notes of a page that stand apart from its text, below it or beside it, though marks in the text lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree, html

from digest.documents import Cut
from digest.read.page_content import Content
from digest.read.page_inlines import is_note_mark
from digest.read.page_shapes import is_within

LISTS = ("ol", "ul", "dl")
MAX_NOTES = 1000
MAX_SHARE = 1.0  # of the text's words; below a shorter text stands the small print of what it offers


def find_notes(content: Content) -> tuple[html.HtmlElement, ...]:
    """The lists of notes, or single ones, that the text leads to and that are no part of it, in page order."""
    kept = list(_walk_kept(content))
    wanted = dict.fromkeys(_targets(kept))
    within = set(kept)
    tree = content.root.getroottree().getroot()
    notes = (
        [element for element in tree.iter() if element.get("id") in wanted and element not in within] if wanted else []
    )
    lists = [one for one in dict.fromkeys(map(_whole, notes[:MAX_NOTES])) if not is_within(content.root, one)]
    text = sum(len((own or "").split()) for element in kept for own in (element.text, element.tail))
    words = sum(len(" ".join(one.itertext()).split()) for one in lists)
    return tuple(lists) if words <= MAX_SHARE * text else ()


def keep_notes(content: Content, notes: tuple[html.HtmlElement, ...]) -> Content:
    """The content without what it says of these notes as cut."""
    texts = [" ".join(" ".join(note.itertext()).split()) for note in notes]
    return replace(content, cut=tuple(cut for cut in content.cut if not _is_of(cut, texts)))


def _walk_kept(content: Content) -> Iterator[html.HtmlElement]:
    walker = etree.iterwalk(content.root, events=("start",))
    for _, element in walker:
        if element in content.left_out:
            walker.skip_subtree()
        else:
            yield element


def _targets(kept: list[html.HtmlElement]) -> Iterator[str]:
    """The ids that the marks in a text lead to."""
    for link in kept:
        if link.tag == "a" and is_note_mark(link, "".join(link.itertext()).strip()):
            yield (link.get("href") or "").partition("#")[2]


def _whole(note: html.HtmlElement) -> html.HtmlElement:
    """The list that a note stands in; else the note, or the element around it where its number alone bears the id."""
    parent = note.getparent()
    if parent is not None and parent.tag in LISTS:
        return parent
    return parent if note.tag == "a" and parent is not None else note


def _is_of(cut: Cut, texts: list[str]) -> bool:
    return any(text.startswith(cut.text.removesuffix(" …")) for text in texts)
