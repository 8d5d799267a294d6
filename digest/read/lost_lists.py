"""Lists that lost their markers: a line that ends on a colon, and below it a run of short lines alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.read.headings import is_title_cased
from digest.read.lines import ENDED, Line, is_rule

MIN_ENTRIES = 3  # fewer may be a saying, an address, a formula
MAX_ENTRIES = 25
MAX_WORDS = 16  # of an entry
BODY_WORDS = 20  # of the running text that closes the run; a line in between could be an entry as well
LABELLED = re.compile(r"[^:：]{1,60}[:：]\s*\S")
SPEAKS = re.compile(
    r"\b(?:writes?|wrote|says?|said|sings?|sang|reads?|puts? it|asks?|asked|adds?|added|quot\w+|poem|verses?|lines?|lyrics|song|words|address|"
    r"schreibt|schrieb|sagt|sagte|gedicht|verse|écrit|dit|poème|escribe|dice|poema|versos)\b[^.:]{0,40}[:：]$",
    re.IGNORECASE,
)
SPEECH = re.compile(r"[\"“„«‘'>|$#]")  # opens speech, code, a table


def mark_lists(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of a lost list under a bullet each; no word is changed."""
    marked = list(lines)
    for place, line in enumerate(lines):
        if _announces(line):
            end = _without_heading(lines, place + 1, _run_end(lines, place + 1))
            if _is_list(lines[place + 1 : end]):
                marked[place + 1 : end] = [replace(entry, marker="-") for entry in lines[place + 1 : end]]
    return tuple(marked)


def _announces(line: Line) -> bool:
    """True for a sentence that ends on a colon, unless what follows are somebody's words."""
    if line.marker or line.speaker or line.fence is not None or line.text[-1:] not in ":：":
        return False
    return line.words >= 3 and not SPEAKS.search(line.text)


def _run_end(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and end - start <= MAX_ENTRIES and _may_be_entry(lines[end]):
        end += 1
    return end


def _may_be_entry(line: Line) -> bool:
    if line.marker or line.speaker or line.fence is not None or is_rule(line) or line.words > MAX_WORDS:
        return False
    opens = line.text[0].isalnum() and not SPEECH.match(line.text)
    return opens and not LABELLED.match(line.text) and line.text[-1] not in ":：,-–—?!"


def _without_heading(lines: Sequence[Line], start: int, end: int) -> int:
    """The end of a run that running text closes, before a last line that may as well head that text.

    A run that something else closes is none: its start, then.
    """
    if end < len(lines) and lines[end].words < BODY_WORDS:
        return start
    headed = start < end < len(lines) and not ENDED.search(lines[end - 1].text) and is_title_cased(lines[end - 1].text)
    return end - 1 if headed else end


def _is_list(run: Sequence[Line]) -> bool:
    """True for enough lines that all begin alike and end alike, with a mark or without."""
    if not MIN_ENTRIES <= len(run) <= MAX_ENTRIES:
        return False
    ended = {ENDED.search(line.text) is not None for line in run}
    lowered = {line.text[0].islower() for line in run}
    return len(ended) == 1 and len(lowered) == 1
