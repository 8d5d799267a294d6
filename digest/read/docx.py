"""Reads Word files (.docx): headings, lists, tables, quotes, notes and pictures, and what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.blocks import Blocks, Heading, Paragraph, number_paragraphs, plain_text
from digest.documents import Cut, Document, Origin, Source
from digest.errors import SourceError
from digest.read.archive import open_archive
from digest.read.byline import stated_date
from digest.read.derive import derive_title
from digest.read.docx_blocks import read_notes, read_parts
from digest.read.docx_inlines import MAX_PICTURE, Gathered
from digest.read.docx_package import Package, open_package
from digest.read.docx_parts import Part, join_parts
from digest.read.kind import name_kind
from digest.read.pdf_front import is_title
from digest.read.pdf_names import is_name, read_byline, read_stated_names
from digest.read.references import take_references

LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)


def read_docx(content: bytes, source: Source) -> tuple[Document, ...]:
    """The one document that a Word file holds; raises SourceError where there is no text.

    The title is what stands in the style for titles, then what the properties say, then a first heading that is
    alone of its level. The day on which a file was made is no day of publication.
    """
    package = open_package(open_archive(content, where=source.path))
    gathered = Gathered()
    parts = tuple(read_parts(package, gathered))
    body = tuple(part for part in parts if part.role not in ("title", "subtitle", "author", "date", "contents"))
    blocks = (*join_parts(body), *read_notes(package, gathered))
    if not blocks:
        raise SourceError(source.path, "no words in it", "fill it, or remove it")
    document = Document(
        source=source,
        title="",
        title_from="derived",
        blocks=blocks,
        abstract=_words(parts, "abstract") or None,
        attachments=tuple(gathered.pictures[name] for name in sorted(gathered.pictures)),
        cut=(*_cut_contents(parts), *_cut_pictures(gathered)),
    )
    document = _take_title(_with_stated(document, parts, package), parts, package)
    document = derive_title(name_kind(take_references(_take_byline(document))))
    return (replace(document, blocks=number_paragraphs(document.blocks)),)


def _words(parts: Sequence[Part], role: str) -> str:
    """The words of all parts of a role."""
    blocks = (part.block for part in parts if part.role == role)
    return " ".join(plain_text(block.children) for block in blocks if isinstance(block, Paragraph))


def _cut_contents(parts: Sequence[Part]) -> tuple[Cut, ...]:
    words = _words(parts, "contents")
    return (Cut(words, "the file's table of contents, or a label"),) if words else ()


def _cut_pictures(gathered: Gathered) -> list[Cut]:
    why = f"a picture of a kind that is not shown, or larger than {MAX_PICTURE // 1024} KiB"
    return [Cut(name, why) for name in gathered.refused]


def _take_title(document: Document, parts: Sequence[Part], package: Package) -> Document:
    styled = [part for part in parts if part.role == "title" and isinstance(part.block, Paragraph)]
    title = plain_text(styled[0].block.children).strip() if styled and isinstance(styled[0].block, Paragraph) else ""
    if title:
        return _entitle(document, title, "the style of its title")
    stated = package.stated.get("title", "")
    first = document.blocks[0]
    opening = plain_text(first.children).strip() if isinstance(first, Heading) else ""
    if is_title(stated):
        rest = document.blocks
        if isinstance(first, Heading) and opening == stated:
            rest = _raise(rest[1:]) if _is_only(document, first) else rest[1:]
        return _entitle(replace(document, blocks=rest), stated, "the file's properties")
    if isinstance(first, Heading) and first.level == 2 and _is_only(document, first):
        return _entitle(replace(document, blocks=_raise(document.blocks[1:])), opening, "the first heading")
    return document


def _is_only(document: Document, first: Heading) -> bool:
    alike = [block for block in document.blocks if isinstance(block, Heading) and block.level == first.level]
    return len(alike) == 1 and len(document.blocks) > 1


def _raise(blocks: Blocks) -> Blocks:
    """The blocks, their headings one level up: the one above them has become the title."""
    return tuple(
        replace(block, level=max(2, block.level - 1)) if isinstance(block, Heading) else block for block in blocks
    )


def _entitle(document: Document, title: str, where: str) -> Document:
    origins = (*document.origins, Origin("title", where))
    return replace(document, title=title, title_from="stated", origins=origins)


def _with_stated(document: Document, parts: Sequence[Part], package: Package) -> Document:
    """The document with its authors, its deck and what else the styles and the properties state."""
    names, name_where = _find_authors(parts, package)
    day = stated_date(_words(parts, "date"))
    language = LANGUAGE.match(package.stated.get("language", ""))
    tags = tuple(tag for part in re.split(r"[,;]", package.stated.get("keywords", "")) if (tag := part.strip()))
    found = (("authors", name_where), ("published", "the style of its date" if day else ""))
    return replace(
        document,
        authors=names,
        published=day,
        deck=_words(parts, "subtitle") or None,
        lang=language.group().lower() if language else None,
        tags=tags,
        origins=tuple(Origin(name, where) for name, where in found if where),
    )


def _take_byline(document: Document) -> Document:
    """The document without the lines below its title that say who wrote it, or when, and nothing else."""
    for block in document.blocks[:2]:
        text = plain_text(block.children).strip() if isinstance(block, Paragraph) else ""
        names, day = read_byline(text), stated_date(text)
        if not document.title or not (names or day) or block is not document.blocks[0]:
            break
        found = ("authors", not document.authors and names), ("published", not document.published and day)
        document = replace(
            document,
            blocks=document.blocks[1:],
            authors=document.authors or names,
            published=document.published or day,
            origins=(*document.origins, *(Origin(name, "the line below the title") for name, fresh in found if fresh)),
            cut=(*document.cut, Cut(text, "says who wrote it, or when")),
        )
    return document


def _find_authors(parts: Sequence[Part], package: Package) -> tuple[tuple[str, ...], str]:
    shown = [part.block for part in parts if part.role == "author"]
    lines = [plain_text(block.children).strip() for block in shown if isinstance(block, Paragraph)]
    names = tuple(name for line in lines for name in (read_stated_names(line) or ((line,) if line else ())))
    if names:
        return names, "the style of its authors"
    stated = read_stated_names(package.stated.get("creator", ""))
    return (stated, "the file's properties") if stated and all(map(is_name, stated)) else ((), "")
