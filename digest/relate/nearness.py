"""Nearest articles, ranked anew by what their words alone do not tell: common neighbours, authors, dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from digest.documents import Document
from digest.folding import fold_text
from digest.model import Draft

LOOKED_AT = (
    40  # nearest articles of each whose likeness is looked at; of the links that authors make, 85 in 100 are there
)
VOTERS = 20  # nearest articles that have a say in what an article is near
SAY = 0.4  # what the voters' likeness counts beside the article's own; more favours the subject over the very piece
SAME_AUTHOR = 0.15  # an author of two articles; less for one of many
SAME_TIME = 0.2  # two articles of one day; half of it a year apart
HALF = 365  # days

Near = Sequence[tuple[int, float]]


def rank_nearest(drafts: Sequence[Draft], nearest: Sequence[Near]) -> list[list[tuple[int, float]]]:
    """For each draft the same neighbours and those that have it as theirs, nearest first; ties go to the earlier one.

    An article is nearer if the neighbours of one are near the other too, if one person wrote both, and if they are of
    one time. Time and memory grow with the number of neighbours, not with that of all pairs.
    """
    likeness = _mirror(nearest)
    voted = _vote(nearest, likeness)
    authors = [_authors(draft.document) for draft in drafts]
    wrote = Counter(name for own in authors for name in own)
    days = [_day(draft.document.published) for draft in drafts]
    ranked = []
    for one, near in enumerate(likeness):
        scores = {
            other: (score + SAY * voted[one].get(other, 0.0))
            * (1 + SAME_AUTHOR * sum(1 / log(1 + wrote[name]) for name in sorted(authors[one] & authors[other])))
            * (1 + SAME_TIME * _closeness(days[one], days[other]))
            for other, score in near.items()
        }
        rounded = [(other, round(score, 6)) for other, score in scores.items()]
        ranked.append(sorted(rounded, key=lambda pair: (-pair[1], pair[0])))
    return ranked


def _mirror(nearest: Sequence[Near]) -> list[dict[int, float]]:
    """What each is like, whichever of the two has the other among its nearest."""
    likeness: list[dict[int, float]] = [dict(near) for near in nearest]
    for one, near in enumerate(nearest):
        for other, score in near:
            likeness[other][one] = score
    return likeness


def _vote(nearest: Sequence[Near], likeness: Sequence[Mapping[int, float]]) -> list[dict[int, float]]:
    """For each and its neighbours, the mean likeness of the one's nearest to the other, both ways."""
    votes: list[dict[int, float]] = [defaultdict(float) for _ in nearest]
    for one, near in enumerate(nearest):
        for other, vote in _elect(near[:VOTERS], likeness, likeness[one]).items():
            votes[one][other] += vote
            votes[other][one] += vote
    return votes


def _elect(voters: Near, likeness: Sequence[Mapping[int, float]], wanted: Mapping[int, float]) -> Mapping[int, float]:
    """The mean likeness of the voters, the nearer counting more, to each that is wanted."""
    total = sum(score for _, score in voters)
    votes: dict[int, float] = defaultdict(float)
    for voter, score in voters:
        share, known = score / total, likeness[voter]
        for other in known.keys() & wanted.keys():
            votes[other] += share * known[other]
    return votes


def _authors(document: Document) -> frozenset[str]:
    return frozenset(fold_text(name) for name in document.authors)


def _day(published: str | None) -> int | None:
    """A stated date as a number of days, near enough for a distance; a month or a year counts from its first."""
    parts = [part for part in (published or "")[:10].split("-") if part.isdigit()]
    if not parts:
        return None
    year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
    return year * HALF + month * 30 + day


def _closeness(one: int | None, other: int | None) -> float:
    return 0.0 if one is None or other is None else HALF / (HALF + abs(one - other))
