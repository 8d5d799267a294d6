"""Sentences to a summary: a few that stand alone, say most of the piece and do not repeat each other, in its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log, sqrt

from digest.analyze.standing import follows_well, is_complete, needs_nothing
from digest.analyze.stopwords import is_small_word
from digest.analyze.wording import is_cjk, split_words, word_key
from digest.model import Sentence

MOST_SENTENCES = 400  # weighed; of a book, the opening and the close
WEIGHTS = {"place": 1.0, "centre": 1.0, "title": 1.2, "length": 0.2, "opening": 0.1}
ADJOINING = (
    0.3  # a sentence earns this when the one before it is chosen: two that follow each other read as one thought
)
REPETITION = 0.3  # how much of a sentence's score likeness to a chosen one takes away
TOO_ALIKE = 0.6  # cosine; a second sentence that says the same
BEST_LENGTH = 20  # words; the human summaries looked at have one or two sentences of 15 to 25
MOST_WORDS = 85  # of a whole summary; of the sentences that would go past it, only one that makes it full is taken
FULL_WORDS = 130  # and none that goes past this

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Scored:
    """A sentence's place among all, its score and the parts of it."""

    index: int
    score: float
    parts: Mapping[str, float]


def summarize(sentences: Sequence[Sentence], *, title: str, lang: str, size: int) -> tuple[Sentence, ...]:
    """Up to `size` sentences in source order, each with its figures in `why`; of odd text, the first ones."""
    every = _within_reach(sentences)
    if not every or not size:
        return ()
    units = [_units(sentence.text) for sentence in every]
    vectors = _vectors(units, lang)
    scored = _score(every, units, vectors, wanted=frozenset(_stems(_units(title), lang)))
    picked = _pick(scored, _Pool.of(every, units), vectors, size) or list(scored[:size])
    return tuple(replace(every[one.index], why=_explain(one, len(every))) for one in picked)


def _within_reach(sentences: Sequence[Sentence]) -> list[Sentence]:
    if len(sentences) <= MOST_SENTENCES:
        return list(sentences)
    return [*sentences[: MOST_SENTENCES * 3 // 4], *sentences[-MOST_SENTENCES // 4 :]]


def _units(text: str) -> list[str]:
    """The words of a sentence; of Chinese and Japanese, pairs of signs."""
    if is_cjk(text):
        return [text[start : start + 2] for start in range(len(text) - 1)]
    return split_words(text)


def _stems(units: Sequence[str], lang: str) -> list[str]:
    return [stem for stem in [_stem(unit, lang) for unit in units] if stem]


@lru_cache(maxsize=200_000)
def _stem(unit: str, lang: str) -> str:
    return "" if is_small_word(unit.casefold(), lang) else word_key(unit, lang)


def _vectors(units: Sequence[Sequence[str]], lang: str) -> list[Vector]:
    """For each sentence a vector of length one: its stems, damped, times how rare they are among the sentences."""
    rows = [Counter(_stems(row, lang)) for row in units]
    seen = Counter(stem for row in rows for stem in row)
    return [
        _unit({stem: (1 + log(count)) * log(1 + len(rows) / seen[stem]) for stem, count in row.items()}) for row in rows
    ]


def _unit(weights: Mapping[str, float]) -> Vector:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()} if length else {}


def _likeness(left: Vector, right: Vector) -> float:
    return sum(weight * right[stem] for stem, weight in left.items() if stem in right)


def _centrality(vectors: Sequence[Vector]) -> list[float]:
    """How like each sentence is to all the others together, 1 for the most: degree centrality over cosines.

    Source: Erkan and Radev 2004, who find it as good as LexRank; it takes time linear in the text.
    """
    total: Counter[str] = Counter()
    for vector in vectors:
        total.update(vector)
    sums = [_likeness(vector, total) - (1.0 if vector else 0.0) for vector in vectors]
    most = max(sums, default=0.0)
    return [one / most if most > 0 else 0.0 for one in sums]


def _score(
    every: Sequence[Sentence], units: Sequence[Sequence[str]], vectors: Sequence[Vector], *, wanted: frozenset[str]
) -> list[_Scored]:
    central = _centrality(vectors)
    scored = []
    for index, sentence in enumerate(every):
        parts = {
            "place": _place(index),
            "centre": central[index],
            "title": len(wanted & vectors[index].keys()) / len(wanted) if wanted else 0.0,
            "length": _fit(len(units[index]) / (2 if is_cjk(sentence.text) else 1)),
            "opening": float(not index or every[index - 1].at != sentence.at),
        }
        scored.append(_Scored(index, round(sum(WEIGHTS[name] * part for name, part in parts.items()), 6), parts))
    return scored


def _place(index: int) -> float:
    return 1 / sqrt(1 + index)


def _fit(words: float) -> float:
    return max(0.0, 1 - abs(words - BEST_LENGTH) / BEST_LENGTH)


@dataclass(frozen=True, slots=True)
class _Pool:
    """Which sentences may be chosen by themselves, which only after the one before, and how long each is."""

    alone: frozenset[int]
    after: frozenset[int]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, every: Sequence[Sentence], units: Sequence[Sequence[str]]) -> _Pool:
        """The pool of a document's sentences; where none stands alone, every complete one counts as if it did."""
        complete = [index for index, sentence in enumerate(every) if is_complete(sentence.text)]
        alone = [index for index in complete if needs_nothing(every[index].text)]
        after = [
            index
            for index in complete
            if index and follows_well(every[index].text) and every[index - 1].at == every[index].at
        ]
        return cls(frozenset(alone or complete), frozenset(after), tuple(map(len, units)))

    def open_to(self, index: int, picked: Sequence[int]) -> bool:
        """Whether a sentence may join those picked."""
        return index in self.alone or (index in self.after and index - 1 in picked)


def _pick(scored: Sequence[_Scored], pool: _Pool, vectors: Sequence[Vector], size: int) -> list[_Scored]:
    """The best sentences, one by one, each judged by what it adds; back in source order."""
    picked: list[int] = []
    left = {one.index for one in scored}
    while len(picked) < size:
        free = [index for index in left if pool.open_to(index, picked)]
        alike = {i: max((_likeness(vectors[i], vectors[o]) for o in picked), default=0.0) for i in free}
        free = [index for index in free if alike[index] <= TOO_ALIKE]
        fresh = _fitting(free, picked, pool, MOST_WORDS) or _fitting(free, picked, pool, FULL_WORDS)
        if not fresh:
            break
        gain = {i: scored[i].score - REPETITION * alike[i] + ADJOINING * (i - 1 in picked) for i in fresh}
        best = max(fresh, key=lambda i: (gain[i], -i))
        left.discard(best)
        picked.append(best)
    return [scored[index] for index in sorted(picked)]


def _fitting(free: Sequence[int], picked: Sequence[int], pool: _Pool, most: int) -> list[int]:
    """The sentences with which the summary stays within so many words; a first one always does."""
    room = most - sum(pool.lengths[index] for index in picked)
    return [index for index in free if not picked or pool.lengths[index] <= room]


def _explain(one: _Scored, count: int) -> str:
    parts = one.parts
    return (
        f"sentence {one.index + 1} of {count}; likeness to the whole {parts['centre']:.2f}, "
        f"words of the title {parts['title']:.0%}, length {parts['length']:.2f}; score {one.score:.2f}"
    )
