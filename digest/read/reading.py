"""Bytes of a source to its documents: the right reader, what the curator says of it, anchors and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from digest.blocks import Paragraph, number_paragraphs, plain_text, walk_blocks
from digest.documents import Document, Origin, Sidecar, Source
from digest.errors import SourceError
from digest.markdown.characters import clean_line
from digest.read.bookmarks import read_bookmarks
from digest.read.docx import read_docx
from digest.read.epub import read_epub
from digest.read.exports import read_csv_export, read_json_export
from digest.read.feed import read_feed, read_json_feed
from digest.read.html import read_html
from digest.read.language import tell_language
from digest.read.mail import read_mail, read_mailbox
from digest.read.markdown import read_markdown
from digest.read.mhtml import read_mhtml
from digest.read.pdf import read_pdf
from digest.read.pictures import attach_pictures, name_pictures
from digest.read.shared_sidecar import check_sidecar, join_sidecars
from digest.read.text import read_text
from digest.read.unreadable import say_unreadable

Reader: TypeAlias = Callable[[bytes, Source], Sequence[Document]]
Beside: TypeAlias = Callable[[Sequence[str]], Mapping[str, bytes]]  # paths of pictures → those that are there
READERS: Mapping[str, Reader] = {
    "text/plain": read_text,
    "text/markdown": read_markdown,
    "text/csv": read_csv_export,
    "text/x-bookmarks": read_bookmarks,
    "application/atom+xml": read_feed,
    "application/feed+json": read_json_feed,
    "application/epub+zip": read_epub,
    "application/json": read_json_export,
    "application/mbox": read_mailbox,
    "application/pdf": read_pdf,
    "application/rss+xml": read_feed,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": read_docx,
    "application/xhtml+xml": read_html,
    "message/rfc822": read_mail,
    "multipart/related": read_mhtml,
    "text/html": read_html,
}
MAX_PARAGRAPH = 100_000  # characters; the longest in print have a quarter, and Python-Markdown is quadratic in it
WINS = ("title", "url", "authors", "site", "published", "accessed", "via", "rights", "license", "kind", "lang", "tags")


def read_source(
    content: bytes,
    source: Source,
    *,
    sidecar: Sidecar | None = None,
    readers: Mapping[str, Reader] | None = None,
    beside: Beside | None = None,
) -> tuple[Document, ...]:
    """The documents of a source, in its order; raises SourceError where it cannot be read.

    What the curator says wins over what the source says. Paragraphs carry their anchors. The language is told
    from the text where nobody states it, and stays None for too little text. `beside` gives the pictures that lie
    beside the source, of the paths that its documents name.
    """
    known = readers if readers is not None else READERS
    if not content.strip():
        raise SourceError(source.path, "empty", "fill it, or remove it")
    reader = known.get(source.media_type)
    if reader is None:
        raise SourceError(source.path, *say_unreadable(source.media_type))
    documents = reader(content, source)
    documents = attach_pictures(documents, beside(name_pictures(documents)) if beside else {})
    if not documents:
        raise SourceError(source.path, "holds no document", "remove it")
    check_sidecar(sidecar or Sidecar(), documents, source)
    for document in documents:
        _check_length(document)
    return tuple(_finish(document, sidecar or Sidecar()) for document in documents)


def _check_length(document: Document) -> None:
    paragraphs = (block for block in walk_blocks(document.blocks) if isinstance(block, Paragraph))
    longest = max((len(plain_text(paragraph.children)) for paragraph in paragraphs), default=0)
    if longest > MAX_PARAGRAPH:
        what = f"a paragraph is too long: {longest:,} characters"
        raise SourceError(document.source.path, what, "break it into paragraphs, or remove the file")


def _finish(document: Document, sidecar: Sidecar) -> Document:
    curated = _curate(_clean_names(document), sidecar)
    numbered = replace(curated, blocks=number_paragraphs(curated.blocks))
    if numbered.lang or not (told := tell_language(numbered.blocks)):
        return numbered
    origin = Origin("lang", f"told from the words, {told[1]:.0%} sure")
    return replace(numbered, lang=told[0], origins=(*numbered.origins, origin))


def _clean_names(document: Document) -> Document:
    """The document without characters in its names that no page may hold: controls, and marks that turn what follows."""
    return replace(
        document,
        title=clean_line(document.title).strip() or document.title,
        authors=tuple(filter(None, (clean_line(name).strip() for name in document.authors))),
        site=clean_line(document.site).strip() or None if document.site else None,
    )


def _curate(document: Document, sidecar: Sidecar) -> Document:
    """The document with the curator's values where there are any, and with an origin for each field that is known."""
    stated = {name: value for name in WINS if (value := getattr(sidecar, name))}
    if "title" in stated:
        stated["title_from"] = "curator"
    told = {origin.field: origin for origin in document.origins}
    curated = {name: Origin(name, "the sidecar") for name in WINS if name in stated}
    found = {name: Origin(name, "the source") for name in WINS if name != "kind" and getattr(document, name)}
    if document.title_from == "derived":
        found["title"] = Origin("title", "derived from the text, which states none")
    origins = {**found, **told, **curated}
    joined = join_sidecars(document.sidecar, sidecar)
    return replace(document, **stated, sidecar=joined, origins=tuple(origins[name] for name in sorted(origins)))
