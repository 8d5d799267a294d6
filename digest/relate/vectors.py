"""Drafts as vectors, and which of them lie near each other: linear in memory, no table of all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from digest.analyze.wording import make_key
from digest.model import Draft
from digest.relate.rarity import MOST, blend_likeness

COMMONEST = 0.5  # of the articles; what more of them share tells none apart
LONGEST_LIST = 1000  # articles that one feature may join, so that time grows with the articles, not their square
SMALL = 20  # articles; below, nothing is too common
IN_TITLE = 2.0  # what a text's title names is what it is about
STRONGEST = 40  # features of a core; what a text says beyond them is how one writes, not what one writes about
PHRASE = 1.3  # in a core a phrase says more than a word
PHRASE_MARK = " "  # a key with a space in it is a phrase; single keys are stems already


@dataclass(frozen=True, slots=True)
class Space:
    """Sparse vectors of length one, by feature, and for each feature the drafts that have it, with their weights.

    `cores`: the strongest features of each draft in the language at large, whatever the library, of length one.
    """

    vectors: tuple[Mapping[str, float], ...]
    postings: Mapping[str, tuple[NDArray[np.int32], NDArray[np.float32]]]
    cores: tuple[Mapping[str, float], ...]


def build_space(drafts: Sequence[Draft]) -> Space:
    """Stems and phrases that two drafts share, each damped count times its rarity."""
    features = [_features(draft) for draft in drafts]
    total = len(drafts)
    most = min(LONGEST_LIST, int(COMMONEST * total)) if total > SMALL else total
    articles = Counter(chain.from_iterable(features))
    shared = {feature: number for feature, number in articles.items() if 1 < number <= most}
    vectors = tuple(
        _unit(
            {
                feature: damped * blend_likeness(zipf, shared[feature], total)
                for feature, (damped, zipf) in found.items()
                if feature in shared
            }
        )
        for found in features
    )
    return Space(vectors, _post(vectors), tuple(_core(found) for found in features))


def find_nearest(space: Space, index: int, *, most: int) -> list[tuple[int, float]]:
    """The drafts nearest to one, nearest first, with their cosine; ties go to the earlier one."""
    vector = space.vectors[index]
    if not vector:
        return []
    lists = [space.postings[feature] for feature in vector]
    indexes = np.concatenate([holders for holders, _ in lists])
    weights = np.concatenate([held for _, held in lists])
    weights *= np.repeat(np.array(list(vector.values()), dtype=np.float32), [len(holders) for holders, _ in lists])
    scores = np.bincount(indexes, weights=weights, minlength=len(space.vectors)).astype(np.float64, copy=False)
    scores[index] = 0.0
    return _first(scores.round(6), most)


def likeness(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The cosine of two vectors of length one."""
    if len(left) > len(right):
        left, right = right, left
    return sum([weight * right[feature] for feature, weight in left.items() if feature in right])


def liken(vectors: Sequence[Mapping[str, float]], others: Sequence[Sequence[int]]) -> Iterator[Sequence[float]]:
    """For each vector of length one, in their order, its cosine to each of some others; added up in one order anywhere."""
    numbers = {feature: number for number, feature in enumerate(dict.fromkeys(chain.from_iterable(vectors)), 1)}
    longest = max(map(len, vectors), default=0)
    features = np.zeros((len(vectors), longest), dtype=np.intp)  # in rows, filled up with a feature that weighs nothing
    weights = np.zeros((len(vectors), longest))
    for index, own in enumerate(vectors):
        features[index, : len(own)] = [numbers[feature] for feature in own]
        weights[index, : len(own)] = list(own.values())
    spread = np.zeros(len(numbers) + 1)  # the vector in turn, by the numbers of all features
    for index, beside in enumerate(others):
        spread[features[index]] = weights[index]
        rows = np.array(beside, dtype=np.intp)
        products = weights[rows] * spread[features[rows]]
        owners = np.repeat(np.arange(len(rows)), longest)
        yield np.bincount(owners, weights=products.ravel(), minlength=len(rows)).tolist()
        spread[features[index]] = 0.0


def _features(draft: Draft) -> Mapping[str, tuple[float, float]]:
    """Each feature's count, damped, more where it stands in the title; and how common it is in the language."""
    title = frozenset(make_key(draft.document.title, draft.lang).split())
    found = {word.stem: (1 + log(word.count), word.zipf) for word in draft.vocabulary}
    for one in draft.candidates:
        if PHRASE_MARK in one.key:
            found[one.key] = (1 + log(one.count), one.zipf)
    for key in [key for key in found if title.issuperset(key.split())]:
        damped, zipf = found[key]
        found[key] = (IN_TITLE * damped, zipf)
    return found


def measure_usual(vectors: Sequence[Mapping[str, float]]) -> list[float]:
    """For each vector of length one its mean cosine with the others: what any two texts of the library share."""
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for feature, weight in vector.items():
            total[feature] += weight
    others = max(1, len(vectors) - 1)
    return [
        max(0.0, sum([weight * total[feature] for feature, weight in vector.items()]) - 1) / others
        for vector in vectors
    ]


def _core(found: Mapping[str, tuple[float, float]]) -> Mapping[str, float]:
    weights = {
        key: damped * max(0.0, MOST - zipf) * (PHRASE if PHRASE_MARK in key else 1)
        for key, (damped, zipf) in found.items()
    }
    if len(weights) > STRONGEST:
        least = sorted(weights.values())[-STRONGEST]
        weights = {key: weight for key, weight in weights.items() if weight >= least}
    return _unit(dict(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:STRONGEST]))


def _unit(weights: Mapping[str, float]) -> Mapping[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {feature: weight / length for feature, weight in weights.items()} if length else {}


def _post(vectors: Sequence[Mapping[str, float]]) -> Mapping[str, tuple[NDArray[np.int32], NDArray[np.float32]]]:
    lists: dict[str, tuple[list[int], list[float]]] = {}
    for index, vector in enumerate(vectors):
        for feature, weight in vector.items():
            indexes, weights = lists.setdefault(feature, ([], []))
            indexes.append(index)
            weights.append(weight)
    return {feature: (np.array(i, dtype=np.int32), np.array(w, dtype=np.float32)) for feature, (i, w) in lists.items()}


def _first(scores: NDArray[np.float64], most: int) -> list[tuple[int, float]]:
    cut = np.partition(scores, -most)[-most] if len(scores) > most else 0.0
    near = np.flatnonzero((scores >= cut) & (scores > 0))
    ranked = sorted(zip(near.tolist(), scores[near].tolist(), strict=True), key=lambda pair: (-pair[1], pair[0]))
    return ranked[:most]
