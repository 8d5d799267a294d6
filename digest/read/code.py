"""Which lines of plain text are code that lost its fence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.read.lines import Line

SURE = re.compile(
    r".*[{};]\s*$(?<![\w.,!?]\s;)|[$>]{1,3} \w+.*|</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>.*|#include\b.*|#!/.*|(?:def|class|func|fn|import|from|"
    r"const|let|var|return|public|private|package|using|sudo|pip|npm|git|docker|curl|cd|export)\s+[\w.@/<-]+.*[(){};:=/.'\"-]\w*.*"
    r"|[\w.\[\]\"']+\s*(?::=|=|\+=|==|->|=>)\s*\S.*|[\w.]+\(.*\)[;:,]?|//.*|/\*.*|\*/|[)}\]]+[;,]?|[\w'\"]+:\s.*,|\S+://\S+:\d+\S*"
)
PROSE = re.compile(
    r"\b(?:the|a|an|is|are|was|of|to|and|und|der|die|le|la|et|que|el)\b.*[.!?:]$|^[“\"‘]?[A-Z][a-z]+(?:\s[a-z]+){4}"
)
MAX_LENGTH = 160  # characters
MIN_LINES = 3  # of which most are surely code; fewer could be a formula or a name


def mark_code(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, runs of code marked as such."""
    marked = list(lines)
    place = 0
    while place < len(marked):
        end = place
        while end < len(marked) and _may_be_code(marked[end]):
            end += 1
        sure = sum(_is_surely_code(line) for line in marked[place:end])
        if end - place >= MIN_LINES and sure * 2 > end - place:
            marked[place:end] = [replace(line, text=_verbatim(line), fence="") for line in marked[place:end]]
        place = max(end, place + 1)
    return tuple(marked)


def _may_be_code(line: Line) -> bool:
    return not line.marker and line.fence is None and len(line.text) <= MAX_LENGTH and not PROSE.search(line.text)


def _is_surely_code(line: Line) -> bool:
    return SURE.fullmatch(line.text) is not None


def _verbatim(line: Line) -> str:
    return " " * line.indent + line.text
