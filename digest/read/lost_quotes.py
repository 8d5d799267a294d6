"""Quotations that lost their mark: a paragraph in quotation marks, and below it a dash and who said so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.read.byline import NAME
from digest.read.lines import Line
from digest.read.piece import shown

ENCLOSED = re.compile(r"[\"“„«「][^\"”»」]{20,}[\"”“»」][.!?]?")
SAID_BY = re.compile(rf"(?:>\s*)?(?:[—–―]|-{{1,2}})\s*(?P<name>{NAME})(?:\s*[,(–—].{{2,100}})?")
MAX_WORDS = 16  # of the line that names the speaker


def mark_quotes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, a quotation and the line that names its speaker under the mark of a quote; no word is changed."""
    marked = list(lines)
    for place in range(len(lines) - 1):
        if _is_quotation(lines[place]) and _names_speaker(lines[place + 1]):
            quoted = [replace(line, text=f"> {shown(line)}", marker="") for line in lines[place : place + 2]]
            marked[place : place + 2] = quoted
    return tuple(marked)


def quoted_names(last: Line) -> tuple[str, ...]:
    """Who is named in the last line of a quotation; empty where it names nobody."""
    said = SAID_BY.fullmatch(last.text)
    return (said["name"],) if said else ()


def _is_quotation(line: Line) -> bool:
    return not line.marker and not line.speaker and line.fence is None and ENCLOSED.fullmatch(line.text) is not None


def _names_speaker(line: Line) -> bool:
    said = None if line.fence is not None or line.words > MAX_WORDS else SAID_BY.fullmatch(shown(line))
    return said is not None and said["name"][0].isupper()
