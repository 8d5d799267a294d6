"""What a page names its text; else what trafilatura takes for its content, found again among the page's own blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree, html

from digest.read.page_own_text import find_own_text
from digest.read.page_passages import Passages, find_words

MAX_ELEMENTS = 20_000  # long pages have 10,000; for lists of 30,000 trafilatura takes a minute
# What trafilatura drops before it looks at a page; without it, it has a fifth less to walk, again and again.
PASSED_OVER = (
    *("applet", "area", "aside", "audio", "blink", "button", "canvas", "datalist", "embed", "fencedframe", "footer"),
    *("frame", "frameset", "iframe", "img", "input", "link", "map", "marquee", "menu", "menuitem", "nav", "noindex"),
    *(
        "noscript",
        "object",
        "optgroup",
        "option",
        "output",
        "param",
        "picture",
        "progress",
        "select",
        "source",
        "style",
    ),
    *("svg", "textarea", "track", "use", "video"),
)
RUN = 3  # words; shorter runs are met by chance
SMALL = (
    0.35  # of a page's words; what trafilatura first chooses of lists, shops and forums is less where it misses them
)
SHARE_FOUND = 0.6  # of a block's runs; trafilatura cuts links and notes out of the blocks that it takes


class Choice(NamedTuple):
    """The blocks of a page's text, and who chooses them, as the words of a sentence."""

    blocks: set[html.HtmlElement]
    by: str


def choose_passages(tree: html.HtmlElement, passages: Passages, *, article: bool) -> Choice:
    """The blocks of the text that a page names as such, else those that trafilatura chooses; none where it finds nothing.

    Its first choice is as good as the one that it weighs against others in twice the time: for an `article`, and for
    other pages where it is no small part.
    """
    if named := find_own_text(passages):
        return Choice(named, "the page itself marks")
    chosen = _find_chosen(tree, passages, fast=True)
    if article or sum(len(passages.words[block]) for block in chosen) >= SMALL * passages.below[passages.body]:
        return Choice(chosen, "trafilatura chooses")
    return Choice(_find_chosen(tree, passages, fast=False), "trafilatura chooses")


def _find_chosen(tree: html.HtmlElement, passages: Passages, *, fast: bool) -> set[html.HtmlElement]:
    lines = [find_words(line) for line in _lines(tree, fast)]
    whole = {tuple(line) for line in lines}
    runs = {run for line in lines for run in _runs(line)}
    return {block for block, words in passages.words.items() if _is_among(words, whole, runs)}


def _lines(tree: html.HtmlElement, fast: bool) -> Iterable[str]:
    bare = deepcopy(tree)
    etree.strip_elements(bare, *PASSED_OVER, with_tail=False)
    if bare.xpath("count(//*)") > MAX_ELEMENTS:
        return ()
    from trafilatura import bare_extraction  # a third of a second to import, and only pages need it
    from trafilatura.core import LOGGER
    from trafilatura.settings import Document

    LOGGER.disabled = True  # it reports each page that it gives up on standard error, and we do so in our own words
    found = bare_extraction(bare, include_comments=False, with_metadata=False, fast=fast)
    return (found.text or "").split("\n") if isinstance(found, Document) else ()


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    if len(words) < RUN:
        return (tuple(words),) if words else ()
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _is_among(words: Sequence[str], whole: set[tuple[str, ...]], runs: set[tuple[str, ...]]) -> bool:
    if len(words) < RUN:
        return tuple(words) in whole
    own = set(_runs(words))
    return len(own & runs) >= SHARE_FOUND * len(own)
