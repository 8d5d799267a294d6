"""A row of an export to the link that it tells of: each column by its role, and what has none kept aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from digest.documents import Cut, Origin
from digest.read.export_forms import LISTS, Form, Role
from digest.read.export_values import (
    is_no,
    is_yes,
    read_highlights,
    read_names,
    read_words,
    says_nothing,
    write_value,
)
from digest.read.page_address import clean_url
from digest.read.saved_link import Highlight, SavedLink
from digest.read.stated_day import read_day

Row = Mapping[str, Any]
LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
NAMES_PARTED = re.compile(r"\s*(?:;|,?\s+(?:and|&)\s+)\s*")
FOLDERS_APART = " / "  # where names of folders may hold a stroke themselves
FIELDS: Mapping[Role, str] = {
    "saved": "accessed",
    "marked note": "note",
    "folder": "tags",
    "highlight": "blocks",
    "highlights": "blocks",
    "private": "draft",
    "shared": "draft",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a row that says something: its column and, for values of several, how they are parted."""

    column: str
    value: Any
    between: str


def read_row(row: Row, form: Form) -> SavedLink:
    """The link that a row tells of. Nothing is lost: a value that cannot be what its column means is kept in `rest`."""
    link = SavedLink()
    for column, value, role in _by_rank(row, form):
        if role == "highlight note" or (says_nothing(value) and role != "shared"):
            continue
        taken = TAKERS[role](link, Cell(column, value, form.between)) if role else None
        link = _keep(link, column, value, form) if taken is None else _name_origin(taken, role, column, form)
    return _join_note(link, row, form)


def _by_rank(row: Row, form: Form) -> list[tuple[str, Any, Role | None]]:
    """The row's columns with their values and roles: in the form's order, which is of preference, then the others."""
    ranks = {column: rank for rank, column in enumerate(form.roles)}
    names = {column: column.strip().lower() for column in row}
    columns = sorted(row, key=lambda column: ranks.get(names[column], len(ranks)))
    return [(column, row[column], form.roles.get(names[column])) for column in columns]


def _keep(link: SavedLink, column: str, value: object, form: Form) -> SavedLink:
    """The link with a value that has no place in a document."""
    return replace(
        link, rest=(*link.rest, Cut(f"{column}: {write_value(value)}", f"a field that only {form.name} uses"))
    )


def _name_origin(link: SavedLink, role: Role | None, column: str, form: Form) -> SavedLink:
    field = FIELDS.get(role, role) if role else None
    return replace(link, origins=(*link.origins, Origin(str(field), f"{column}, {form.name}"))) if field else link


def _join_note(link: SavedLink, row: Row, form: Form) -> SavedLink:
    """The link with the row's note beside the row's highlight."""
    notes = [
        write_value(value)
        for column, value in row.items()
        if form.roles.get(column.strip().lower()) == "highlight note" and not says_nothing(value)
    ]
    if not notes:
        return link
    (first, *others) = link.highlights or (Highlight(""),)
    return replace(link, highlights=(replace(first, note="\n\n".join(notes)), *others))


def join_rows(links: Iterable[SavedLink]) -> tuple[SavedLink, ...]:
    """The links with the highlights of one piece brought together, where its first stood."""
    pieces: dict[tuple[object, ...], list[SavedLink]] = {}
    for link in links:
        pieces.setdefault((link.url, link.title, link.authors), []).append(link)
    return tuple(_join(found) for found in pieces.values())


def _join(links: Sequence[SavedLink]) -> SavedLink:
    days = sorted(link.saved for link in links if link.saved)
    later = tuple(
        Cut(f"saved: {day}", "the day of a later highlight") for day in dict.fromkeys(days[1:]) if day != days[0]
    )
    return replace(
        links[0],
        saved=days[0] if days else None,
        tags=tuple(dict.fromkeys(tag for link in links for tag in link.tags)),
        highlights=tuple(highlight for link in links for highlight in link.highlights),
        rest=tuple(dict.fromkeys(cut for link in links for cut in link.rest)) + later,
    )


# --- what a column of each role adds to a link; None where its value cannot be that


def _take_url(link: SavedLink, cell: Cell) -> SavedLink | None:
    url = clean_url(read_words(cell.value))
    return replace(link, url=url) if url and link.url in ("", url) else None


def _take_title(link: SavedLink, cell: Cell) -> SavedLink | None:
    title = read_words(cell.value)
    if not title or (link.title and title != link.title):
        return None
    return replace(link, title=title)


def _take_authors(link: SavedLink, cell: Cell) -> SavedLink | None:
    stated = cell.value if isinstance(cell.value, list) else [*NAMES_PARTED.split(read_words(cell.value))]
    names = tuple(name for name in map(read_words, stated) if name)
    return replace(link, authors=names) if names and not link.authors else None


def _take_text(field: str) -> Callable[[SavedLink, Cell], SavedLink | None]:
    """Takes a text; a second one of the same role stands below the first."""

    def take(link: SavedLink, cell: Cell) -> SavedLink | None:
        words = read_words(cell.value)
        before = getattr(link, field)
        added: dict[str, Any] = {field: f"{before}\n\n{words}" if before else words}
        return replace(link, **added) if words else None

    return take


def _take_site(link: SavedLink, cell: Cell) -> SavedLink | None:
    words = read_words(cell.value)
    return replace(link, site=words) if words and not link.site else None


def _take_tags(link: SavedLink, cell: Cell) -> SavedLink | None:
    names = read_names(cell.value, between=cell.between)
    return replace(link, tags=tuple(dict.fromkeys((*link.tags, *names)))) if names else None


def _take_folder(link: SavedLink, cell: Cell) -> SavedLink | None:
    """A folder and those around it are tags, unless they are the service's own lists (Unread, Archive)."""
    if is_own_list(read_words(cell.value)):
        return None
    between = FOLDERS_APART if FOLDERS_APART in read_words(cell.value) else "/"  # "Apps/Services / AI" is two folders
    return _take_tags(link, replace(cell, between=between))


def is_own_list(folder: str) -> bool:
    """Whether a folder is one that a service makes for everybody."""
    return folder.strip().lower() in LISTS


def _take_day(field: str) -> Callable[[SavedLink, Cell], SavedLink | None]:
    def take(link: SavedLink, cell: Cell) -> SavedLink | None:
        day: dict[str, Any] = {field: read_day(cell.value)}
        return replace(link, **day) if day[field] and not getattr(link, field) else None

    return take


def _take_lang(link: SavedLink, cell: Cell) -> SavedLink | None:
    tag = read_words(cell.value)
    return replace(link, lang=tag.replace("_", "-")) if LANG.fullmatch(tag) else None


def _take_private(link: SavedLink, cell: Cell) -> SavedLink | None:
    return replace(link, private=True) if is_yes(cell.value) else None


def _take_shared(link: SavedLink, cell: Cell) -> SavedLink | None:
    return replace(link, private=is_no(cell.value))


def _take_highlight(link: SavedLink, cell: Cell) -> SavedLink | None:
    words = read_words(cell.value)
    return replace(link, highlights=(*link.highlights, Highlight(words))) if words else None


def _take_highlights(link: SavedLink, cell: Cell) -> SavedLink | None:
    highlights, facts = read_highlights(cell.value)
    kept = tuple(Cut(fact, "said of a highlight") for fact in facts)
    return replace(link, highlights=(*link.highlights, *highlights), rest=(*link.rest, *kept)) if highlights else None


TAKERS: Mapping[Role, Callable[[SavedLink, Cell], SavedLink | None]] = {
    "url": _take_url,
    "title": _take_title,
    "authors": _take_authors,
    "site": _take_site,
    "abstract": _take_text("abstract"),
    "note": _take_text("note"),
    "marked note": _take_text("marked_note"),
    "tags": _take_tags,
    "folder": _take_folder,
    "saved": _take_day("saved"),
    "published": _take_day("published"),
    "lang": _take_lang,
    "private": _take_private,
    "shared": _take_shared,
    "highlight": _take_highlight,
    "highlights": _take_highlights,
}
