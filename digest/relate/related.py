"""Placed drafts to the links between them: at most a few each, strongest first, and each with a reason that is true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.model import Draft, Related
from digest.relate.broadest import find_broadest
from digest.relate.cocitation import Common, find_cocitations
from digest.relate.evidence import Evidence, weigh_evidence
from digest.relate.names_by_title import find_mentions, find_series
from digest.relate.nearness import Near
from digest.relate.reasons import Reason, Shared, find_reason
from digest.relate.slugs import Placed
from digest.relate.statements import find_links
from digest.relate.vectors import liken

FLOOR = 0.04  # cosine; below, two articles of one blog share a turn of phrase, not a subject
CORE = 0.15  # what likeness in the language at large counts in the order beside that in the library
LINKED = 0.5  # what a stated link is worth beside a cosine
COMMON = 0.05  # what it is worth to quote, cite or link to the same; alone it is no relation
ENOUGH = 0.24  # evidence; of 150 links of a mixed library, a reader was glad of nine in ten from here on, of one in six below
SURE = 0.33  # evidence from which one term that both mention in passing is reason enough
ACROSS = 0.5  # evidence from which two articles of different themes are related, if the terms that both have are of little worth
LITTLE = 2.5  # worth of such terms


@dataclass(frozen=True, slots=True)
class _Found:
    index: int
    score: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What relations rest on: by article, what is stated of others and what both quote or cite; terms; likeness; themes."""

    drafts: Sequence[Draft]
    stated: Sequence[Mapping[int, str]]
    common: Sequence[Mapping[int, Common]]
    shared: Shared
    evidence: Evidence
    themes: Sequence[Sequence[str]]

    def score(self, index: int, near: Near, cores: Sequence[float]) -> Mapping[int, float]:
        """What the near ones and those that are stated are worth as links, whether or not there is a reason.

        `cores`: how like the strongest words of each near one are to its own.
        """
        common, stated = self.common[index], self.stated[index]
        scores = {
            other: alike + CORE * core + COMMON * (other in common)
            for (other, alike), core in zip(near, cores, strict=True)
            if alike >= FLOOR
        }
        return scores | {other: scores.get(other, 0.0) + LINKED for other in stated}

    def find_reason(self, index: int, other: int) -> Reason | None:
        """Why the two are related; None where nothing can be named, or where the evidence for it is too little."""
        stated, common = self.stated[index].get(other), self.common[index].get(other)
        reason = find_reason(index, other, shared=self.shared, link=stated, ground=common.said if common else None)
        if reason is None or stated:
            return reason
        if not self._is_borne_out(reason, index, other):
            return None
        broadened = self._broaden(reason, index, other)
        return broadened if broadened.terms or (common and common.alone) else None

    def _is_borne_out(self, reason: Reason, one: int, other: int) -> bool:
        """Whether enough says that two articles treat related matters: more must, where they stand in different themes."""
        common = other in self.common[one]
        evidence = weigh_evidence(self.evidence, one, other, named=reason.worth) + COMMON * common
        slight = not common and reason.worth < LITTLE and self._stand_apart(one, other)
        return evidence >= (ACROSS if slight else ENOUGH if reason.strong else SURE)

    def _stand_apart(self, one: int, other: int) -> bool:
        """Whether each of two articles is in a theme, and none holds both."""
        left, right = self.themes[one], self.themes[other]
        return bool(left and right) and set(left).isdisjoint(right)

    def _broaden(self, reason: Reason, one: int, other: int) -> Reason:
        """A reason in passing with what most of the likeness rests on named first: "writing" before a tool that both mention."""
        if not reason.is_in_passing:
            return reason
        broadest = find_broadest(one, other, drafts=self.drafts, evidence=self.evidence, beside=reason.keys)
        return replace(reason, terms=(broadest, *reason.terms)) if broadest else reason


def relate_articles(
    placed: Sequence[Placed],
    nearest: Sequence[Near],
    *,
    shared: Shared,
    evidence: Evidence,
    themes: Sequence[Sequence[str]],
    most: int,
) -> list[tuple[Related, ...]]:
    """The related articles of each, in their order; `themes` are those of each article.

    Likeness finds them and what one states of the other lifts them. Each must have a reason: the strongest terms of
    both that are rare enough to mean something, or the statement itself; and enough must say that they treat related
    matters. Where there is no reason there is no relation.
    """
    stated = _join([find_links(placed), find_mentions(placed, nearest), find_series(placed)])
    grounds = _Grounds([one.draft for one in placed], stated, find_cocitations(placed), shared, evidence, themes)
    cores = liken(evidence.cores, [[other for other, _ in near] for near in nearest])
    return [
        tuple(_show(placed[one.index], one) for one in _find(index, grounds.score(index, *own), grounds, most))
        for index, own in enumerate(zip(nearest, cores, strict=True))
    ]


def _join(kinds: Sequence[Sequence[Mapping[int, str]]]) -> list[Mapping[int, str]]:
    """What is stated, of each kind; where one pair has two, the first says enough."""
    return [{other: said for kind in reversed(own) for other, said in kind.items()} for own in zip(*kinds, strict=True)]


def _find(index: int, scores: Mapping[int, float], grounds: _Grounds, most: int) -> list[_Found]:
    found: list[_Found] = []
    for other, score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        if len(found) == most:
            break
        reason = grounds.find_reason(index, other)
        if reason:
            found.append(_Found(other, score, reason))
    return found


def _show(other: Placed, found: _Found) -> Related:
    score = round(min(1.0, found.score), 3)
    return Related(other.path, other.draft.document.title, score, found.reason.why, found.reason.terms)
