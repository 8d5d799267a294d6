"""Groups of articles to names that could stand in a table of contents: key terms as the sources write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt

from digest.folding import fold_text
from digest.model import Candidate, Term
from digest.relate.reasons import PROPER
from digest.relate.subjects import Subjects
from digest.relate.vectors import Space

TERMS = 12  # of a theme
HELD = 0.3  # share of a theme's articles whose key terms hold a good name
PERSONAL = 0.4  # what a name like a person's is worth where less than half of a theme's articles hold it
LENGTHS = {1: 0.8, 2: 1.2, 3: 1.15}  # words of a name to factor; longer ones 1
SHARED = 0.5  # share of a theme's articles that speak of a good name; what fewer speak of is worth less and less
PLAIN = 0.5  # what an everyday word is worth beside a key term: foods, students
EVERYDAY = 5.85  # Zipf; a commoner word names no theme: world, people, time
COMMON = 0.4  # of the articles; what more of them use names no theme


def name_groups(
    groups: Sequence[Sequence[int]], terms: Sequence[tuple[Term, ...]], uses: Mapping[str, int]
) -> list[tuple[Term, ...]]:
    """For each group its terms, most telling first; the first is its name, and no two groups have one name.

    A term tells of a group what it weighs in the group's articles, times how much more often it stands there than
    elsewhere. No group is named after a person. A name is not taken twice, nor with words added, nor spelled out where
    its acronym is taken: the larger group has the first choice.
    """
    ranked = [_rank(group, terms, uses, len(terms)) for group in groups]
    taken: list[Term] = []
    named: dict[int, tuple[Term, ...]] = {}
    for number in sorted(range(len(groups)), key=lambda number: (-len(groups[number]), number)):
        name = _choose([term for term in ranked[number] if term.kind != "person"], taken)
        if name is not None:
            taken.append(name)
            named[number] = (name, *(term for term in ranked[number] if term.key != name.key))[:TERMS]
    return [named.get(number, ()) for number in range(len(groups))]


def _choose(ranked: Sequence[Term], taken: Sequence[Term]) -> Term | None:
    free = (term for term in ranked if not any(clash(term, other) for other in taken))
    other = (term for term in ranked if all(term.key != other.key for other in taken))
    return next(free, None) or next(other, None)


def tell_groups(
    groups: Sequence[Sequence[int]], names: Sequence[Term], terms: Sequence[tuple[Term, ...]], uses: Mapping[str, int]
) -> list[tuple[Term, ...]]:
    """For each named group its terms: the name, then those that tell most of it."""
    told = []
    for group, name in zip(groups, names, strict=True):
        others = [term for term in _rank(group, terms, uses, len(terms)) if term.key != name.key]
        told.append((name, *others)[:TERMS])
    return told


def rank_names(group: Sequence[int], space: Space, subjects: Subjects) -> list[Term]:
    """What could name a group, best first: what it is about on the whole, and not what two of its articles mention.

    A name is worth its mean weight in the articles' vectors, times how much more of them speak of it than of the others,
    times the share that does. An everyday word must stand in a title. Persons name no theme.
    """
    weights: dict[str, float] = defaultdict(float)
    speakers: dict[str, list[int]] = defaultdict(list)
    for index in group:
        own = subjects.candidates[index]
        for feature, weight in space.vectors[index].items():
            if feature in own:
                weights[feature] += weight
        for key in subjects.spoken[index]:
            speakers[key].append(index)
    ranked = []
    for key in sorted(key for key in weights if len(speakers.get(key, ())) > 1):
        held = [subjects.candidates[index][key] for index in speakers[key] if key in subjects.candidates[index]]
        unfit = key in subjects.people or min((one.zipf for one in held), default=0.0) >= EVERYDAY
        if len(held) > 1 and not unfit and subjects.uses[key] <= COMMON * len(space.vectors):
            worth = weights[key] / len(group) * _standing(held, speakers[key], len(group), subjects)
            ranked.append(_as_written(held, worth))
    return sorted((name for name in ranked if name.weight), key=lambda name: (-name.weight, name.key))


def _standing(held: Sequence[Candidate], speakers: Sequence[int], size: int, subjects: Subjects) -> float:
    """What a name's share, rarity elsewhere and writing make of its weight; `speakers` of so many articles speak of it."""
    key = held[0].key
    share = len(speakers) / size
    lift = log(1 + share * len(subjects.spoken) / subjects.uses[key])
    technical = sum(key in subjects.terms[index] for index in speakers) > 1
    titled = " " in key or any(key in subjects.titles[index] for index in speakers)
    plain = 1.0 if technical else PLAIN * titled
    person = share < SHARED and PROPER.fullmatch(held[0].term) is not None
    length = LENGTHS.get(len(key.split()), 1.0)
    shortfall = min(1.0, share / SHARED)
    return lift * shortfall * sqrt(shortfall) * length * plain * (PERSONAL if person else 1.0)


def _rank(group: Sequence[int], terms: Sequence[tuple[Term, ...]], uses: Mapping[str, int], total: int) -> list[Term]:
    weights: dict[str, float] = defaultdict(float)
    holders: dict[str, list[Term]] = defaultdict(list)
    for index in group:
        for term in terms[index]:
            weights[term.key] += term.weight
            holders[term.key].append(term)
    worth = {
        key: _worth(held, weights[key], len(group), uses[key], total) for key, held in holders.items() if len(held) > 1
    }
    return [_as_written(holders[key], worth[key]) for key in sorted(worth, key=lambda key: (-worth[key], key))]


def _worth(held: Sequence[Term], weight: float, size: int, used: int, total: int) -> float:
    share = len(held) / size
    lift = log(1 + share / max(used / total, 1e-9))
    person = share < 0.5 and PROPER.fullmatch(held[0].term) is not None
    length = LENGTHS.get(len(held[0].key.split()), 1.0)
    return weight * lift * min(1.0, share / HELD) * length * (PERSONAL if person else 1.0)


def _as_written(found: Sequence[Term | Candidate], worth: float) -> Term:
    """The commonest way of writing it; a lower-case way wins a tie, then the alphabet."""
    forms = [term.term for term in found]
    best = min(sorted(set(forms)), key=lambda form: (-forms.count(form), form != form.lower(), form))
    names = tuple(dict.fromkeys(name for term in found for name in term.aka if name != best))
    kind = next((term.kind for term in found if term.kind), None)
    return Term(best, found[0].key, round(worth, 4), names, kind)


def clash(term: Term, other: Term) -> bool:
    """Whether two names could not stand side by side: one holds the other, or spells it out."""
    one, two = f" {term.key} ", f" {other.key} "
    return one in two or two in one or spells(term.term, other.term) or spells(other.term, term.term)


def spells(words: str, acronym: str) -> bool:
    """Whether the initials of some words are an acronym's last letters: "language models" for LLMs."""
    letters = acronym.removesuffix("s")
    initials = "".join(word[0] for word in fold_text(words).split())
    return len(initials) > 1 and letters.isupper() and fold_text(letters).endswith(initials)
