"""The goods that a shop's page lists: boxes of one shape in a row, each with a price, which trafilatura takes for chrome."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from digest.read.page_passages import Passages

PRICE = re.compile(
    r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|CAD|AUD)\b)\s?\d|\d[\d.,]*\s?(?:[€£¥₹]|\b(?:USD|EUR|GBP|CHF|zł|kr)\b)"
)
MIN_OFFERS = 4  # of one shape; fewer are what a page of one thing recommends beside it
MAX_OFFER = 60  # words of one; a longer one describes the thing
ROWS = frozenset({"ul", "ol", "div", "section"})


def find_offers(passages: Passages) -> set[html.HtmlElement]:
    """The blocks with words in all offers of the longest row on a page; none where it has no row."""
    rows = [row for row in passages.below if row.tag in ROWS and len(row) >= MIN_OFFERS]
    offers = max(([*_offers(row, passages)] for row in rows), key=len, default=[])
    if len(offers) < MIN_OFFERS:
        return set()
    row = set(offers)
    return {block for block in passages.words if not row.isdisjoint((block, *block.iterancestors()))}


def _offers(row: html.HtmlElement, passages: Passages) -> Iterator[html.HtmlElement]:
    for child in row:
        words = passages.below.get(child, 0)
        if (
            2 < words <= MAX_OFFER
            and next(child.iter("a"), None) is not None
            and PRICE.search(" ".join(child.itertext("*")))
        ):
            yield child
