"""The region of a page that holds its content: the smallest element around what two opinions agree on."""

from __future__ import annotations

from collections.abc import Set

from lxml import html

from digest.read.page_passages import Passages, count_below
from digest.read.page_shapes import HEADINGS, is_within

AROUND = 0.9  # of the chosen words; a stray block that was chosen elsewhere does not widen the region
MISSED = 0.55  # of the unframed words of the page's main part: where trafilatura takes less, it misses the page's kind
MISSED_OF_ARTICLE = 0.15  # the same for an article without a main part: comments and boxes may be the rest
TEXT = 100  # words that trafilatura took; fewer are no article
MAIN = 0.3  # of the unframed words; a landmark with less is an empty shell
ONLY = 0.5  # of the unframed words; the only <article> of a page with that many is its content
SMALL = frozenset({*HEADINGS, "p", "li", "nav", "header", "footer", "a", "span", "figure", "button", "label"})
CONTENT_PROPERTIES = ("articleBody", "mainContentOfPage")


def find_region(
    passages: Passages, chosen: Set[html.HtmlElement], unframed: Set[html.HtmlElement], *, article: bool
) -> html.HtmlElement:
    """The element around the chosen blocks; the page's own main part where they are little of it."""
    below = _count(passages, unframed)
    main = _find_main(passages.body, below)
    around = _find_around(passages.body, _count(passages, chosen))
    words = sum(len(passages.words[block]) for block in chosen)
    missed = MISSED_OF_ARTICLE if article and main is passages.body and words >= TEXT else MISSED
    if words >= missed * below.get(main, 0) and around.tag not in SMALL:
        return around
    return main if is_within(around, main) else _find_around(passages.body, below)


def _count(passages: Passages, blocks: Set[html.HtmlElement]) -> dict[html.HtmlElement, int]:
    return count_below(passages.body, {block: len(words) for block, words in passages.words.items() if block in blocks})


def _find_main(body: html.HtmlElement, below: dict[html.HtmlElement, int]) -> html.HtmlElement:
    """The landmark that the page sets around its content; the body where there is none."""
    total = below.get(body, 0)
    for element in below:
        if _is_landmark(element) and below[element] >= MAIN * total:
            return element
    articles = [element for element in below if element.tag == "article"]
    return articles[0] if len(articles) == 1 and below[articles[0]] >= ONLY * total else body


def _is_landmark(element: html.HtmlElement) -> bool:
    return element.tag == "main" or element.get("role") == "main" or element.get("itemprop") in CONTENT_PROPERTIES


def _find_around(body: html.HtmlElement, below: dict[html.HtmlElement, int]) -> html.HtmlElement:
    place, total = body, below.get(body, 0)
    while total:
        largest = max(place, key=lambda child: below.get(child, 0), default=None)
        if largest is None or below.get(largest, 0) < AROUND * total:
            break
        place = largest
    return place
