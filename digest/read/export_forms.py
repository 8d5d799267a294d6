"""The exports of reading and bookmark services: which columns tell each apart, and what each column means here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "url", "title", "authors", "site", "abstract", "note", "marked note", "tags", "folder",
    "saved", "published", "lang", "private", "shared", "highlight", "highlight note", "highlights",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """An export's form: the columns (or JSON keys) that it needs, in lower case, and the role of each that has one.

    `between` parts the tags of one text; `by_piece`: a row is a highlight, and the rows of one piece belong together.
    """

    name: str
    needs: frozenset[str]
    roles: Mapping[str, Role]
    between: str = ","
    by_piece: bool = False


LISTS = frozenset(  # that a service makes for everybody: how far one has read, not what about
    "all archive feed home inbox later new shortlist starred unread unsorted".split()
) | {"read archive"}

READWISE_ROLES: Mapping[str, Role] = {
    "highlight": "highlight",
    "book title": "title",
    "book author": "authors",
    "note": "highlight note",
    "tags": "tags",
    "document tags": "tags",
    "highlighted at": "saved",
    "url": "url",
    "source url": "url",
}
READER_ROLES: Mapping[str, Role] = {"title": "title", "url": "url", "document tags": "tags", "saved date": "saved"}
READWISE_JSON_ROLES: Mapping[str, Role] = {
    "readable_title": "title",
    "title": "title",
    "author": "authors",
    "source_url": "url",
    "book_tags": "tags",
    "document_note": "note",
    "summary": "abstract",
    "highlights": "highlights",
}
POCKET_ROLES: Mapping[str, Role] = {"title": "title", "url": "url", "time_added": "saved", "tags": "tags"}
POCKET_MARKS_ROLES: Mapping[str, Role] = {"title": "title", "url": "url", "highlights": "highlights"}
INSTAPAPER_ROLES: Mapping[str, Role] = {
    "url": "url",
    "title": "title",
    "selection": "highlight",
    "tags": "tags",
    "folder": "folder",
    "timestamp": "saved",
}
RAINDROP_ROLES: Mapping[str, Role] = {
    "url": "url",
    "link": "url",
    "title": "title",
    "note": "marked note",
    "excerpt": "abstract",
    "tags": "tags",
    "folder": "folder",
    "created": "saved",
    "highlights": "highlights",
}
OMNIVORE_ROLES: Mapping[str, Role] = {
    "url": "url",
    "originalarticleurl": "url",
    "title": "title",
    "description": "abstract",
    "author": "authors",
    "sitename": "site",
    "labels": "tags",
    "savedat": "saved",
    "publishedat": "published",
    "language": "lang",
    "note": "marked note",
    "highlights": "highlights",
}
LINKDING_ROLES: Mapping[str, Role] = {
    "url": "url",
    "title": "title",
    "website_title": "title",
    "description": "marked note",
    "website_description": "abstract",
    "notes": "marked note",
    "tag_names": "tags",
    "date_added": "saved",
    "shared": "shared",
}
PINBOARD_ROLES: Mapping[str, Role] = {
    "href": "url",
    "description": "title",
    "extended": "note",
    "time": "saved",
    "tags": "tags",
    "shared": "shared",
}
LIST_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("url", "link", "href", "address", "uri", "web address", "source_url"), "url"),
    **dict.fromkeys(("title", "name", "headline"), "title"),
    **dict.fromkeys(("author", "authors", "creator", "by"), "authors"),
    **dict.fromkeys(("site", "site_name", "publication", "publisher", "website"), "site"),
    **dict.fromkeys(("note", "notes", "comment", "comments", "annotation"), "note"),
    **dict.fromkeys(("description", "excerpt", "summary", "abstract"), "abstract"),
    **dict.fromkeys(("tags", "tag", "labels", "keywords", "topics", "categories", "category"), "tags"),
    **dict.fromkeys(("saved", "saved_at", "added", "date_added", "created", "created_at", "time_added"), "saved"),
    **dict.fromkeys(("published", "published_at", "date_published", "publication date", "pubdate"), "published"),
    **dict.fromkeys(("highlight", "quote", "selection"), "highlight"),
    **dict.fromkeys(("lang", "language"), "lang"),
    **dict.fromkeys(("private",), "private"),
    "folder": "folder",
    "collection": "folder",
    "highlights": "highlights",
}

CSV_FORMS: tuple[Form, ...] = (
    Form("Readwise", frozenset({"highlight", "book title", "book author"}), READWISE_ROLES, by_piece=True),
    Form("Readwise Reader", frozenset({"title", "url", "document tags", "saved date"}), READER_ROLES),
    Form("Raindrop", frozenset({"title", "note", "excerpt", "url", "created"}), RAINDROP_ROLES),
    Form("Instapaper", frozenset({"url", "title", "selection", "folder"}), INSTAPAPER_ROLES),
    Form("Pocket", frozenset({"title", "url", "time_added", "tags"}), POCKET_ROLES, between="|"),
)
JSON_FORMS: tuple[Form, ...] = (
    Form("Omnivore", frozenset({"slug", "url", "labels", "savedat"}), OMNIVORE_ROLES),
    Form("Readwise", frozenset({"user_book_id", "highlights"}), READWISE_JSON_ROLES),
    Form("linkding", frozenset({"url", "tag_names", "date_added"}), LINKDING_ROLES),
    Form("Pinboard", frozenset({"href", "description", "extended", "time"}), PINBOARD_ROLES, between=" "),
    Form("Raindrop", frozenset({"link", "excerpt", "created", "tags"}), RAINDROP_ROLES),
    Form("Pocket", frozenset({"url", "title", "highlights"}), POCKET_MARKS_ROLES),
)
LIST = Form("this list", frozenset(), LIST_ROLES)  # nobody's export: columns by their ordinary names


def find_form(columns: Collection[str], forms: tuple[Form, ...]) -> Form | None:
    """The first form whose columns are all there; a list where a column holds addresses; else None."""
    named = {column.strip().lower() for column in columns}
    for form in forms:
        if form.needs <= named:
            return form
    return LIST if any(LIST_ROLES.get(column) == "url" for column in named) and len(named) > 1 else None
