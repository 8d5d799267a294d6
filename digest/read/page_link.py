"""A saved page that only points elsewhere: a link post, by its marks or its shape, with the finder that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lxml import html

from digest.blocks import Blocks, Heading, Inlines, Link, Paragraph, Text, plain_text, walk_blocks, walk_inlines
from digest.documents import Document, Via
from digest.read.link_post import read_link_post
from digest.read.page_facts import Facts
from digest.read.page_inlines import Reading, page_address
from digest.read.page_url import host_of

MARKED = re.compile(r"(?:^|\s)u-(?:bookmark|like|repost)-of(?=\s|$)")
FOUND_BY = re.compile(r"(?:^|[\s(\[])(?:via|h/t|hat tip(?: to)?|found (?:via|through))\s*:?\s*$", re.IGNORECASE)
MAX_COMMENTARY = 400  # words of one that says what it points at; a longer one is a piece of its own
MAX_NOTE = 150  # words of one that says so by its one link alone
OPENING = 2  # paragraphs in which that link stands
MAX_FINDER = 80  # characters of a finder's name


def read_page_link(document: Document, root: html.HtmlElement, facts: Facts) -> Document:
    """The document as a link post, if the page is one; the address that its headline led to stays in its text."""
    if document.kind not in ("article", "note"):
        return document
    words = sum(len(plain_text(block.children).split()) for block in _paragraphs(document.blocks))
    if words > MAX_COMMENTARY:
        return document
    via = next(_finders(document.blocks), None)
    target = _marked(root, facts) or _headlined(facts)
    if target is None and via is None and not (words <= MAX_NOTE and _is_short_note(document.blocks, facts)):
        return document
    blocks = document.blocks
    if target is not None and target not in _addresses(blocks):
        blocks = (Paragraph((Link(target, (Text(document.title or target),)),)), *blocks)
    return read_link_post(replace(document, kind="link", via=via, blocks=blocks))


def _paragraphs(blocks: Blocks) -> Iterator[Paragraph]:
    return (block for block in walk_blocks(blocks) if isinstance(block, Paragraph))


def _addresses(blocks: Blocks) -> list[str]:
    return [inline.url for inline in walk_inlines(blocks) if isinstance(inline, Link)]


# --- what says that a page points elsewhere


def _marked(root: html.HtmlElement, facts: Facts) -> str | None:
    """What a page marks as the piece that it bookmarks, likes or passes on."""
    for element in root.iter():
        if isinstance(element.tag, str) and MARKED.search(element.get("class") or ""):
            link = element if element.get("href") else next(element.iterdescendants("a"), None)
            address = page_address(link.get("href"), Reading(facts.base)) if link is not None else None
            if address:
                return address
    return None


def _headlined(facts: Facts) -> str | None:
    """Where the headline leads, if it leads to another site."""
    if facts.heading is None:
        return None
    links = [*facts.heading.iter("a"), *(one for one in facts.heading.iterancestors("a"))]
    address = page_address(links[0].get("href"), Reading(facts.base)) if links else None
    return address if address and _leads_away(address, facts) else None


def _finders(blocks: Blocks) -> Iterator[Via]:
    """Whom the commentary names as finder: a link behind `via`."""
    for paragraph in _paragraphs(blocks):
        for before, link in _neighbours(paragraph.children):
            name = plain_text(link.children).strip()
            if FOUND_BY.search(before.text) and name and len(name) <= MAX_FINDER:
                yield Via(url=link.url, title=name)


def _neighbours(inlines: Inlines) -> Iterator[tuple[Text, Link]]:
    for before, inline in pairwise(inlines):
        if isinstance(before, Text) and isinstance(inline, Link):
            yield before, inline


def _is_short_note(blocks: Blocks, facts: Facts) -> bool:
    """Whether a few words lead to one place on another site, and nowhere else."""
    if any(isinstance(block, Heading) for block in blocks):
        return False
    away = [address for address in _addresses(blocks) if _leads_away(address, facts)]
    opening = [address for block in [*_paragraphs(blocks)][:OPENING] for address in _addresses((block,))]
    return len(away) == 1 and away[0] in opening


def _leads_away(address: str, facts: Facts) -> bool:
    own, other = host_of(facts.url or facts.base), host_of(address)
    return bool(own and other) and not (own.endswith(other) or other.endswith(own))
