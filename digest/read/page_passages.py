"""The words of a page's tree: which block each stands in, and how many stand below each element, linked or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from digest.read.page_shapes import BLOCK_TAGS, UNSEEN, is_hidden

# Chinese, Japanese and Thai set no spaces: each of their signs counts as a word.
UNSPACED = "\u0e00-\u0eff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORD = re.compile(f"[{UNSPACED}]|[^\\W{UNSPACED}]+")
SIGN = re.compile(f"[{UNSPACED}]")
SPACED = re.compile(r"\w+")  # the same where there are no such signs, in half the time


@dataclass(frozen=True, slots=True)
class Passages:
    """What stands where on a page.

    `words` are the words of each block that has some of its own, in page order. `below` and `linked` count the words
    below every element, all and those that are a link's. `held` are all elements of the page: lxml makes the object of
    one that nobody holds anew each time it is met.
    """

    body: html.HtmlElement
    words: dict[html.HtmlElement, list[str]]
    below: dict[html.HtmlElement, int]
    linked: dict[html.HtmlElement, int]
    held: tuple[html.HtmlElement, ...] = ()


def find_passages(body: html.HtmlElement) -> Passages:
    """The passages of a page below its body; what no reader sees is passed over."""
    held = tuple(body.iter())
    pieces: dict[html.HtmlElement, list[str]] = {}
    linked: dict[html.HtmlElement, int] = {}
    for owner, text, link in _pieces(body):
        pieces.setdefault(owner, []).append(text)
        if link is not None:
            linked[link] = linked.get(link, 0) + len(find_words(text))
    words = {owner: find_words("".join(texts)) for owner, texts in pieces.items()}
    words = {owner: found for owner, found in words.items() if found}
    below = count_below(body, {owner: len(found) for owner, found in words.items()})
    return Passages(body, words, below, count_below(body, linked), held)


def find_words(text: str) -> list[str]:
    """The words of a text."""
    return (WORD if not text.isascii() and SIGN.search(text) else SPACED).findall(text)


def count_below(body: html.HtmlElement, counts: dict[html.HtmlElement, int]) -> dict[html.HtmlElement, int]:
    """The sums of some elements' counts over all that they stand in, up to the body."""
    sums: dict[html.HtmlElement, int] = {}
    for element, count in counts.items():
        place: html.HtmlElement | None = element
        while place is not None:
            sums[place] = sums.get(place, 0) + count
            place = None if place is body else place.getparent()
    return sums


def _pieces(body: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str, html.HtmlElement | None]]:
    """Every run of characters with the block and the link that it stands in."""
    owners, links = [body], [None]
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            owners.pop()
            links.pop()
            if element.tail and element is not body:
                yield owners[-1], element.tail, links[-1]
            continue
        owners.append(element if element.tag in BLOCK_TAGS else owners[-1])
        links.append(element if element.tag == "a" else links[-1])
        if element.tag in UNSEEN or (element is not body and is_hidden(element)):
            walker.skip_subtree()
        elif element.text:
            yield owners[-1], element.text, links[-1]
