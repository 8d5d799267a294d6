"""Nearest articles, ranked anew by what their words alone do not tell: common neighbours, authors, dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, nan

import numpy as np
from numpy.typing import NDArray

from digest.documents import Document
from digest.folding import fold_text
from digest.model import Draft

LOOKED_AT = 40  # nearest articles of each that are looked at; of the links that authors make, 85 in 100 are there
VOTERS = 20  # nearest articles that have a say in what an article is near
SAY = 0.4  # what the voters' likeness counts beside the article's own; more favours the subject over the very piece
SAME_AUTHOR = 0.15  # an author of two articles; less for one of many
SAME_TIME = 0.2  # two articles of one day; half of it a year apart
HALF = 365  # days

Near = Sequence[tuple[int, float]]
Whole = NDArray[np.intp]
Real = NDArray[np.float64]


def rank_nearest(drafts: Sequence[Draft], nearest: Sequence[Near]) -> list[list[tuple[int, float]]]:
    """For each draft the same neighbours and those that have it as theirs, nearest first; ties go to the earlier one.

    An article is nearer if the neighbours of one are near the other too, if one person wrote both, and if they are of
    one time. Time and memory grow with the number of neighbours, not with that of all pairs.
    """
    pairs = _pair(nearest)
    votes = _vote(nearest, pairs)
    scores = pairs.scores + SAY * (votes + votes[pairs.mirror])
    scores *= 1 + SAME_AUTHOR * _measure_authors([_authors(draft.document) for draft in drafts], pairs)
    scores *= 1 + SAME_TIME * _measure_time([_day(draft.document.published) for draft in drafts], pairs)
    rounded = np.array([round(score, 6) for score in scores.tolist()])
    order = np.lexsort((pairs.others, -rounded, pairs.ones))
    ranked = list(zip(pairs.others[order].tolist(), rounded[order].tolist(), strict=True))
    return [ranked[start:end] for start, end in pairwise(pairs.bounds.tolist())]


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Every two near drafts, both ways, sorted: the one, the other, and how like they are, in columns.

    Those of draft n stand from `bounds[n]` to before `bounds[n + 1]`; `mirror` says where the same two stand the other way.
    """

    ones: Whole
    others: Whole
    scores: Real
    bounds: Whole
    mirror: Whole


def _pair(nearest: Sequence[Near]) -> _Pairs:
    """What each is like, whichever of the two has the other among its nearest."""
    size = len(nearest)
    ones = np.repeat(np.arange(size), [len(near) for near in nearest])
    others = np.array([other for near in nearest for other, _ in near], dtype=np.intp)
    scores = np.array([score for near in nearest for _, score in near])
    both, first = np.unique(np.concatenate([others * size + ones, ones * size + others]), return_index=True)
    ones, others = np.divmod(both, max(1, size))
    bounds = np.searchsorted(ones, np.arange(size + 1))
    return _Pairs(ones, others, np.tile(scores, 2)[first], bounds, np.argsort(others, kind="stable"))


def _vote(nearest: Sequence[Near], pairs: _Pairs) -> Real:
    """For each two, the mean likeness of the one's nearest, the nearer counting more, to the other.

    Added up voter by voter, on any machine in one order.
    """
    votes = np.zeros(len(pairs.others))
    places = np.full(len(nearest), -1)  # where the others of the one in turn stand among them
    for one, near in enumerate(nearest):
        voters = near[:VOTERS]
        if not voters:
            continue
        own = slice(pairs.bounds[one], pairs.bounds[one + 1])
        wanted = pairs.others[own]
        places[wanted] = np.arange(len(wanted))
        total = sum(score for _, score in voters)
        known = [slice(pairs.bounds[voter], pairs.bounds[voter + 1]) for voter, _ in voters]
        found = places[np.concatenate([pairs.others[rows] for rows in known])]
        cast = np.concatenate(
            [pairs.scores[rows] * (score / total) for rows, (_, score) in zip(known, voters, strict=True)]
        )
        votes[own] = np.bincount(found[found >= 0], weights=cast[found >= 0], minlength=len(wanted))
        places[wanted] = -1
    return votes


def _measure_authors(authors: Sequence[frozenset[str]], pairs: _Pairs) -> Real:
    """For each two, how much it tells that one person wrote both: less of one who wrote many."""
    wrote = Counter(name for own in authors for name in own)
    measured = np.zeros(len(pairs.others))
    for place, (one, other) in enumerate(zip(pairs.ones.tolist(), pairs.others.tolist(), strict=True)):
        if not authors[one].isdisjoint(authors[other]):
            measured[place] = sum(1 / log(1 + wrote[name]) for name in sorted(authors[one] & authors[other]))
    return measured


def _authors(document: Document) -> frozenset[str]:
    return frozenset(fold_text(name) for name in document.authors)


def _day(published: str | None) -> int | None:
    """A stated date as a number of days, near enough for a distance; a month or a year counts from its first."""
    parts = [part for part in (published or "")[:10].split("-") if part.isdigit()]
    if not parts:
        return None
    year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
    return year * HALF + month * 30 + day


def _measure_time(days: Sequence[int | None], pairs: _Pairs) -> Real:
    """For each two, how near their days are, 0 to 1; 0 where one has none."""
    when = np.array([nan if day is None else day for day in days])
    apart = np.abs(when[pairs.ones] - when[pairs.others])
    return np.where(np.isnan(apart), 0.0, HALF / (HALF + apart))
