"""What a page states of itself for machines, and what it says that it is: an article, or a shop, a list, a thread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lxml import html

from digest.read.page_json_ld import Thing, find_things, kinds_of
from digest.read.page_meta import Head, read_head

ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|Report|Recipe|HowTo)")
OTHER = re.compile(
    r"Product\w*|ItemList|CollectionPage|WebSite|\w*Store|LocalBusiness|Service|FAQPage|QAPage|DiscussionForumPosting|ProfilePage"
)
ARTICLE_NAMES = ("article:published_time", "article:section", "citation_title", "parsely-pub-date")
PageKind = Literal["article", "other", "unsaid"]


@dataclass(frozen=True, slots=True)
class Stated:
    """The head of a page and the objects of its JSON-LD."""

    head: Head
    things: tuple[Thing, ...]


def read_stated(tree: html.HtmlElement) -> Stated:
    """What a page states of itself."""
    return Stated(read_head(tree), find_things(tree))


def tell_kind(stated: Stated) -> PageKind:
    """What a page names itself in its head or its JSON-LD; old pages say nothing of it."""
    head = stated.head
    kind = head.first("og:type")[0].lower()
    if kind in ("article", "blog", "news") or any(name in head.meta for name in ARTICLE_NAMES):
        return "article"
    kinds = [name for thing in stated.things for name in kinds_of(thing)]
    if any(ARTICLE.fullmatch(name) for name in kinds):
        return "article"
    return "other" if kind or any(OTHER.fullmatch(name) for name in kinds) else "unsaid"
