"""Pictures on a page: the library's own copies are shown, all others named by a link, since a page loads nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import urlsplit

from digest.blocks import Blocks, Image, Inline, Inlines, Link, Text, replace_inlines, walk_inlines
from digest.documents import Document
from digest.markdown.addresses import join_address
from digest.model import Article, Page
from digest.render.addresses import relative_url

FOLDER = "assets/pictures/"
SCHEME = "attachment:"
# Two words or more of a file's name, and behind them the size or the number that a system adds.
NAMED = re.compile(
    r"(?!(?:img|image|photo|screen|screenshot|default)[-_])[A-Za-z]?[a-z]{2,20}(?:[-_][A-Za-z]?[a-z]{1,20}){1,11}(?:[-_]?\d{1,4}(?:x\d{1,4})?)?",
    re.ASCII,
)
OWN = re.compile(rf"(?:\.\./)*{FOLDER}[0-9a-f]+\.[a-z]+")


def show_pictures(document: Document, *, page: str) -> Blocks:
    """A document's blocks for a page: the pictures that came with it by their place in the library.

    An image that is not at hand is named by its whole address, as far as the document's own tells it.
    """
    names = {picture.name for picture in document.attachments}
    return replace_inlines(document.blocks, partial(_place, names=names, base=document.url or "", page=page))


def link_pictures(blocks: Blocks) -> Blocks:
    """The blocks with every picture that is not the library's own as a link to it, or as its words."""
    return replace_inlines(blocks, _link)


def picture_pages(articles: Iterable[Article]) -> tuple[Page, ...]:
    """The files of all pictures that the articles show, sorted by path; what rights withhold is not among them."""
    contents = {name: content for article in articles for name, content in _shown(article.draft.document)}
    return tuple(Page(FOLDER + name, content=contents[name]) for name in sorted(contents))


def _place(inline: Inline, *, names: set[str], base: str, page: str) -> Inlines:
    if not isinstance(inline, Image):
        return (inline,)
    name = inline.url.removeprefix(SCHEME)
    if name != inline.url:
        return (
            (Image(relative_url(FOLDER + name, page=page), inline.alt, inline.title),)
            if name in names
            else _words(inline)
        )
    return (Image(join_address(base, inline.url), inline.alt, inline.title),)


def _link(inline: Inline) -> Inlines:
    """A picture as a link to it; within a link, whose address is the one that the page's author meant, as words."""
    if isinstance(inline, Image) and not OWN.fullmatch(inline.url):
        return (Link(inline.url, _words(inline)),) if _is_remote(inline.url) else _words(inline)
    if not isinstance(inline, Link) or not any(isinstance(child, Link) for child in inline.children):
        return (inline,)
    words = tuple(
        flat for child in inline.children for flat in (child.children if isinstance(child, Link) else (child,))
    )
    return (Link(inline.url, words, inline.title),)


def _words(image: Image) -> Inlines:
    said = " ".join(image.alt.split()) or _name_file(image.url)
    return (Text(f"picture: {said}" if said else "picture"),)


def _name_file(address: str) -> str:
    """The words of a picture's file name, where its author wrote some: `mill-in-spring-1024x683.jpg`."""
    stem = address.partition("?")[0].rpartition("/")[2].rpartition(".")[0]
    if not NAMED.fullmatch(stem):
        return ""
    return " ".join(word for word in re.split(r"[-_]", stem) if word.isalpha())


def _is_remote(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https", "") and bool(parts.netloc)


def _shown(document: Document) -> Iterator[tuple[str, bytes]]:
    contents = {SCHEME + picture.name: picture for picture in document.attachments}
    for inline in walk_inlines(document.blocks):
        if isinstance(inline, Image) and inline.url in contents:
            yield contents[inline.url].name, contents[inline.url].content
