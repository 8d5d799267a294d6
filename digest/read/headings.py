"""Which lines of plain text are headings, and how deep they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.read.heading_shape import CREDIT, MAX_LENGTH, MAX_WORDS, has_heading_shape, is_title_cased
from digest.read.lines import ENDED, Line, is_rule

MAX_WEAK_WORDS = 9  # without title case; longer ones are captions rather
MAX_QUESTION_WORDS = 12
BODY_WORDS = 12  # a line at least so long is running text
MAX_RUN = 3  # heading-like lines in a row; more are a list that lost its markers
HASHES = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
BOLD_LINE = re.compile(r"\*\*([^*]+)\*\*:?|__([^_]+)__:?")
NUMBERED = re.compile(r"\(?(\d+(?:\.\d+)*)[.):]?\s+\S|#?\d+[:.)]")
SERIES = re.compile(
    r"(?P<label>[^\W\d_]+)\s+(?:#|No\.?\s*|Nr\.?\s*)?(?P<number>\d{1,3}|[IVX]{1,5}|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eins|zwei|drei|vier|fünf|un|deux|trois|uno|dos|tres))"
    r"\s*[:.)–—-]\s*\S",
    re.UNICODE,
)
LABELLED = re.compile(r"[^:：]{1,60}(?::\s+|：\s*)\S")
SHORT_LABEL = re.compile(r"[^\s:：]+(?:\s[^\s:：]+){0,2}[:：]\s*\S")
DATE_LIKE = re.compile(r"\d{4}|\d{1,2}[:/.]\d{2}|★|©|\$\d|^\W*$")
OPENINGS = frozenset({"introduction", "overview", "background", "summary", "abstract", "preface", "intro", "prologue"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A heading line: its words without marks, and its level."""

    level: int
    text: str


def find_headings(lines: Sequence[Line]) -> dict[int, Marked]:
    """The headings among the lines, by place; a line is one only when something stands below it."""
    marked = {place: mark for place, line in enumerate(lines) if (mark := _read_marks(line)) is not None}
    verse = _is_verse(lines)
    talk = any(line.speaker for line in lines)  # people speak in short lines, too
    shaped = [place in marked or (not talk and has_heading_shape(line)) for place, line in enumerate(lines)]
    found = {place for place in range(len(lines)) if shaped[place] and _is_heading(lines, shaped, place, verse)}
    found |= _over_lists(lines, shaped, found)
    levels = _levels(lines, sorted(found - marked.keys()))
    return {
        place: marked.get(place) or Marked(levels[place], lines[place].text) for place in sorted(found | marked.keys())
    }


def is_body(line: Line) -> bool:
    """True for running text, list entries and code: what stands below a heading."""
    return bool(
        line.text.startswith(">")
        or line.marker
        or line.speaker
        or line.fence is not None
        or line.words >= BODY_WORDS
        or ENDED.search(line.text)
    )


def _read_marks(line: Line) -> Marked | None:
    """A heading by its own marks: `## Words`, or a line that is bold as a whole."""
    if line.marker or line.speaker or line.fence is not None or len(line.text) > 2 * MAX_LENGTH:
        return None
    if hashes := HASHES.fullmatch(line.text):
        return Marked(max(2, len(hashes.group(1))), hashes.group(2))
    bold = BOLD_LINE.fullmatch(line.text)
    if bold and line.words <= MAX_WORDS and not ENDED.search((bold.group(1) or bold.group(2)).rstrip(":?!")):
        return Marked(3, (bold.group(1) or bold.group(2)).rstrip(":"))
    return None


def _is_heading(lines: Sequence[Line], shaped: Sequence[bool], place: int, verse: bool) -> bool:
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or is_rule(below) or not _stands_over(lines, shaped, place):
        return False
    if line.marker:
        return _is_numbered_heading(lines, place)
    if _read_marks(line) is not None:
        return True
    if LABELLED.match(line.text) and not SERIES.match(line.text):
        return _is_colon_heading(lines, place)
    if SERIES.match(line.text) or NUMBERED.match(line.text):
        return is_body(below) or is_title_cased(line.text)
    if is_title_cased(line.text) and not DATE_LIKE.fullmatch(line.text):
        return True
    return not verse and _is_weak_heading(lines, shaped, place)


def _over_lists(lines: Sequence[Line], shaped: Sequence[bool], found: set[int]) -> set[int]:
    """Two or three short lines between running text and a list under markers: a part, and its own part."""
    added: set[int] = set()
    for end in range(2, len(lines)):
        if not lines[end].marker or lines[end - 1].marker:
            continue
        start = end
        while start > 0 and (start - 1 in found or (shaped[start - 1] and _is_short(lines[start - 1]))):
            start -= 1
        if (
            2 <= end - start <= MAX_RUN
            and start
            and is_body(lines[start - 1])
            and lines[start - 1].text[-1] not in ":："
        ):
            added.update(range(start, end))
    return added


def _is_short(line: Line) -> bool:
    plain = not line.marker and line.text[-1] not in "?!" and not LABELLED.match(line.text)
    return plain and line.words <= MAX_WEAK_WORDS and not DATE_LIKE.search(line.text)


def _stands_over(lines: Sequence[Line], shaped: Sequence[bool], place: int) -> bool:
    """True where body follows soon: heading-like lines in long runs are lists that lost their markers."""
    start = place
    while start > 0 and shaped[start - 1] and is_title_cased(lines[start - 1].text) and not lines[start - 1].marker:
        start -= 1
        if place - start >= MAX_RUN:
            return False
    end = place
    while (
        end + 1 < len(lines) and shaped[end + 1] and is_title_cased(lines[end + 1].text) and not lines[end + 1].marker
    ):
        end += 1
        if end - start >= MAX_RUN:
            return False
    return end + 1 < len(lines)


def _is_weak_heading(lines: Sequence[Line], shaped: Sequence[bool], place: int) -> bool:
    """A short line in sentence case: a heading where it stands alone between running text."""
    line, below = lines[place], lines[place + 1]
    longest = MAX_QUESTION_WORDS if line.text[-1] in "?？" else MAX_WEAK_WORDS
    if line.words > longest or not is_body(below) or _goes_on(below) or DATE_LIKE.search(line.text):
        return False
    above = lines[place - 1] if place else None
    if above is None and line.text[-1] in "?？":
        return False  # a hook
    if above is None or is_rule(above) or SHORT_LABEL.match(above.text) or CREDIT.match(above.text):
        return True
    return is_body(above) and not above.text.endswith((":", "："))


def _goes_on(line: Line) -> bool:
    """True for running text that opens in mid-sentence."""
    return not line.marker and line.text[:1].islower()


def _is_colon_heading(lines: Sequence[Line], place: int) -> bool:
    """`Prompting: A Short History` over a long paragraph; among other labelled lines it is one of a run."""
    line, below = lines[place], lines[place + 1]
    near = [other for other in (lines[place - 1] if place else None, below) if other is not None]
    if any(LABELLED.match(other.text) and other.words <= 2 * MAX_WORDS for other in near):
        return False
    return is_title_cased(line.text) and not below.marker and below.words >= BODY_WORDS


def _is_numbered_heading(lines: Sequence[Line], place: int) -> bool:
    """`1. High-Protein Meals` over a paragraph; among other numbers it is an entry of a list."""
    below = lines[place + 1]
    if below.marker and below.ordered:
        return False
    entry = lines[place]
    above = lines[place - 1] if place else None
    if above is not None and above.ordered:
        return False
    return bool(not below.marker and below.words >= BODY_WORDS and entry.words <= MAX_QUESTION_WORDS)


def _is_verse(lines: Sequence[Line]) -> bool:
    """True where a short line without end mark says nothing: in verse, or where running text has no end marks either."""
    plain = [line for line in lines if line.fence is None and not line.marker]
    if len(plain) * 2 < len(lines):
        return False  # lists have their own short lines
    short = sum(line.words < BODY_WORDS for line in plain)
    unended = sum(line.words >= BODY_WORDS and not ENDED.search(line.text) for line in plain)
    return short * 4 > len(plain) * 3 or unended * 2 > len(plain) - short


def _levels(lines: Sequence[Line], places: Sequence[int]) -> dict[int, int]:
    """2 for each, 3 for numbered ones that stand below a heading without number, deeper for `2.1`."""
    levels: dict[int, int] = {}
    parent = False
    for place in places:
        line = lines[place]
        below_parent = line.marker or SERIES.match(line.text)
        levels[place] = _numbered_level(line) or (3 if parent and below_parent else 2)
        if levels[place] == 2 and not below_parent:
            parent = line.text.strip().lower() not in OPENINGS
    return levels


def _numbered_level(line: Line) -> int | None:
    """The level that `2.1` says; None without such a number."""
    numbered = NUMBERED.match(line.text)
    dots = numbered.group(1).count(".") if numbered and numbered.group(1) else 0
    return min(6, 2 + dots) if dots else None
