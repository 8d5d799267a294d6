"""What a reader's own browser adds: read marks that can be taken along, what is new in a list, links to paragraphs, keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import Library

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def article(library: Library) -> str:
    return library.holding("delightfully spicy") + ".html"


def test_an_article_whose_end_was_seen_is_marked_in_the_lists(page: Page, address: str, article: str) -> None:
    page.goto(address + article)
    page.mouse.wheel(0, 100_000)
    page.wait_for_function("Object.keys(localStorage).some((key) => localStorage[key].includes('articles/'))")
    page.goto(address + "archive/index.html")
    assert page.locator(".digest-mark--read").count() == 1
    assert page.locator(f'li:has(.digest-mark--read) a[href$="{article}"]').count() == 1


def test_what_joined_a_list_since_the_last_visit_is_new_there(page: Page, address: str, article: str) -> None:
    page.goto(address + "archive/index.html")
    assert page.locator(".digest-mark").count() == 0
    page.evaluate(
        """(path) => {
          const [key] = Object.keys(localStorage).filter((key) => key.startsWith("digest "));
          const memory = JSON.parse(localStorage[key]);
          memory.shown["archive/index.html"] = memory.shown["archive/index.html"].filter((shown) => shown !== path);
          localStorage[key] = JSON.stringify(memory);
        }""",
        article,
    )
    page.reload()
    assert page.locator(".digest-mark--new").count() == 1
    assert page.locator(f'li:has(.digest-mark--new) a[href$="{article}"]').count() == 1


def test_reading_marks_are_saved_to_a_file_and_come_back(
    page: Page, address: str, article: str, tmp_path: Path
) -> None:
    page.goto(address + article)
    page.keyboard.press("m")
    page.keyboard.press("m")
    page.keyboard.press("m")
    page.goto(address + "reading.html")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save to a file").click()
    saved.value.save_as(tmp_path / "reading.json")
    assert list(json.loads((tmp_path / "reading.json").read_text("utf-8"))["read"]) == [article]
    page.get_by_role("button", name="Forget everything").click()
    assert page.get_by_text("0 articles read").is_visible()
    page.locator("input[type=file]").set_input_files(tmp_path / "reading.json")
    page.get_by_text("1 article read").wait_for()


def test_a_file_that_holds_no_marks_is_refused_in_words(page: Page, address: str, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("no json", "utf-8")
    page.goto(address + "reading.html")
    page.locator("input[type=file]").set_input_files(tmp_path / "other.json")
    page.get_by_text("This file holds no reading marks").wait_for()


def test_a_paragraph_has_a_link_of_its_own(page: Page, address: str, article: str) -> None:
    page.goto(address + article)
    place = page.locator("p:has(> a#p3)")
    place.hover()
    place.locator(".digest-copy").click()
    assert page.url == address + article + "#p3"


def test_keys_lead_through_an_article_and_can_be_switched_off(page: Page, address: str, article: str) -> None:
    page.goto(address + article)
    page.keyboard.press("j")
    page.wait_for_function("scrollY > 0")
    page.goto(address + "reading.html")
    page.get_by_label("Single keys are shortcuts").uncheck()
    page.goto(address + article)
    page.keyboard.press("h")
    page.keyboard.press("j")
    assert (page.url, page.evaluate("scrollY")) == (address + article, 0)
