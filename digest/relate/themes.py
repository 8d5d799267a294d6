"""Related drafts to themes: the curator's first, then the groups that the data holds, named, told and joined up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.analyze.wording import make_key
from digest.folding import fold_text
from digest.model import Credited, Neighbour, Sentence, Term, Theme
from digest.relate.grouping import MOST_THEMES, SMALL, group_articles, group_few
from digest.relate.naming import name_groups
from digest.relate.nearness import Near
from digest.relate.reasons import Shared, join_words
from digest.relate.slugs import Placed, make_unique_slugs
from digest.relate.vectors import Space

SAYS = 6  # sentences of a theme, each from another article
NEIGHBOURS = 4  # themes
COMMON = 0.25  # of the articles; a term of more of them names no theme


@dataclass(frozen=True, slots=True)
class Themed:
    """The themes, and for each article the slugs of its own, the curator's first."""

    themes: tuple[Theme, ...]
    slugs: tuple[tuple[str, ...], ...]


def find_themes(
    placed: Sequence[Placed],
    terms: Sequence[tuple[Term, ...]],
    space: Space,
    nearest: Sequence[Near],
    uses: Mapping[str, int],
    shared: Shared,
) -> Themed:
    """The themes in the order of their names. An article that the curator put into themes stands in those alone."""
    curated = _curated(placed)
    groups, names = _group(terms, space, nearest, uses, shared)
    found = [*curated, *_proposed(placed, groups, names, {fold_text(name) for name, _, _ in curated})]
    found.sort(key=lambda one: (fold_text(one[0]), one[0]))
    slugs = make_unique_slugs([name for name, _, _ in found], fallback="theme")
    themes = [_make(name, slug, members, own, placed) for slug, (name, members, own) in zip(slugs, found, strict=True)]
    ranks = _rank(themes, [members for _, members, _ in found], len(placed))
    return Themed(tuple(_join_up(themes)), tuple(ranks))


Group = tuple[str, list[int], tuple[Term, ...]]


def _curated(placed: Sequence[Placed]) -> list[Group]:
    groups: dict[str, Group] = {}
    for index, one in enumerate(placed):
        for name in one.draft.document.sidecar.themes:
            if name.strip():
                groups.setdefault(fold_text(name.strip()), (name.strip(), [], ()))[1].append(index)
    return [groups[key] for key in sorted(groups)]


def _group(
    terms: Sequence[tuple[Term, ...]],
    space: Space,
    nearest: Sequence[Near],
    uses: Mapping[str, int],
    shared: Shared,
) -> tuple[Sequence[Sequence[int]], list[tuple[Term, ...]]]:
    """The groups and their terms, the first of which is the name: from shared terms in a small library."""
    if len(terms) >= SMALL:
        groups = group_articles(space, nearest)
        told = [tuple(term for term in own if 1 < uses[term.key] <= COMMON * len(terms)) for own in terms]
        return groups, name_groups(groups, told, uses)
    few = group_few(shared)
    told = [tuple(Term(use.term, key, use.weight) for key, use in own.items() if use.enough) for own in shared]
    named = name_groups(list(few.values()), told, uses)
    return list(few.values()), [_put_first(key, own) for key, own in zip(few, named, strict=True)]


def _put_first(key: str, own: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple(sorted(own, key=lambda term: term.key != key))


def _proposed(
    placed: Sequence[Placed], groups: Sequence[Sequence[int]], names: Sequence[tuple[Term, ...]], taken: set[str]
) -> list[Group]:
    found = []
    for group, own in zip(groups, names, strict=True):
        free = [index for index in group if not placed[index].draft.document.sidecar.themes]
        if own and len(free) > 1 and fold_text(own[0].term) not in taken:
            found.append((_open(own[0].term), free, own))
    return found


def _open(term: str) -> str:
    """A term as a name: with a capital, unless its writing is its own: `analytics.example.org`, `iPhone`."""
    first = term.split(" ")[0]
    return term[:1].upper() + term[1:] if first.islower() and first.replace("-", "").isalpha() else term


def _make(name: str, slug: str, members: Sequence[int], own: tuple[Term, ...], placed: Sequence[Placed]) -> Theme:
    articles = sorted(members, key=lambda index: _reading_order(placed[index]))
    says = _say([placed[index] for index in members], own)
    return Theme(
        name,
        slug,
        f"themes/{slug}.md",
        tuple(term.term for term in own),
        tuple(placed[index].path for index in articles),
        says,
    )


def _reading_order(one: Placed) -> tuple[bool, str, str, str]:
    """The oldest first; undated articles after the dated, by title."""
    document = one.draft.document
    return document.published is None, document.published or "", fold_text(document.title), one.slug


def _say(members: Sequence[Placed], own: tuple[Term, ...]) -> tuple[Credited, ...]:
    """From the most central articles that speak of the theme's terms, the summary's sentence that holds most of them."""
    found = []
    for rank, one in enumerate(members):
        draft = one.draft
        sentences = draft.summary if draft.summary_by != "curator" else ()
        rated = [(_speaks(sentence, own, draft.lang), -number, sentence) for number, sentence in enumerate(sentences)]
        if rated:
            best = max(rated, key=lambda row: row[:2])
            found.append((-best[0], rank, Credited(best[2].text, best[2].at, one.path, draft.document.title)))
    telling = [row for row in found if row[0] < 0] or found
    return tuple(credited for _, _, credited in sorted(telling, key=lambda row: row[:2])[:SAYS])


def _speaks(sentence: Sentence, own: tuple[Term, ...], lang: str) -> float:
    text = f" {make_key(sentence.text, lang)} "
    return sum(1 / (2 + rank) for rank, term in enumerate(own) if f" {term.key} " in text)


def _rank(themes: Sequence[Theme], members: Sequence[Sequence[int]], total: int) -> list[tuple[str, ...]]:
    """For each article the slugs of its themes, the one first that it is most central to."""
    places: list[list[tuple[float, str]]] = [[] for _ in range(total)]
    for theme, own in zip(themes, members, strict=True):
        for place, index in enumerate(own):
            places[index].append((place / len(own), theme.slug))
    return [tuple(slug for _, slug in sorted(found)[:MOST_THEMES]) for found in places]


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
