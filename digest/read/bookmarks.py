"""Reads bookmark files in the Netscape form, as browsers and bookmark services write them, and Pocket's list in HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from digest.documents import Cut, Document, Origin, Source
from digest.errors import SourceError
from digest.read.bookmark_tree import Bookmark, walk_bookmarks
from digest.read.decode import decode_text
from digest.read.export_rows import is_own_list
from digest.read.export_values import is_yes, read_names, says_nothing
from digest.read.page_address import clean_url
from digest.read.saved_link import Highlight, SavedLink, make_link
from digest.read.stated_day import read_day

SAVED = ("add_date", "time_added")
READ = frozenset(
    {"href", "tags", "private", "published", *SAVED}
)  # attributes with a place of their own; any other is kept aside
PICTURES = frozenset({"icon", "icon_uri", "data-cover"})
LINKDING_NOTES = re.compile(r"\[linkding-notes\](.*?)\[/linkding-notes\]", re.DOTALL)
NOTES_NEVER = "raindrop"  # whose descriptions are the pages' own words
STATES = "linkding:"  # opens tags that linkding writes to say where it keeps a link


def read_bookmarks(content: bytes, source: Source) -> tuple[Document, ...]:
    """The links of a bookmark file, in its order; raises SourceError where there are none.

    The folders around a link are tags behind its own, but for those that every browser has. What is written below a
    link is the curator's note.
    """
    tree = walk_bookmarks(decode_text(content, where=source.path))
    links = [_read_link(bookmark, quotes_page=NOTES_NEVER in tree.title.lower()) for bookmark in tree.bookmarks]
    if not links:
        raise SourceError(source.path, "a bookmark file without links", "export it anew, or remove it")
    return tuple(make_link(link, source) for link in links)


def _read_link(bookmark: Bookmark, *, quotes_page: bool) -> SavedLink:
    stated = bookmark.attributes
    address = stated.get("href", "")
    url = clean_url(address)
    link = SavedLink(
        url=url,
        title=bookmark.title,
        tags=_read_tags(bookmark),
        saved=next((day for name in SAVED if (day := read_day(stated.get(name)))), None),
        published=read_day(stated.get("published")),  # in files that we write
        private=is_yes(stated.get("private", "")),
        highlights=tuple(Highlight(text) for text in bookmark.quotes),
        rest=(*_keep_rest(bookmark), *(() if url or not address else (Cut(f"href: {address}", "no web address"),))),
        origins=_name_origins(stated),
    )
    return replace(link, abstract=bookmark.text) if quotes_page else _add_note(link, bookmark.text)


def _read_tags(bookmark: Bookmark) -> tuple[str, ...]:
    own = (tag for tag in read_names(bookmark.attributes.get("tags", ""), between=",") if not tag.startswith(STATES))
    folders = (folder for folder in bookmark.folders if not is_own_list(folder))
    return tuple(dict.fromkeys((*own, *folders)))


def _keep_rest(bookmark: Bookmark) -> tuple[Cut, ...]:
    """What a document has no place for: other attributes, the lists of the service, what is said of a folder."""
    said = [
        Cut(f"{name}: {_name_picture(name, value)}", "a field that only bookmark files use")
        for name, value in bookmark.attributes.items()
        if name not in READ and not says_nothing(value)
    ]
    lists = [
        Cut(f"folder: {folder}", "a list of the service's own") for folder in bookmark.folders if is_own_list(folder)
    ]
    tags = read_names(bookmark.attributes.get("tags", ""), between=",")
    lists += [Cut(f"tag: {tag}", "a list of the service's own") for tag in tags if tag.startswith(STATES)]
    return (*said, *lists, *(Cut(text, "said of the folder") for text in bookmark.around))


def _name_picture(name: str, value: str) -> str:
    """A picture within the file by its size: it is the site's mark, not the person's."""
    return f"a picture of {len(value):,} characters" if name in PICTURES and value.startswith("data:") else value


def _add_note(link: SavedLink, text: str) -> SavedLink:
    """The link with what is written below it: linkding parts its description from its notes, which are Markdown."""
    notes = "\n\n".join(found.strip() for found in LINKDING_NOTES.findall(text))
    return replace(link, note=LINKDING_NOTES.sub("", text).strip(), marked_note=notes)


def _name_origins(stated: Mapping[str, str]) -> tuple[Origin, ...]:
    fields = {
        "href": "url",
        "tags": "tags",
        **dict.fromkeys(SAVED, "accessed"),
        "published": "published",
        "private": "draft",
    }
    return tuple(Origin(field, f"{name.upper()} of the bookmark") for name, field in fields.items() if stated.get(name))
