"""Lines of a PDF to clumps: which lines are one paragraph, one heading, one table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from digest.read.pdf_shapes import Clump, ClumpKind, Line
from digest.read.pdf_tables import find_tables
from digest.read.references import is_references_heading

ALIKE = 0.06  # share by which sizes may differ and still be one
WIDE_GAP = 1.3  # of the usual leading; a wider one parts paragraphs
INDENT = 0.7  # of the size
MIN_INDENTED = 0.08  # share of body lines; with so many, paragraphs open with an indent
ROOM = 0.5  # of the size that a line must leave beyond its neighbour's first word to count as ended
NOTE_SIZE = 0.93  # of the body's size
MANY_LETTERS = 5  # capitals; so many are no abbreviation
BULLET = re.compile(r"[•◦▪‣●○■□∙⁃➢➤*]\s+|[–—-]\s+(?=\S)|\uf0b7\s*")
NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+(?=\S)|[a-z]\)\s+(?=\S)")
BROKEN = re.compile(r"[^\W_][-\u00ad\u2010]$")  # a line's end that breaks a word
BRACKETED = re.compile(r"\[\w{1,12}\]\s+\S")
CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|tab(?:le|\.|elle)?|abb(?:ildung|\.)|listing|algorithm|chart|tableau|figura|tabla)\s*"
    r"(?:\d{1,3}(?:\.\d{1,3})?[a-z]?|[IVX]{1,5})(?P<end>\s*[.:|–—]|\s*$)?",
    re.IGNORECASE,
)
NOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§¶∗]\s*\S")
ENDED = re.compile(r"[.!?:;…。！？][\"”’')\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")


@dataclass(frozen=True, slots=True)
class Habits:
    """How a text is set: its size, the way from line to line, and whether paragraphs open with an indent."""

    size: float
    leading: float
    indented: bool
    bold: bool


def find_habits(lines: Sequence[Line]) -> Habits:
    """How most of the text is set."""
    sizes: Counter[float] = Counter()
    bold = 0
    for line in lines:
        sizes[line.face.size] += len(line.text)
        bold += len(line.text) * line.face.bold
    size = min(sizes, key=lambda one: (-sizes[one], one), default=10.0)
    pairs = [(a, b) for a, b in pairwise(lines) if _is_body(a, size) and _follows(a, b)]
    leadings = Counter(round((a.base - b.base) / size, 1) for a, b in pairs)
    leading = min(leadings, key=lambda one: (-leadings[one], one), default=1.2)
    indents = sum(INDENT * size < b.left - a.left < 4 * size for a, b in pairs)
    return Habits(size, leading * size, indents >= MIN_INDENTED * max(len(pairs), 1), bold * 2 > sum(sizes.values()))


def _is_body(line: Line, size: float) -> bool:
    return abs(line.face.size - size) <= ALIKE * size


def _follows(before: Line, after: Line) -> bool:
    """Whether a line stands below another in the same column."""
    return (before.page, before.column) == (after.page, after.column) and before.base > after.base


def gather_clumps(lines: Sequence[Line], habits: Habits) -> Iterator[Clump]:
    """The clumps in reading order."""
    tables = find_tables(lines)
    gathered: list[Line] = []
    listing = False  # below a heading like "References"
    place = 0
    while place < len(lines):
        if place in tables:
            yield from _clump(gathered, habits)
            gathered = []
            yield Clump("table", tuple(lines[place : tables[place]]))
            place = tables[place]
            continue
        line = lines[place]
        below = lines[place + 1] if place + 1 < len(lines) else None
        hangs = listing and bool(gathered) and _hangs(gathered, line, habits)
        if gathered and not hangs and _starts_anew(gathered, line, below, habits):
            listing = _opens_listing(gathered[0], habits, listing=listing)
            yield from _clump(gathered, habits)
            gathered = []
        gathered.append(line)
        place += 1
    yield from _clump(gathered, habits)


def _opens_listing(line: Line, habits: Habits, *, listing: bool) -> bool:
    """Whether works are listed below a line; they are until a heading larger than the text comes."""
    if is_references_heading(re.sub(r"^[\dIVX]+\.?\s+", "", line.text)):
        return True
    return listing and line.face.size <= 1.05 * habits.size


def _hangs(gathered: Sequence[Line], line: Line, habits: Habits) -> bool:
    """Whether a line stands below another as the rest of a work in a list does."""
    before, room = gathered[-1], INDENT * line.face.size
    near = _follows(before, line) and before.base - line.base <= WIDE_GAP * max(habits.leading, line.face.size)
    stands_in = line.left > gathered[0].left + room
    return near and stands_in and (len(gathered) == 1 or abs(before.left - line.left) < room)


def _starts_anew(gathered: Sequence[Line], line: Line, below: Line | None, habits: Habits) -> bool:
    before = gathered[-1]
    if (
        before.face.mono != line.face.mono
        or not _is_alike(before, line)
        or (CAPTION.match(line.text, 0) and _is_caption(line, habits))
    ):
        return True
    if not _follows(before, line):
        return True  # what runs on in the next column is joined later
    if before.base - line.base > WIDE_GAP * max(habits.leading * line.face.size / habits.size, line.face.size):
        return True
    goes_on = line.text[:1].islower() or line.text[:1].isdecimal()
    if is_code(line) or (goes_on and BROKEN.search(before.text)):
        return False
    if _opens_element(gathered, line) or BRACKETED.match(line.text):
        return True
    if NOTE.match(line.text) and line.face.size < NOTE_SIZE * habits.size:
        return True
    return _is_indented(gathered, line, below) or _has_ended(before, line)


def _is_alike(before: Line, line: Line) -> bool:
    """Whether two lines are set alike; a line of capitals for small ones counts as large as its largest letters."""
    size, other = max_size(before), max_size(line)
    if is_code(before) != is_code(line) or before.face.bold != line.face.bold:
        return False
    return abs(size - other) <= ALIKE * max(size, other) and _is_capital(before) == _is_capital(line)


def _is_capital(line: Line) -> bool:
    """Whether a line is all in capitals, and in more than a few."""
    return line.text.isupper() and sum(map(str.isalpha, line.text)) > MANY_LETTERS


def max_size(line: Line) -> float:
    """The size of the largest letters of a line."""
    return max((run.face.size for run in line.runs if any(map(str.isalpha, run.text))), default=line.face.size)


def is_code(line: Line) -> bool:
    """Whether all of a line is set in a typewriter's face."""
    return line.face.mono and all(run.face.mono for run in line.runs)


def _opens_element(gathered: Sequence[Line], line: Line) -> bool:
    """Whether a line opens an element of a list: a number within running text does not."""
    if BULLET.match(line.text):
        return True
    if not NUMBER.match(line.text):
        return False
    aligned = not find_marker(gathered[0]) or abs(line.left - gathered[0].left) < line.face.size
    return aligned and ENDED.search(gathered[-1].text) is not None


def _is_indented(gathered: Sequence[Line], line: Line, below: Line | None) -> bool:
    """Whether a line opens a paragraph by standing in, or ends a hanging one by standing out."""
    before, room = gathered[-1], INDENT * line.face.size
    shift = line.left - before.left
    if abs(shift) <= room or (_is_centred(line) and _is_centred(before)):
        return False
    if shift < 0:
        return len(gathered) > 1 and abs(gathered[-2].left - before.left) < room
    if len(gathered) > 1:
        return True
    returns = below is not None and _follows(line, below) and line.left - below.left > room
    marked = find_marker(before) is not None or BRACKETED.match(before.text) is not None
    return returns and not marked and ENDED.search(before.text) is not None


def _is_centred(line: Line) -> bool:
    left, right = line.left - line.start, line.end - line.right
    return min(left, right) > line.face.size and abs(left - right) < 1.5 * line.face.size


def _has_ended(before: Line, line: Line) -> bool:
    """Whether a line ends a paragraph: the next one's first word would have found room on it."""
    if _is_centred(before) and not ENDED.search(before.text):
        return False
    word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * len(word) / max(len(line.text), 1)
    free = before.end - before.right - width - (0.3 + ROOM) * line.face.size
    return free > 0 and (ENDED.search(before.text) is not None or free > 6 * line.face.size)


def _clump(lines: Sequence[Line], habits: Habits) -> Iterator[Clump]:
    if lines:
        yield Clump(_kind(lines, habits), tuple(lines))


def _kind(lines: Sequence[Line], habits: Habits) -> ClumpKind:
    first = lines[0]
    if all(map(is_code, lines)):
        return "code"
    if _is_caption(first, habits):
        return "caption"
    if first.face.size < NOTE_SIZE * habits.size and NOTE.match(first.text):
        return "footnote"
    if find_marker(first):
        return "element"
    return "text"


def _is_caption(line: Line, habits: Habits) -> bool:
    found = CAPTION.match(line.text)
    return found is not None and (found["end"] is not None or line.face.size < NOTE_SIZE * habits.size)


def find_marker(line: Line) -> re.Match[str] | None:
    """The bullet or number that a line opens with, if any."""
    return BULLET.match(line.text) or NUMBER.match(line.text)
