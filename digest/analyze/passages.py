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
    Break,
    BulletList,
    Heading,
    Inline,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    plain_text,
    replace_inlines,
)

NOTE_MARK = re.compile(r"\[?[\w*†‡§]{1,3}\]?")  # of a link that leads to a note on the same page: [1], 12, †
LINE_END = "\n"  # what stands in a passage for a line end that the source meant
Place = Literal["heading", "prose", "listed", "quoted", "aside", "table"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain text of a heading, a paragraph or a table cell; `label` is its opening in strong type, if any.

    `lines` keeps the line ends that the source meant (a poem, an address), `text` has spaces for them.
    """

    lines: str
    at: str
    place: Place
    label: str = ""

    @property
    def text(self) -> str:
        """The words on one line."""
        return self.lines.replace(LINE_END, " ")


def find_passages(blocks: Blocks) -> tuple[Passage, ...]:
    """Every passage in reading order; code gives none, for its words are a machine's."""
    return tuple(passage for passage in _walk(replace_inlines(blocks, _end_line), "prose") if passage.text.strip())


def spoken_text(inlines: Inlines) -> str:
    """The words of inlines as they are read aloud: without the marks that lead to notes."""
    return plain_text(tuple(inline for inline in inlines if not _marks_a_note(inline)))


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
            yield Passage(spoken_text(children), "", "heading" if place == "prose" else place)
        case Paragraph(children, anchor):
            yield Passage(spoken_text(children), anchor, place, _strong_opening(children))
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
                yield Passage(spoken_text(cell), "", "table")


def _end_line(inline: Inline) -> Inlines:
    return (Text(LINE_END),) if isinstance(inline, Break) else (inline,)


def _strong_opening(children: Inlines) -> str:
    match children:
        case (Strong(inner), *_):
            return plain_text(inner).strip()
    return ""
