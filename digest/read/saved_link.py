"""A link that a person saved, as its document: what they wrote is the curator's, what they marked is quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from digest.blocks import Blocks, Quote, Text
from digest.documents import Cut, Document, Origin, Sidecar, Source
from digest.markdown.writer import write_blocks, write_inlines
from digest.read.page_address import clean_url
from digest.read.plain_blocks import plain_blocks

NAMED_BY = 60  # characters of a highlight, which tell its note which one it speaks of
WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
FILE_ENDING = re.compile(r"\.(?:s?html?|php\d?|aspx?|jsp|md|txt|pdf)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words that a person marked in a piece, and what they wrote beside them."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SavedLink:
    """A link out of a bookmark file or an export. `note` is plain text, `marked_note` Markdown.

    `rest` holds what has no place in a document, each with the reason; `private` is what the exporting tool says.
    """

    url: str = ""
    title: str = ""
    note: str = ""
    marked_note: str = ""
    abstract: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    tags: tuple[str, ...] = ()
    saved: str | None = None
    published: str | None = None
    lang: str | None = None
    private: bool = False
    highlights: tuple[Highlight, ...] = ()
    rest: tuple[Cut, ...] = ()
    origins: tuple[Origin, ...] = ()


def make_link(link: SavedLink, source: Source) -> Document:
    """The document of a saved link.

    One that is private, or leads to no web address and was not marked either (a bookmarklet, a folder on a disk), is
    not published unless the curator says so.
    """
    words = " ".join(link.title.split())
    words = "" if clean_url(words) else words  # some services put the address where a title is missing
    unled = not link.url and not link.highlights and not link.authors
    return Document(
        source=source,
        title=words or name_address(link.url),
        title_from="stated" if words else "derived",
        blocks=_quote_all(link),
        kind="link",
        authors=link.authors,
        site=link.site or None,
        url=link.url or None,
        published=link.published,
        accessed=link.saved,
        lang=link.lang,
        tags=link.tags,
        abstract=link.abstract.strip() or None,
        cut=link.rest,
        sidecar=Sidecar(note=_write_note(link) or None, draft=True if link.private or unled else None),
        origins=link.origins,
        key=" ".join((words, *link.authors)),
    )


def name_address(url: str) -> str:
    """What an address says of its piece, for a link without a title: `example.org: the old mill`."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    last = next((unquote(step) for step in reversed(parts.path.split("/")) if step), "")
    words = " ".join(WORDS.findall(FILE_ENDING.sub("", last)))
    return f"{host}: {words}" if words else host or "Untitled"


def _quote_all(link: SavedLink) -> Blocks:
    """The highlights, in their order."""
    quotes = (plain_blocks(highlight.text) for highlight in link.highlights)
    return tuple(Quote(children, by=link.authors, url=link.url or None) for children in quotes if children)


def _write_note(link: SavedLink) -> str:
    """What the person wrote, as Markdown: of the whole piece, then of each highlight under its first words."""
    notes = [write_blocks(plain_blocks(link.note)), link.marked_note]
    notes += [_write_beside(highlight) for highlight in link.highlights if highlight.note.strip()]
    return "\n\n".join(note.strip() for note in notes if note.strip())


def _write_beside(highlight: Highlight) -> str:
    named = " ".join(highlight.text.split())
    if len(named) > NAMED_BY:
        named = f"{named[:NAMED_BY].rpartition(' ')[0] or named[:NAMED_BY]} …"
    opening, *others = plain_blocks(highlight.note)
    first = write_blocks((opening,)).strip()
    led = f"On “{write_inlines((Text(named),))}”: {first}" if named else first
    return "\n\n".join((led, write_blocks(tuple(others)).strip()))
