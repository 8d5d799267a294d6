"""The model of the search box shows the pages that the search box shows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from conftest import Library, opened
from searching import find_pages, plain_address

from digest.publish.search_index import read_stop_words
from digest.render.search_model import read_index, search

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SHOWN = 3
LARGEST_DIFFERENCE = 0.02  # share of the terms; pages of equal weight may change places


def test_the_model_shows_the_same_first_pages_for_the_key_terms(
    chromium: Browser, address: str, library: Library
) -> None:
    site = library.folder / "site"
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    model = read_index(index, stop_words=read_stop_words(site) or ())
    terms = sorted({term["term"] for article in library.articles for term in article.meta["digest"]["terms"]})
    with opened(chromium, address) as page:
        page.goto(address)
        shown = {term: set(find_pages(page, term, below=address)[:SHOWN]) for term in terms}
    modelled = {
        term: {plain_address(url, below="") for url in search(model, term, shown=SHOWN).shown} for term in terms
    }
    wrong = {term: (shown[term], modelled[term]) for term in terms if shown[term] != modelled[term]}
    assert len(terms) > 50
    assert len(wrong) <= LARGEST_DIFFERENCE * len(terms), wrong
