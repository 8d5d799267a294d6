"""Reads EPUB: a book's chapters in their order, and what its metadata states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.blocks import Heading, number_paragraphs, plain_text
from digest.documents import Document, Origin, Reference, Source
from digest.errors import SourceError
from digest.read.archive import open_archive
from digest.read.derive import derive_title
from digest.read.epub_chapters import Chapter, Kept, join_chapters, read_chapters
from digest.read.epub_package import Stated, open_book
from digest.read.html_fragment import fragment_words
from digest.read.stated_day import read_day

MAX_TAGS = 10  # subjects; libraries give a book dozens
MAX_LICENSE = 200  # characters; more is a publisher's warning, not the name of a licence
DOI = re.compile(r"(?:urn:doi:|doi:|https?://doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)


def read_epub(content: bytes, source: Source, *, chapters: bool = False) -> tuple[Document, ...]:
    """The one document that a book is, or one for each of its chapters; raises SourceError where it cannot be read."""
    archive = open_archive(content, where=source.path)
    book = open_book(archive)
    kept = Kept()
    read = tuple(read_chapters(archive, book, kept))
    if not read:
        raise SourceError(source.path, "its chapters hold no words", "download it again, or remove it")
    whole = _with_stated(Document(source=source, title="", title_from="derived", blocks=()), book.stated)
    if chapters:
        return tuple(_make_chapter(whole, chapter, kept) for chapter in read)
    document = replace(
        whole,
        blocks=number_paragraphs(join_chapters(read)),
        attachments=tuple(kept.pictures[name] for name in sorted(kept.pictures)),
        cut=tuple(kept.cut),
    )
    return (derive_title(document),)


def _make_chapter(whole: Document, chapter: Chapter, kept: Kept) -> Document:
    """A chapter as a document of its own; its site is the book."""
    first = chapter.blocks[0]
    headed = isinstance(first, Heading) and plain_text(first.children) == chapter.name
    document = replace(
        whole,
        title=chapter.name,
        title_from="stated" if chapter.name else "derived",
        site=whole.title or whole.site,
        url=None,  # the book's: a chapter that had it would be taken for the book saved again
        references=(Reference(whole.title or whole.url, whole.url),) if whole.url else (),
        abstract=None,
        blocks=number_paragraphs(chapter.blocks[1:] if headed and len(chapter.blocks) > 1 else chapter.blocks),
        attachments=tuple(kept.pictures[name] for name in sorted(kept.pictures)),
        key=chapter.part,
    )
    return derive_title(document)


def _with_stated(document: Document, stated: Sequence[Stated]) -> Document:
    """The document with what the metadata states."""
    rights = [one.text for one in stated if one.name == "rights"]
    blurb = [fragment_words(one.text) for one in stated if one.name == "description"]
    language = LANGUAGE.match(_first(stated, "language"))
    found = {
        "title": _title(stated),
        "authors": tuple(dict.fromkeys(one.text for one in stated if one.name == "creator" and _is_author(one))),
        "site": _first(stated, "publisher") or None,
        "url": _address(stated),
        "published": _day(stated),
        "lang": language.group().lower() if language else None,
        "tags": tuple(dict.fromkeys(one.text for one in stated if one.name == "subject"))[:MAX_TAGS],
        "license": rights[0] if rights and len(rights[0]) <= MAX_LICENSE else None,
        "abstract": blurb[0] if blurb and blurb[0] else None,
    }
    origins = tuple(Origin(name, "the book's metadata") for name, value in found.items() if value)
    made: Document = replace(document, **found, origins=origins)  # type: ignore[arg-type]  # each value is of its field's type
    return replace(made, title_from="stated" if made.title else "derived")


def _first(stated: Sequence[Stated], name: str) -> str:
    return next((one.text for one in stated if one.name == name), "")


def _title(stated: Sequence[Stated]) -> str:
    titles = [one for one in stated if one.name == "title"]
    main = [one.text for one in titles if one.more.get("title-type") == "main"]
    return main[0] if main else titles[0].text if titles else ""


def _is_author(creator: Stated) -> bool:
    """Whether a creator wrote the book: others translated or drew, and say so."""
    return creator.more.get("role", "aut") == "aut" and creator.text.casefold() not in (
        "unknown",
        "anonymous",
        "various",
    )


def _day(stated: Sequence[Stated]) -> str | None:
    """The day of publication; never that of a change, or of the file's making."""
    for one in stated:
        if one.name == "date" and one.more.get("event", "publication") == "publication" and (day := read_day(one.text)):
            return day
    return None


def _address(stated: Sequence[Stated]) -> str | None:
    """An identifier that leads somewhere."""
    for one in stated:
        if one.name in ("identifier", "source"):
            if found := DOI.fullmatch(one.text):
                return f"https://doi.org/{found[1]}"
            if one.text.startswith(("http://", "https://")) and " " not in one.text:
                return one.text
    return None
