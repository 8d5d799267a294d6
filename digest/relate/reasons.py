"""Why two articles belong together, in words: the terms of both that are rare enough to mean something."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from digest.analyze.wording import make_key
from digest.model import Candidate, Draft, Term
from digest.relate.rarity import MOST, blend_rarity
from digest.relate.weights import COMMON, NEARLY_ALL, Subject, find_subject, is_telling, what_it_adds

NAMED = 3  # terms that both discuss, in a reason; more are a list
MENTIONED_MOST = 2  # terms that both only mention; a third one makes it no stronger
RARE = 3.4  # blended rarity, 0 to 8; "data" or "team" are no reason
VERY_RARE = 5.3  # a plain word that is no key term of an article that uses it: protosketching
RARE_PHRASE = 3.0  # of a phrase, whose words may be common: "language models"
COMMON_NAME = 4.2  # Zipf; a capitalized everyday word is a piece of a longer name: "Freedom"
ENOUGH = 4.6  # a plain word below is a reason beside another term only
WORN = 0.05  # of the articles; a term of more of them must be discussed to be the whole reason
INSISTED = 5  # times; a plain word that stands so often is what the article is about: sprint, bid
CODED = re.compile(r".[A-Z0-9]")  # an acronym is no everyday word, however common: HTTPS
OFTEN = 3  # times; a proper name that stands so often is written about, not a byline
SMALL = 24  # articles; in so few, a plain word may stand beside a reason though it is a key term of neither
COMMONEST = 0.25  # of the articles; what more of them discuss tells none apart
PHRASE = 1.3  # a phrase says more than a word
PROPER = re.compile(r"[A-Z][a-z’']+(?: [A-Z]\.?)?(?: [A-Z][a-z’'-]+){1,2}")  # of a person, a place, an office
WEIGHED = 5  # terms that are evidence for a relation; a sixth adds nothing
MUCH_WEAKER = 0.35  # of the strongest term's worth
IN_PASSING = 2  # terms that both only mention in passing, to be a reason together
FEW = 3  # articles; what so many share may be a reason even in a small library
MENTIONED = 0.25  # weight of a term in an article that mentions it but has stronger ones
DISCUSSED = 0.3  # weight in both from which they discuss it, not only mention it
SHORT = 120  # words; in a shorter text a thing that is named once may be what it is about
TELLING = 0.15  # weight in one of the two; a term that is weaker in both tells of neither
CENTRAL = 0.5  # weight of a term in both, from which it is a reason however many others have it
SUBJECT = 0.8  # weight of a term in an article that is about it


@dataclass(frozen=True, slots=True)
class Use:
    """What a term weighs in one article, how it is written there, how rare it is, and whether it is reason enough.

    `in_passing`: the article names it once and goes on; `discussed`: it comes back to it, and it is a strong term there.
    """

    term: str
    weight: float
    rarity: float
    enough: bool = True
    in_passing: bool = False
    discussed: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """The terms that both have, with their keys; what is stated; whether it holds with little evidence; the terms' worth."""

    terms: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    discussed: bool = False
    link: str | None = None
    ground: str | None = None
    strong: bool = True
    worth: float = 0.0

    @property
    def why(self) -> str:
        """The reason as a sentence's part."""
        said = f"both {'discuss' if self.discussed else 'mention'} {join_words(self.terms)}" if self.terms else None
        return "; ".join(part for part in (self.link, said, self.ground) if part)

    @property
    def is_in_passing(self) -> bool:
        """Whether nothing that it names is discussed by both, and neither states anything of the other."""
        return not self.link and not self.discussed


Shared = Sequence[Mapping[str, Use]]


def find_uses(
    drafts: Sequence[Draft],
    terms: Sequence[tuple[Term, ...]],
    uses: Mapping[str, int],
    *,
    noticed: Sequence[frozenset[str]],
) -> Shared:
    """By article, the terms that could be a reason: telling, rare enough, in another article too, in no mere notice."""
    scale = _Scale.of(drafts, uses)
    return [
        {key: use for key, use in _uses(draft, own, scale).items() if key not in not_its_own}
        for draft, own, not_its_own in zip(drafts, terms, noticed, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Scale:
    """What the library is like that its articles' terms are weighed in."""

    uses: Mapping[str, int]
    total: int
    subject: Subject
    authors: frozenset[str]

    @classmethod
    def of(cls, drafts: Sequence[Draft], uses: Mapping[str, int]) -> _Scale:
        authors = {make_key(name, draft.lang) for draft in drafts for name in draft.document.authors}
        share = NEARLY_ALL if len(drafts) < SMALL else COMMON
        return cls(uses, len(drafts), find_subject(drafts, uses, share=share), frozenset(authors))

    @property
    def most(self) -> float:
        """In so many articles a term may stand and still be a reason."""
        return max(FEW, COMMONEST * self.total)

    def is_worn(self, used: int) -> bool:
        """Whether so many articles use a term that to mention it says little."""
        return self.total >= SMALL and used > WORN * self.total

    def is_subject(self, candidate: Candidate) -> bool:
        """Whether a phrase is put together from the library's own words: "project teams" says nothing there."""
        return self.total >= SMALL and self.subject.stems.issuperset(candidate.key.split())


def _uses(draft: Draft, own: tuple[Term, ...], scale: _Scale) -> Mapping[str, Use]:
    weights = {term.key: term.weight for term in own}
    title = f" {make_key(draft.document.title, draft.lang)} "
    zipfs = {word.stem: word.zipf for word in draft.vocabulary}
    found = {}
    for candidate in draft.candidates:
        key, used = candidate.key, scale.uses[candidate.key]
        if used < 2:
            continue
        rarity = blend_rarity(candidate.zipf, used, scale.total)
        if not (_is_central(candidate, weights) or _may_count(candidate, rarity, key in weights, scale)):
            continue
        if key in scale.authors and f" {key} " not in title:
            continue  # who writes for the library is no subject of it, unless written about
        own_words = scale.subject.stems.isdisjoint(key.split())
        if own_words or (not scale.is_subject(candidate) and what_it_adds(candidate, used, scale.subject, zipfs) == 1):
            weight = weights.get(key, MENTIONED / 2)
            weighed = rarity * (PHRASE if candidate.words > 1 else 1)
            enough = _is_enough(candidate, weight, rarity, worn=scale.is_worn(used))
            once = candidate.count < 2
            found[key] = Use(
                term=candidate.term,
                weight=weight,
                rarity=weighed,
                enough=enough,
                in_passing=once and (draft.words >= SHORT or weight < DISCUSSED),
                discussed=weight >= DISCUSSED and not once,
            )
    return found


def _is_enough(candidate: Candidate, weight: float, rarity: float, *, worn: bool) -> bool:
    """Whether a term may be the whole reason: no plain word, no proper name or well-worn term mentioned in passing."""
    everyday = candidate.zipf >= COMMON_NAME and not CODED.search(candidate.term)
    if candidate.words == 1 and (everyday or not candidate.named):
        return rarity >= ENOUGH or (candidate.count >= INSISTED and weight >= DISCUSSED)
    if PROPER.fullmatch(candidate.term):
        return candidate.count >= OFTEN
    return weight >= DISCUSSED or candidate.count > 1 or not worn


def _is_central(candidate: Candidate, weights: Mapping[str, float]) -> bool:
    """Whether a phrase is what an article is about, so that it may be a reason however many others have it."""
    phrase = candidate.words > 1 and candidate.count > 1 and is_telling(candidate)
    return phrase and weights.get(candidate.key, 0.0) >= CENTRAL and MOST - candidate.zipf >= RARE


def _may_count(candidate: Candidate, rarity: float, is_term: bool, scale: _Scale) -> bool:
    """Whether a candidate may be part of a reason: a plain word only if it is a key term, very rare, or the library small."""
    if scale.uses[candidate.key] > scale.most:
        return False
    if candidate.words > 1:
        return rarity >= RARE_PHRASE and is_telling(candidate)
    if is_term:
        return rarity >= RARE and is_telling(candidate)
    if candidate.named:
        return min(rarity, MOST - candidate.zipf) >= RARE
    return candidate.boost >= 1 and rarity >= (RARE if scale.total < SMALL else VERY_RARE)


def find_reason(
    one: int, other: int, *, shared: Shared, link: str | None = None, ground: str | None = None
) -> Reason | None:
    """The reason why two articles are related; None where nothing that they share is worth naming.

    A stated link comes first, then the terms, then what both quote, cite or link to. A term must be more than mentioned
    in passing by one of the two, or stand beside a second one; what is much weaker than the strongest is not named.
    """
    left, right = shared[one], shared[other]
    keys = sorted(
        left.keys() & right.keys(),
        key=lambda key: (not _both(left[key], right[key]), -_worth(left[key], right[key]), key),
    )
    names = frozenset(key for key in keys if PROPER.fullmatch(left[key].term))
    chosen = _telling(_apart(keys, names)[:NAMED], left, right)
    discussed = [key for key in chosen if left[key].discussed and right[key].discussed]
    named = discussed or chosen[:MENTIONED_MOST]
    if not (named or link or ground):
        return None
    strong = bool(link or discussed or len(chosen) > 1 or (chosen and _is_told(left[chosen[0]], right[chosen[0]])))
    worth = sum(_worth(left[key], right[key]) for key in keys[:WEIGHED] if _both(left[key], right[key]))
    terms = tuple(left[key].term for key in named)
    return Reason(terms, tuple(named), bool(discussed), link, ground, strong, worth)


def _is_told(left: Use, right: Use) -> bool:
    """Whether a term is among the strong ones of at least one of the two: the other's reader finds more on it there."""
    return max(left.weight, right.weight) >= DISCUSSED


def _both(left: Use, right: Use) -> bool:
    return left.enough and right.enough


def _telling(keys: Sequence[str], left: Mapping[str, Use], right: Mapping[str, Use]) -> list[str]:
    """The keys that are worth naming, the strongest first; none where all together are no reason."""
    keys = [key for key in keys if max(left[key].weight, right[key].weight) >= TELLING]
    enough = [key for key in keys if _both(left[key], right[key])]
    if not enough:
        return []
    least = MUCH_WEAKER * _worth(left[enough[0]], right[enough[0]])
    if all(left[key].in_passing and right[key].in_passing for key in enough) and len(enough) < IN_PASSING:
        return []
    return [key for key in keys if _worth(left[key], right[key]) >= least]


def _worth(left: Use, right: Use) -> float:
    return sqrt(left.weight * right.weight) * left.rarity


def _apart(keys: Sequence[str], names: frozenset[str]) -> list[str]:
    """The keys, none of which is part of one before it or holds it; for a part of a name, the name: Steve Portigal."""
    kept: list[str] = []
    for part in keys:
        key = next((name for name in keys if name in names and f" {part} " in f" {name} "), part)
        if not any(f" {key} " in f" {other} " or f" {other} " in f" {key} " for other in kept):
            kept.append(key)
    return kept


def join_words(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
