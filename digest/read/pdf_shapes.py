"""The values between a PDF's glyphs and its blocks: runs of one face, lines, clumps of lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from digest.read.pdf_marks import Rules

ClumpKind = Literal["text", "heading", "caption", "footnote", "element", "code", "table"]


@dataclass(frozen=True, slots=True)
class Face:
    """How glyphs look: their size in points, and what the font's name and weight say."""

    size: float
    bold: bool = False
    italic: bool = False
    mono: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring glyphs of one face on one baseline; points from the lower left corner of the page.

    A space at either end is the source's, between this run and its neighbour.
    """

    text: str
    left: float
    right: float
    base: float
    face: Face
    url: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its number from 1, its size in points, its runs in the file's order, and words that stand across.

    `rules` are upright lines, as tables have them between their columns.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    across: str = ""
    rules: Rules = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Runs on one baseline of one column, from left to right; `start` and `end` are the column's edges.

    `column` counts the columns of a page in reading order, anew after whatever reaches across them.
    """

    runs: tuple[Run, ...]
    text: str
    left: float
    right: float
    base: float
    face: Face
    page: int
    column: int
    start: float
    end: float
    cells: tuple[tuple[Run, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Clump:
    """Lines that belong together: a paragraph, a heading, a table."""

    kind: ClumpKind
    lines: tuple[Line, ...]
    level: int = 0
