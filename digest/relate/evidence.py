"""How much says that two articles treat related matters: a measure that means the same in every library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from digest.relate.vectors import Space, likeness, measure_usual

UNUSUAL = 0.03  # for each time that two articles are as like as any two of the library; a link is worth 2.5 to 8 times
MOST_UNUSUAL = 8.0
DIFFUSE = 0.004  # for each feature that carries a likeness beyond those of a subject: who shares a little of everything shares a genre
FOCUSED = 15  # features; so many carry the likeness of two texts on one subject
MOST_DIFFUSE = 40  # features
ONE_SUBJECT = 1.5  # for how like any two texts of the library are in the language at large: .02 if mixed, .1 in a blog
NAMED = 0.01  # for the worth of the terms that a reason may name, see digest.relate.reasons
MOST_NAMED = 10.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the evidence for any two articles is reckoned from.

    `usual` and `subject` are how like each is to the others on average, in its vector and in its core; `holders` says
    in how many vectors a feature stands.
    """

    vectors: Sequence[Mapping[str, float]]
    cores: Sequence[Mapping[str, float]]
    usual: Sequence[float]
    subject: Sequence[float]
    holders: Mapping[str, int]

    def core(self, one: int, other: int) -> float:
        """How like the strongest words of two articles are in the language at large."""
        return likeness(self.cores[one], self.cores[other])

    def strongest(self, one: int, other: int) -> list[str]:
        """The features that two articles share, those first that carry most of their likeness."""
        left, right = self.vectors[one], self.vectors[other]
        return sorted(left.keys() & right.keys(), key=lambda feature: (-left[feature] * right[feature], feature))


def gather_evidence(space: Space) -> Evidence:
    """The evidence that a space holds; time and memory grow with the number of articles."""
    holders = {feature: len(indexes) for feature, (indexes, _) in space.postings.items()}
    return Evidence(space.vectors, space.cores, measure_usual(space.vectors), measure_usual(space.cores), holders)


def weigh_evidence(evidence: Evidence, one: int, other: int, *, named: float) -> float:
    """The evidence that two articles treat related matters, about 0 to 1.

    Four kinds add up: how like their strongest words are in the language at large; how like those of any two texts of
    the library are, so that a library on one subject has many links and a mixed one few; how much more like they are
    in the library's words than any two of it; and the worth of the terms that both name. Likeness that many features
    carry, each a little, counts less.
    """
    subject = sqrt(evidence.subject[one] * evidence.subject[other])
    usual = sqrt(evidence.usual[one] * evidence.usual[other])
    products = _multiply(evidence.vectors[one], evidence.vectors[other])
    unusual = sum(products) / usual if usual else 0.0
    return (
        evidence.core(one, other)
        + ONE_SUBJECT * subject
        + UNUSUAL * min(MOST_UNUSUAL, unusual)
        + NAMED * min(MOST_NAMED, named)
        - DIFFUSE * max(0.0, min(MOST_DIFFUSE, _count_carriers(products)) - FOCUSED)
    )


def _multiply(left: Mapping[str, float], right: Mapping[str, float]) -> list[float]:
    if len(left) > len(right):
        left, right = right, left
    return sorted(weight * right[feature] for feature, weight in left.items() if feature in right)


def _count_carriers(products: Sequence[float]) -> float:
    """How many features carry a likeness: all of them if each has the same share of it, one if one has it all."""
    squares = sum(product * product for product in products)
    return sum(products) ** 2 / squares if squares else 0.0
