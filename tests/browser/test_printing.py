"""On paper an article is its text and what is known of it: nothing to press, addresses written out, light whatever the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from conftest import Library, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pypdfium2 = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
pytestmark = pytest.mark.browser

PRESSED = (
    "Search",
    "Skip to content",
    "Table of contents",
    "Themes",
    "About this page",
    "BibTeX",
    "Copy",
    "↓",
    "Related",
)
PAPER = 235  # of 255: the mean brightness of a sheet with text on it is a little less than white


@contextmanager
def printed(page: Page, address: str, **options: Any) -> Iterator[Any]:
    """The document that a page prints."""
    page.goto(address)
    document = pypdfium2.PdfDocument(page.pdf(**options))
    yield document
    document.close()


def words_of(document: Any) -> list[str]:
    """The words of each sheet, in the order of its lines."""
    return [document[number].get_textpage().get_text_bounded() for number in range(len(document))]


@pytest.fixture
def article(texts: Library, texts_address: str) -> str:
    return f"{texts_address}{texts.holding('Why we keep texts')}.html"


@pytest.fixture
def screen(chromium: Browser, texts_address: str) -> Iterator[Page]:
    """A page on a dark screen."""
    with opened(chromium, texts_address, color_scheme="dark") as page:
        yield page


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
def test_a_printed_article_says_what_it_says_and_where_it_is_from(screen: Page, article: str, sheet: str) -> None:
    with printed(screen, article, format=sheet) as document:
        words = " ".join("".join(words_of(document)).split())
    assert [said for said in PRESSED if said in words] == []
    for said in (
        "The future of the digital library Jane Reader, Tom Keeper",
        "<https://example.org/en/digital-library>",
        "In short, copied from the text A digital library is an ordered set of texts",
        "Key terms digital library",
        "The curator’s note Worth reading twice.",
        "Reading is the longest road to knowledge, and the shortest.",
        "Example Review. Published 2024-08-02. Saved 2024-09-01. Kept here: the whole text. Licence: CC BY 4.0.",
    ):
        assert said in words


def test_addresses_of_links_that_leave_the_library_are_numbered_and_stand_at_the_end(
    screen: Page, article: str
) -> None:
    with printed(screen, article) as document:
        words = "".join(words_of(document))
    assert words.count("[1]") == 2  # two links to one address
    ends = [line for line in words.splitlines() if "https://example.com" in line and line[0].isdigit()]
    assert ends == [
        "1. https://example.com/study",
        "2. https://example.com/another/long/path",
        "3. https://example.com/cell",
    ]
    assert screen.locator(".digest-noted").count() == 0  # on the screen they are gone again


def test_without_scripts_an_address_follows_its_link(chromium: Browser, article: str, texts_address: str) -> None:
    with (
        opened(chromium, texts_address, java_script_enabled=False) as page,
        printed(page, article) as document,
    ):
        assert "A recent study <https://example.com/study> says" in " ".join("".join(words_of(document)).split())


def test_a_dark_screen_prints_light(screen: Page, article: str) -> None:
    with printed(screen, article, print_background=True) as document:
        assert document[0].render().to_numpy().mean() > PAPER


def test_no_heading_ends_a_sheet(screen: Page, texts: Library, texts_address: str) -> None:
    with printed(screen, f"{texts_address}{texts.holding('Chapter 30')}.html") as document:
        last = [sheet.split("\n")[-2:] for sheet in words_of(document)]
    assert len(last) > 3
    assert [lines for lines in last if any(line.startswith("Chapter") for line in lines)] == []


def test_the_map_is_not_printed(page: Page, address: str) -> None:
    with printed(page, address + "map.html") as document:
        words = "".join(words_of(document))
    labels = page.locator(".digest-map-wide text").all_text_contents()
    assert "Map" in words
    assert labels
    assert [label for label in labels if label in words] == []
