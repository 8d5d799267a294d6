"""The opening of a text that stands outside its region: passages between the headline and the rest, in boxes of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from lxml import html

from digest.read.page_passages import Passages
from digest.read.page_shapes import HEADINGS

SENTENCE = 12  # words; a shorter line under a headline names its author, its day or its column
PARAGRAPH = 20  # words; the same where trafilatura did not take the line, or where no headline stands above it
LINKED = 0.3  # of an opening's words
CELLS = frozenset({*HEADINGS, "li", "td", "th", "dt", "dd", "figcaption", "label", "legend"} - {"h2", "h3"})


def find_lead(
    passages: Passages, region: html.HtmlElement, taken: Set[html.HtmlElement], framed: Mapping[html.HtmlElement, str]
) -> tuple[html.HtmlElement, ...]:
    """The blocks above a region that open its text, in page order: what stands below the headline and reads as prose.

    A page whose headline stands within the region has none; where there is no headline, trafilatura has to agree.
    """
    before = list(_blocks_before(passages, region))
    if len(before) == len(passages.words) or any(
        block.tag == "h1" for block in region.iter("h1") if block in passages.words
    ):
        return ()
    places = [place for place, block in enumerate(before) if _is_headline(block) and block not in framed]
    below = before[places[-1] + 1 :] if places else before
    return tuple(
        block for block in below if block not in framed and _opens(passages, block, block in taken, bool(places))
    )


def leave_between(
    root: html.HtmlElement, region: html.HtmlElement, lead: Sequence[html.HtmlElement]
) -> Iterator[html.HtmlElement]:
    """The largest elements below a root that hold neither the region nor a block of the lead."""
    kept = {region, *lead}
    path = {parent for element in kept for parent in element.iterancestors()}
    waiting = [root]
    while waiting:
        for child in waiting.pop():
            if child in path and child not in kept:
                waiting.append(child)
            elif child not in kept:
                yield child


def find_common(first: html.HtmlElement, second: html.HtmlElement) -> html.HtmlElement:
    """The smallest element around two."""
    around = {first, *first.iterancestors()}
    return next(place for place in (second, *second.iterancestors()) if place in around)


def _blocks_before(passages: Passages, region: html.HtmlElement) -> Iterator[html.HtmlElement]:
    around = set(region.iterancestors())
    for block in passages.words:
        if block is region or region in block.iterancestors():
            return
        if block not in around:
            yield block


def _is_headline(block: html.HtmlElement) -> bool:
    return block.tag == "h1" or next(block.iterancestors("h1"), None) is not None


def _opens(passages: Passages, block: html.HtmlElement, taken: bool, headed: bool) -> bool:
    words = len(passages.words[block])
    if block.tag in CELLS or passages.linked.get(block, 0) > LINKED * words:
        return False
    if headed:
        return words >= (SENTENCE if taken else PARAGRAPH)
    return taken and words >= PARAGRAPH
