"""The search box finds each word as a reader types it, served or from a folder, and nothing that was cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import Library, opened
from searching import find_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

Search = Callable[[str], list[str]]
SHOWN = 3  # pages that a reader sees without scrolling
AS_TYPED = {
    "a name without its diacritics": ("Strobl", "Ströbl"),
    "a name with them": ("Ströbl", "Ströbl"),
    "a word without its accents": ("resume", "résumé"),
    "a plain hyphen for the one that does not break": ("always-on", "always‑on"),
    "the hyphen copied from the page": ("always‑on", "always‑on"),
    "a word in Han signs within an English sentence": ("含金量", "含金量"),
    "the same with its quotes": ("“含金量”", "含金量"),
    "its first signs": ("含金", "含金量"),
    "its last signs": ("金量", "含金量"),
    "two plain words": ("prover feedback", "prover feedback"),
    "words joined by a hyphen": ("test-time compute", "test-time compute"),
    "a figure after a bracket": ("175B", "175B"),
    "a short name in lower case": ("lean", "Lean and Coq"),
    "two signs": ("o1", "o1"),
}


@pytest.fixture(scope="module")
def search(chromium: Browser, address: str) -> Iterator[Search]:
    """Search the served library."""
    with opened(chromium, address) as page:
        page.goto(address)
        yield lambda words: find_pages(page, words, below=address)


@pytest.fixture(scope="module")
def search_folder(chromium: Browser, bundle: Path) -> Iterator[Search]:
    """Search the library opened from its folder."""
    address = bundle.as_uri() + "/"
    with opened(chromium, address) as page:
        page.goto(address + "index.html")
        yield lambda words: find_pages(page, words, below=address)


@pytest.mark.parametrize(("typed", "written"), AS_TYPED.values(), ids=AS_TYPED)
def test_a_word_is_found_by(typed: str, written: str, library: Library, search: Search) -> None:
    assert library.holding(written) in search(typed)[:SHOWN]


def test_the_key_terms_of_each_article_find_it_or_pages_that_say_them_too(library: Library, search: Search) -> None:
    assert list(find_missed(library, search)) == []


def test_the_same_is_found_from_a_folder(library: Library, search_folder: Search) -> None:
    missed = [
        typed for typed, written in AS_TYPED.values() if library.holding(written) not in search_folder(typed)[:SHOWN]
    ]
    assert missed == []


def test_the_key_terms_find_their_articles_from_a_folder(library: Library, search_folder: Search) -> None:
    assert list(find_missed(library, search_folder)) == []


@pytest.mark.parametrize("cut", ["inbox", "pushback", "Weeknotes"])
def test_a_word_that_stood_only_in_what_was_cut_finds_no_article(cut: str, search: Search) -> None:
    assert [found for found in search(cut) if found.startswith("articles/")] == []


def find_missed(library: Library, search: Search) -> Iterator[tuple[str, str, list[str]]]:
    """Term, article and pages found, where neither the article is among the first nor all of those say the term too."""
    for term, articles in find_sharing(library).items():
        first = search(term)[:SHOWN]
        missing = sorted(articles - {*first})
        if missing and not (first and all(library.says(term, found) for found in first)):
            yield from ((term, article, first) for article in missing)


def find_sharing(library: Library) -> dict[str, set[str]]:
    """The articles of each key term, and of each of its other names."""
    sharing: dict[str, set[str]] = {}
    for article in library.articles:
        for term in article.meta["digest"]["terms"]:
            for name in (term["term"], *term["aka"]):
                sharing.setdefault(name.lower(), set()).add(article.address)
    return sharing
