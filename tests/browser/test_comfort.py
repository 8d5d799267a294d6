"""Readers who use the keyboard alone, or ask for less movement, more contrast or colours of their own, get them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import DESKTOP, Library, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
STOP = """() => {
  const stop = document.activeElement;
  if (stop === document.body) return null;
  const shown = stop.matches('.md-option') ? stop.nextElementSibling : stop;  // a box that its label stands for
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown);
  const inside = box.width && box.height && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const rung = style.outlineStyle !== 'none' || stop.matches('.digest-map a, .md-search__input');  // these light up
  return { words: stop.textContent.trim() || stop.className, seen: Boolean(inside && rung && style.visibility === 'visible') };
}"""
MOVING = """() => [...document.querySelectorAll('*')].filter((one) => {
  const style = getComputedStyle(one);
  return style.animationName !== 'none' || style.scrollBehavior !== 'auto'
    || !['none', 'all'].includes(style.transitionProperty) || Number.parseFloat(style.transitionDuration) > 0;
}).map((one) => one.className)"""
BORDER = "(one) => { const { borderTopStyle, borderInlineStartStyle } = getComputedStyle(one); return [borderTopStyle, borderInlineStartStyle]; }"
COLOR = "(one) => getComputedStyle(one).color"


@pytest.fixture
def article(texts: Library, texts_address: str) -> str:
    return f"{texts_address}{texts.holding('Why we keep texts')}.html"


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["on a wide screen", "on a phone"])
@pytest.mark.parametrize("name", ["index", "reading", "map", "guide/index"])
def test_each_stop_of_the_tab_key_is_seen(name: str, viewport: dict[str, int], chromium: Browser, address: str) -> None:
    with opened(chromium, address, viewport=viewport, reduced_motion="reduce") as page:
        page.goto(f"{address}{name}.html")
        stops = walk_stops(page)
    assert stops[0]["words"] == "Skip to content"
    assert len(stops) > 10
    assert [stop["words"] for stop in stops if not stop["seen"]] == []


def walk_stops(page: Page) -> list[dict[str, str]]:
    """Where the focus goes from the page's beginning to its end."""
    stops = []
    page.keyboard.press("Tab")
    while (stop := page.evaluate(STOP)) is not None:
        stops.append(stop)
        page.keyboard.press("Tab")
    return stops


def test_the_skip_link_leads_past_the_menu(page: Page) -> None:
    page.goto(page.url + "archive/index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_nothing_moves_for_those_who_ask(chromium: Browser, article: str, texts_address: str) -> None:
    with opened(chromium, texts_address, reduced_motion="reduce") as page:
        page.goto(article)
        assert page.evaluate(MOVING) == []


def test_in_forced_colours_the_three_voices_and_a_reached_place_keep_their_lines(
    chromium: Browser, article: str, texts_address: str
) -> None:
    with opened(chromium, texts_address, forced_colors="active") as page:
        page.goto(f"{article}#p1")
        assert page.locator(".digest-summary").evaluate(BORDER) == ["solid", "solid"]
        assert page.locator(".digest-note").evaluate(BORDER) == ["none", "solid"]
        assert page.locator("p:has(> #p1)").evaluate(BORDER) == ["none", "none"]
        assert page.locator("p:has(> #p1)").evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_small_print_is_as_dark_as_the_text_for_those_who_ask_for_contrast(
    scheme: str, chromium: Browser, article: str, texts_address: str
) -> None:
    with opened(chromium, texts_address, contrast="more", color_scheme=scheme) as page:
        page.goto(article)
        colors = [page.locator(one).first.evaluate(COLOR) for one in ("article p:has(> #p1)", ".digest-source")]
    assert colors[0] == colors[1]
