"""The region of a page that holds its content: the smallest element around what two opinions agree on."""

from __future__ import annotations

from collections.abc import Set

from lxml import html

from digest.read.page_lead import find_common
from digest.read.page_passages import Passages, count_below
from digest.read.page_shapes import HEADINGS, is_within

AROUND = 0.9  # of the chosen words; a stray block that was chosen elsewhere does not widen the region
MISSED = 0.55  # of the unframed words of the page's main part: where trafilatura takes less, it misses the page's kind
MISSED_OF_ARTICLE = 0.15  # the same for an article without a main part: comments and boxes may be the rest
TEXT = 100  # words that trafilatura took; fewer are no article
ELSEWHERE = 0.7  # of the words beside a headline and its text: they lead to other pages
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
    alone = _find_headed(passages, around, main, unframed) if words >= TEXT else None
    if alone is not None:
        return alone
    return main if is_within(around, main) else _find_around(passages.body, below)


def _find_headed(
    passages: Passages, around: html.HtmlElement, main: html.HtmlElement, unframed: Set[html.HtmlElement]
) -> html.HtmlElement | None:
    """The element around a text and the page's only headline, if what stands beside it leads elsewhere."""
    headlines = [one for one in passages.body.iter("h1") if one in passages.below]
    if len(headlines) != 1:
        return None
    headed = find_common(headlines[0], around)
    beside = [block for block in unframed if is_within(block, main) and not is_within(block, headed)]
    words = sum(len(passages.words[block]) for block in beside)
    linked = sum(_linked(passages, block) for block in beside)
    return headed if words and linked >= ELSEWHERE * words else None


def _linked(passages: Passages, block: html.HtmlElement) -> int:
    """How many words of a block lead elsewhere: all of one that stands in a link."""
    inside = next(block.iterancestors("a"), None) is not None
    return len(passages.words[block]) if inside else min(passages.linked.get(block, 0), len(passages.words[block]))


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
