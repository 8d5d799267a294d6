"""Sentences to a summary: a few that stand alone, say most of the piece and do not repeat each other, in its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from digest.analyze.salience import WEIGHTS, Weighed, likeness, weigh_sentences
from digest.analyze.standing import follows_well, is_complete, needs_nothing
from digest.analyze.wording import split_words
from digest.folding import fold_text
from digest.model import Sentence

MOST_SENTENCES = 400  # weighed; of a book, the opening and the close
SHORTLIST = 24  # sentences that are read for their words, best by place and stems; all, where these make no summary
ADJOINING = 0.3  # what a sentence earns when the one before it is chosen: together they read as one thought
REPETITION = 0.5  # how much of a sentence's score likeness to a chosen one takes away
TOO_ALIKE = 0.6  # cosine; a second sentence that says the same
ENOUGH_WORDS = 50  # of a whole summary; people's own have about forty, and a third long sentence tells little more
FRAME = 3  # times that a sentence stands in a text; it is a box, not prose (a pulled quote stands there twice)
FEWEST = 2  # sentences that a summary has, however long
MOST_WORDS = 85  # and none that goes past this; a first sentence may
PARTS = {  # what a person reads of each part of a score
    "opening": "near the opening, and like the whole",
    "centre": "like the whole",
    "title": "has words of the title",
    "next": "the next sentence has words of the title",
    "words": "has the words that recur",
    "cue": "says what a thing is, or what for",
    "news": "says what is new",
    "announces": "says what the piece does or found",
    "member": "about one thing of a list",
    "writer": "about who writes",
    "adjoining": "follows a chosen sentence",
    "repetition": "like a chosen sentence",
}


def summarize(
    sentences: Sequence[Sentence], *, title: str, lang: str, size: int, members: Collection[str] = ()
) -> tuple[Sentence, ...]:
    """Up to `size` sentences in source order, each with the parts of its score; of odd text, the first ones.

    `members` are the anchors of paragraphs about one thing of a list, which says less of the whole.
    """
    every = _within_reach(sentences)
    if not every or not size:
        return ()
    picked: list[_Picked] = []
    for most in (SHORTLIST, len(every)):
        weighed = weigh_sentences(every, title=title, lang=lang, members=members, most=most)
        pool = _Pool.of(every, [one.index for one in weighed], title=title)
        picked = _pick(weighed, pool, size)
        if most >= len(every) or (pool.stands and _is_full(picked, size)):
            break
    return tuple(_explain(every[one.weighed.index], one, len(every)) for one in picked or map(_Picked, weighed[:size]))


def _within_reach(sentences: Sequence[Sentence]) -> list[Sentence]:
    if len(sentences) <= MOST_SENTENCES:
        return list(sentences)
    return [*sentences[: MOST_SENTENCES * 3 // 4], *sentences[-MOST_SENTENCES // 4 :]]


@dataclass(frozen=True, slots=True)
class _Pool:
    """Which sentences may be chosen by themselves, and which only after the one before."""

    alone: frozenset[int]
    after: frozenset[int]
    stands: bool

    @classmethod
    def of(cls, every: Sequence[Sentence], indexes: Sequence[int], *, title: str) -> _Pool:
        """The pool of some of a document's sentences; where none stands alone, every complete one counts as if it did.

        A sentence that says the title again, which stands above the summary, is none of them, nor one of the frame.
        """
        said = split_words(fold_text(title))
        times = Counter(sentence.text for sentence in every)
        told = [index for index in indexes if times[every[index].text] < FRAME and not _says(every[index].text, said)]
        complete = [index for index in told if is_complete(every[index].text)]
        alone = [index for index in complete if needs_nothing(every[index].text)]
        after = [
            index
            for index in complete
            if index and follows_well(every[index].text) and every[index - 1].at == every[index].at
        ]
        return cls(frozenset(alone or complete), frozenset(after), bool(alone))

    def open_to(self, index: int, picked: Collection[int]) -> bool:
        """Whether a sentence may join those picked."""
        return index in self.alone or (index in self.after and index - 1 in picked)


def _says(sentence: str, title: Sequence[str]) -> bool:
    folded = fold_text(sentence)
    if title and title[0] not in folded:  # most sentences: their words need not be looked at
        return False
    return split_words(folded) == title


@dataclass(frozen=True, slots=True)
class _Picked:
    """A sentence that was picked, and by how much those picked before it changed its score."""

    weighed: Weighed
    changes: Mapping[str, float] = field(default_factory=dict)


def _pick(weighed: Sequence[Weighed], pool: _Pool, size: int) -> list[_Picked]:
    """The best sentences, one by one, each judged by what it adds; back in source order."""
    picked: dict[int, _Picked] = {}
    left = {one.index: one for one in weighed}
    while not _is_full(list(picked.values()), size):
        free = [one for index, one in left.items() if pool.open_to(index, picked)]
        alike = {one.index: _most_alike(one, picked.values()) for one in free}
        fresh = [one for one in _fitting(free, picked.values()) if alike[one.index] <= TOO_ALIKE]
        if not fresh:
            break
        changes = {
            one.index: {
                "repetition": -REPETITION * alike[one.index],
                "adjoining": ADJOINING * (one.index - 1 in picked),
            }
            for one in fresh
        }
        best = max(fresh, key=lambda one: (one.score + sum(changes[one.index].values()), -one.index))
        picked[best.index] = _Picked(left.pop(best.index), changes[best.index])
    return [picked[index] for index in sorted(picked)]


def _is_full(picked: Collection[_Picked], size: int) -> bool:
    return len(picked) >= size or (len(picked) >= FEWEST and _words_of(picked) >= ENOUGH_WORDS)


def _most_alike(one: Weighed, picked: Collection[_Picked]) -> float:
    return max((likeness(one.vector, other.weighed.vector) for other in picked), default=0.0)


def _words_of(picked: Collection[_Picked]) -> int:
    return sum(one.weighed.length for one in picked)


def _fitting(free: Sequence[Weighed], picked: Collection[_Picked]) -> list[Weighed]:
    """The sentences that a summary still has room for; a first one it always has."""
    words = _words_of(picked)
    return [one for one in free if not picked or words + one.length <= MOST_WORDS]


def _explain(sentence: Sentence, one: _Picked, count: int) -> Sentence:
    """A sentence with its place, what its score is made of, and what the sentences picked before it changed in that."""
    worths = ((name, WEIGHTS[name] * part) for name, part in one.weighed.parts.items())
    parts = [(PARTS[name], round(worth, 2)) for name, worth in (*worths, *one.changes.items())]
    told = sorted((part for part in parts if part[1]), key=lambda part: (-abs(part[1]), part[0]))
    score = one.weighed.score + sum(one.changes.values())
    return replace(sentence, why=f"sentence {one.weighed.index + 1} of {count}; score {score:.2f}", parts=tuple(told))
