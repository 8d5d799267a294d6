"""Reads a page that a browser saved as one file (MHTML): its main part as a web page, the other parts as its pictures."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html

from digest.documents import Document, Origin, Source
from digest.errors import SourceError
from digest.read.html import read_html
from digest.read.mail_parts import Letter, Part, open_letter
from digest.read.mail_pictures import point_pictures
from digest.read.page_address import clean_url
from digest.read.page_tree import read_tree
from digest.read.stated_day import read_day

PAGES = ("text/html", "application/xhtml+xml")
START = re.compile(r"\bstart\s*=\s*\"?<?([^\">;\s]+)", re.IGNORECASE)
MEND = "save the page again"


def read_mhtml(content: bytes, source: Source) -> tuple[Document, ...]:
    """The one document of a saved page; raises SourceError where the file holds none.

    The browser states the address and the day of saving; what the page says of itself comes before its word.
    """
    letter = open_letter(content, where=source.path)
    page = _find_page(letter)
    if page is None:
        raise SourceError(source.path, "no page among its parts", MEND)
    address = letter.headers.get("snapshot-content-location", "") or page.location
    tree = read_tree(page.text.encode(), where=source.path)
    pictured = point_pictures(tree, letter.parts, base=address)
    _state_base(tree, address)
    documents = read_html(html.tostring(tree, encoding="utf-8"), source)
    saved = read_day(letter.headers.get("date"))
    return tuple(
        _state(replace(document, attachments=pictured.attachments), url=clean_url(address), accessed=saved)
        for document in documents
    )


def _find_page(letter: Letter) -> Part | None:
    """The part that the file says it starts with, else the page of its address, else its first page."""
    pages = [part for part in letter.parts if part.media_type in PAGES and part.content.strip()]
    start = START.search(letter.headers.get("content-type", ""))
    address = letter.headers.get("snapshot-content-location", "")
    stated = (page for page in pages if (start and page.cid == start[1]) or (address and page.location == address))
    return next(stated, pages[0] if pages else None)


def _state_base(tree: html.HtmlElement, address: str) -> None:
    """Write the page's address into it, so that its relative links can be followed."""
    head = tree.find("head")
    if address.startswith(("http://", "https://")) and head is not None and head.find("base") is None:
        head.insert(0, html.Element("base", href=address))


def _state(document: Document, *, url: str, accessed: str | None) -> Document:
    origins = list(document.origins)
    if url and not document.url:
        origins.append(Origin("url", "the browser that saved it"))
    if accessed and not document.accessed:
        origins.append(Origin("accessed", "the browser that saved it"))
    return replace(
        document,
        url=document.url or url or None,
        accessed=document.accessed or accessed,
        origins=tuple(origins),
    )
