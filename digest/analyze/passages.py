"""Blocks as passages: runs of plain text that know their place in the piece and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from digest.blocks import (
    Aside,
    Block,
    Blocks,
    BulletList,
    Heading,
    Inline,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Table,
    plain_text,
)

NOTE_MARK = re.compile(r"\[?[\w*†‡§]{1,3}\]?")  # of a link that leads to a note on the same page: [1], 12, †
LINE_END = "\n"  # what stands in a passage for a line end that the source meant
Place = Literal["heading", "prose", "listed", "quoted", "aside", "table"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain text of a heading, a paragraph or a table cell.

    `lines` keeps the line ends that the source meant (a poem, an address), `text` has spaces for them.
    """

    lines: str
    at: str
    place: Place

    @property
    def text(self) -> str:
        """The words on one line."""
        return self.lines.replace(LINE_END, " ")


def find_passages(blocks: Blocks) -> tuple[Passage, ...]:
    """Every passage in reading order; code gives none, for its words are a machine's."""
    return tuple(passage for passage in _walk(blocks, "prose") if passage.lines.strip())


def spoken_text(inlines: Inlines, *, line_end: str = " ") -> str:
    """The words of inlines as they are read aloud: without the marks that lead to notes."""
    return plain_text(tuple([inline for inline in inlines if not _marks_a_note(inline)]), line_end=line_end)


def _marks_a_note(inline: Inline) -> bool:
    match inline:
        case Link(url, children):
            return url.startswith("#") and bool(NOTE_MARK.fullmatch(plain_text(children).strip()))
    return False


def _walk(blocks: Blocks, place: Place) -> Iterator[Passage]:
    for block in blocks:
        yield from _read(block, place)


def _read(block: Block, place: Place) -> Iterator[Passage]:
    match block:
        case Heading(_, children):
            yield Passage(_lines(children), "", "heading" if place == "prose" else place)
        case Paragraph(children, anchor):
            yield Passage(_lines(children), anchor, place)
        case BulletList(items) | OrderedList(items):
            inner: Place = "listed" if place == "prose" else place
            for blocks in items:
                yield from _walk(blocks, inner)
        case Quote(children):
            yield from _walk(children, "quoted")
        case Aside(_, children):
            yield from _walk(children, "aside")
        case Table(head, rows):
            for cell in [*head, *(cell for row in rows for cell in row)]:
                yield Passage(_lines(cell), "", "table")


def _lines(inlines: Inlines) -> str:
    return spoken_text(inlines, line_end=LINE_END)
