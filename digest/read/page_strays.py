"""Blocks of a text's region that trafilatura left out: boxes beside the text go, what stands in its flow stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import islice

from lxml import html

from digest.read.page_passages import Passages, count_below
from digest.read.page_shapes import CALLOUT, HEADINGS, names_of

SURE = 0.65  # of the words of a region that trafilatura took: it knows the page, and what it left out is no text
RICH = ("pre", "table", "blockquote", "figure", "ul", "ol")  # what trafilatura loses out of texts that it took
ALONE = frozenset(
    {
        *RICH,
        *HEADINGS,
        *(
            "center",
            "p",
            "li",
            "dl",
            "dt",
            "dd",
            "figcaption",
            "td",
            "th",
            "tr",
            "tbody",
            "thead",
            "details",
            "summary",
        ),
    }
)
PROSE = 60  # words in paragraphs that trafilatura took; what stands between those stands in the flow of the text
SENTENCE = 15  # words; fewer are a label or a call
ITEM = 6  # words of a point in a list; fewer lead elsewhere
LINKED = 0.3  # of the words of what stays
CAPTIONED = re.compile(r"(?:^|\s)(?:wp-)?caption(?:-box)?(?=\s|$)", re.IGNORECASE)


def find_strays(
    passages: Passages, kept: Sequence[html.HtmlElement], taken: Set[html.HtmlElement], root: html.HtmlElement
) -> dict[html.HtmlElement, str]:
    """Boxes that trafilatura left out of a text that it took nearly whole, and what stands after its last block."""
    words = {block: len(passages.words[block]) for block in kept}
    chosen = {block: words[block] for block in kept if block in taken}
    if not chosen or sum(chosen.values()) < SURE * sum(words.values()):
        return {}
    below = count_below(root, chosen)
    last = max(place for place, block in enumerate(kept) if block in chosen)
    shapes = {_shape(block) for block in chosen if block.get("class")}
    strays: dict[html.HtmlElement, str] = {}
    for place, block in enumerate(kept):
        prose = _is_prose(passages, block)
        if block in taken or (prose and _shape(block) in shapes):
            continue
        box = _find_box(block, passages, below, root)
        if place > last and not _goes_on(passages, block, taken):
            strays[block] = "after the text"
        elif place < last and box is not None and not (prose and _in_flow(passages, box, taken)):
            strays[block] = "a box beside the text"
    return strays


def _shape(block: html.HtmlElement) -> tuple[str, str]:
    return block.tag, block.get("class") or ""


def _find_box(
    block: html.HtmlElement, passages: Passages, below: Mapping[html.HtmlElement, int], root: html.HtmlElement
) -> html.HtmlElement | None:
    """The largest element around a block that holds nothing which trafilatura took, if it is a box.

    Paragraphs and their like are none, nor is what holds a kind of block that trafilatura is known to lose, nor a
    picture with its caption.
    """
    place, found = block, None
    around = [block, *islice(block.iterancestors(), 2)]
    if any(_is_captioned(parent) or CALLOUT.search(parent.get("class") or "") for parent in around):
        return None
    while place is not root and place not in below:
        if place.tag not in ALONE and next(place.iter(*RICH), None) is None:
            found = place
        place = place.getparent()
    alone = block.tag in HEADINGS and found is not None and passages.below.get(found) == len(passages.words[block])
    return None if alone else found  # a heading with the link or the button around it


def _is_captioned(element: html.HtmlElement) -> bool:
    """Whether an element says that it is a picture with a caption, as old systems did before there were figures."""
    return CAPTIONED.search(names_of(element)) is not None and len(list(element.iter("img"))) == 1


def _is_prose(passages: Passages, block: html.HtmlElement) -> bool:
    words = len(passages.words[block])
    return words >= SENTENCE and passages.linked.get(block, 0) <= LINKED * words


def _in_flow(passages: Passages, box: html.HtmlElement, taken: Set[html.HtmlElement]) -> bool:
    """Whether an element stands among the paragraphs of the text."""
    beside = box.getparent()
    return sum(len(passages.words[child]) for child in beside if child.tag == "p" and child in taken) >= PROSE


def _goes_on(passages: Passages, block: html.HtmlElement, taken: Set[html.HtmlElement]) -> bool:
    """Whether a block after the last one taken is a point of a list that stands in the flow and leads nowhere."""
    if block.tag != "li" or len(passages.words[block]) < ITEM:
        return False
    linked = passages.linked.get(block, 0) > LINKED * len(passages.words[block])
    return not linked and _in_flow(passages, block.getparent(), taken)
