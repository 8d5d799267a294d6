"""Related drafts to themes: the curator's first, then the groups that the data holds, named, told and joined up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.documents import Ruling
from digest.folding import fold_text
from digest.markdown.slugs import make_unique_slugs
from digest.model import Neighbour, Problem, Term, Theme
from digest.relate.contrasts import find_contrasts
from digest.relate.grouping import MOST_THEMES, SMALL, group_articles, group_few
from digest.relate.naming import name_groups, tell_groups
from digest.relate.nearness import Near
from digest.relate.reasons import Shared, join_words
from digest.relate.sayings import choose_sayings
from digest.relate.slugs import Placed
from digest.relate.subjects import find_subjects
from digest.relate.theme_rulings import Group, limit_groups, rule_groups
from digest.relate.vectors import Space

NEIGHBOURS = 4  # themes
COMMON = 0.4  # of the articles; a term of more of them names no theme


@dataclass(frozen=True, slots=True)
class Themed:
    """The themes, for each article the slugs of its own, the curator's first, and problems of the curator's rulings."""

    themes: tuple[Theme, ...]
    slugs: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]


def find_themes(
    placed: Sequence[Placed],
    terms: Sequence[tuple[Term, ...]],
    space: Space,
    nearest: Sequence[Near],
    uses: Mapping[str, int],
    shared: Shared,
    rulings: Sequence[Ruling] = (),
) -> Themed:
    """The themes in the order of their names. An article that the curator put into themes stands in those alone."""
    curated = _curated(placed)
    groups, names = _group(placed, terms, space, nearest, uses, shared)
    proposed = _proposed(placed, groups, names, {fold_text(group.name) for group in curated})
    ruled, problems = rule_groups([*curated, *proposed], rulings, placed, terms)
    found = sorted(limit_groups(ruled, MOST_THEMES), key=lambda one: (fold_text(one.name), one.name))
    slugs = _make_slugs(found)
    themes = [_make(group, slug, placed) for slug, group in zip(slugs, found, strict=True)]
    ranks = _rank(slugs, found, len(placed))
    return Themed(tuple(_join_up(themes)), tuple(ranks), tuple(problems))


def _curated(placed: Sequence[Placed]) -> list[Group]:
    names: dict[str, str] = {}
    members: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(placed):
        for name in filter(None, map(str.strip, one.draft.document.sidecar.themes)):
            members[names.setdefault(fold_text(name), name)].append(index)
    return [Group(names[key], tuple(members[names[key]])) for key in sorted(names)]


def _make_slugs(groups: Sequence[Group]) -> list[str]:
    """A slug each; those that the curator set or pinned come first, so that no other theme takes their address."""
    order = sorted(range(len(groups)), key=lambda n: (groups[n].ruling is None, n))
    rulings = [groups[n].ruling for n in order]
    wanted = [(ruling.slug if ruling else None) or groups[n].name for n, ruling in zip(order, rulings, strict=True)]
    made = dict(zip(order, make_unique_slugs(wanted, fallback="theme"), strict=True))
    return [made[n] for n in range(len(groups))]


def _group(
    placed: Sequence[Placed],
    terms: Sequence[tuple[Term, ...]],
    space: Space,
    nearest: Sequence[Near],
    uses: Mapping[str, int],
    shared: Shared,
) -> tuple[Sequence[Sequence[int]], list[tuple[Term, ...]]]:
    """The groups and their terms, the first of which is the name: from shared terms in a small library."""
    if len(terms) >= SMALL:
        subjects = find_subjects([one.draft for one in placed], terms, uses)
        groups, named = group_articles(space, nearest, subjects)
        told = [tuple(term for term in own if 1 < uses[term.key] <= COMMON * len(terms)) for own in terms]
        return groups, tell_groups(groups, named, told, uses)
    people = {term.key for own in terms for term in own if term.kind == "person"}
    few = {key: group for key, group in group_few(shared).items() if key not in people}
    told = [tuple(Term(use.term, key, use.weight) for key, use in own.items() if use.enough) for own in shared]
    ranked = name_groups(list(few.values()), told, uses)
    return list(few.values()), [_put_first(key, own) for key, own in zip(few, ranked, strict=True)]


def _put_first(key: str, own: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple(sorted(own, key=lambda term: term.key != key))


def _proposed(
    placed: Sequence[Placed], groups: Sequence[Sequence[int]], names: Sequence[tuple[Term, ...]], taken: set[str]
) -> list[Group]:
    found = []
    for group, own in zip(groups, names, strict=True):
        free = tuple(index for index in group if not placed[index].draft.document.sidecar.themes)
        if own and len(free) > 1 and fold_text(own[0].term) not in taken:
            found.append(Group(_open(own[0].term), free, own))
    return found


def _open(term: str) -> str:
    """A term as a name: with a capital, unless its writing is its own: `analytics.example.org`, `iPhone`."""
    first = term.split(" ")[0]
    return term[:1].upper() + term[1:] if first.islower() and first.replace("-", "").isalpha() else term


def _make(group: Group, slug: str, placed: Sequence[Placed]) -> Theme:
    articles = sorted(group.members, key=lambda index: _reading_order(placed[index]))
    ruling = group.ruling
    return Theme(
        name=group.name,
        slug=slug,
        path=f"themes/{slug}.md",
        terms=tuple(term.term for term in group.terms),
        articles=tuple(placed[index].path for index in articles),
        says=choose_sayings([placed[index] for index in group.members], group.terms),
        differs=find_contrasts([placed[index] for index in group.members], group.terms),
        about=ruling.about if ruling else None,
    )


def _reading_order(one: Placed) -> tuple[bool, str, str, str]:
    """The oldest first; undated articles after the dated, by title."""
    document = one.draft.document
    return document.published is None, document.published or "", fold_text(document.title), one.slug


def _rank(slugs: Sequence[str], groups: Sequence[Group], total: int) -> list[tuple[str, ...]]:
    """For each article the slugs of its themes: the pinned ones, then the one first that it is most central to."""
    places: list[list[tuple[bool, float, str]]] = [[] for _ in range(total)]
    for slug, group in zip(slugs, groups, strict=True):
        for place, index in enumerate(group.members):
            pinned = group.ruling is not None and group.ruling.pin
            places[index].append((not pinned, place / len(group.members), slug))
    return [tuple(slug for _, _, slug in sorted(found)) for found in places]


def _join_up(themes: Sequence[Theme]) -> list[Theme]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, theme in enumerate(themes):
        for thing in [*theme.articles, *(f"term {term}" for term in theme.terms)]:
            holders[thing].append(number)
    return [replace(theme, neighbours=_neighbours(number, themes, holders)) for number, theme in enumerate(themes)]


def _neighbours(number: int, themes: Sequence[Theme], holders: Mapping[str, list[int]]) -> tuple[Neighbour, ...]:
    theme = themes[number]
    articles: dict[int, int] = defaultdict(int)
    terms: dict[int, list[str]] = defaultdict(list)
    for path in theme.articles:
        for other in holders[path]:
            articles[other] += 1
    for term in theme.terms:
        for other in holders[f"term {term}"]:
            terms[other].append(term)
    near = sorted((articles.keys() | terms.keys()) - {number}, key=lambda o: (-2 * articles[o] - len(terms[o]), o))
    return tuple(Neighbour(themes[o].slug, themes[o].name, _why(articles[o], terms[o])) for o in near[:NEIGHBOURS])


def _why(articles: int, terms: Sequence[str]) -> str:
    shared = [f"{articles} article{'s' * (articles > 1)} in both"] if articles else []
    return "; ".join([*shared, *([f"both on {join_words(terms[:3])}"] if terms else [])])
