"""A text that runs to the left does so within a page that runs to the right, and each line of ours keeps its own way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from conftest import Library, opened
from searching import find_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ARABIC, HEBREW, CHINESE, JAPANESE = "المكتبة الرقمية هي", "ספרייה דיגיטלית היא", "数字图书馆是", "デジタル図書館とは"
ORDER = """(line) => {
  const places = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const found of walker.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, found.index);
      range.setEnd(walker.currentNode, found.index + found[0].length);
      places.push([range.getBoundingClientRect().left, found[0]]);
    }
  }
  return places.sort((one, other) => one[0] - other[0]).map(([, word]) => word).join(' ');
}"""  # the words of a line as the eye meets them from the left
SIDE = """(line) => {
  const range = document.createRange();
  range.selectNodeContents(line);
  const [words, box] = [range.getBoundingClientRect(), line.getBoundingClientRect()];
  return words.left - box.left > box.right - words.right ? 'right' : 'left';
}"""


@pytest.fixture
def reader(chromium: Browser, texts_address: str) -> Iterator[Page]:
    """A page of the library of texts."""
    with opened(chromium, texts_address) as page:
        page.goto(texts_address)
        yield page


def address_of(texts: Library, texts_address: str, words: str) -> str:
    return f"{texts_address}{texts.holding(words)}.html"


@pytest.mark.parametrize(
    ("words", "lang", "runs"),
    [
        pytest.param(ARABIC, "ar", "rtl", id="Arabic"),
        pytest.param(HEBREW, "he", "rtl", id="Hebrew"),
        pytest.param(CHINESE, "zh", "ltr", id="Chinese"),
        pytest.param(JAPANESE, "ja", "ltr", id="Japanese"),
    ],
)
def test_a_text_says_its_language_and_its_way_and_the_page_around_it_keeps_its_own(
    words: str, lang: str, runs: str, reader: Page, texts: Library, texts_address: str
) -> None:
    reader.goto(address_of(texts, texts_address, words))
    content = reader.locator(".md-content")
    assert (content.get_attribute("lang"), content.get_attribute("dir")) == (lang, runs)
    assert reader.locator("html").get_attribute("lang") == "en"
    for around in (".md-header", ".md-sidebar", ".md-footer"):
        assert reader.locator(around).first.evaluate("(one) => getComputedStyle(one).direction") == "ltr"


def test_a_text_in_the_site_s_language_says_nothing_of_it(reader: Page, texts: Library, texts_address: str) -> None:
    reader.goto(address_of(texts, texts_address, "Why we keep texts"))
    assert reader.locator(".md-content[lang], .md-content[dir]").count() == 0


def test_a_line_of_ours_reads_from_the_left_beside_an_arabic_text(
    reader: Page, texts: Library, texts_address: str
) -> None:
    reader.goto(address_of(texts, texts_address, ARABIC))
    line = reader.locator(".digest-source > p").first
    assert line.evaluate(ORDER) == "حسن ليلى example org 2 Mar 2024 1 min the source"
    assert line.evaluate(SIDE) == "right"
    assert reader.locator("p:has(> #p1)").evaluate(SIDE) == "right"


def test_an_arabic_author_leaves_the_day_beside_them_in_order(reader: Page) -> None:
    line = reader.locator(".digest-cards .digest-source", has_text="سامي")
    assert line.evaluate(ORDER) == "نور سامي 2 May 2024 1 min"


@pytest.mark.parametrize(("words", "side"), [("المكتبات", "right"), ("digital library", "left")])
def test_a_card_s_title_stands_on_the_side_where_its_words_begin(words: str, side: str, reader: Page) -> None:
    title = reader.locator(".digest-cards li > p:first-child", has_text=words).first
    assert title.evaluate(SIDE) == side


def test_records_to_cite_run_to_the_right_beside_an_arabic_text(
    reader: Page, texts: Library, texts_address: str
) -> None:
    reader.goto(address_of(texts, texts_address, ARABIC))
    reader.locator(".digest-fold > summary", has_text="Cite").click()
    words = reader.locator(".digest-fold p", has_text="2024").first
    assert words.evaluate(ORDER).endswith("2 Mar 2024 https example org ar library")
    assert words.evaluate(SIDE) == "left"


@pytest.mark.parametrize(
    ("typed", "words"), [("الرقمية", ARABIC), ("ספרייה", HEBREW), ("数字图书馆", CHINESE), ("デジタル図書館", JAPANESE)]
)
def test_search_finds_a_word_of_another_script(
    typed: str, words: str, reader: Page, texts: Library, texts_address: str
) -> None:
    assert texts.holding(words) in find_pages(reader, typed, below=texts_address)


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("words", [ARABIC, HEBREW, CHINESE, JAPANESE], ids=["ar", "he", "zh", "ja"])
def test_a_text_of_another_script_does_not_widen_the_page(
    words: str, width: int, chromium: Browser, texts: Library, texts_address: str
) -> None:
    with opened(chromium, texts_address, viewport={"width": width, "height": 800}) as page:
        page.goto(address_of(texts, texts_address, words))
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
