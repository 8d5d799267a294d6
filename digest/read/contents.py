"""A table of contents above a text: its label and the names of parts that head those parts below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.folding import fold_text
from digest.read.lines import Line
from digest.read.piece import Piece, cut_lines

LABEL = re.compile(
    r"[*_#\s]*(?:(?:table of )?contents|toc|(?:in|on) this (?:post|article|page|essay|piece|guide|story|issue|section)|what[’']s (?:in this (?:post|article)|inside)|outline|jump to(?: section)?|quick links|"
    r"inhalt(?:sverzeichnis|sübersicht)?|in diesem (?:artikel|beitrag|text)|auf dieser seite|sommaire|table des matières|au sommaire|dans cet article|"
    r"índice|contenidos?|en este artículo|tabla de contenidos?|indice|in questo articolo|sumário|neste artigo|inhoud(?:sopgave)?|in dit artikel|содержание|оглавление|目次|この記事の(?:内容|目次)|目录|目錄)\s*[:：]?[*_\s]*",
    re.IGNORECASE,
)
NUMBER = re.compile(r"^[\s*_#]*(?:\(?\d+(?:\.\d+)*[.)]?\s+)?")
MIN_ENTRIES = 2
MAX_MISSING = 0.25  # of the entries: a table may name a part that the copy has lost
MAX_WORDS = 18  # of an entry
NEAR = 20  # lines from the top
WHY = "the table of contents: the parts stand below"


def cut_contents(piece: Piece) -> Piece:
    """The piece without a labelled list of its own headings near the top."""
    for place, line in enumerate(piece.lines[:NEAR]):
        if LABEL.fullmatch(line.text):
            end = _end(piece.lines, place + 1)
            if end > place:
                return cut_lines(piece, dict.fromkeys(range(place, end), WHY))
    return piece


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the entries end: below the last one that stands again further down; -1 where too few do."""
    names = [_name(line) for line in lines]
    latest = {name: place for place, name in enumerate(names)}
    seen: set[str] = set()
    place, again = start, start
    while place < len(lines) and lines[place].words <= MAX_WORDS and names[place] and names[place] not in seen:
        seen.add(names[place])
        again = place + 1 if latest[names[place]] > place else again
        place += 1
    entries = sum(latest[name] >= again for name in names[start:again])
    missing = again - start - entries
    return again if entries >= MIN_ENTRIES and missing <= MAX_MISSING * (again - start) else -1


def _name(line: Line) -> str:
    """A line's words for comparison: no number, no marks, folded."""
    return fold_text(NUMBER.sub("", line.text)).strip(" .:*_#")
