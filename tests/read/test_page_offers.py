"""The goods that a shop's page lists are its text, however it names them."""

from __future__ import annotations

import pytest
from saved_pages import read_page

from digest.markdown.writer import write_blocks

INTRO = "<p>Our mills stand on every kitchen table in the valley, and each of them grinds rye as well as wheat.</p>" * 2
OFFER = "<div class=tile><a href=/mill{0}><h3>Mill {0}</h3></a><span>{1}</span></div>"


def body_of(offers: str) -> str:
    page = f'<html><head><meta property="og:type" content="website"></head><body><main><h1>Mills</h1>{INTRO}{offers}</main></body></html>'
    return write_blocks(read_page(page.encode()).blocks)


@pytest.mark.parametrize("price", ["$ 59,999.99", "199,00 €", "CHF 80"])
def test_a_row_of_offers_is_kept(price: str) -> None:
    offers = "".join(OFFER.format(number, price) for number in range(6))
    assert body_of(f"<div class='widget overlay'>{offers}</div>").count("### ") == 6
