"""Candidates of all drafts to key terms of each: weighed against language and collection, names of one thing merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log2

from digest.analyze.terms import strength
from digest.model import Candidate, Draft, Term
from digest.relate.rarity import blend_rarity, share_of

MOST = 30  # terms an article; of a text of 300 words the names that it mentions once are among them
PER_WORDS = 12  # words of text for each term beyond the fewest
FEWEST = 8
PLAIN = (
    3.4  # rarity in the language; a single word below it is an everyday word unless it is named or told to be a term
)
SHARED = 0.8  # what a term earns for each doubling of the articles that have it: it leads somewhere; less as the library grows
COMMON = 0.6  # of the articles; what more of them speak of is the library's subject, not an article's
EVERYWHERE = 0.4
FEW = 4  # articles; below, nothing can be said to be common
OUTGROWN = 2  # a part of a longer term stays beside it if it stands so many times as often


def count_uses(drafts: Sequence[Draft]) -> Mapping[str, int]:
    """In how many drafts each candidate stands, by key; a single word counts wherever it is used at all."""
    phrases = Counter(candidate.key for draft in drafts for candidate in draft.candidates)
    words = Counter(word.stem for draft in drafts for word in draft.vocabulary)
    return {key: max(count, words[key]) for key, count in phrases.items()}


def weigh_terms(drafts: Sequence[Draft], *, uses: Mapping[str, int]) -> list[tuple[Term, ...]]:
    """Key terms per draft, in the drafts' order, strongest first, the strongest weighing 1.

    A term weighs its count, damped, times its rarity, its length and what its place earns. The collection's share of
    the rarity grows with its size: with five drafts its idf is noise. Ties go to the alphabet.
    """
    return [_weigh(draft, uses, len(drafts)) for draft in drafts]


def _weigh(draft: Draft, uses: Mapping[str, int], total: int) -> tuple[Term, ...]:
    weighed = [
        (_strength(candidate, uses[candidate.key], total), candidate)
        for candidate in draft.candidates
        if is_telling(candidate)
    ]
    weighed.sort(key=lambda pair: (-pair[0], pair[1].key))
    kept: list[tuple[float, Candidate]] = []
    most = min(MOST, max(FEWEST, draft.words // PER_WORDS))
    for weight, candidate in weighed:
        if len(kept) < most and not any(_repeats(candidate, other) for _, other in kept):
            kept.append((weight, candidate))
    strongest = kept[0][0] if kept else 1.0
    return tuple(Term(one.term, one.key, round(weight / strongest, 3), one.aka) for weight, one in kept)


def _strength(candidate: Candidate, used: int, total: int) -> float:
    spread = 1 + SHARED * (1 - share_of(total)) * log2(max(1, used))
    if total >= FEW and used > COMMON * total:
        spread = EVERYWHERE
    return strength(candidate, rarity=blend_rarity(candidate.zipf, used, total)) * spread


def is_telling(candidate: Candidate) -> bool:
    """Whether a candidate could be underlined by a person: no everyday or describing word that stands alone."""
    if candidate.words == 1 and candidate.boost < 1:
        return False
    return candidate.words > 1 or 8 - candidate.zipf >= PLAIN or candidate.term != candidate.term.lower()


def _repeats(candidate: Candidate, stronger: Candidate) -> bool:
    """Whether one is part of the other, so that naming both tells no more."""
    one, other = candidate.key.split(), stronger.key.split()
    if _holds(other, one):
        return candidate.count < OUTGROWN * stronger.count
    return _holds(one, other) and candidate.count <= 1


def _holds(long: Sequence[str], short: Sequence[str]) -> bool:
    size = len(short)
    return size < len(long) and any(long[start : start + size] == list(short) for start in range(len(long) - size + 1))
