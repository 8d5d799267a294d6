"""The goods that a shop's page lists are boxes in a row, each with a link and a price."""

from __future__ import annotations

import pytest
from lxml import html

from digest.read.page_offers import find_offers
from digest.read.page_passages import find_passages

OFFER = "<div><a href=/mill{0}><h3>Mill number {0}</h3></a><p>{1}</p></div>"


def offers_of(markup: str) -> list[str]:
    """The words of each block that stands in an offer, in page order."""
    passages = find_passages(html.document_fromstring(f"<body>{markup}</body>").find("body"))
    found = find_offers(passages)
    return [" ".join(words) for block, words in passages.words.items() if block in found]


@pytest.mark.parametrize("price", ["$ 59,999.99", "199,00 €", "CHF 80", "£30"])
def test_boxes_with_prices_in_a_row_are_offers(price: str) -> None:
    row = "".join(OFFER.format(number, price) for number in range(4))
    assert offers_of(f"<section>{row}</section><p>All of them grind rye.</p>")[::2] == [
        "Mill number 0",
        "Mill number 1",
        "Mill number 2",
        "Mill number 3",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("".join(OFFER.format(number, "$ 30") for number in range(3)), id="three of them"),
        pytest.param("".join(OFFER.format(number, "by hand") for number in range(9)), id="boxes without prices"),
        pytest.param("<div><p>Ours costs $ 30 a sack.</p></div>" * 9, id="prices without links"),
    ],
)
def test_no_row_of_offers_are(markup: str) -> None:
    assert offers_of(f"<section>{markup}</section>") == []
