"""The map is a picture whose parts are links: they have names, take the focus, lead right, and need no script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import Library, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
THEME = ".digest-map-theme"
POINT = ".digest-map-point"
SHOWN = "(point) => getComputedStyle(point.querySelector('text')).opacity === '1'"
FILL = "(link) => getComputedStyle(link.querySelector('circle')).fill"
CONTRAST = """(point) => {
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = (colour) => {
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const [more, less] = [light(getComputedStyle(point.querySelector('circle')).fill), ground].sort((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
}"""
NAMES = "(links) => links.map((link) => link.getAttribute('aria-label') ?? '')"
FOCUSED = "() => document.activeElement.getAttribute('aria-label')"
LINKS = "(links) => links.map((link) => decodeURI(new URL(link.getAttribute('href'), location).href))"


@pytest.fixture
def map_page(page: Page, address: str) -> Page:
    """The full map, served."""
    page.goto(f"{address}map.html")
    return page


def test_each_theme_and_each_article_of_the_map_has_a_name(map_page: Page, library: Library) -> None:
    themes = map_page.locator(THEME).evaluate_all(NAMES)
    assert len(themes) > 1
    assert [name for name in themes if not re.fullmatch(r".+, \d+ articles?", name)] == []
    titles = {article.meta["digest"]["source"]["title"] for article in library.articles}
    assert set(map_page.locator(POINT).evaluate_all(NAMES)) == titles


def test_a_pointed_or_focused_point_shows_its_title(map_page: Page) -> None:
    first, second = map_page.locator(POINT).nth(0), map_page.locator(POINT).nth(1)
    assert not first.evaluate(SHOWN)
    first.locator("circle").hover()
    assert first.evaluate(SHOWN)
    second.focus()
    assert second.evaluate(SHOWN)


def test_tab_leads_through_the_map_in_the_order_in_which_it_is_heard(map_page: Page) -> None:
    names = map_page.locator(f"{THEME}, {POINT}").evaluate_all(NAMES)
    map_page.locator(THEME).first.focus()
    reached = [map_page.evaluate(FOCUSED)]
    for _ in names[1:]:
        map_page.keyboard.press("Tab")
        reached.append(map_page.evaluate(FOCUSED))
    assert reached == names


@pytest.mark.parametrize("page_name", ["index.html", "map.html"])
def test_each_link_of_the_map_leads_to_a_page(page_name: str, page: Page, address: str) -> None:
    page.goto(address + page_name)
    links = page.locator(f"{THEME}, {POINT}").evaluate_all(LINKS)
    assert links
    assert [link for link in links if not page.request.get(link).ok] == []


def test_each_link_of_the_map_leads_to_a_file_from_a_folder(folder_page: Page, bundle: Path) -> None:
    for name in ("index.html", "map.html"):
        folder_page.goto((bundle / name).as_uri())
        links = folder_page.locator(f"{THEME}, {POINT}").evaluate_all(LINKS)
        assert links
        assert {link for link in links if not Path(link.removeprefix("file://")).is_file()} == set()


def test_a_theme_shows_its_own_part_of_the_map_with_links(page: Page, address: str) -> None:
    page.goto(f"{address}map.html")
    page.locator(THEME).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/themes/**")
    name = page.locator("h1").inner_text().removesuffix("¶").strip()
    assert page.locator(THEME).evaluate_all(NAMES)[0].startswith(f"{name}, ")
    assert page.locator(f"{POINT} circle").first.is_visible()


def test_the_map_and_the_years_need_no_script(chromium: Browser, address: str) -> None:
    with opened(chromium, address, java_script_enabled=False) as page:
        page.goto(f"{address}map.html")
        assert page.locator(f"{THEME} circle").first.is_visible()
        page.locator(f"{POINT} circle").first.click()
        page.wait_for_url("**/articles/**")


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["wide", "phone"])
def test_the_points_stand_out_from_a_light_and_a_dark_page(
    viewport: dict[str, int] | None, chromium: Browser, address: str
) -> None:
    looks = {"viewport": viewport} if viewport else {}
    fills = {}
    for scheme in ("light", "dark"):
        with opened(chromium, address, color_scheme=scheme, **looks) as page:
            page.goto(f"{address}map.html")
            point = page.locator(POINT).first
            fills[scheme] = point.evaluate(FILL)
            assert point.evaluate(CONTRAST) >= 3, scheme
    assert fills["light"] != fills["dark"]


def test_on_a_phone_the_map_lies_on_its_side_within_the_page(chromium: Browser, address: str) -> None:
    with opened(chromium, address, viewport=PHONE) as page:
        page.goto(f"{address}map.html")
        box = page.locator(".digest-map svg").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert page.locator(".digest-map-tall text").first.is_visible()
        assert not page.locator(".digest-map-wide text").first.is_visible()


BARS = """(rows) => rows.map((row) => {
  const bar = row.querySelector(".digest-bar"), { left, bottom, width, height } = bar.getBoundingClientRect();
  return { share: Number(bar.style.getPropertyValue("--share")), left, bottom, width, height };
})"""


YEARS = """(text) => document.querySelector(".md-content__inner").insertAdjacentHTML("beforeend", text)"""
SHARES = {2019: 100, 2020: 25, 2021: 0, 2022: 60}


def bars_on(page: Page, address: str) -> list[dict[str, float]]:
    """The bars of a timeline as pages hold it; the demo's own articles are of one year."""
    rows = "".join(
        f'<li><a href="#">{year}</a> <span class="digest-bar" style="--share: {share}"></span> '
        f'<span class="digest-count">{share} articles</span></li>'
        for year, share in SHARES.items()
    )
    page.goto(f"{address}map.html")
    page.evaluate(YEARS, f'<div class="digest-timeline"><ul>{rows}</ul></div>')
    bars: list[dict[str, float]] = page.locator(".digest-timeline li").evaluate_all(BARS)
    return bars


def farthest_from_its_share(bars: list[dict[str, float]], side: str) -> float:
    """By how many pixels a bar differs at most from its share of the longest one."""
    return max(abs(bar[side] - bars[0][side] * bar["share"] / 100) for bar in bars)


def test_the_years_are_columns_as_high_as_their_articles_ask(page: Page, address: str) -> None:
    bars = bars_on(page, address)
    assert farthest_from_its_share(bars, "height") < 1.5
    assert bars[0]["height"] > 30
    assert [bar["left"] for bar in bars] == sorted({bar["left"] for bar in bars})
    assert max(bar["bottom"] for bar in bars) - min(bar["bottom"] for bar in bars) < 1.5


def test_on_a_phone_the_years_are_lines_as_long_as_their_articles_ask(chromium: Browser, address: str) -> None:
    with opened(chromium, address, viewport=PHONE) as page:
        bars = bars_on(page, address)
        assert farthest_from_its_share(bars, "width") < 1.5
        assert bars[0]["width"] > 100
        assert len({round(bar["left"]) for bar in bars}) == 1
        assert [bar["bottom"] for bar in bars] == sorted({bar["bottom"] for bar in bars})


def test_a_theme_s_own_circle_stands_out_on_its_map(map_page: Page) -> None:
    map_page.locator(f"{THEME} text, {THEME} circle").first.click()
    map_page.wait_for_url("**/themes/**")
    line = "(links) => links.map((link) => parseFloat(getComputedStyle(link.querySelector('circle')).strokeWidth))"
    own, others = (
        map_page.locator(f"{THEME}{kind}").evaluate_all(line) for kind in ("[aria-current]", ":not([aria-current])")
    )
    assert len(own) == 1
    assert own[0] > max(others)
