"""Titles and key terms that do not lead to their articles in the search box, as problems of a build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from digest.config import Settings
from digest.model import Article, Digest, Problem
from digest.render.search_model import SearchModel, search
from digest.render.search_nearness import to_words
from digest.render.site_address import place_on_site

SHOWN = 3  # pages that a reader sees without scrolling
LOST, OUTRANKED = "search", "outranked"  # kinds of problems; the second is a remark


@dataclass(frozen=True, slots=True)
class Lookup:
    """What the search box shows first for each name, and whose names they are: the articles' and the terms' own pages'."""

    indexed: frozenset[str]
    articles: frozenset[str]
    shown: Mapping[str, frozenset[str]]
    having: Mapping[str, frozenset[str]]  # articles by their terms' words
    own: Mapping[str, frozenset[str]]  # pages of terms by their words


def find_unfound(digest: Digest, model: SearchModel, *, settings: Settings) -> tuple[Problem, ...]:
    """What keeps names from leading to their articles, at most one problem an article, in the articles' order.

    LOST: the search index lacks the article's page. OUTRANKED: the first pages shown for its title, or for a key term,
    are others. A term's own page leads to the article, too; and where all articles shown have the term among theirs, many
    share it and no page is wronged.
    """
    place = partial(place_on_site, directory_urls=settings.directory_urls)
    listed = {place(one.path): one for one in digest.articles if not one.draft.document.sidecar.hide}
    having = [(page, name) for page, article in listed.items() for name in _terms_of(article)]
    own = [(place(entry.path), name) for entry in digest.glossary for name in (entry.term, *entry.aka)]
    asked = dict.fromkeys([*(_title_of(article) for article in listed.values()), *(name for _, name in having)])
    shown = {name: frozenset(search(model, name, shown=SHOWN).shown) for name in asked}
    lookup = Lookup(frozenset(model.pages), frozenset(listed), shown, _by_words(having), _by_words(own))
    return tuple(problem for page, article in listed.items() for problem in _look_up(article, page, lookup))


def _title_of(article: Article) -> str:
    return article.draft.document.title


def _terms_of(article: Article) -> list[str]:
    return [name for term in article.terms for name in (term.term, *term.aka)]


def _by_words(named: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    pages: dict[str, set[str]] = {}
    for page, name in named:
        pages.setdefault(to_words(name), set()).add(page)
    return {name: frozenset(found) for name, found in pages.items()}


def _look_up(article: Article, page: str, lookup: Lookup) -> Iterator[Problem]:
    title, path = _title_of(article), article.draft.document.source.path
    below = [] if page in lookup.shown[title] else [title]
    below += [name for name in _terms_of(article) if not _leads(name, page, lookup)]
    if page not in lookup.indexed:
        mend = "see that neither templates/article.md.j2 nor a plugin keeps its page out of search"
        yield Problem(path, f"the search box does not find “{title}”", mend, LOST)
    elif below:
        what = f"the search box shows other pages before “{title}” for {', '.join(f'“{name}”' for name in below)}"
        yield Problem(path, what, f"name it under `aliases` in {path}.yml", OUTRANKED)


def _leads(name: str, page: str, lookup: Lookup) -> bool:
    shown, words = lookup.shown[name], to_words(name)
    having, own = lookup.having[words], lookup.own.get(words, frozenset())
    return page in shown or not shown.isdisjoint(own) or having.issuperset(shown & lookup.articles)
