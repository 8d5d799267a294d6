"""Names to lines of a label, and labels to places where none covers another."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from digest.render.wording import shorten

LINE = 12.0  # letters; a longer name is set in several lines
LINES = 3
WIDE = 0.56  # of the size of the letters: how wide one is on average
LEADING = 1.16  # of the size of the letters, from line to line
ROOM = 0.25  # of the size of the letters, kept free around a label
LONGEST = 60  # letters of a name


@dataclass(frozen=True, slots=True)
class Label:
    """Lines around a middle, in letters of a size; `width` and `height` are what they cover."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    width: float
    height: float


def set_label(name: str, *, x: float, y: float, size: float) -> Label:
    """A name in up to three lines of like length."""
    lines = _break(shorten(" ".join(name.split()), LONGEST))
    width = round(max(map(_count, lines)) * size * WIDE, 1)
    return Label(lines, x, y, size, width, round(len(lines) * size * LEADING, 1))


def place_labels(labels: Sequence[Label], *, width: float, height: float) -> list[Label | None]:
    """The labels that have room in a picture, those before first; each moved no farther than to be inside of it."""
    placed: list[Label | None] = []
    for label in labels:
        inside = _move_inside(label, width, height)
        free = inside and not any(other and _cover(inside, other) for other in placed)
        placed.append(inside if free else None)
    return placed


def _break(name: str) -> tuple[str, ...]:
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or _count(longer) <= LINE:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines if len(lines) <= LINES else [*lines[: LINES - 1], f"{lines[LINES - 1]} …"])


def _count(line: str) -> float:
    """A line's length in letters; those of East Asia are twice as wide."""
    return sum(1.8 if unicodedata.east_asian_width(sign) in "WF" else 1.0 for sign in line)


def _move_inside(label: Label, width: float, height: float) -> Label | None:
    if label.width > width or label.height > height:
        return None
    x = min(max(label.x, label.width / 2), width - label.width / 2)
    y = min(max(label.y, label.height / 2), height - label.height / 2)
    return Label(label.lines, round(x, 1), round(y, 1), label.size, label.width, label.height)


def _cover(one: Label, other: Label) -> bool:
    room = ROOM * one.size
    beside = abs(one.x - other.x) >= (one.width + other.width) / 2 + room
    return not beside and abs(one.y - other.y) < (one.height + other.height) / 2 + room
