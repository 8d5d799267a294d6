"""The pictures in README and guide show the demo as it is built; `make golden` takes them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, Library, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PICTURES = ROOT / "docs" / "guide" / "pictures"
QUOTED = "capability-reliability gap ---"  # stands in the piece that shows quotations, terms and links at once


@pytest.mark.parametrize(("name", "height"), [("home", 860), ("article", 1250)])
def test_a_picture_of_the_demo_is_there(
    name: str, height: int, library: Library, chromium: Browser, address: str, request: pytest.FixtureRequest
) -> None:
    where = "index" if name == "home" else library.holding(QUOTED)
    with opened(chromium, address, viewport={"width": 1180, "height": height}) as page:
        page.goto(f"{address}{where}.html")
        page.wait_for_load_state("networkidle")
        if request.config.getoption("--update-golden"):
            PICTURES.mkdir(exist_ok=True)
            page.screenshot(path=PICTURES / f"{name}.png")
    assert (PICTURES / f"{name}.png").is_file(), "run `make golden`"
