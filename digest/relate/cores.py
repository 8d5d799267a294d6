"""Communities of articles to the cores of themes: each named by what most of it speaks of, without those that do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import sqrt

from digest.model import Term
from digest.relate.naming import clash, rank_names
from digest.relate.subjects import Subjects
from digest.relate.vectors import Space

FEWEST = 2  # articles a theme
TRIES = 5  # names that are tried for a community
TELLING = 6  # key terms that tell of a theme beside its name
ALIKE = 0.25  # cosine to the others' centre; so near, an article need not speak of the theme in the theme's words
AKIN = 0.13  # the same, of one that speaks of another of the theme's terms
TOGETHER = 0.22  # mean cosine of a theme's articles to their others' centre; less, and chance brought them together
SMALL = 6  # articles; in so small a community a name that fewer than half share holds for those alone


@dataclass(frozen=True, slots=True)
class Core:
    """The articles that a theme is sure of, by number, its name, and the keys of other terms that tell of it."""

    members: tuple[int, ...]
    name: Term
    telling: frozenset[str]


def find_cores(communities: Sequence[Sequence[int]], space: Space, subjects: Subjects) -> list[Core]:
    """The core of each community that holds together; the larger has the first choice of a name.

    A community of texts that share little is no theme: who does not speak of what names it, and is not very near to the
    others, is left out, then the farthest, until the rest holds together or none is left.
    """
    cores: list[Core] = []
    for community in sorted(communities, key=lambda one: (-len(one), tuple(one))):
        core = _find_core(community, space, subjects, [core.name for core in cores])
        if core is not None:
            cores.append(core)
    return cores


def _find_core(community: Sequence[int], space: Space, subjects: Subjects, taken: Sequence[Term]) -> Core | None:
    ranked = rank_names(community, space, subjects)
    free = (name for name in ranked if not any(clash(name, other) for other in taken))
    nearness = measure_together(community, space)
    for name in islice(free, TRIES):
        told = (one.key for one in ranked if one.key != name.key and _is_term(one.key, community, subjects))
        core = Core((), name, frozenset(islice(told, TELLING)))
        members = [index for index in community if _belongs(index, nearness[index], core, subjects)]
        speakers = [index for index in community if subjects.speaks_of(index, name.key)]
        if len(community) <= SMALL and 2 * len(speakers) < len(community):
            members = speakers
        kept = _hold_together(members, space)
        if len(kept) >= FEWEST:
            return Core(tuple(kept), name, core.telling)
    return None


def _is_term(key: str, community: Sequence[int], subjects: Subjects) -> bool:
    return sum(key in subjects.terms[index] for index in community) > 1


def _belongs(index: int, near: float, core: Core, subjects: Subjects) -> bool:
    if near >= ALIKE or subjects.speaks_of(index, core.name.key):
        return True
    return near >= AKIN and not core.telling.isdisjoint(subjects.spoken[index])


def _hold_together(members: Sequence[int], space: Space) -> list[int]:
    """The members without the farthest ones, until the mean of their nearness is enough."""
    kept = list(members)
    while len(kept) >= FEWEST:
        nearness = measure_together(kept, space)
        if sum(nearness.values()) >= TOGETHER * len(kept):
            return kept
        farthest = min(kept, key=lambda index: (nearness[index], -index))
        kept = [index for index in kept if index != farthest]
    return []


def measure_together(members: Sequence[int], space: Space) -> Mapping[int, float]:
    """For each of some articles the cosine to the centre of the others, 0 to 1."""
    total: dict[str, float] = defaultdict(float)
    for index in members:
        for feature, weight in space.vectors[index].items():
            total[feature] += weight
    square = sum(weight * weight for weight in total.values())
    return {index: _measure_one(space.vectors[index], total, square) for index in members}


def _measure_one(vector: Mapping[str, float], total: Mapping[str, float], square: float) -> float:
    """The cosine of a vector of length one, or of none, to a sum that it is part of, less itself."""
    inner = sum(weight * total[feature] for feature, weight in vector.items())
    own = 1.0 if vector else 0.0
    rest = square - 2 * inner + own
    return round((inner - own) / sqrt(rest), 6) if rest > 1e-9 else 0.0
