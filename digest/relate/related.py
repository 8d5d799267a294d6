"""Placed drafts to the links between them: at most a few each, strongest first, and each with a reason that is true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.model import Related
from digest.relate.cocitation import find_cocitations
from digest.relate.nearness import Near
from digest.relate.reasons import Reason, Shared, find_reason
from digest.relate.slugs import Placed
from digest.relate.statements import find_links

FLOOR = 0.04  # cosine; below, two articles of the bench share a turn of phrase, not a subject
FAR = 0.15  # likeness below which one term that is mentioned in passing is no relation
LINKED = 0.5  # what a stated link is worth beside a cosine
COMMON = 0.05  # what it is worth to quote, cite or link to the same; alone it is no relation


@dataclass(frozen=True, slots=True)
class _Found:
    index: int
    score: float
    reason: Reason


def relate_articles(
    placed: Sequence[Placed],
    nearest: Sequence[Near],
    *,
    shared: Shared,
    most: int,
) -> list[tuple[Related, ...]]:
    """The related articles of each, in their order.

    Likeness finds them and a stated link lifts them; each must have a reason: the strongest terms of both that are
    rare enough to mean something, or the link itself. Where there is no reason there is no relation.
    """
    links, grounds = find_links(placed), find_cocitations(placed)
    return [
        tuple(
            _show(placed[one.index], one)
            for one in _find(index, nearest[index], links[index], grounds[index], shared, most)
        )
        for index in range(len(placed))
    ]


def _find(
    index: int, near: Near, links: Mapping[int, str], ground: Mapping[int, str], shared: Shared, most: int
) -> list[_Found]:
    scores = {other: score + COMMON * (other in ground) for other, score in near if score >= FLOOR}
    for other in links:
        scores[other] = min(1.0, scores.get(other, 0.0) + LINKED)
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    found: list[_Found] = []
    for other, score in ranked:
        if len(found) == most:
            break
        reason = find_reason(index, other, shared=shared, link=links.get(other), ground=ground.get(other))
        if reason and (reason.strong or score >= FAR):
            found.append(_Found(other, score, reason))
    return found


def _show(other: Placed, found: _Found) -> Related:
    score = round(min(1.0, found.score), 3)
    return Related(other.path, other.draft.document.title, score, found.reason.why, found.reason.terms)
