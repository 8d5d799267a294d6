"""Words that are quoted are a quotation to a browser, too: with the place where they stand, and who said them as its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import Library, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_a_quotation_cites_the_address_that_its_source_states(
    chromium: Browser, texts: Library, texts_address: str
) -> None:
    with opened(chromium, texts_address) as page:
        page.goto(f"{texts_address}{texts.holding('The water is nobody')}.html")
        quoted = page.get_by_role("figure")
        assert quoted.locator("blockquote").get_attribute("cite") == "https://example.com/weir/1871"
        assert quoted.locator("figcaption").inner_text() == "— the source"


def test_quotations_in_their_list_cite_their_place_in_the_library(
    chromium: Browser, texts: Library, texts_address: str
) -> None:
    with opened(chromium, texts_address) as page:
        page.goto(f"{texts_address}quotations/index.html")
        (cited,) = {
            figure.locator("blockquote").get_attribute("cite")
            for figure in page.get_by_role("figure").filter(has_text="Tom Keeper").all()
        }
        page.goto(f"{texts_address}quotations/{cited}")
        assert '"A digital library is no luxury' in page.locator("p:has(> :target)").inner_text()
