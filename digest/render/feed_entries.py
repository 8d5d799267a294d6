"""Articles as the entries of a feed: what all three forms of a feed say of a piece, rights obeyed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from hashlib import sha256
from html import escape

from markdown_it import MarkdownIt

from digest.blocks import Blocks, Image, Inline, Inlines, Link, replace_inlines
from digest.config import Settings
from digest.markdown.characters import clean_line
from digest.markdown.parse import parse_markdown
from digest.markdown.writer import write_blocks
from digest.model import Article, Draft
from digest.render.directions import runs_left
from digest.render.facts import lead
from digest.render.fingerprint import Keep, make_anew
from digest.render.pictures import link_pictures, show_pictures
from digest.render.site_address import site_address
from digest.render.wording import full_day

HERE = "feeds/"  # the folder of all feeds: one depth, so that one text of an entry serves each
ARTICLES = "articles/"
SUMMARY = 300  # characters
NOTE = re.compile(r"[\w-]+\.md")  # where a link from one note of the library to another leads


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article in a feed. `published` is the piece's own day, `updated` the latest that is stated of it.

    `address` is the article's page, `source` where the piece itself stands; `html` is what the rights let out.
    """

    id: str
    title: str
    address: str
    source: str
    kind: str
    html: str
    summary: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    lang: str
    license: str
    published: date | None
    updated: date | None


def make_entry(article: Article, *, settings: Settings, keep: Keep = make_anew) -> FeedEntry:
    """The entry of an article; the same in every feed that has it. `keep` may know its text from an earlier build."""
    draft, document = article.draft, article.draft.document
    return FeedEntry(
        id=make_id(f"article {article.id}", settings=settings),
        title=clean_line(document.title),
        address=site_address(article.path, settings=settings, file=HERE),
        source=clean_line(document.url or ""),
        kind=document.kind,
        html=keep((_write_html.__name__, draft.rights, document, settings), partial(_write_html, draft, settings)),
        summary=clean_line(lead(article, SUMMARY)),
        authors=tuple(map(clean_line, document.authors)),
        tags=tuple(map(clean_line, article.tags)),
        lang=document.lang or "",
        license=clean_line(document.license or ""),
        published=full_day(document.published),
        updated=latest_day(article),
    )


def latest_day(article: Article) -> date | None:
    """The latest day that is stated of an article: when the piece appeared, or when it was taken in."""
    document = article.draft.document
    days = (full_day(document.published), full_day(document.accessed))
    return max((day for day in days if day), default=None)


def make_id(name: str, *, settings: Settings) -> str:
    """A name that is nobody else's and stays: of the site's address (its title where it has none) and the thing's id."""
    digits = sha256(f"{settings.site_url or settings.site_name}\n{name}".encode("utf-8", "replace")).hexdigest()
    # A UUID of version 8: its maker says what its digits are made from.
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"


def _write_html(draft: Draft, settings: Settings) -> str:
    document = draft.document
    note = document.sidecar.note
    text = _to_html(show_pictures(document, page=HERE), settings)
    parts = [
        f"<blockquote><p><strong>The curator’s note</strong></p>\n{_to_html(parse_markdown(note), settings)}</blockquote>\n"
        if note
        else "",
        f'<div dir="auto">\n{text}</div>\n' if runs_left(document.title) else text,
    ]
    if document.url and (draft.rights != "full" or document.kind == "link"):
        words = "Read the whole" if draft.rights != "full" else "The piece itself"
        parts.append(f'<p><a href="{escape(clean_line(document.url))}">{words}</a></p>\n')
    return "".join(parts)


def _to_html(blocks: Blocks, settings: Settings) -> str:
    """Blocks by way of our Markdown, so that a feed shows what the page shows, and no HTML of a stranger."""
    placed = replace_inlines(link_pictures(blocks), partial(_place, settings=settings))
    return str(_parser().render(write_blocks(placed)))


def _place(inline: Inline, *, settings: Settings) -> Inlines:
    """Links within the library and pictures of its own by their addresses as seen from a feed."""
    match inline:
        case Link(url, children, title) if NOTE.fullmatch(url):
            return (Link(site_address(ARTICLES + url, settings=settings, file=HERE), children, title),)
        case Image(url, alt, title) if url.startswith("../") and settings.site_url:
            return (Image(settings.site_url + url.removeprefix("../"), alt, title),)
    return (inline,)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")
