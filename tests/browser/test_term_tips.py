"""The first mention of a term shows its definition to pointer, keyboard and screen reader, from a server and from disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Library
    from playwright.sync_api import ElementHandle, Page

pytestmark = pytest.mark.browser

MENTIONS = ".md-content__inner a[href*='terms/'][title]"
DEFINED = "Patching hallucination and knowledge gaps"
SHOWN = ".md-tooltip2--active"


def find_mention(page: Page) -> ElementHandle:
    (mention,) = [
        link for link in page.query_selector_all(MENTIONS) if (link.get_attribute("title") or "").startswith(DEFINED)
    ]
    return mention


def open_mention(page: Page, library: Library, below: str) -> ElementHandle:
    page.goto(below + library.holding(DEFINED) + ".html")
    page.wait_for_load_state()
    return find_mention(page)


def test_the_keyboard_reaches_the_definition_and_a_screen_reader_is_told(
    page: Page, address: str, library: Library
) -> None:
    mention = open_mention(page, library, address)
    mention.focus()
    page.wait_for_selector(SHOWN)
    described = mention.get_attribute("aria-describedby")
    tip = page.locator(f"#{described}")
    assert tip.get_attribute("role") == "tooltip"
    assert tip.inner_text().strip().startswith(DEFINED)


def test_a_pointer_that_rests_shows_it(page: Page, address: str, library: Library) -> None:
    open_mention(page, library, address).hover()
    assert page.locator(SHOWN).inner_text().strip().startswith(DEFINED)


def test_escape_hides_it_and_leaves_the_focus_where_it_is(page: Page, address: str, library: Library) -> None:
    mention = open_mention(page, library, address)
    mention.focus()
    page.wait_for_selector(SHOWN)
    page.keyboard.press("Escape")
    page.wait_for_selector(SHOWN, state="detached")
    assert mention.evaluate("link => link === document.activeElement")


def test_it_shows_again_when_the_keyboard_comes_back(page: Page, address: str, library: Library) -> None:
    mention = open_mention(page, library, address)
    mention.focus()
    page.wait_for_selector(SHOWN)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.wait_for_function("link => link.title", arg=mention)
    page.keyboard.press("Shift+Tab")
    assert page.locator(SHOWN).filter(has_text=DEFINED).inner_text().strip().startswith(DEFINED)


def test_it_works_from_disk(folder_page: Page, bundle: Path, library: Library) -> None:
    open_mention(folder_page, library, bundle.as_uri() + "/").focus()
    assert folder_page.locator(SHOWN).inner_text().strip().startswith(DEFINED)


def test_no_mention_stands_in_a_heading_code_or_quotation(page: Page, address: str, library: Library) -> None:
    for article in library.articles:
        page.goto(f"{address}{article.address}.html")
        inside = ":is(h1, h2, h3, h4, code, pre, blockquote)"
        assert page.locator(f".md-content__inner {inside} a[href*='terms/']").count() == 0, article.address
