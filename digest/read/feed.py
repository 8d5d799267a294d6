"""Reads feeds: RSS 0.9 to 2.0, Atom and JSON Feed; every entry is a document."""

from __future__ import annotations

import re

from digest.documents import Document, Source
from digest.errors import SourceError
from digest.read.decode import decode_text
from digest.read.exports import load_json
from digest.read.feed_document import make_entry
from digest.read.feed_entry import Feed
from digest.read.feed_json import parse_json_feed
from digest.read.feed_xml import ENTRY, parse_xml_feed

ENTITIES = re.compile(r"<!ENTITY\b")  # a few lines of them fill the memory or name files, and no feed needs one
MAX_ENTRIES = 20_000  # the longest archives of a site's feed have some thousands
DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{2,40})["']""")
# Encodings that feeds are written in. Python knows others by name, some of which are none: punycode, unicode_escape.
ENCODINGS = re.compile(
    r"(?:iso-?8859-\d+|latin-?\d|windows-\d+|cp\d+|koi8-[ru]|gb(?:k|2312|18030)|big5(?:-hkscs)?|euc-(?:jp|kr)|shift[_-]jis|iso-2022-jp|macintosh)",
    re.IGNORECASE,
)


def read_feed(content: bytes, source: Source) -> tuple[Document, ...]:
    """The documents of a feed in XML, in its order; raises SourceError where no entry can be read."""
    text = _decode_feed(content, source)
    if ENTITIES.search(text):
        mend = "take the DTD, its first lines, out, or remove it"
        raise SourceError(source.path, "a feed that declares entities of its own in a DTD", mend)
    if len(ENTRY.findall(text)) > MAX_ENTRIES:
        raise SourceError(source.path, f"over {MAX_ENTRIES:,} entries, which no feed has", "split it, or remove it")
    return _make_documents(parse_xml_feed(text), source)


def read_json_feed(content: bytes, source: Source) -> tuple[Document, ...]:
    """The documents of a JSON Feed, in its order; raises SourceError where no entry can be read."""
    loaded = load_json(decode_text(content, where=source.path), source)
    return _make_documents(parse_json_feed(loaded), source)


def _make_documents(feed: Feed | None, source: Source) -> tuple[Document, ...]:
    if feed is None:
        raise SourceError(source.path, "no feed that can be read", "save it anew, as its site sends it")
    documents = dict.fromkeys(make_entry(entry, feed, source) for entry in feed.entries)
    told = tuple(
        document for document in documents if document.url or document.blocks or document.title_from == "stated"
    )
    if not told:
        raise SourceError(source.path, "a feed without entries", "save it anew, or remove it")
    return told


def _decode_feed(content: bytes, source: Source) -> str:
    """The text of a feed by the encoding that it declares, unless it is UTF-8 after all, as most are."""
    declared = DECLARED.match(content)
    name = declared[1].decode("ascii") if declared else ""
    if ENCODINGS.fullmatch(name) and not _is_utf8(content):
        try:
            content = content.decode(name, "replace").encode("utf-8")
        except LookupError:
            return decode_text(content, where=source.path)
    return decode_text(content, where=source.path)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
