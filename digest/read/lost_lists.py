"""Lists that lost their markers: a line that ends on a colon, and below it a run of short lines alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.read.heading_shape import is_title_cased
from digest.read.lines import ENDED, Line, is_rule

MIN_ENTRIES = 3  # fewer may be a saying, an address, a formula
MIN_GAPS = 4  # blank lines before a text is believed to part its paragraphs by them
MAX_ENTRIES = 25
MIN_WORDS = 3  # of the line above, where nothing but the words parts the entries from what follows
MAX_WORDS = 16  # of an entry
NAME_WORDS = 5  # of an entry that is a name: any sentence closes a run of those
BODY_WORDS = 14  # of the running text that closes the run; a line in between could be an entry as well
LABELLED = re.compile(r"[^:：]{1,60}[:：]\s*\S")
SPEAKS = re.compile(
    r"\b(?:writes?|wrote|says?|said|sings?|sang|reads?|puts? it|asks?|asked|adds?|added|quot\w+|poem|verses?|lines?|lyrics|song|words|address|"
    r"schreibt|schrieb|sagt|sagte|gedicht|verse|écrit|dit|poème|escribe|dice|poema|versos)\b[^.:]{0,40}[:：]$",
    re.IGNORECASE,
)
INGREDIENTS = re.compile(
    r"[*_#\s]*(?:(?:the )?ingredients|you(?:[’']ll| will) need|what you(?:[’']ll)? need|zutaten|ingrédients|ingredientes|ingredienti|ingrediënten|材料|食材)(?: .{0,30})?\s*[:：]?[*_\s]*",
    re.IGNORECASE,
)
MEASURED = re.compile(
    r"(?:about |ca\.? |env\.? )?(?:\d|[½¼¾⅓⅔⅛]|an? (?:pinch|handful|bunch|knob|splash|dash|few|little|clove)|one |two |three |eine? |une? |una? |etwas |prise )|.{1,20}\s\d+\s?(?:g|kg|ml|l|克|毫升|个|個|大さじ|小さじ)",
    re.IGNORECASE,
)
SPEECH = re.compile(r"[\"“„«‘'>|$#]")  # opens speech, code, a table


def mark_lists(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of a lost list under a bullet each; no word is changed."""
    marked = list(lines)
    spaced = sum(line.gap for line in lines) >= MIN_GAPS
    for place, line in enumerate(lines):
        end = _list_end(lines, place, spaced=spaced) if not line.marker and not line.speaker else place
        marked[place + 1 : end] = [replace(entry, marker="-") for entry in lines[place + 1 : end]]
    return tuple(marked)


def _list_end(lines: Sequence[Line], place: int, *, spaced: bool) -> int:
    """The end of the list that a line opens; its own place where it opens none."""
    start = place + 1
    if (spaced and _announces(lines[place], least=1)) or _announces(lines[place]):
        apart = _block_end(lines, start) if spaced else start
        if _is_list(lines[start:apart]):
            return apart
        named = _named_end(lines, start)
        if lines[start:named] and _is_list(lines[start:named]):
            return named
        end = _without_heading(lines, start, _run_end(lines, start))
        return end if _is_list(lines[start:end]) else place
    if INGREDIENTS.fullmatch(lines[place].text):
        end = _measured_end(lines, start)
        return end if end - start >= MIN_ENTRIES else place
    return place


def _block_end(lines: Sequence[Line], start: int) -> int:
    """The end of lines that stand together between blank ones, in a text that parts its paragraphs so."""
    end = start
    while end < len(lines) and _may_be_entry(lines[end]) and (end == start or not lines[end].gap):
        end += 1
    return end if end == len(lines) or lines[end].gap else start


def _measured_end(lines: Sequence[Line], start: int) -> int:
    """The end of a run of ingredients, most of which begin with a measure."""
    end = start
    while end < len(lines) and lines[end].words <= MAX_WORDS and not ENDED.search(lines[end].text):
        if lines[end].marker or (lines[end].gap and end > start and not MEASURED.match(lines[end].text)):
            break
        end += 1
    while end > start and not MEASURED.match(lines[end - 1].text):
        end -= 1
    measured = sum(MEASURED.match(line.text) is not None for line in lines[start:end])
    return end if measured * 2 > end - start else start


def _announces(line: Line, *, least: int = MIN_WORDS) -> bool:
    """True for a sentence that ends on a colon, unless what follows are somebody's words."""
    if line.marker or line.speaker or line.fence is not None or line.text[-1:] not in ":：":
        return False
    return line.words >= least and not SPEAKS.search(line.text)


def _run_end(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and end - start <= MAX_ENTRIES and _may_be_entry(lines[end]):
        end += 1
    return end


def _named_end(lines: Sequence[Line], start: int) -> int:
    """The end of a run of names that a short sentence closes: too short for a part that the last name could head."""
    end = start
    while end < len(lines) and _may_be_entry(lines[end]) and _is_name(lines[end]):
        end += 1
    closed = end < len(lines) and ENDED.search(lines[end].text) and NAME_WORDS < lines[end].words < BODY_WORDS
    return end if closed else start


def _is_name(line: Line) -> bool:
    return line.words <= NAME_WORDS and not ENDED.search(line.text)


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
    lowered = {line.text[0].islower() for line in run if not _is_name(line)}
    return len(ended) == 1 and len(lowered) <= 1
