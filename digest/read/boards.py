"""A board of questions and answers as it was copied: votes, badges, buttons and calls around what people wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.read.lines import Line
from digest.read.piece import Piece, cut_lines, shown

AGO = r"(?:\d+ (?:second|minute|hour|day|week|month|year)s?(?:, \d+ \w+)? ago|today|yesterday)"
MARKS = re.compile(
    rf"(?:asked(?: {AGO})?|modified(?: {AGO})?|viewed (?:[\d.,]+[km]? times?)?|(?:improve|edit|close|protect|flag) this (?:question|answer)|\d+ (?:gold|silver|bronze) badges?|add a comment|sorted by:?.{{0,30}}|(?:highest|lowest) score.{{0,40}}"
    r"|\d+ answers?|your answer|sign up or log in|post (?:as a guest|your answer)|not the answer you[’']re looking for\?.{0,160}|hot network questions|browse other questions tagged.{0,120}|(?:active|oldest|newest|votes|trending)(?: first)?"
    r"|show \d+ more comments?|this answer is not useful|this question (?:shows research effort|does not show)\b.{0,60}|highly active question\b.{0,200}|(?:up|down) ?vote[d]?|accepted answer|(?:see|view) similar questions\b.{0,60}|related questions?)\W*",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"(?:asked|answered|edited|commented|modified)\s+(?:on )?(?:\w{3,9}\.? \d{1,2}(?:, |\s)?(?:[’']?\d{2,4})?|\d{4}-\d\d-\d\d|\d+ \w+ ago)(?:,? (?:at )?\d{1,2}:\d\d)?",
    re.IGNORECASE,
)
BUTTON = re.compile(
    r"share|follow|cite|edit|improve this (?:question|answer)|flag|save|delete|link|reply", re.IGNORECASE
)
COUNT = re.compile(r"[-+−]?\d[\d,.]{0,8}k?(?: (?:votes?|upvotes?|points?))?|\d+ \d+ \d+", re.IGNORECASE)
MIN_MARKS = 4  # different ones; a text about such a board has fewer alone in their lines
MAX_WORDS = 24
WHY = "what a board of questions sets around them"


def cut_board(piece: Piece) -> Piece:
    """The piece without the marks of its board; unchanged where it is surely none."""
    lines = piece.lines
    seen = {line.text.lower().split()[0] for line in lines if _is_mark(line)}
    if len(seen) < MIN_MARKS:
        return piece
    reasons = {place: WHY for place in range(1, len(lines)) if _goes(lines, place)}
    return cut_lines(piece, reasons)


def _is_mark(line: Line) -> bool:
    short = line.words <= MAX_WORDS and not line.marker and line.fence is None
    return short and bool(MARKS.fullmatch(line.text) or SIGNED.fullmatch(line.text))


def _goes(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    if _is_mark(line) or BUTTON.fullmatch(line.text) or COUNT.fullmatch(shown(line)):
        return True
    return line.words <= 3 and SIGNED.fullmatch(lines[place - 1].text) is not None  # the name of who wrote
