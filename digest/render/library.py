"""A digest as its pages look at it: articles by path and in reading order, people, quotations, years, letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from digest.documents import Quotation
from digest.folding import fold_text
from digest.markdown.slugs import make_slug
from digest.model import Article, Digest, Entry, Theme
from digest.render.citation import citation_keys

UNDATED = ""  # stands for the year of an article whose date is not stated
NO_LETTER = "…"  # heads the terms of scripts that have no alphabet
DIGITS = "0–9"


@dataclass(frozen=True, slots=True)
class Library:
    """The collection, ready to be looked up. `shown` leaves out what the curator hides; newest first, then undated by title.

    `cited_as` has the key of each article in bibliographies, by its path.
    """

    digest: Digest
    shown: tuple[Article, ...]
    by_path: Mapping[str, Article]
    by_slug: Mapping[str, Theme]
    by_key: Mapping[str, Entry]
    by_term: Mapping[str, Entry]
    people: Mapping[str, Person]
    cited_as: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named as an author or as speaking: their name, the place on the page of people, what they wrote and said.

    `said` has an article with all that it quotes of them.
    """

    name: str
    slug: str
    wrote: tuple[Article, ...] = ()
    said: tuple[tuple[Article, tuple[Quotation, ...]], ...] = ()


def open_library(digest: Digest) -> Library:
    """A digest with all that its pages look up."""
    shown = _sort_newest(article for article in digest.articles if not article.draft.document.sidecar.hide)
    return Library(
        digest=digest,
        shown=shown,
        by_path={article.path: article for article in digest.articles},
        by_slug={theme.slug: theme for theme in digest.themes},
        by_key={entry.key: entry for entry in digest.glossary},
        by_term={fold_text(entry.term): entry for entry in digest.glossary},
        people=_find_people(shown),
        cited_as=citation_keys(digest.articles),
    )


def _sort_newest(articles: Iterable[Article]) -> tuple[Article, ...]:
    by_title = sorted(articles, key=lambda article: (fold_text(article.draft.document.title), article.path))
    return tuple(sorted(by_title, key=lambda article: article.draft.document.published or "", reverse=True))


def _find_people(articles: Sequence[Article]) -> Mapping[str, Person]:
    """People by their folded name, in its order."""
    names: dict[str, str] = {}
    wrote: dict[str, list[Article]] = {}
    said: dict[str, dict[str, list[Quotation]]] = {}
    for article in articles:
        for name in dict.fromkeys(article.draft.document.authors):
            wrote.setdefault(_note_name(name, names), []).append(article)
        for quotation in article.draft.quotations:
            for name in dict.fromkeys(quotation.by):
                said.setdefault(_note_name(name, names), {}).setdefault(article.path, []).append(quotation)
    slugs = _distinct_slugs(names)
    by_path = {article.path: article for article in articles}
    people = {}
    for key in sorted(names):
        quoted = tuple((by_path[path], tuple(quotations)) for path, quotations in said.get(key, {}).items())
        people[key] = Person(names[key], slugs[key], tuple(wrote.get(key, ())), quoted)
    return people


def _note_name(name: str, names: dict[str, str]) -> str:
    """The key of a name; its first spelling is kept."""
    key = " ".join(fold_text(name).split())
    names.setdefault(key, name)
    return key


def _distinct_slugs(names: Mapping[str, str]) -> Mapping[str, str]:
    """A place on the page for each name; names that fold to one get a number."""
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(names):
        slug = first = make_slug(names[key]) or "person"
        number = 1
        while slug in taken:
            number += 1
            slug = f"{first}-{number}"
        taken.add(slug)
        slugs[key] = slug
    return slugs


def find_person(library: Library, name: str) -> Person | None:
    """The person of a name, however it is spelled; None where only a hidden article names them."""
    return library.people.get(" ".join(fold_text(name).split()))


def home_articles(library: Library, number: int) -> tuple[Article, ...]:
    """The pinned articles, then the newest, as many as home shows."""
    pinned = [article for article in library.shown if article.draft.document.sidecar.pin]
    others = [article for article in library.shown if not article.draft.document.sidecar.pin]
    return tuple((pinned + others)[:number])


def articles_of(library: Library, paths: Iterable[str]) -> tuple[Article, ...]:
    """The articles of paths in their order, without those that the curator hides."""
    found = (library.by_path[path] for path in paths if path in library.by_path)
    return tuple(article for article in found if not article.draft.document.sidecar.hide)


def by_year(articles: Iterable[Article]) -> tuple[tuple[str, tuple[Article, ...]], ...]:
    """Articles that stand newest first, by year; those without a date under UNDATED, last."""
    return tuple((year, tuple(group)) for year, group in groupby(articles, key=_year))


def _year(article: Article) -> str:
    return (article.draft.document.published or UNDATED)[:4]


def by_letter(entries: Iterable[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """Glossary entries by the first letter of their term, letters and terms in alphabetical order."""
    ordered = sorted(entries, key=lambda entry: (_letter(entry)[1], fold_text(entry.term), entry.key))
    return tuple((letter, tuple(group)) for letter, group in groupby(ordered, key=lambda entry: _letter(entry)[0]))


def _letter(entry: Entry) -> tuple[str, tuple[int, str]]:
    """The heading of an entry, and what it sorts by: digits, then letters, then scripts without an alphabet."""
    first = (re.sub(r"[\W_]+", "", fold_text(entry.term)) or " ")[0]
    if first.isdigit():
        return DIGITS, (0, "")
    return (first.upper(), (1, first)) if first.upper() != first else (NO_LETTER, (2, ""))


def leading_entries(library: Library, number: int) -> tuple[Entry, ...]:
    """The terms to show where there is room for few: in most articles first, then defined ones; in alphabetical order."""
    ranked = sorted(library.digest.glossary, key=lambda entry: (-len(entry.articles), not entry.definitions, entry.key))
    return tuple(sorted(ranked[:number], key=lambda entry: (fold_text(entry.term), entry.key)))
