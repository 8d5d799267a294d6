"""Why two articles belong together, in words: the terms of both that are rare enough to mean something."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from digest.analyze.wording import make_key
from digest.model import Candidate, Draft, Term
from digest.relate.rarity import blend_rarity
from digest.relate.weights import COMMON, NEARLY_ALL, Subject, find_subject, is_telling, what_it_adds

NAMED = 3  # terms in a reason; more are a list
RARE = 3.4  # blended rarity, 0 to 8; "data" or "team" are no reason
RARE_PHRASE = 3.0  # of a phrase, whose words may be common: "language models"
ENOUGH = 4.6  # a plain word below is a reason beside another term only
WORN = 0.05  # of the articles; a term of more of them must be discussed to be the whole reason
OFTEN = 3  # times; a proper name that stands so often is written about, not a byline
SMALL = 24  # articles; in so few, a plain word may stand beside a reason though it is a key term of neither
COMMONEST = 0.25  # of the articles; what more of them discuss tells none apart
PHRASE = 1.3  # a phrase says more than a word
PROPER = re.compile(r"[A-Z][a-z’']+(?: [A-Z]\.?)?(?: [A-Z][a-z’'-]+){1,2}")  # of a person, a place, an office
FEW = 3  # articles; what so many share may be a reason even in a small library
MENTIONED = 0.25  # weight of a term in an article that mentions it but has stronger ones
DISCUSSED = 0.3  # weight in both from which they discuss it, not only mention it


@dataclass(frozen=True, slots=True)
class Use:
    """What a term weighs in one article, how it is written there, how rare it is, and whether it is reason enough."""

    term: str
    weight: float
    rarity: float
    enough: bool = True


@dataclass(frozen=True, slots=True)
class Reason:
    """The reason as a sentence's part, and the terms it rests on."""

    why: str
    terms: tuple[str, ...]


Shared = Sequence[Mapping[str, Use]]


def find_uses(drafts: Sequence[Draft], terms: Sequence[tuple[Term, ...]], uses: Mapping[str, int]) -> Shared:
    """By article, the terms that could be a reason: telling, rare enough, and in another article too."""
    scale = _Scale.of(drafts, uses)
    return [_uses(draft, own, scale) for draft, own in zip(drafts, terms, strict=True)]


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
        rarity = blend_rarity(candidate.zipf, used, scale.total)
        if not (1 < used <= scale.most and _may_count(candidate, rarity, key in weights, scale.total)):
            continue
        if key in scale.authors and f" {key} " not in title:
            continue  # who writes for the library is no subject of it, unless written about
        if not scale.is_subject(candidate) and what_it_adds(candidate, used, scale.subject, zipfs) == 1:
            weight = weights.get(key, MENTIONED / 2)
            weighed = rarity * (PHRASE if candidate.words > 1 else 1)
            found[key] = Use(
                candidate.term, weight, weighed, _is_enough(candidate, weight, rarity, worn=scale.is_worn(used))
            )
    return found


def _is_enough(candidate: Candidate, weight: float, rarity: float, *, worn: bool) -> bool:
    """Whether a term may be the whole reason: no plain word, no proper name or well-worn term mentioned in passing."""
    if candidate.words == 1 and not candidate.named:
        return rarity >= ENOUGH
    if PROPER.fullmatch(candidate.term):
        return candidate.count >= OFTEN
    return weight >= DISCUSSED or not worn


def _may_count(candidate: Candidate, rarity: float, is_term: bool, total: int) -> bool:
    """Whether a candidate may be part of a reason: a plain word only if it is a key term, or in a small library."""
    if candidate.words > 1:
        return rarity >= RARE_PHRASE and is_telling(candidate)
    if is_term:
        return rarity >= RARE and is_telling(candidate)
    if candidate.named:
        return min(rarity, 8 - candidate.zipf) >= RARE
    return rarity >= RARE and total < SMALL and candidate.boost >= 1


def find_reason(one: int, other: int, *, shared: Shared, link: str | None = None) -> Reason | None:
    """The reason why two articles are related; None where nothing that they share is worth naming."""
    left, right = shared[one], shared[other]
    keys = sorted(
        left.keys() & right.keys(),
        key=lambda key: (not _both(left[key], right[key]), -_worth(left[key], right[key]), key),
    )
    chosen = _apart(keys)[:NAMED]
    chosen = chosen if any(_both(left[key], right[key]) for key in chosen) else []
    terms = tuple(left[key].term for key in chosen)
    if link:
        return Reason(f"{link}; {_say(chosen, left, right)}" if terms else link, terms)
    return Reason(_say(chosen, left, right), terms) if terms else None


def _both(left: Use, right: Use) -> bool:
    return left.enough and right.enough


def _worth(left: Use, right: Use) -> float:
    return sqrt(left.weight * right.weight) * left.rarity


def _apart(keys: Sequence[str]) -> list[str]:
    """The keys, none of which is part of one before it or holds it."""
    kept: list[str] = []
    for key in keys:
        if not any(f" {key} " in f" {other} " or f" {other} " in f" {key} " for other in kept):
            kept.append(key)
    return kept


def _say(keys: Sequence[str], left: Mapping[str, Use], right: Mapping[str, Use]) -> str:
    discussed = [key for key in keys if min(left[key].weight, right[key].weight) >= DISCUSSED]
    verb, named = ("discuss", discussed) if discussed else ("mention", list(keys))
    return f"both {verb} {join_words([left[key].term for key in named])}"


def join_words(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
