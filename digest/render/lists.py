"""The pages that list the library: themes, terms, people, archive, questions, quotations; long ones by year or letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from digest.documents import TERM_KINDS
from digest.markdown.slugs import make_slug
from digest.model import Article, Entry
from digest.render.library import Library, articles_of, by_year
from digest.render.sheet import LISTING, Sheet, make_sheet, titled
from digest.render.shelves import FULL_SHELF, Groups, by_letter, is_long, shelf_paths, shelve
from digest.render.theme_page import choose_openings
from digest.render.wording import KIND_NAMES

NO_YEAR = "Date not stated"
FEW_TERMS = 40  # so few need no letters between them
FULL_TEXT_SHELF = 100  # articles on a page that shows words of each and not only a line


def list_sheets(library: Library) -> Iterator[Sheet]:
    """Every list, on one page or on several."""
    themes = tuple((theme, articles_of(library, theme.articles)) for theme in library.digest.themes)
    questions = [article for article in library.shown if article.draft.document.question]
    quoting = [article for article in library.shown if article.draft.quotations]
    people = by_letter(library.people.values(), lambda person: person.name)
    terms = _group_terms(library.digest.glossary)
    told = {"themes": themes, "openings": choose_openings(library.digest.themes, library)}
    yield make_sheet("themes/index.md", "themes.md.j2", {**titled("Themes"), **LISTING}, told)
    yield from _list("terms", "Terms", terms, folder="terms/by-letter")
    yield from _list("people", "People", people, folder="people", full=len(library.people) or 1)
    yield from _list("archive", "Archive", _years(library.shown), folder="archive")
    yield from _list("questions", "Questions", _years(questions), folder="questions", full=FULL_TEXT_SHELF)
    yield from _list("quotations", "Quotations", _years(quoting), folder="quotations", full=FULL_TEXT_SHELF)


def _group_terms(glossary: Sequence[Entry]) -> Groups:
    """Concepts by letter, or under no heading where they are few; then names by what they name."""
    concepts = [entry for entry in glossary if not entry.kind]
    few = len(glossary) <= FEW_TERMS
    first = ((("", tuple(concepts)),) if concepts else ()) if few else by_letter(concepts, lambda entry: entry.term)
    named = {kind: tuple(entry for entry in glossary if entry.kind == kind) for kind in TERM_KINDS}
    return (*first, *((KIND_NAMES[kind], found) for kind, found in named.items() if found))


def list_years(library: Library) -> tuple[tuple[str, int, str, str], ...]:
    """The years of the archive: heading, number of articles, page and place there."""
    groups = _years(library.shown)
    paths = shelf_paths((year for year, _ in groups), folder="archive")
    long = is_long(len(rows) for _, rows in groups)
    return tuple(
        (year, len(rows), paths[year] if long else "archive/index.md", "" if long else make_slug(year))
        for year, rows in groups
    )


def _years(articles: Iterable[Article]) -> Groups:
    return tuple((year or NO_YEAR, group) for year, group in by_year(articles))


def _list(name: str, title: str, groups: Groups, *, folder: str, full: int = FULL_SHELF) -> Iterator[Sheet]:
    """The list's own page; then, where it is long, a page for each shelf."""
    shelves = shelve(groups, folder=folder, full=full)
    start = {
        "title": title,
        "index": "",
        "shelves": shelves,
        "groups": () if shelves else groups,
        "near": (),
        "whole": title,
    }
    yield _sheet(f"{name}/index.md", f"{name}.md.j2", title, start)
    for number, shelf in enumerate(shelves):
        near = (*shelves[max(0, number - 1) : number], *shelves[number + 1 : number + 2])
        context = {"index": f"{name}/index.md", "shelves": (), "groups": ((shelf.label, shelf.rows),), "near": near}
        heading = f"{title}: {shelf.label}"
        yield _sheet(shelf.path, f"{name}.md.j2", heading, {**context, "title": heading, "whole": title})


def _sheet(path: str, template: str, title: str, context: dict[str, Any]) -> Sheet:
    return make_sheet(path, template, {**titled(title), **LISTING}, context)
