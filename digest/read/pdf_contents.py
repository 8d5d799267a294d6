"""The table of contents of a PDF, which a page has no use for: found by its heading and its page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.documents import Cut
from digest.read.pdf_shapes import Line

HEADING = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|indice|sommario|inhoud",
    re.IGNORECASE,
)
LEADERS = re.compile(r"(?:\.\s?){5,}\s*(?:\d{1,4}|[ivxlc]{1,6})?$", re.IGNORECASE)
NUMBERED = re.compile(r"\S\s+(?:\d{1,4}|[ivxlc]{1,6})$", re.IGNORECASE)
MIN_LINES = 3  # with leaders; without a heading fewer are no table


def cut_contents(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Cut, ...]]:
    """The lines without those of the table of contents, and these as one cut."""
    gone: set[int] = {place for place, line in enumerate(lines) if LEADERS.search(line.text)}
    gone = gone if len(gone) >= MIN_LINES else set()
    for place, line in enumerate(lines):
        if HEADING.fullmatch(line.text):
            below = _count_below(lines, place + 1)
            gone |= set(range(place, place + 1 + below)) if below >= MIN_LINES else set()
    if not gone:
        return tuple(lines), ()
    text = "\n".join(lines[place].text for place in sorted(gone))
    kept = tuple(line for place, line in enumerate(lines) if place not in gone)
    return kept, (Cut(text, "the table of contents"),)


def _count_below(lines: Sequence[Line], start: int) -> int:
    """How many lines below a heading end with a page's number; one that goes on in the next line is among them."""
    end = place = start
    while place < len(lines) and place <= end + 1:
        if NUMBERED.search(lines[place].text) or LEADERS.search(lines[place].text):
            end = place + 1
        place += 1
    return end - start
