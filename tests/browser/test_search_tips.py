"""What the guide tells readers of the search box is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, Library
from searching import find_pages

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

GUIDE = (ROOT / "docs" / "guide" / "reading.md").read_text("utf-8")


@pytest.mark.parametrize("typed", ["scaling laws", '"scaling laws"', "title:scaling", "scalling~1"])
def test_a_tip_of_the_guide_finds_the_article_that_it_means(typed: str, page: Page, address: str) -> None:
    assert f"| `{typed}` |" in GUIDE
    assert "themes/scaling-laws" in find_pages(page, typed, below=address)


def test_the_beginning_of_a_word_is_enough(page: Page, address: str) -> None:
    assert "themes/scaling-laws" in find_pages(page, "scal", below=address)


def test_words_in_quotes_are_all_on_each_page_found(library: Library, page: Page, address: str) -> None:
    found = find_pages(page, '"scaling laws"', below=address)
    assert [path for path in found if not library.says("scaling laws", path)] == []


def test_a_word_of_the_title_is_in_each_title_found(page: Page, address: str) -> None:
    assert all("scaling" in path for path in find_pages(page, "title:scaling", below=address))
