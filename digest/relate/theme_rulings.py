"""Groups of articles under the curator's rulings: named, merged, pinned, hidden; what no ruling speaks of stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from digest.analyze.wording import make_key
from digest.documents import Ruling
from digest.folding import fold_text
from digest.markdown.slugs import make_slug
from digest.model import Problem, Term
from digest.relate.slugs import Placed

HOLDS = 0.3  # weight of a term in an article that a pinned theme of that term takes in


@dataclass(frozen=True, slots=True)
class Group:
    """A theme to be: its name, its articles by number, the most central first, its terms, and the curator's ruling."""

    name: str
    members: tuple[int, ...]
    terms: tuple[Term, ...] = ()
    ruling: Ruling | None = None


def rule_groups(
    groups: Sequence[Group], rulings: Sequence[Ruling], placed: Sequence[Placed], terms: Sequence[tuple[Term, ...]]
) -> tuple[list[Group], list[Problem]]:
    """The groups after the rulings, the ruled ones first in the order of the file, and a problem for each idle ruling."""
    spoken: set[str] = set()
    ruled: list[Group] = []
    idle: list[Problem] = []
    for ruling in rulings:
        names = {fold_text(name) for name in (ruling.name, *ruling.merge)}
        found = [group for group in groups if fold_text(group.name) in names or make_slug(group.name) == ruling.slug]
        spoken |= {group.name for group in found}
        named = [] if ruling.hide else _name_members(ruling, placed, terms)
        members = tuple(dict.fromkeys((*named, *(index for group in found for index in group.members))))
        if not ruling.hide and members:
            ruled.append(Group(ruling.name, members, _join_terms(found) or _own_terms(ruling), ruling))
        elif not found:
            what = "no theme has this name, and no article belongs to it"
            idle.append(
                Problem(f"vocabulary: themes: {ruling.name}", what, "mend the name, or take it out", "vocabulary")
            )
    return [*ruled, *(group for group in groups if group.name not in spoken)], idle


def limit_groups(groups: Sequence[Group], most: int) -> list[Group]:
    """The same groups, no article in more than so many: first in the pinned ones, then where it is most central."""
    places: dict[int, list[tuple[bool, float, int]]] = {}
    for number, group in enumerate(groups):
        pinned = group.ruling is not None and group.ruling.pin
        for place, index in enumerate(group.members):
            places.setdefault(index, []).append((not pinned, place / len(group.members), number))
    kept = {index: {number for _, _, number in sorted(found)[:most]} for index, found in places.items()}
    return [
        replace(group, members=tuple(index for index in group.members if number in kept[index]))
        for number, group in enumerate(groups)
    ]


def _name_members(ruling: Ruling, placed: Sequence[Placed], terms: Sequence[tuple[Term, ...]]) -> list[int]:
    """The articles that the ruling names, then those that hold its terms, the strongest first."""
    wanted = {path.removeprefix("docs/") for path in ruling.articles}
    listed = [n for n, one in enumerate(placed) if wanted & {one.path, one.draft.document.source.path}]
    phrases = ruling.terms or ((ruling.name, *ruling.merge) if ruling.pin else ())
    keys = {make_key(phrase, one.draft.lang) for one in placed for phrase in phrases} if phrases else set()
    weights = {n: max((t.weight for t in own if t.key in keys), default=0.0) for n, own in enumerate(terms)}
    holding = [n for n, weight in weights.items() if weight >= HOLDS]
    return [*listed, *sorted(set(holding) - set(listed), key=lambda n: (-weights[n], n))]


def _join_terms(groups: Iterable[Group]) -> tuple[Term, ...]:
    joined: dict[str, Term] = {}
    for group in groups:
        for term in group.terms:
            joined.setdefault(term.key, term)
    return tuple(sorted(joined.values(), key=lambda term: (-term.weight, term.key)))


def _own_terms(ruling: Ruling) -> tuple[Term, ...]:
    return tuple(Term(phrase, make_key(phrase, "en"), 1.0) for phrase in (ruling.terms or (ruling.name,)))
