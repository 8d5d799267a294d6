"""An article's picture for previews: small, the same everywhere, and of what its font can draw."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from sample_digest import SETTINGS, a_document, a_draft, a_library, an_article

from digest.documents import Sidecar
from digest.model import Article
from digest.render.cards import card_pages, draw_card, make_card
from digest.render.library import open_library

SITE = replace(SETTINGS, site_url="https://library.example/")


def a_titled(title: str, **stated: object) -> Article:
    return an_article(a_draft(a_document(title, **stated)), id="7c2f", slug="x", path="articles/x.md")


def draw(title: str, *, theme: str = "Ground", site: str = "Soils") -> bytes:
    return draw_card(make_card(a_titled(title), theme=theme, site=site))


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Soil", id="a word"),
        pytest.param("What the ground remembers of rain, and for how long it does so " * 4, id="a long title"),
        pytest.param("W" * 5000, id="a word without end"),
        pytest.param("Ströbl", id="letters that the font lacks"),
        pytest.param("大模型与土壤", id="another script"),
        pytest.param("<script>\x00\ud800", id="hostile"),
        pytest.param("", id="none"),
    ],
)
def test_it_has_the_size_that_previews_ask_for_and_few_bytes(title: str) -> None:
    drawn = draw(title)
    picture = Image.open(BytesIO(drawn))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(drawn) < 30_000


def test_the_same_article_gives_the_same_bytes_and_another_others() -> None:
    assert draw("Soil") == draw("Soil") != draw("Water")


def test_the_theme_tells_the_ground() -> None:
    grounds = [Image.open(BytesIO(draw("Soil", theme=theme))).convert("RGB").getpixel((0, 0)) for theme in "ABCDEFGH"]
    assert len(set(grounds)) > 1


def test_a_title_that_the_font_cannot_draw_is_left_out_whole() -> None:
    assert draw("大模型") == draw("Soil 土壤") == draw("")


def test_listed_articles_have_one_where_the_site_has_an_address() -> None:
    digest = a_library(a_titled("Soil"), an_article(a_draft(a_document("Hidden", sidecar=Sidecar(hide=True)))))
    library = open_library(digest)
    assert [page.path for page in card_pages(library, settings=SITE)] == ["assets/cards/x.png"]
    assert list(card_pages(library, settings=SETTINGS)) == []
    assert list(card_pages(library, settings=replace(SITE, cards=False))) == []
