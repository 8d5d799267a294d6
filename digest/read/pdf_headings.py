"""Which clumps of a PDF are headings, and how deep: by number, size, weight and capitals."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from digest.read.pdf_clumps import Habits, max_size
from digest.read.pdf_shapes import Clump, Line
from digest.read.references import is_references_heading

LARGER = 1.08  # of the body's size
MUCH_LARGER = 1.25  # of the body's size; so large, a heading may end like a sentence
MAX_LINES = 4
MAX_WORDS = 20
MAX_PLAIN_WORDS = 12  # of a heading no larger than the text
MAX_LEVEL = 6
NUMBERED = re.compile(
    r"(?P<decimal>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=\S)|(?P<roman>[IVX]{1,5})\.\s+(?=\S)|(?P<letter>[A-Z])\.?\s+(?=[A-Z])"
)
KNOWN = re.compile(
    r"abstract|summary|introduction|acknowledge?ments?|acknowledge?ment|conclusions?|appendix(?: [A-Z])?|zusammenfassung|einleitung|résumé|resumen",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_](?!_)[a-zà-ÿ]{2}|[^\W\d_]{4}")  # a heading has a word, a formula has none
IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
SENTENCE = re.compile(r"[.,;]$")

_Look: TypeAlias = tuple[float, bool, bool, bool]


def mark_headings(clumps: Sequence[Clump], habits: Habits) -> tuple[Clump, ...]:
    """The clumps, headings among them as such and with their levels, 2 to 6."""
    found = {place for place, clump in enumerate(clumps) if _is_heading(clumps, place, habits)}
    levels = _find_levels([clumps[place] for place in sorted(found)])
    return tuple(
        replace(clump, kind="heading", level=_level(clump, levels)) if place in found else clump
        for place, clump in enumerate(clumps)
    )


def _is_heading(clumps: Sequence[Clump], place: int, habits: Habits) -> bool:
    clump = clumps[place]
    text = clump_text(clump)
    if clump.kind not in ("text", "element") or len(clump.lines) > MAX_LINES or not 0 < len(text.split()) <= MAX_WORDS:
        return False
    if sum(map(str.isalpha, text)) < len(text) * 0.5 or not (WORD.search(text) or IDEOGRAPH.search(text)):
        return False
    size = max(map(max_size, clump.lines))
    if size >= LARGER * habits.size:
        return size >= MUCH_LARGER * habits.size or not SENTENCE.search(text) or bool(NUMBERED.match(text))
    return _stands_out(clump, text, habits) and _opens_something(clumps, place)


def clump_text(clump: Clump) -> str:
    """The words of a clump, as far as they matter for telling what it is."""
    return " ".join(line.text for line in clump.lines)


def _stands_out(clump: Clump, text: str, habits: Habits) -> bool:
    """Whether a clump of the text's own size is set as a heading."""
    if len(text.split()) > MAX_PLAIN_WORDS or SENTENCE.search(text) or not text[:1].isalnum():
        return False
    numbered = NUMBERED.match(text)
    title = text[numbered.end() :] if numbered else text
    if not title[:1].isupper():
        return False
    if is_references_heading(title) or KNOWN.fullmatch(title.rstrip(":")):
        return True
    if clump.kind == "element" and not clump.lines[0].face.bold:
        return False
    if all(line.face.bold for line in clump.lines) and not habits.bold:
        return True
    capitals = (
        text.isupper() and sum(map(str.isalpha, text)) >= 4 and (numbered is not None or _is_centred(clump.lines[0]))
    )
    return capitals or (numbered is not None and all(line.face.italic for line in clump.lines))


def _is_centred(line: Line) -> bool:
    left, right = line.left - line.start, line.end - line.right
    return min(left, right) > line.face.size and abs(left - right) < 2 * line.face.size


def _opens_something(clumps: Sequence[Clump], place: int) -> bool:
    """Whether something follows that a heading can stand above."""
    below = clumps[place + 1] if place + 1 < len(clumps) else None
    return below is not None and below.kind not in ("caption", "footnote")


# --- levels


def _look(clump: Clump) -> _Look:
    first = clump.lines[0]
    capitals = clump_text(clump).isupper()
    return round(max(map(max_size, clump.lines))), first.face.bold, first.face.italic, capitals


def _find_levels(headings: Sequence[Clump]) -> dict[_Look, int]:
    """A level for each look: as its numbers say, else by rank among the others."""
    numbered: defaultdict[_Look, Counter[int]] = defaultdict(Counter)
    has_roman = any(
        _depth(clump_text(clump), has_roman=True) == 1 and "I" in clump_text(clump)[:4] for clump in headings
    )
    for clump in headings:
        depth = _depth(clump_text(clump), has_roman=has_roman)
        if depth:
            numbered[_look(clump)][depth] += 1
    looks = sorted({_look(clump) for clump in headings}, key=lambda look: (-look[0], not look[3], not look[1], look[2]))
    levels: dict[_Look, int] = {}
    for look in looks:
        counts = numbered.get(look)
        depth = min(counts, key=lambda one: (-counts[one], one)) if counts else max(levels.values(), default=1)
        levels[look] = min(depth + 1, MAX_LEVEL)
    return levels


def _level(clump: Clump, levels: dict[_Look, int]) -> int:
    found = NUMBERED.match(clump_text(clump))
    if found and found["decimal"]:
        return min(found["decimal"].count(".") + 2, MAX_LEVEL)
    text = clump_text(clump)
    top = min(levels.values(), default=2)
    return top if is_references_heading(text) or KNOWN.fullmatch(text) else levels[_look(clump)]


def _depth(text: str, *, has_roman: bool) -> int:
    """How deep a heading's number says that it is; 0 without one."""
    found = NUMBERED.match(text)
    if found is None:
        return 0
    if found["decimal"]:
        return found["decimal"].count(".") + 1
    if found["roman"]:
        return 1
    return 2 if has_roman else 1
