"""Candidates of all drafts to key terms of each: weighed against language and collection, names of one thing merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log2, prod
from operator import attrgetter
from statistics import fmean

from digest.analyze.definitions import defined_keys
from digest.analyze.terms import find_factors
from digest.analyze.wording import make_key
from digest.model import Candidate, Draft, Term
from digest.relate.kinds import Kinds
from digest.relate.rarity import blend_rarity, share_of

MOST = 30  # terms an article; of a text of 300 words the names that it mentions once are among them
PER_WORDS = 12  # words of text for each term beyond the fewest
FEWEST = 8
TECHNICAL = 5.3  # rarity in the language; a plain word from here on is a technical one even if it stands once
EARNED = 0.3  # by how much each further time that it stands lowers the bar for a plain word
PLAIN = 3.5  # an everyday word, below, is no term however often it stands
SHARED = 0.4  # what a term earns for each doubling of the articles that have it: it leads somewhere; less as the library grows
COMMON = 0.6  # of the articles; what more of them speak of is the library's subject, not an article's
EVERYWHERE = 0.4
FEW = 4  # articles; below, nothing can be said to be common
NEARLY_ALL = 0.8  # of the articles; a name that so many share says nothing of any of them
LEANING = 0.2  # a phrase that adds but an everyday word to such a name: AI landscape
EVERYDAY = 3.2  # Zipf; such a word
WEAK = 0.6  # a phrase of common words that stands once or twice and in no other article: human needs
WEAK_FROM = 4.3  # Zipf
OUTGROWN = 2  # a part of a longer term stays beside it if it stands so many times as often
ADDED = 0.2  # a longer term stands so often, beside a part of it, or is but one of the ways to go on: Zig projects
SIBLINGS = 3  # terms that begin or end alike; one more that stands once is a further example: Fence project
PUT_TOGETHER = 2  # terms that a longer one is made of: it says nothing that they do not
NOTHING_TOLD = Kinds()


@dataclass(frozen=True, slots=True)
class Subject:
    """What nearly every article of a library shares: its stems, and those of them that are written as names."""

    stems: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


def count_uses(drafts: Sequence[Draft]) -> Mapping[str, int]:
    """In how many drafts each candidate stands, by key; a single word counts wherever it is used at all."""
    phrases = Counter(map(attrgetter("key"), chain.from_iterable(draft.candidates for draft in drafts)))
    words = _count_words(drafts)
    return {key: max(count, words[key]) for key, count in phrases.items()}


def _count_words(drafts: Sequence[Draft]) -> Counter[str]:
    return Counter(map(attrgetter("stem"), chain.from_iterable(draft.vocabulary for draft in drafts)))


def find_subject(drafts: Sequence[Draft], uses: Mapping[str, int], *, share: float = NEARLY_ALL) -> Subject:
    """The words that such a share of the articles use, without those that one defines; none in a library of a few."""
    if len(drafts) < FEW:
        return Subject()
    least = share * len(drafts)
    stems = {stem for stem, count in _count_words(drafts).items() if count >= least}
    stems |= {key for key, count in uses.items() if count >= least and " " not in key}
    stems -= {key for draft in drafts for key in defined_keys(draft.definitions, draft.lang)}
    named = Counter(one.key for draft in drafts for one in draft.candidates if one.named and one.key in stems)
    names = {key for key, count in named.items() if 2 * count > uses[key]}
    return Subject(frozenset(stems), frozenset(names | {stem for stem in stems if not stem.isalpha()}))


def weigh_terms(
    drafts: Sequence[Draft], *, uses: Mapping[str, int], kinds: Kinds = NOTHING_TOLD
) -> list[tuple[Term, ...]]:
    """Key terms per draft, in the drafts' order, strongest first, the strongest weighing 1.

    A term weighs its count, damped, times its rarity, its length and what its place earns. The collection's share of
    the rarity grows with its size: with five drafts its idf is noise. Ties go to the alphabet.
    """
    subject = find_subject(drafts, uses)
    return [_weigh(draft, uses, subject, kinds, len(drafts)) for draft in drafts]


def _weigh(draft: Draft, uses: Mapping[str, int], subject: Subject, kinds: Kinds, total: int) -> tuple[Term, ...]:
    zipfs = {word.stem: word.zipf for word in draft.vocabulary}
    weighed = [
        (prod(_factors(candidate, uses[candidate.key], total, subject, zipfs).values()), candidate)
        for candidate in draft.candidates
        if is_telling(candidate)
    ]
    weighed = [pair for pair in weighed if pair[0]]
    weighed.sort(key=lambda pair: (-pair[0], pair[1].key))
    kept = _take_apart(weighed, most=min(MOST, max(FEWEST, draft.words // PER_WORDS)), lang=draft.lang)
    strongest = kept[0][0] if kept else 1.0
    return tuple(
        Term(one.term, one.key, round(weight / strongest, 3), one.aka, *kinds.find(one)) for weight, one in kept
    )


def _take_apart(weighed: Sequence[tuple[float, Candidate]], *, most: int, lang: str) -> list[tuple[float, Candidate]]:
    """The first so many, none of which repeats one before it.

    Of a hundred candidates few share a word with one that is kept: those alone are compared with each of them.
    """
    kept: list[tuple[float, Candidate]] = []
    keys: set[str] = set()
    ends: Counter[str] = Counter()  # how many that are kept begin or end with a stem
    names = " "  # of all that are kept
    for weight, candidate in weighed:
        if len(kept) == most:
            break
        parts = keys.intersection(_parts(candidate.key)) - {candidate.key}
        if len(parts) >= PUT_TOGETHER:
            continue
        near = f" {candidate.key} " in names or parts
        if near and any(_repeats(candidate, other, lang) for _, other in kept):
            continue
        own = _find_ends(candidate)
        if candidate.count == 1 and any(ends[end] >= SIBLINGS for end in own):
            continue
        kept.append((weight, candidate))
        for end in own:
            ends[end] += 1
        keys.add(candidate.key)
        names += " | ".join([candidate.key, *(make_key(name, lang) for name in candidate.aka), ""])
    return kept


def _find_ends(candidate: Candidate) -> tuple[str, ...]:
    """The first and last stem of a phrase, told apart; none of a word or a name."""
    stems = candidate.key.split(" ")
    return (f"{stems[0]} …", f"… {stems[-1]}") if len(stems) > 1 and not candidate.named else ()


def _parts(key: str) -> list[str]:
    """Every run of a key's stems."""
    stems = key.split(" ")
    size = len(stems)
    return [" ".join(stems[start:end]) for start in range(size) for end in range(start + 1, size + 1)]


def explain_weights(draft: Draft, drafts: Sequence[Draft]) -> Mapping[str, Mapping[str, float]]:
    """What the weights of a draft's candidates are the product of, by key, before the strongest becomes 1."""
    uses = count_uses(drafts)
    subject = find_subject(drafts, uses)
    zipfs = {word.stem: word.zipf for word in draft.vocabulary}
    return {one.key: _factors(one, uses[one.key], len(drafts), subject, zipfs) for one in draft.candidates}


def _factors(
    candidate: Candidate, used: int, total: int, subject: Subject, zipfs: Mapping[str, float]
) -> Mapping[str, float]:
    return {
        **find_factors(candidate, rarity=blend_rarity(candidate.zipf, used, total)),
        "spread": _spread(candidate, used, total) * what_it_adds(candidate, used, subject, zipfs),
    }


def _spread(candidate: Candidate, used: int, total: int) -> float:
    spread = 1 + SHARED * (1 - share_of(total)) * log2(max(1, used))
    if total >= FEW and used > COMMON * total:
        spread = EVERYWHERE
    if used == 1 and candidate.count < 3 and candidate.zipf >= WEAK_FROM and not candidate.named:
        spread *= WEAK
    return spread


def what_it_adds(candidate: Candidate, used: int, subject: Subject, zipfs: Mapping[str, float]) -> float:
    """What a candidate says beyond the library's subject, 0 to 1: nothing, an everyday word, or all that it says."""
    stems = candidate.key.split()
    if subject.stems.isdisjoint(stems):
        return 1.0
    rest = [stem for stem in stems if stem not in subject.stems]
    leans = any(stem in subject.names for stem in stems)
    if not rest:
        said = len(stems) > 1 and (used > 1 or (candidate.count > 1 and not leans))
        return (LEANING if leans else 1.0) if said else 0.0
    everyday = fmean(zipfs.get(stem, EVERYDAY) for stem in stems if stem not in subject.names) >= EVERYDAY
    return LEANING if leans and everyday else 1.0


def is_telling(candidate: Candidate) -> bool:
    """Whether a candidate could be underlined by a person: no everyday or describing word that stands alone.

    A plain word must be technical, or stand often; a name, or a term that the text defines or introduces, need not.
    """
    if candidate.words > 1 or candidate.named:
        return True
    bar = max(PLAIN, TECHNICAL - EARNED * (candidate.count - 1))
    return candidate.boost >= 1 and 8 - candidate.zipf >= bar


def _repeats(candidate: Candidate, stronger: Candidate, lang: str) -> bool:
    """Whether one is part of the other, or of another name of it, so that naming both tells no more."""
    one, other = f" {candidate.key} ", f" {stronger.key} "
    if one in other:
        return one != other and candidate.count < OUTGROWN * stronger.count
    if any(one in f" {make_key(name, lang)} " for name in stronger.aka):
        return candidate.count < OUTGROWN * stronger.count
    return other in one and candidate.count <= max(1, ADDED * stronger.count)
