"""A page that lists pieces and is none itself, such as a newspaper's front page: it says so, and nobody in it is its author."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from digest.documents import Document
from digest.read.page_content import Content, is_kept
from digest.read.page_kind import Stated, tell_kind
from digest.read.page_passages import Passages
from digest.read.page_shapes import HEADINGS

MIN_PIECES = 6  # headings that lead to as many pages; an article recommends three or four
MOST = 0.7  # of the headings below the page's own
TEASER = 60  # words; a longer paragraph is of a text
REMARK = "A list of pieces, not an article"


def is_front(passages: Passages, chosen: Content, stated: Stated) -> bool:
    """Whether what a page shows are the linked headlines of many pieces, each with a few lines at most."""
    if tell_kind(stated) == "article":
        return False
    shown = [block for block in passages.words if is_kept(block, chosen)]
    headings = [block for block in shown if block.tag in HEADINGS and block.tag != "h1"]
    pieces = {address for heading in headings if (address := _leads_to(heading))}
    if len(pieces) < MIN_PIECES or len(pieces) < MOST * len(headings):
        return False
    return max(len(passages.words[block]) for block in shown) < TEASER


def remark_front(document: Document) -> Document:
    """The document of such a page: with a remark, and without the author and the day of a piece that it leads to."""
    origins = tuple(origin for origin in document.origins if origin.field not in ("authors", "published"))
    return replace(
        document,
        authors=(),
        published=None,
        provenance=(*document.provenance, REMARK),
        origins=origins,
        chosen=f"{document.chosen}; {REMARK.lower()}",
    )


def _leads_to(heading: html.HtmlElement) -> str:
    """The page that a heading is a link to, without a place on it; empty for another heading."""
    links = [*heading.iterancestors("a"), *heading.iter("a")]
    link = links[0] if len(links) == 1 else None
    address = (link.get("href") or "").partition("#")[0] if link is not None else ""
    return address if not address.startswith(("mailto:", "javascript:")) else ""
