"""Paragraphs that a page carries twice: the second copy goes."""

from __future__ import annotations

from digest.read.piece import Piece, cut_lines

MIN_WORDS = 20  # of a paragraph that nobody writes twice; a refrain is shorter
MIN_COPIED = 3  # different paragraphs: one or two may be a refrain, or an example that is taken up again
WHY = "said in the same words above"


def cut_copies(piece: Piece) -> Piece:
    """The piece without long paragraphs that stand word for word further up, where several do."""
    seen: set[str] = set()
    reasons: dict[int, str] = {}
    for place, line in enumerate(piece.lines):
        if line.words < MIN_WORDS or line.fence is not None or line.speaker:
            continue
        if line.text in seen:
            reasons[place] = WHY
        seen.add(line.text)
    copied = {piece.lines[place].text for place in reasons}
    return cut_lines(piece, reasons) if len(copied) >= MIN_COPIED else piece
