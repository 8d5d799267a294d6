"""What trafilatura takes for a page's content, found again among the page's own blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import html

from digest.read.page_passages import WORD, Passages

MAX_ELEMENTS = 20_000  # long pages have 10,000; for lists of 30,000 trafilatura takes a minute
RUN = 3  # words; shorter runs are met by chance
SHARE_FOUND = 0.6  # of a block's runs; trafilatura cuts links and notes out of the blocks that it takes


def choose_passages(tree: html.HtmlElement, passages: Passages, *, article: bool) -> set[html.HtmlElement]:
    """The blocks that trafilatura chooses; none where it finds nothing.

    For an `article` its first choice is as good as the one that it weighs against others in twice the time.
    """
    lines = [WORD.findall(line) for line in _lines(tree, article)]
    whole = {tuple(line) for line in lines}
    runs = {run for line in lines for run in _runs(line)}
    return {block for block, words in passages.words.items() if _is_among(words, whole, runs)}


def _lines(tree: html.HtmlElement, fast: bool) -> Iterable[str]:
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        return ()
    from trafilatura import bare_extraction  # a third of a second to import, and only pages need it
    from trafilatura.core import LOGGER
    from trafilatura.settings import Document

    LOGGER.disabled = True  # it reports each page that it gives up on standard error, and we do so in our own words
    found = bare_extraction(tree, include_comments=False, with_metadata=False, fast=fast)
    return (found.text or "").split("\n") if isinstance(found, Document) else ()


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    if not words:
        return ()
    return (tuple(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)))


def _is_among(words: Sequence[str], whole: set[tuple[str, ...]], runs: set[tuple[str, ...]]) -> bool:
    if len(words) < RUN:
        return tuple(words) in whole
    own = set(_runs(words))
    return len(own & runs) >= SHARE_FOUND * len(own)
