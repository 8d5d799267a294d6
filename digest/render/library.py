"""A digest as its pages look at it: articles by path and in reading order, people, years, the way through a theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from digest.folding import fold_text
from digest.model import Article, Digest, Draft, Entry, Theme
from digest.render.citation import citation_keys
from digest.render.people import Person, find_people, tell_mentions

UNDATED = ""  # stands for the year of an article whose date is not stated

FIGURES = 2  # decimals of weights and scores


@dataclass(frozen=True, slots=True)
class Library:
    """The collection, ready to be looked up. `shown` leaves out what the curator hides; newest first, then undated by title.

    `cited_as` has the key of each article in bibliographies, `places` its place in each of its themes, by its path.
    """

    digest: Digest
    shown: tuple[Article, ...]
    by_path: Mapping[str, Article]
    by_slug: Mapping[str, Theme]
    by_key: Mapping[str, Entry]
    by_term: Mapping[str, Entry]
    people: Mapping[str, Person]
    cited_as: Mapping[str, str]
    places: Mapping[str, tuple[Place, ...]]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a name leads: a page, and a place there. Of a page that points to another, this is all that may change it."""

    path: str
    name: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as the pages of terms and themes list it: what it is, and nothing that shifts as the library grows."""

    path: str
    draft: Draft
    themes: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands in a theme: the theme, and the articles before and after it there."""

    theme: Pointer
    before: Pointer | None
    after: Pointer | None


def open_library(digest: Digest) -> Library:
    """A digest with all that its pages look up, and without what its drafts hold for relating alone."""
    digest = leave_behind(digest)
    digest = replace(digest, articles=tuple(map(_round_figures, digest.articles)))
    shown = _sort_newest(article for article in digest.articles if not article.draft.document.sidecar.hide)
    by_path = {article.path: article for article in digest.articles}
    return Library(
        digest=digest,
        shown=shown,
        by_path=by_path,
        by_slug={theme.slug: theme for theme in digest.themes},
        by_key={entry.key: entry for entry in digest.glossary},
        by_term={fold_text(entry.term): entry for entry in digest.glossary},
        people=tell_mentions(find_people(shown), digest.glossary),
        cited_as=citation_keys(digest.articles),
        places=_find_places(digest.themes, by_path),
    )


def _round_figures(article: Article) -> Article:
    """The article with figures as pages print them: finer ones shift with every text that the library gains.

    So do the words that show what a name is, which no page has.
    """
    terms = tuple(replace(term, weight=round(term.weight, FIGURES), shown_by="") for term in article.terms)
    related = tuple(replace(near, score=round(near.score, FIGURES)) for near in article.related)
    return replace(article, terms=terms, related=related)


def leave_behind(digest: Digest) -> Digest:
    """The digest without what its drafts hold for relating alone, which is half of all that it holds."""
    return replace(
        digest,
        articles=tuple(
            replace(article, draft=replace(article.draft, candidates=(), vocabulary=(), sketch=()))
            for article in digest.articles
        ),
    )


def _find_places(themes: Iterable[Theme], by_path: Mapping[str, Article]) -> Mapping[str, tuple[Place, ...]]:
    places: dict[str, tuple[Place, ...]] = {}
    for theme in themes:
        row = [point_to(article) for article in _find_shown(theme.articles, by_path)]
        for before, own, after in zip((None, *row[:-1]), row, (*row[1:], None), strict=True):
            places[own.path] = (*places.get(own.path, ()), Place(point_to(theme), before, after))
    return places


def point_to(found: Article | Theme | Entry | Person) -> Pointer:
    """Where something stands that has a page, and its name there."""
    match found:
        case Article(draft, path=path):
            return Pointer(path, draft.document.title)
        case Entry(term, path=path):
            return Pointer(path, term)
        case Person(name, path, place):
            return Pointer(path, name, place)
        case Theme(name, path=path):
            return Pointer(path, name)


def _sort_newest(articles: Iterable[Article]) -> tuple[Article, ...]:
    by_title = sorted(articles, key=lambda article: (fold_text(article.draft.document.title), article.path))
    return tuple(sorted(by_title, key=lambda article: article.draft.document.published or "", reverse=True))


def home_articles(library: Library, number: int) -> tuple[Article, ...]:
    """The pinned articles, then the newest, as many as home shows."""
    pinned = [article for article in library.shown if article.draft.document.sidecar.pin]
    others = [article for article in library.shown if not article.draft.document.sidecar.pin]
    return tuple((pinned + others)[:number])


def articles_of(library: Library, paths: Iterable[str]) -> tuple[Article, ...]:
    """The articles of paths in their order, without those that the curator hides."""
    return _find_shown(paths, library.by_path)


def _find_shown(paths: Iterable[str], by_path: Mapping[str, Article]) -> tuple[Article, ...]:
    found = (by_path[path] for path in paths if path in by_path)
    return tuple(article for article in found if not article.draft.document.sidecar.hide)


def list_articles(library: Library, paths: Iterable[str]) -> tuple[Listed, ...]:
    """The same as a list shows them."""
    shown = articles_of(library, paths)
    return tuple(Listed(article.path, article.draft, article.themes, article.tags) for article in shown)


def by_year(articles: Iterable[Article]) -> tuple[tuple[str, tuple[Article, ...]], ...]:
    """Articles that stand newest first, by year; those without a date under UNDATED, last."""
    return tuple((year, tuple(group)) for year, group in groupby(articles, key=_year))


def _year(article: Article) -> str:
    return (article.draft.document.published or UNDATED)[:4]


def leading_themes(library: Library, number: int) -> tuple[Theme, ...]:
    """The themes to show where there is room for few: those of most articles, in alphabetical order."""
    ranked = widest_themes(library, number)
    return tuple(sorted(ranked, key=lambda theme: (fold_text(theme.name), theme.slug)))


def widest_themes(library: Library, number: int) -> tuple[Theme, ...]:
    """The themes of most articles, the widest first."""
    ranked = sorted(library.digest.themes, key=lambda theme: (-len(theme.articles), fold_text(theme.name), theme.slug))
    return tuple(ranked[:number])


def leading_entries(library: Library, number: int) -> tuple[Entry, ...]:
    """The terms to show where there is room for few: in most articles first, then defined ones; in alphabetical order."""
    ranked = sorted(library.digest.glossary, key=lambda entry: (-len(entry.articles), not entry.definitions, entry.key))
    return tuple(sorted(ranked[:number], key=lambda entry: (fold_text(entry.term), entry.key)))
