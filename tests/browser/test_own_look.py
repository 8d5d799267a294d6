"""The variables that the guide names are those of the stylesheet, and a stylesheet of one's own changes the look by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, Library, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

STYLE = (ROOT / "templates" / "assets" / "digest.css").read_text("utf-8")
GUIDE = (ROOT / "docs" / "guide" / "templates.md").read_text("utf-8")
SHOWN = "(found, property) => getComputedStyle(found).getPropertyValue(property)"
ORANGE = "rgb(230, 90, 10)"
CHANGES = {
    "text": ("Courier", "article", "h1", "font-family", "Courier"),
    "size": ("31px", "article", "p:has(> a#p3)", "font-size", "31px"),
    "leading": ("3", "article", "p:has(> a#p3)", "line-height", "54px"),
    "measure": ("300px", "article", "p:has(> a#p3)", "max-width", "300px"),
    "machine": (ORANGE, "article", ".digest-arrow > a", "color", ORANGE),
    "machine-tint": (ORANGE, "article", ".digest-summary", "background-color", ORANGE),
    "curator": (ORANGE, "index", ".digest-cards > ul > li", "border-top-color", ORANGE),
    "light": (ORANGE, "article#p3", "p:has(> a#p3)", "background-color", ORANGE),
    "hair": (ORANGE, "index", ".digest-cards > ul > li + li", "border-top-color", ORANGE),
    "faint": (ORANGE, "index", ".digest-cards .digest-source", "color", ORANGE),
    "map-tint": ("77%", "map", ".digest-map-theme circle", "fill-opacity", "0.77"),
    **{f"map-{n}": (ORANGE, "map", f".digest-map-theme.digest-map-{n} circle", "fill", ORANGE) for n in range(3)},
}


def named(text: str) -> set[str]:
    """The variables that a text names; a row of numbers by its first and last."""
    rows = re.findall(r"`--digest-map-(\d)` to `--digest-map-(\d)`", text)
    between = {f"map-{n}" for first, last in rows for n in range(int(first), int(last) + 1)}
    return between | set(re.findall(r"--digest-([a-z0-9-]+)", text))


def test_the_guide_names_each_variable_and_each_is_used() -> None:
    set_there = set(re.findall(r"^\s*--digest-([a-z0-9-]+):", STYLE, re.MULTILINE))
    assert named(GUIDE) == set_there == set(re.findall(r"var\(--digest-([a-z0-9-]+)", STYLE))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_stylesheet_of_one_s_own_changes_the_look(
    scheme: str, chromium: Browser, address: str, library: Library
) -> None:
    own = "".join(f"--digest-{name}: {value};" for name, (value, *_) in CHANGES.items() if name != "size")
    article = library.holding("delightfully spicy")
    wrong = {}
    with opened(chromium, address, color_scheme=scheme) as page:
        for name, (value, where, selector, shown, expected) in CHANGES.items():
            place, _, at = where.partition("#")
            page.goto(f"{address}{article if place == 'article' else place}.html{'#' + at if at else ''}")
            rule = f"--digest-{name}: {value};" if name == "size" else own
            page.add_style_tag(
                content=f":root, [data-md-color-scheme] {{ {rule} }} * {{ transition: none !important }}"
            )
            found = page.locator(selector).first.evaluate(SHOWN, shown)
            if found != expected:
                wrong[name] = found
    assert wrong == {}
