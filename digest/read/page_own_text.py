"""The text that a page itself names as such, by its mark-up: where one element holds nearly all of its prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import html

from digest.read.page_chrome import is_framing
from digest.read.page_passages import Passages, count_below
from digest.read.page_shapes import CALLOUT, HEADINGS, is_within, names_of

NAMED = re.compile(
    r"(?:[\w-]*[-_])?(?:entry|post|article|story|blog|news|single)[-_]*(?:inner[-_]*)?(?:content|body|text)(?:[-_]*(?:inner|wrapper|container))?"
    r"|articleBody|e-content|markdown-body|gh-content|storytext|rich-?text",
    re.IGNORECASE,
)
BESIDE = re.compile(  # what stands in the same element as a text, and says what it is
    r"(?:.*[-_])?(?:comments?(?:[-_](?:area|list|section|wrapper|container|thread))?|respond|side-?bar|footer|(?:post|entry)[-_]?meta|byline)",
    re.IGNORECASE,
)
AROUND = frozenset({"div", "section", "article", "main"})
ASIDE = frozenset({"aside", "nav", "footer", "form", "header"})
RANKED = frozenset({*HEADINGS, "p", "li", "dt", "dd", "td", "th", "pre", "blockquote"})
MIN_PROSE = 150  # words; fewer are a teaser
NEARLY_ALL = 0.8  # of the prose on the page: with less, more than one thing may be its text
SMALL = 0.3  # of the text's prose; what holds more is no box, whatever its name
SENTENCE = 8  # words of a paragraph that counts as prose
LINE = 12  # words of a loose block; fewer are a label
ITEM = 6  # words of a point in a list that is a link; fewer lead elsewhere
LINKED = 0.5  # of the words of a block; above it leads elsewhere


def find_own_text(passages: Passages) -> set[html.HtmlElement]:
    """The blocks of the text that a page names; none where it names none, or several."""
    prose = {block: len(words) for block, words in passages.words.items() if _is_prose(block, words, passages)}
    below = count_below(passages.body, prose)
    root = _find_named(passages, below)
    if root is None:
        return set()
    boxes = {box for box in passages.below if box is not root and is_within(box, root) and _is_box(box, root, below)}
    return {
        block
        for block, words in passages.words.items()
        if is_within(block, root) and _speaks(block, len(words), passages) and boxes.isdisjoint(_path(block, root))
    }


def _find_named(passages: Passages, below: Mapping[html.HtmlElement, int]) -> html.HtmlElement | None:
    """The innermost element that is named a text and holds nearly all prose; else the only large <article>."""
    enough = max(MIN_PROSE, NEARLY_ALL * below.get(passages.body, 0))
    named = [element for element in below if below[element] >= enough and _is_named(element)]
    if named:
        return min(named, key=lambda element: (below[element], passages.below[element]))
    articles = [element for element in below if element.tag == "article" and below[element] >= MIN_PROSE]
    return articles[0] if len(articles) == 1 and below[articles[0]] >= enough else None


def _is_named(element: html.HtmlElement) -> bool:
    if element.get("itemprop") == "articleBody":
        return True
    return element.tag in AROUND and any(map(NAMED.fullmatch, names_of(element).split()))


def _is_prose(block: html.HtmlElement, words: list[str], passages: Passages) -> bool:
    return block.tag == "p" and len(words) >= SENTENCE and passages.linked.get(block, 0) <= LINKED * len(words)


def _is_box(element: html.HtmlElement, root: html.HtmlElement, below: Mapping[html.HtmlElement, int]) -> bool:
    """Whether an element within the text says by its tag or its name that it is none of it."""
    if below.get(element, 0) >= SMALL * below[root] or element.tag in RANKED:
        return False
    return element.tag in ASIDE or any(is_framing(name) or BESIDE.fullmatch(name) for name in names_of(element).split())


def _speaks(block: html.HtmlElement, words: int, passages: Passages) -> bool:
    """Whether a block is said to be a heading, a paragraph, a point or a cell, or is long; and leads nowhere."""
    if block.tag == "figcaption":
        return False
    ranked = block.tag in RANKED or block.getparent().tag in RANKED or CALLOUT.search(names_of(block)) is not None
    if not ranked and words < LINE:
        return False
    if passages.linked.get(block, 0) <= LINKED * words or block.tag in HEADINGS:
        return True
    return words >= (ITEM if block.tag == "li" else LINE) and block.tag in RANKED


def _path(block: html.HtmlElement, root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    place = block
    while place is not root:
        yield place
        place = place.getparent()
