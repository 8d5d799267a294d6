"""The people of a library: who wrote what, who is quoted where, and on which page they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.documents import Quotation
from digest.folding import fold_text
from digest.markdown.slugs import make_unique_slugs
from digest.model import Article, Entry
from digest.render.shelves import by_letter, is_long, shelf_paths

PEOPLE = "people/index.md"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named as an author or as speaking: their name, the page and the place there, what they wrote and said.

    `said` has an article with all that it quotes of them; `mentioned` is the page of the term that they are, if they are one,
    and in how many articles.
    """

    name: str
    path: str
    place: str
    wrote: tuple[Article, ...] = ()
    said: tuple[tuple[Article, tuple[Quotation, ...]], ...] = ()
    mentioned: tuple[str, int] | None = None


def find_people(articles: Sequence[Article]) -> Mapping[str, Person]:
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
    places = _make_places(names)
    paths = _find_pages(names)
    by_path = {article.path: article for article in articles}
    people = {}
    for key in sorted(names):
        quoted = tuple((by_path[path], tuple(quotations)) for path, quotations in said.get(key, {}).items())
        people[key] = Person(names[key], paths[key], places[key], tuple(wrote.get(key, ())), quoted)
    return people


def tell_mentions(people: Mapping[str, Person], glossary: Iterable[Entry]) -> Mapping[str, Person]:
    """The same people, those who are terms too with their pages as such."""
    pages = {fold_text(one.term): (one.path, len(one.articles)) for one in glossary if one.kind == "person"}
    return {key: replace(one, mentioned=pages.get(key)) for key, one in people.items()}


def _note_name(name: str, names: dict[str, str]) -> str:
    """The key of a name; its first spelling is kept."""
    key = " ".join(fold_text(name).split())
    names.setdefault(key, name)
    return key


def _make_places(names: Mapping[str, str]) -> Mapping[str, str]:
    """A place on the page for each name, which no heading there can take: Material numbers those by their letters."""
    keys = sorted(names)
    slugs = make_unique_slugs((names[key] for key in keys), fallback="unnamed")
    return {key: f"person-{slug}" for key, slug in zip(keys, slugs, strict=True)}


def _find_pages(names: Mapping[str, str]) -> Mapping[str, str]:
    """The page of each name: the list of people, or the page of its letter where they are many."""
    if not is_long([len(names)]):
        return dict.fromkeys(names, PEOPLE)
    letters = by_letter(names, lambda key: names[key])
    paths = shelf_paths((letter for letter, _ in letters), folder="people")
    return {key: paths[letter] for letter, keys in letters for key in keys}


def find_person(people: Mapping[str, Person], name: str) -> Person | None:
    """The person of a name, however it is spelled; None where only a hidden article names them."""
    return people.get(" ".join(fold_text(name).split()))
