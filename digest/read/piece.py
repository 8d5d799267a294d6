"""A text on its way to a document: the lines not placed yet, and what was found in the others."""

from __future__ import annotations

from dataclasses import dataclass, replace

from digest.documents import Cut, Document
from digest.read.lines import Line


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that wait for a place, and the document so far."""

    lines: tuple[Line, ...]
    document: Document


def shown(line: Line) -> str:
    """A line as it stood in the source, with its marker."""
    return f"{line.marker} {line.text}" if line.marker else line.text


def cut_lines(piece: Piece, reasons: dict[int, str]) -> Piece:
    """The piece without the lines at the given places, each recorded with its reason."""
    if not reasons:
        return piece
    cuts = tuple(Cut(shown(piece.lines[place]), why) for place, why in sorted(reasons.items()))
    kept = tuple(line for place, line in enumerate(piece.lines) if place not in reasons)
    if not kept:  # nothing but chrome is no piece at all: better the chrome than nothing
        return piece
    return Piece(kept, replace(piece.document, cut=piece.document.cut + cuts))
