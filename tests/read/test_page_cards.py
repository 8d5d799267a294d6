"""Boxes within a text that lead to other pieces of the site go; links that are the text itself stay."""

from __future__ import annotations

import pytest
from saved_pages import TEXT, a_page, read_page

from digest.markdown.writer import write_blocks

HEAD = '<link rel=canonical href="https://www.ansley.example/water"><meta property="og:type" content="article">'
LATER = TEXT.replace("The mill", "The old mill").replace("Every", "Each").replace("By autumn", "By winter")
CARD = '<h4><a href="{}">A Zebra in the Meadow</a></h4><p>It came over the hill on a morning in May.</p>'


def body_of(box: str) -> str:
    return write_blocks(read_page(a_page(HEAD).replace(TEXT.encode(), (TEXT + box + LATER).encode())).blocks)


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(f"<aside class=inset>{CARD.format('/zebra')}</aside>", id="a card"),
        pytest.param(f"<div>{CARD.format('https://ansley.example/zebra')}</div>", id="a card with the site's address"),
        pytest.param("<div><a href=/zebra><h4>A Zebra</h4><p>It came in May.</p></a></div>", id="a card in a link"),
        pytest.param(
            "<div>Read next<ul><li><a href=/zebra>A Zebra</a><li><a href=/mule>A Mule</a></ul></div>", id="a list"
        ),
        pytest.param("<div><p>À lire aussi</p><p><a href=/zebra>A Zebra</a></p></div>", id="a link below its label"),
    ],
)
def test_a_box_that_leads_to_another_piece_goes(box: str) -> None:
    assert body_of(box) == body_of("")


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(f"<div>{CARD.format('https://zebra.example/meadow')}</div>", id="a card of another site"),
        pytest.param(CARD.format("/zebra"), id="a linked heading among the paragraphs"),
        pytest.param(
            '<div><h4>A <a href="/zebra">Zebra</a></h4><p>It came in May.</p></div>', id="a link in a heading"
        ),
        pytest.param("<div><p>Read next</p><p>A Zebra, by Ada Weir, is about a meadow.</p></div>", id="no links"),
    ],
)
def test_what_belongs_to_the_text_stays(box: str) -> None:
    assert "Zebra" in body_of(box)


def test_a_page_that_is_a_list_of_cards_keeps_them() -> None:
    cards = "".join(f"<div>{CARD.format(f'/{place}').replace('Zebra', f'Zebra {place}')}</div>" for place in range(9))
    page = f"<html><head>{HEAD}</head><body><main><h1>Meadows</h1>{cards}</main></body></html>"
    assert write_blocks(read_page(page.encode()).blocks).count("A Zebra") == 9
