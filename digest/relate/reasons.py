"""Why two articles belong together, in words: the terms of both that are rare enough to mean something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from digest.model import Draft, Term
from digest.relate.rarity import blend_rarity
from digest.relate.weights import is_telling

NAMED = 3  # terms in a reason; more are a list
RARE = 3.4  # blended rarity, 0 to 8; "data" or "team" are no reason
COMMONEST = 0.25  # of the articles; what more of them discuss tells none apart
PHRASE = 1.3  # a phrase says more than a word
FEW = 3  # articles; what so many share may be a reason even in a small library
MENTIONED = 0.25  # weight of a term in an article that mentions it but has stronger ones
DISCUSSED = 0.3  # weight in both from which they discuss it, not only mention it


@dataclass(frozen=True, slots=True)
class Use:
    """What a term weighs in one article, how it is written there, and how rare it is."""

    term: str
    weight: float
    rarity: float


@dataclass(frozen=True, slots=True)
class Reason:
    """The reason as a sentence's part, and the terms it rests on."""

    why: str
    terms: tuple[str, ...]


Shared = Sequence[Mapping[str, Use]]


def find_uses(drafts: Sequence[Draft], terms: Sequence[tuple[Term, ...]], uses: Mapping[str, int]) -> Shared:
    """By article, the terms that could be a reason: telling, rare enough, and in another article too."""
    total = len(drafts)
    most = max(FEW, COMMONEST * total)
    return [_uses(draft, own, uses, total, most) for draft, own in zip(drafts, terms, strict=True)]


def _uses(draft: Draft, own: tuple[Term, ...], uses: Mapping[str, int], total: int, most: float) -> Mapping[str, Use]:
    weights = {term.key: term.weight for term in own}
    found = {}
    for candidate in draft.candidates:
        rarity = blend_rarity(candidate.zipf, uses[candidate.key], total)
        alone = candidate.words == 1 and candidate.term == candidate.term.lower()
        if alone and candidate.key not in weights:
            continue  # a word that is no key term of the article is no reason, however rare
        if 1 < uses[candidate.key] <= most and rarity >= RARE and is_telling(candidate):
            weight = weights.get(candidate.key, MENTIONED / 2)
            found[candidate.key] = Use(candidate.term, weight, rarity * (PHRASE if candidate.words > 1 else 1))
    return found


def find_reason(one: int, other: int, *, shared: Shared, link: str | None = None) -> Reason | None:
    """The reason why two articles are related; None where nothing that they share is worth naming."""
    left, right = shared[one], shared[other]
    keys = sorted(left.keys() & right.keys(), key=lambda key: (-_worth(left[key], right[key]), key))
    chosen = _apart(keys)[:NAMED]
    terms = tuple(left[key].term for key in chosen)
    if link:
        return Reason(f"{link}; {_say(chosen, left, right)}" if terms else link, terms)
    return Reason(_say(chosen, left, right), terms) if terms else None


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
