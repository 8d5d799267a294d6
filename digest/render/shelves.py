"""Long lists in pages: whole on one page while it can be scanned, else a page for each year or letter, and a list of those."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from digest.folding import fold_text
from digest.markdown.slugs import make_unique_slugs

ONE_PAGE = 200  # rows that a reader can scan on one page
FULL_SHELF = 500  # rows of one year or letter, before it goes on overleaf

NO_LETTER = "…"  # heads the names of scripts that have no alphabet
DIGITS = "0–9"

T = TypeVar("T")
Groups = Sequence[tuple[str, Sequence[Any]]]  # a heading and what stands under it


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of a long list: its heading (a year, a letter), its path, and what it lists, in order."""

    label: str
    path: str
    rows: tuple[Any, ...]


def shelve(groups: Groups, *, folder: str, full: int = FULL_SHELF) -> tuple[Shelf, ...]:
    """The pages of a list that is too long for one; none where one page holds it."""
    if not is_long(len(rows) for _, rows in groups):
        return ()
    paths = shelf_paths((label for label, _ in groups), folder=folder)
    return tuple(
        Shelf(
            f"{label} ({number})" if number > 1 else label,
            _overleaf(paths[label], number),
            tuple(rows[start : start + full]),
        )
        for label, rows in groups
        for number, start in enumerate(range(0, len(rows), full), start=1)
    )


def is_long(lengths: Iterable[int]) -> bool:
    """Whether the rows of all groups are more than one page lists."""
    return sum(lengths) > ONE_PAGE


def shelf_paths(labels: Iterable[str], *, folder: str) -> Mapping[str, str]:
    """The page of each heading; headings that are written alike in ASCII (А and A) get a number."""
    headings = tuple(labels)
    slugs = make_unique_slugs(headings, fallback="other")
    return {label: f"{folder}/{slug}.md" for label, slug in zip(headings, slugs, strict=True)}


def _overleaf(path: str, number: int) -> str:
    return path if number == 1 else f"{path.removesuffix('.md')}-{number}.md"


def by_letter(rows: Iterable[T], name: Callable[[T], str]) -> tuple[tuple[str, tuple[T, ...]], ...]:
    """Things by the first letter of their name, letters and names in alphabetical order."""
    ordered = sorted(rows, key=lambda row: (_letter(name(row))[1], fold_text(name(row)), name(row)))
    return tuple((letter, tuple(group)) for letter, group in groupby(ordered, key=lambda row: _letter(name(row))[0]))


def _letter(name: str) -> tuple[str, tuple[int, str]]:
    """The heading of a name, and what it sorts by: digits, then letters, then scripts without an alphabet."""
    first = (re.sub(r"[\W_]+", "", fold_text(name)) or " ")[0]
    if first.isdigit():
        return DIGITS, (0, "")
    return (first.upper(), (1, first)) if first.upper() != first else (NO_LETTER, (2, ""))
