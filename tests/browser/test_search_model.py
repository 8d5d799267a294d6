"""The model of the search box shows the pages that the search box shows, in its order."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from conftest import Library, opened
from searching import find_pages, plain_address

from digest.render.search_model import SearchModel, read_index, search

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SHOWN = 3
LARGEST_DIFFERENCE = 0.02  # share of the questions; pages of equal weight may change places

Question = Callable[[Library], list[str]]


def titles_of(library: Library) -> list[str]:
    """The articles' titles, and those with their last word cut short."""
    titles = [article.meta["digest"]["source"]["title"] for article in library.articles]
    return [*titles, *(title[:-2] for title in titles)]


def terms_of(library: Library) -> list[str]:
    """All key terms."""
    return sorted({term["term"] for article in library.articles for term in article.meta["digest"]["terms"]})


def words_of(library: Library) -> list[str]:
    """Words in a row from the summaries: names of no page, so what the pages say decides."""
    said = [sentence["text"].split() for article in library.articles for sentence in article.meta["digest"]["summary"]]
    return [" ".join(words[at : at + 3]) for words in said for at in range(0, len(words) - 3, 5)]


@pytest.fixture(scope="module")
def model(library: Library) -> SearchModel:
    """The model of the library's search box."""
    return read_index(json.loads((library.folder / "site" / "search" / "search_index.json").read_text("utf-8")))


@pytest.mark.parametrize("asked", [titles_of, terms_of, words_of], ids=["titles", "key terms", "words"])
def test_the_model_shows_the_same_first_pages_for(
    asked: Question, chromium: Browser, address: str, library: Library, model: SearchModel
) -> None:
    questions = asked(library)
    with opened(chromium, address) as page:
        page.goto(address)
        shown = {question: find_pages(page, question, below=address)[:SHOWN] for question in questions}
    modelled = {
        question: [plain_address(url, below="") for url in search(model, question, shown=SHOWN).shown]
        for question in questions
    }
    pairs = {question: (shown[question], modelled[question]) for question in questions}
    wrong = {question: pair for question, pair in pairs.items() if pair[0] != pair[1]}
    assert len(questions) >= 10
    assert len(wrong) <= LARGEST_DIFFERENCE * len(questions), wrong
