"""The marks of a wiki: `[edit]` behind headings, tabs above the text, arrows before its notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.documents import Cut
from digest.read.lines import Line
from digest.read.piece import Piece, cut_lines

EDIT = re.compile(
    r"\s*\[\s*(?:edit(?: source)?(?: \| edit source)?|bearbeiten(?: \| quelltext bearbeiten)?|modifier(?: \| modifier le code)?|editar(?: código)?|modifica(?: wikitesto)?|编辑|編集)\s*\]$",
    re.IGNORECASE,
)
TAB = re.compile(
    r"(?:article|talk|read|edit|edit source|view (?:history|source)|tools|\(top\)|contents hide|move to sidebar|hide|artikel|diskussion|lesen|bearbeiten|quelltext (?:anzeigen|bearbeiten)|versionsgeschichte|categor(?:y|ies): .*|kategorien?: .*)",
    re.IGNORECASE,
)
NOTE = re.compile(r"\^\s+(?:(?:[a-z]\s)+)?(?=\S)|↑\s+(?=\S)")
SEE_ALSO = re.compile(
    rf"(?:see also|external links|further reading|siehe auch|weblinks|voir aussi|véase también|voci correlate|参见|関連項目){EDIT.pattern}",
    re.IGNORECASE,
)
MAX_NAME_WORDS = 12
MIN_MARKS = 2
WHY_EDIT, WHY_TAB = "a wiki's mark behind a heading", "a tab of the wiki"


def take_wiki_marks(piece: Piece) -> Piece:
    """The piece without the marks of its wiki, its notes as a list; unchanged where it shows none."""
    lines = piece.lines
    edited = [mark for line in lines if line.fence is None and (mark := EDIT.search(line.text))]
    if len(edited) < MIN_MARKS:
        return piece
    cuts = tuple(Cut(mark.group().strip(), WHY_EDIT) for mark in edited)
    document = replace(piece.document, cut=piece.document.cut + cuts)
    tabs = {place: WHY_TAB for place, line in enumerate(lines) if TAB.fullmatch(line.text)}
    listed = _see_also(lines)
    bare = [_without_marks(replace(line, marker="-") if at in listed else line) for at, line in enumerate(lines)]
    return cut_lines(Piece(tuple(bare), document), tabs)


def _see_also(lines: Sequence[Line]) -> set[int]:
    """The places of the names of other pages, up to the next heading."""
    listed: set[int] = set()
    opened = False
    for place, line in enumerate(lines):
        if EDIT.search(line.text):
            opened = SEE_ALSO.fullmatch(line.text) is not None
        elif opened and not line.marker and line.words <= MAX_NAME_WORDS:
            listed.add(place)
    return listed


def _without_marks(line: Line) -> Line:
    """A line without `[edit]` behind it; `^ Thale, R.` as an element of a list."""
    bare = line.text[: found.start()] if (found := EDIT.search(line.text)) else line.text
    noted = None if line.marker else NOTE.match(bare)
    return replace(line, text=bare[noted.end() :], marker="-") if noted else replace(line, text=bare or line.text)
