"""The works that a text lists under a heading of their own: `References:`, `Sources`, `Further reading`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.blocks import (
    Aside,
    Block,
    Blocks,
    BulletList,
    Heading,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    inner_blocks,
    plain_text,
)
from digest.documents import Cut, Document, Reference

HEADING = re.compile(
    r"[*_#\s]*(?:references?|sources?(?: and further reading)?|further reading|bibliography|works cited|citations|(?:cited )?literature|"
    r"quellen(?:angaben)?|literatur(?:verzeichnis)?|weiterführende literatur|références|bibliographie|pour aller plus loin|referencias|"
    r"bibliografía|fuentes|referências|fontes|riferimenti|bibliografia|fonti|bronnen|источники|литература|参考文献|参考资料)\s*[:：]?[*_\s]*",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)\]'”’]")
MARKED = re.compile(
    r"(?:\[\w{1,12}\]|\(\d{1,3}\)|\d{1,3}[.)\]]|[†‡§¶*]{1,3}|[¹²³⁰⁴-⁹]{1,3})\s*[^\W_]|[†‡§¶*¹²³⁰⁴-⁹]{1,3}\s*[\"“„«‘]"
)
NOTED = re.compile(r"[^.!?–—]{3,140}\s[–—]\s[^\W\d_].*", re.DOTALL)  # a work, a dash, and what it is good for
MIN_WORDS = 3  # of one without marker or address
MAX_WORDS = 60  # of one reference; a longer paragraph is text


def is_references_heading(text: str) -> bool:
    """True for a line that opens a list of works."""
    return len(text) < 60 and HEADING.fullmatch(text) is not None


def take_references(document: Document) -> Document:
    """The document, its closing list of works taken from the body into `references`."""
    for place, block in enumerate(document.blocks[:-1]):
        if place and isinstance(block, Heading | Paragraph) and is_references_heading(plain_text(block.children)):
            end, references = _read_below(document.blocks, place + 1)
            if references:
                label = Cut(plain_text(block.children), "a label: the works below it are kept as references")
                return replace(
                    document,
                    blocks=document.blocks[:place] + document.blocks[end:],
                    references=document.references + references,
                    cut=(*document.cut, label),
                )
    return document


def _read_below(blocks: Blocks, start: int) -> tuple[int, tuple[Reference, ...]]:
    below = blocks[start]
    if isinstance(below, BulletList | OrderedList):
        end = start
        entries: list[Block] = []
        while end < len(blocks) and isinstance(blocks[end], BulletList | OrderedList):
            entries.extend(_paragraphs((blocks[end],)))
            end += 1
        return end, tuple(_reference(entry) for entry in entries if isinstance(entry, Paragraph))
    end = start
    while end < len(blocks) and _is_marked(blocks[end]):
        end += 1
    if end > start:  # marked works end where the marks do, whatever stands below
        return end, tuple(_reference(block) for block in blocks[start:end] if isinstance(block, Heading | Paragraph))
    while end < len(blocks) and _is_unmarked(blocks[end]):
        end += 1
    if end < len(blocks) and not isinstance(blocks[end], Heading | Aside):
        return start, ()  # running text below the heading: no list of works
    return end, tuple(_reference(block) for block in blocks[start:end] if isinstance(block, Paragraph))


def _is_marked(block: Block) -> bool:
    """True for a work that opens with a mark of its own: `[1]`, `(1)`, `†`; a short one may look like a heading."""
    if not isinstance(block, Heading | Paragraph):
        return False
    text = plain_text(block.children)
    return len(text.split()) <= MAX_WORDS and MARKED.match(text) is not None


def _is_unmarked(block: Block) -> bool:
    """True for a reference that stands as a paragraph: with an address, or without a full sentence's end."""
    if not isinstance(block, Paragraph):
        return False
    text = plain_text(block.children)
    if len(text.split()) < MIN_WORDS and not ADDRESS.search(text):
        return False
    if len(text.split()) > MAX_WORDS:
        return False
    dated = re.search(r"\b(?:19|20)\d\d\b", text)
    return bool(ADDRESS.search(text) or dated or text[-1:] not in ".!?:" or NOTED.fullmatch(text))


def _paragraphs(blocks: Blocks) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        for inner in inner_blocks(block):
            yield from _paragraphs(inner)


def _reference(paragraph: Heading | Paragraph) -> Reference:
    text = plain_text(paragraph.children).strip()
    linked = _first_link(paragraph.children)
    stated = ADDRESS.search(text)
    return Reference(text, linked or (stated.group() if stated else None))


def _first_link(inlines: Inlines) -> str | None:
    return next((inline.url for inline in inlines if isinstance(inline, Link) and inline.url.startswith("http")), None)
