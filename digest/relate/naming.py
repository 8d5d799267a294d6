"""Groups of articles to names that could stand in a table of contents: key terms as the sources write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from digest.folding import fold_text
from digest.model import Term
from digest.relate.reasons import PROPER

TERMS = 12  # of a theme
HELD = 0.3  # share of a theme's articles whose key terms hold a good name
PERSONAL = 0.4  # what a name like a person's is worth where less than half of a theme's articles hold it
LENGTHS = {1: 0.8, 2: 1.2, 3: 1.15}  # words of a name to factor; longer ones 1


def name_groups(
    groups: Sequence[Sequence[int]], terms: Sequence[tuple[Term, ...]], uses: Mapping[str, int]
) -> list[tuple[Term, ...]]:
    """For each group its terms, most telling first; the first is its name, and no two groups have one name.

    A term tells of a group what it weighs in the group's articles, times how much more often it stands there than
    elsewhere. No group is named after a person. A name is not taken twice, nor with words added, nor spelled out where its acronym is taken: the larger
    group has the first choice.
    """
    ranked = [_rank(group, terms, uses, len(terms)) for group in groups]
    taken: list[Term] = []
    named: dict[int, tuple[Term, ...]] = {}
    for number in sorted(range(len(groups)), key=lambda number: (-len(groups[number]), number)):
        things = [term for term in ranked[number] if term.kind != "person"]
        free = [term for term in things if not any(_clash(term, other) for other in taken)]
        free = free or [term for term in things if all(term.key != other.key for other in taken)]
        if free:
            taken.append(free[0])
            named[number] = (free[0], *(term for term in ranked[number] if term.key != free[0].key))[:TERMS]
    return [named.get(number, ()) for number in range(len(groups))]


def _choose(ranked: Sequence[Term], taken: Sequence[Term]) -> Term | None:
    free = (term for term in ranked if not any(_clash(term, other) for other in taken))
    other = (term for term in ranked if all(term.key != other.key for other in taken))
    return next(free, None) or next(other, None)


def _rank(group: Sequence[int], terms: Sequence[tuple[Term, ...]], uses: Mapping[str, int], total: int) -> list[Term]:
    weights: dict[str, float] = defaultdict(float)
    holders: dict[str, list[Term]] = defaultdict(list)
    for index in group:
        for term in terms[index]:
            weights[term.key] += term.weight
            holders[term.key].append(term)
    worth = {key: _worth(holders[key], weights[key], len(group), uses[key], total) for key in weights}
    keys = sorted((key for key in worth if len(holders[key]) > 1), key=lambda key: (-worth[key], key))
    return [_as_written(holders[key], worth[key]) for key in keys]


def _worth(held: Sequence[Term], weight: float, size: int, used: int, total: int) -> float:
    share = len(held) / size
    lift = log(1 + share / max(used / total, 1e-9))
    person = share < 0.5 and PROPER.fullmatch(held[0].term) is not None
    length = LENGTHS.get(len(held[0].key.split()), 1.0)
    return weight * lift * min(1.0, share / HELD) * length * (PERSONAL if person else 1.0)


def _as_written(found: Sequence[Term], worth: float) -> Term:
    """The commonest way of writing it; a lower-case way wins a tie, then the alphabet."""
    forms = [term.term for term in found]
    best = min(sorted(set(forms)), key=lambda form: (-forms.count(form), form != form.lower(), form))
    names = tuple(dict.fromkeys(name for term in found for name in term.aka if name != best))
    kind = next((term.kind for term in found if term.kind), None)
    return Term(best, found[0].key, round(worth, 4), names, kind)


def _clash(term: Term, other: Term) -> bool:
    one, two = f" {term.key} ", f" {other.key} "
    return one in two or two in one or spells(term.term, other.term) or spells(other.term, term.term)


def spells(words: str, acronym: str) -> bool:
    """Whether the initials of some words are an acronym's last letters: "language models" for LLMs."""
    letters = acronym.removesuffix("s")
    initials = "".join(word[0] for word in fold_text(words).split())
    return len(initials) > 1 and letters.isupper() and fold_text(letters).endswith(initials)
