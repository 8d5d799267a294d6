"""The years of the archive to a timeline: one bar for each year from the first to the last, as high as its articles ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

FEWEST = 2  # years
LONGEST_GAP = 4  # years without articles that are drawn as empty; longer ones are one mark


@dataclass(frozen=True, slots=True)
class Bar:
    """A year, its articles and their share of the fullest year's in hundredths, and where the archive lists them.

    `number` is 0 and `path` empty for years without articles; `year` is then two of them, where there are many.
    """

    year: str
    number: int
    share: int
    path: str = ""
    at: str = ""


def make_timeline(years: Iterable[tuple[str, int, str, str]]) -> tuple[Bar, ...]:
    """Bars from the oldest year on; none where the articles are of one year. Given: heading, number, page, place there."""
    dated = sorted(year for year in years if year[0].isdigit())
    if len(dated) < FEWEST:
        return ()
    most = max(number for _, number, _, _ in dated)
    bars = [Bar(year, number, -(-100 * number // most), path, at) for year, number, path, at in dated]
    after = {one.year: _gap(int(one.year), int(other.year)) for one, other in pairwise(bars)}
    return tuple(each for bar in bars for each in (bar, *after.get(bar.year, ())))


def _gap(year: int, until: int) -> tuple[Bar, ...]:
    empty = range(year + 1, until)
    if len(empty) > LONGEST_GAP:
        return (Bar(f"{year + 1}–{until - 1}", 0, 0),)
    return tuple(Bar(f"{each:04}", 0, 0) for each in empty)
