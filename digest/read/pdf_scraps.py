"""Words that stand in a drawing, and the lines of a formula: scraps that are no paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.documents import Cut
from digest.read.pdf_shapes import Clump

MIN_SCRAPS = 4  # in a row above or below a caption are a drawing's words
MAX_WORDS = 6  # of a scrap
WORD = re.compile(r"[^\W\d_]{4,}")
FIGURE = re.compile(r"(?:fig|abb|chart)", re.IGNORECASE)


def take_scraps(clumps: Sequence[Clump]) -> tuple[tuple[Clump, ...], tuple[Cut, ...]]:
    """The clumps without the words of drawings, which are cut; the lines of one formula as one clump."""
    kept: list[Clump] = []
    cut: list[Cut] = []
    place = 0
    while place < len(clumps):
        end = place
        while end < len(clumps) and _is_scrap(clumps[end]) and _is_beside(clumps, place, end):
            end += 1
        if end - place >= MIN_SCRAPS and (caption := _find_caption(clumps, place, end)):
            words = " ".join(line.text for clump in clumps[place:end] for line in clump.lines)
            cut.append(Cut(words, f"words within a drawing: {caption}"))
        else:
            kept.extend(_join_formulas(clumps[place:end]))
        if end == place:
            kept.append(clumps[place])
            end += 1
        place = end
    return tuple(kept), tuple(cut)


def _is_scrap(clump: Clump) -> bool:
    text = " ".join(line.text for line in clump.lines)
    return (
        clump.kind in ("text", "table")
        and (clump.kind == "table" or len(text.split()) <= MAX_WORDS)
        and text[-1:] not in ".!?:;"
    )


def _is_beside(clumps: Sequence[Clump], place: int, end: int) -> bool:
    """Whether a clump stands on the page of the first, and is not a table alone."""
    return clumps[end].lines[0].page == clumps[place].lines[0].page and (clumps[end].kind == "text" or end > place)


def _find_caption(clumps: Sequence[Clump], place: int, end: int) -> str:
    """The label of the figure that scraps belong to: the caption right below them, or right above."""
    for clump in (*clumps[end : end + 1], *clumps[max(0, place - 1) : place]):
        same_page = clump.lines[0].page == clumps[place].lines[0].page
        if clump.kind == "caption" and same_page and FIGURE.match(clump.lines[0].text):
            return " ".join(clump.lines[0].text.split()[:2]).rstrip(".:")
    return ""


def _join_formulas(clumps: Sequence[Clump]) -> list[Clump]:
    """Neighbours without a word of four letters as one clump."""
    joined: list[Clump] = []
    for clump in clumps:
        if joined and _is_formula(joined[-1]) and _is_formula(clump):
            joined[-1] = replace(joined[-1], lines=joined[-1].lines + clump.lines)
        else:
            joined.append(clump)
    return joined


def _is_formula(clump: Clump) -> bool:
    return clump.kind == "text" and not any(WORD.search(line.text) for line in clump.lines)
