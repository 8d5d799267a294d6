"""A theme to what its page shows: articles in reading order, sentences, contrasts, years, terms, neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from digest.folding import fold_text
from digest.model import Credited, Theme
from digest.render.library import Library, Listed, list_articles, point_to
from digest.render.spellings import other_spellings

FEWEST_YEARS = 2  # with one, a timeline says nothing that the line below the title does not say


def theme_context(theme: Theme, library: Library) -> Mapping[str, Any]:
    """What the template of a theme's page is given."""
    articles = list_articles(library, theme.articles)
    days = sorted(article.draft.document.published or "" for article in articles)
    known = library.by_path.keys()
    return {
        "theme": theme,
        "articles": articles,
        "says": tuple(said for said in theme.says if said.path in known),
        "differs": tuple(pair for pair in theme.differs if {said.path for said in pair} <= known),
        "dated": tuple(day for day in days if day),
        "years": _by_year(articles),
        "terms": tuple(
            (term, point_to(library.by_term[fold_text(term)]) if fold_text(term) in library.by_term else None)
            for term in theme.terms
            if len(theme.terms) > 1 or fold_text(term) != fold_text(theme.name)
        ),
        "neighbours": tuple(
            (near, point_to(library.by_slug[near.slug])) for near in theme.neighbours if near.slug in library.by_slug
        ),
        "spellings": other_spellings(theme.name),
    }


def choose_openings(themes: Iterable[Theme], library: Library) -> Mapping[str, Credited]:
    """By slug, the sentence that tells each of some themes in a list: the first that no theme before it shows.

    An article may stand in several themes, and be the one that says most of each; a theme that has no sentence of its
    own left is not in the answer.
    """
    shown: set[str] = set()
    chosen: dict[str, Credited] = {}
    for theme in themes:
        own = (said for said in theme.says if said.path in library.by_path and fold_text(said.text) not in shown)
        if said := next(own, None):
            chosen[theme.slug] = said
            shown.add(fold_text(said.text))
    return chosen


def _by_year(articles: Sequence[Listed]) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
    """The dated articles by year, the oldest first; nothing where all are of one year."""
    dated = [article for article in articles if article.draft.document.published]
    dated.sort(key=lambda article: article.draft.document.published or "")
    years = tuple((year, tuple(group)) for year, group in groupby(dated, key=_year))
    return years if len(years) >= FEWEST_YEARS else ()


def _year(article: Listed) -> str:
    return (article.draft.document.published or "")[:4]
