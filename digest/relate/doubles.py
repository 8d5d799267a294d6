"""Drafts of one piece, saved twice or published in two places, to one draft and its doubles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain

from digest.model import Double, Draft

SAME = 0.8  # share of the sketch: a copy with another frame has .85 and more, a follow-up on the same subject under .3
WIDELY_SHARED = 50  # drafts; a run of words that stands in more is a phrase of the site, and no evidence


@dataclass(frozen=True, slots=True)
class Single:
    """A draft that stands for a piece, and the further sources of the same piece."""

    draft: Draft
    doubles: tuple[Double, ...] = ()


def merge_doubles(drafts: Sequence[Draft]) -> tuple[Single, ...]:
    """One draft a piece, in the order given; nothing of the others but their place is kept on its page.

    One piece: the same address, or four of five runs of words the same. A shared title alone is no proof. The fullest
    draft stands for the piece: more words shown, an address, a date; the first one where all is equal.
    """
    groups = _Groups(len(drafts))
    why = dict(_pairs(drafts))
    for first, second in why:
        groups.join(first, second)
    singles = []
    for members in groups.listed():
        best = min(members, key=lambda index: _rank(drafts[index], index))
        others = [index for index in members if index != best]
        doubles = tuple(_double(drafts[index], _reason(index, best, why)) for index in others)
        singles.append((best, Single(drafts[best], doubles)))
    return tuple(single for _, single in sorted(singles, key=lambda one: one[0]))


def _pairs(drafts: Sequence[Draft]) -> Iterator[tuple[tuple[int, int], str]]:
    """Pairs of drafts of one piece, the earlier first, with the proof."""
    places: dict[str, int] = {}
    for index, draft in enumerate(drafts):
        url = draft.document.url
        if url:
            if url in places:
                yield (places[url], index), "the same address"
            places.setdefault(url, index)
    for first, second in _candidates(drafts):
        share = estimate_resemblance(drafts[first].sketch, drafts[second].sketch)
        if share >= SAME:
            yield (first, second), f"{share:.0%} of its runs of words are the same"


def _candidates(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Pairs that share enough of their sketches to be looked at; each draft is looked up, not compared with all."""
    holders = Counter(chain.from_iterable(draft.sketch for draft in drafts))
    telling = {number for number, held in holders.items() if 1 < held <= WIDELY_SHARED}
    later: dict[int, list[int]] = defaultdict(list)
    found = []
    for first in range(len(drafts) - 1, -1, -1):
        sketch = drafts[first].sketch
        beside: list[int] = []
        for number in filter(telling.__contains__, sketch):
            beside += later[number]
            later[number].append(first)
        found += [(first, second) for second, number in Counter(beside).items() if number * 2 >= len(sketch)]
    return sorted(found)


def estimate_resemblance(first: Sequence[int], second: Sequence[int]) -> float:
    """The share of runs of words that two texts have in common, estimated from their sketches; 0 without a sketch.

    Source: Broder 1997: of the smallest hashes of both together, those that stand in both.
    """
    size = min(len(first), len(second))
    if not size:
        return 0.0
    smallest = nsmallest(size, {*first, *second})
    return len({*first} & {*second} & {*smallest}) / size


def _rank(draft: Draft, index: int) -> tuple[int, int, int, int]:
    document = draft.document
    return -len(draft.sentences), -bool(document.url), -bool(document.published), index


def _reason(index: int, best: int, why: dict[tuple[int, int], str]) -> str:
    direct = why.get((min(index, best), max(index, best)))
    return direct or next(reason for pair, reason in sorted(why.items()) if index in pair)


def _double(draft: Draft, why: str) -> Double:
    document = draft.document
    return Double(document.source.path, document.url, document.site, why)


class _Groups:
    """Numbers that belong together, joined pair by pair (union-find)."""

    def __init__(self, size: int) -> None:
        self.parents = list(range(size))

    def join(self, first: int, second: int) -> None:
        """Make the groups of two numbers one, under its smallest."""
        a, b = self._find(first), self._find(second)
        self.parents[max(a, b)] = min(a, b)

    def listed(self) -> Iterable[list[int]]:
        """The groups, each ascending, by their smallest number."""
        groups: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self.parents)):
            groups[self._find(number)].append(number)
        return groups.values()

    def _find(self, number: int) -> int:
        while self.parents[number] != number:
            number = self.parents[number]
        return number
