"""Each kind of page is quiet, fits a phone, and has a light and a dark look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import Library, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
BRIGHTNESS = """() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (red + green + blue) / 3;
}"""
OVERFLOW = "() => document.documentElement.scrollWidth - innerWidth"


def find_pages(site: Path) -> list[str]:
    """The pages of a site: home, every index, and each article; of other folders one."""
    files = [path.relative_to(site) for path in sorted(site.rglob("*.html"))]
    firsts = {path.parts[0]: path for path in reversed(files)}
    articles = [path for path in files if path.parts[0] == "articles"]
    return sorted({path.as_posix() for path in (*firsts.values(), *articles)} - {"404.html"})


@pytest.fixture
def phone(chromium: Browser, address: str) -> Any:
    """A page as wide as a phone."""
    with opened(chromium, address, viewport=PHONE) as page:
        yield page


def test_no_page_scrolls_sideways_on_a_phone(library: Library, phone: Page, address: str) -> None:
    wider = {}
    for name in find_pages(library.folder / "site"):
        phone.goto(address + name)
        wider[name] = phone.evaluate(OVERFLOW)
    assert {name: pixels for name, pixels in wider.items() if pixels > 0} == {}


def test_no_page_of_the_bundle_complains_when_opened_from_its_folder(folder_page: Page, bundle: Path) -> None:
    for name in find_pages(bundle):
        folder_page.goto((bundle / name).as_uri())
        assert folder_page.title()


def test_no_link_of_the_bundle_leads_to_a_folder(folder_page: Page, bundle: Path) -> None:
    folder_page.goto((bundle / "index.html").as_uri())
    addresses = folder_page.evaluate("() => [...document.links].map((link) => link.href.split('#')[0])")
    assert [found for found in addresses if found.startswith("file:") and not found.endswith(".html")] == []


@pytest.mark.parametrize(("scheme", "is_bright"), [("light", True), ("dark", False)])
def test_a_page_looks(scheme: str, is_bright: bool, chromium: Browser, address: str) -> None:
    with opened(chromium, address, color_scheme=scheme) as page:
        page.goto(address)
        assert (page.evaluate(BRIGHTNESS) > 128) == is_bright


def test_the_search_dialog_has_a_name(page: Page) -> None:
    assert page.locator("[role=dialog].md-search").get_attribute("aria-label") == "Search"
