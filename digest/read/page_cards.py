"""Boxes within a text that lead to other pieces of the site: a linked headline with a teaser, a list called `Read next`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import html

from digest.read.chrome import OTHER_PIECES
from digest.read.page_own_lines import own_text
from digest.read.page_passages import Passages
from digest.read.page_shapes import HEADINGS
from digest.read.page_url import host_of

PROSE = 60  # words in the paragraphs beside a box: it stands in a text, and is no part of a list of pieces
MAX_CARD = 60  # words of a headline and its teaser
MAX_LIST = 120  # words of a list of other pieces
LINKED = 0.7  # of the words below a list's label
BOXES = frozenset({"aside", "article", "section", "div", "ul", "ol", "figure", "table"})
WHY = "a box that leads to another piece"


def find_cards(
    passages: Passages, kept: Sequence[html.HtmlElement], root: html.HtmlElement, *, host: str
) -> dict[html.HtmlElement, str]:
    """The blocks of such boxes; links of a list of pieces that is the text itself stand beside no paragraphs."""
    prose = _count_prose(passages, kept)
    boxes: set[html.HtmlElement] = set()
    for block in kept:
        box = _find_box(block, prose, root)
        if box is None or box.tag not in BOXES:
            continue
        words = passages.below.get(box, 0)
        if (words <= MAX_CARD and _is_teaser(block, host)) or (words <= MAX_LIST and _is_list(block, box, passages)):
            boxes.add(box)
    return {block: WHY for block in kept if not boxes.isdisjoint((block, *block.iterancestors()))}


def _count_prose(passages: Passages, kept: Sequence[html.HtmlElement]) -> dict[html.HtmlElement, int]:
    """The words in the paragraphs right below each element."""
    prose: dict[html.HtmlElement, int] = {}
    for block in kept:
        if block.tag == "p":
            prose[block.getparent()] = prose.get(block.getparent(), 0) + len(passages.words[block])
    return prose


def _find_box(
    block: html.HtmlElement, prose: Mapping[html.HtmlElement, int], root: html.HtmlElement
) -> html.HtmlElement | None:
    """The element around a block, or itself, that stands among the paragraphs of the text."""
    place = block
    while place is not root and place.getparent() is not None:
        if prose.get(place.getparent(), 0) - prose.get(place, 0) >= PROSE:
            return place
        place = place.getparent()
    return None


def _is_teaser(block: html.HtmlElement, host: str) -> bool:
    """Whether a heading is a link as a whole, and leads to a page of the same site."""
    if block.tag not in HEADINGS:
        return False
    links = [*block.iter("a"), *block.iterancestors("a")]
    if len(links) != 1 or (links[0] in list(block.iter("a")) and own_text(links[0]) != own_text(block)):
        return False
    address = links[0].get("href") or ""
    return bool(address) and not address.startswith(("#", "mailto:")) and host_of(address) in ("", host)


def _is_list(block: html.HtmlElement, box: html.HtmlElement, passages: Passages) -> bool:
    """Whether a box opens with words such as `Read next`, and all below them is linked."""
    label = own_text(block)
    if OTHER_PIECES.fullmatch(label) is None or " ".join(box.itertext("*")).split()[:2] != label.split()[:2]:
        return False
    rest = passages.below.get(box, 0) - len(passages.words[block])
    return rest > 0 and passages.linked.get(box, 0) >= LINKED * rest
