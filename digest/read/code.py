"""Which lines of plain text are code that lost its fence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.read.code_language import name_language
from digest.read.code_lines import ALONE, FAIR, STRONG, is_prose, rate_code
from digest.read.lines import Line

MAX_LENGTH = 200  # characters
MAX_BETWEEN = 3  # lines between two that are surely code
MIN_FAIR = 4  # lines that are only likely, without a sure one among them
COMMENT = re.compile(r"(?:#+|--|;+|\*|%)\s.*|\*/?")
OPENING_COMMENT = re.compile(r"(?:#|--)\s(?:[a-z].*|.*[.:])")  # a heading of Markdown opens large and has no full stop
KEY = re.compile(r"[a-z][\w.-]*:(?:\s.*)?")


def mark_code(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, runs of code marked as such."""
    marked = list(lines)
    rates = [_rate(line) for line in lines]
    place = 0
    while place < len(marked):
        end = _run_end(lines, rates, place) if rates[place] and not lines[place].marker else place
        if end > place and _is_code(rates[place:end], nested=_is_nested(lines[place:end])):
            start = _comments_start(marked, place)
            marked[start:end] = _as_code(lines[start:end])
        place = max(end, place + 1)
    return tuple(marked)


def _rate(line: Line) -> int:
    if line.fence is not None or line.speaker or line.ordered or len(line.text) > MAX_LENGTH:
        return 0
    if line.marker:  # an entry of settings stands further in than what it belongs to
        return FAIR if line.indent and KEY.fullmatch(line.text) else 0
    return rate_code(line.text)


def _run_end(lines: Sequence[Line], rates: Sequence[int], start: int) -> int:
    """The end of a run that begins with code and ends with it, a few lines of another look between."""
    end = place = start + 1
    while place < len(lines) and place - end <= MAX_BETWEEN and (rates[place] or _may_stand_between(lines[place])):
        place += 1
        end = place if rates[place - 1] else end
    return end


def _may_stand_between(line: Line) -> bool:
    """True for a comment, an entry, a continued line: no sentence, and no name that could be a heading."""
    if line.fence is not None or line.speaker or len(line.text) > MAX_LENGTH:
        return False
    if line.marker or COMMENT.fullmatch(line.text):
        return True
    return not is_prose(" " * line.indent + line.text)


def _is_nested(run: Sequence[Line]) -> bool:
    return len({line.indent for line in run}) > 1


def _comments_start(lines: Sequence[Line], start: int) -> int:
    """Where the remarks begin that stand right above a run."""
    while start > 0 and not lines[start].gap and OPENING_COMMENT.fullmatch(lines[start - 1].text):
        start -= 1
    return start


def _is_code(rates: Sequence[int], *, nested: bool) -> bool:
    """True where one line suffices, or where several bear each other out."""
    rated = [rate for rate in rates if rate]
    if len(rated) * 2 <= len(rates):
        return False
    strong = sum(rate >= STRONG for rate in rated)
    return max(rated) == ALONE or strong >= 2 or (strong == 1 and len(rated) > 2) or (nested and len(rated) >= MIN_FAIR)


def _as_code(run: Sequence[Line]) -> list[Line]:
    """The lines letter by letter, blank ones between them kept."""
    texts = [" " * line.indent + (f"{line.marker} {line.text}" if line.marker else line.text) for line in run]
    language = name_language("\n".join(texts))
    return [
        replace(line, text=f"\n{text}" if line.gap and place else text, marker="", fence=language)
        for place, (line, text) in enumerate(zip(run, texts, strict=True))
    ]
