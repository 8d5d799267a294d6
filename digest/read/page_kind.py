"""What a page states of itself for machines, and whether it says that it is an article: a text of one piece."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

from digest.read.page_json_ld import Thing, find_things, kinds_of
from digest.read.page_meta import Head, read_head

ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|Report|Recipe|HowTo)")
ARTICLE_NAMES = ("article:published_time", "article:section", "citation_title", "parsely-pub-date")


@dataclass(frozen=True, slots=True)
class Stated:
    """The head of a page and the objects of its JSON-LD."""

    head: Head
    things: tuple[Thing, ...]


def read_stated(tree: html.HtmlElement) -> Stated:
    """What a page states of itself."""
    return Stated(read_head(tree), find_things(tree))


def says_article(stated: Stated) -> bool:
    """Whether the page's head or its JSON-LD names it an article, and not a front page, a shop or a thread."""
    head = stated.head
    if head.first("og:type")[0].lower() in ("article", "blog", "news") or any(
        name in head.meta for name in ARTICLE_NAMES
    ):
        return True
    return any(ARTICLE.fullmatch(kind) for thing in stated.things for kind in kinds_of(thing))
