"""A table of contents within a page's text: a label, and a list of links to places on the same page."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import html

from digest.read.contents import LABEL, WHY
from digest.read.page_own_lines import own_text
from digest.read.page_passages import Passages

MIN_ENTRIES = 2
LINKED = 0.9  # of the words; a list of notes leads back to its text with one sign of many words
OPENING = 0.4  # of the text; further down, such a list is no table of what stands below


def find_contents(passages: Passages, kept: Sequence[html.HtmlElement]) -> dict[html.HtmlElement, str]:
    """The label of a table of contents and the blocks of the list right below it."""
    found: dict[html.HtmlElement, str] = {}
    total, before = sum(len(passages.words[block]) for block in kept), 0
    for place, block in enumerate(kept[:-1]):
        before += len(passages.words[block])
        if before > OPENING * total:
            break
        if LABEL.fullmatch(own_text(block)) and (entries := _below(kept, place, passages)):
            found |= dict.fromkeys((block, *entries), WHY)
    return found


def _below(kept: Sequence[html.HtmlElement], place: int, passages: Passages) -> list[html.HtmlElement]:
    """The blocks of the list that opens right after a place, if it is one of contents."""
    lists = (element for element in kept[place + 1].iterancestors("ul", "ol") if _is_contents(element, passages))
    whole = next(reversed([*lists]), None)
    return [block for block in kept[place + 1 :] if whole is not None and whole in block.iterancestors()]


def _is_contents(element: html.HtmlElement, passages: Passages) -> bool:
    links = list(element.iter("a"))
    places = {link.get("href") or "" for link in links}
    words = passages.below.get(element, 0)
    if len(places) < MIN_ENTRIES or any(not place.startswith("#") or len(place) < 2 for place in places):
        return False
    return passages.linked.get(element, 0) >= LINKED * words
