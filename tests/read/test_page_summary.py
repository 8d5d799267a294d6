"""A page's description is its own summary if it is whole, says more than the text does, and speaks of this page."""

from __future__ import annotations

import json

import pytest
from saved_pages import a_page, origin_of, read_page

TELLS = "A valley measures its water, and the mill at Ansley grinds rye again."


def in_json_ld(kind: str, text: str) -> str:
    thing = json.dumps({"@type": kind, "headline": "Water", "description": text})
    return f'<script type="application/ld+json">{thing}</script>'


def described(text: str, name: str = "description") -> str:
    return f'<meta name="{name}" content="{text}">'


@pytest.mark.parametrize(
    ("head", "abstract", "where"),
    [
        pytest.param(described(TELLS), TELLS, "description", id="its description"),
        pytest.param(
            described(TELLS) + described("The water of Ansley was counted, and the mill of the valley turns.", "citation_abstract"),
            "The water of Ansley was counted, and the mill of the valley turns.",
            "citation_abstract",
            id="an author's abstract before it",
        ),
        pytest.param(
            described("A valley measures its water, and the …") + described(TELLS, "twitter:description"),
            TELLS,
            "twitter:description",
            id="the one that does not break off",
        ),
        pytest.param(
            in_json_ld("Article", TELLS),
            TELLS,
            "JSON-LD description",
            id="what JSON-LD says of the piece",
        ),
    ],
)  # fmt: skip
def test_a_description_that_tells_is_kept_with_its_place(head: str, abstract: str, where: str) -> None:
    document = read_page(a_page(head))
    assert (document.abstract, origin_of(document, "abstract")) == (abstract, where)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            described("The mill at Ansley stood idle for forty years before anybody asked who owned the water."),
            id="repeats the opening",
        ),
        pytest.param(
            described("By autumn the wheel turned again, slowly at first, and the baker was the first to bring a sack of rye."),
            id="repeats a later paragraph",
        ),
        pytest.param(described("A valley measures its water, and the mill at Ansley grinds ..."), id="breaks off"),
        pytest.param(described("Water and rye."), id="is too short to tell"),
        pytest.param(
            described("Daily recipes, gardening advice and crosswords from three award-winning magazines."),
            id="speaks of something else",
        ),
        pytest.param(in_json_ld("WebSite", TELLS) + described(TELLS), id="says of the page what it says of the site"),
        pytest.param(described(f"{TELLS} " * 30), id="is as long as a text"),
    ],
)  # fmt: skip
def test_a_description_is_not_kept_if_it(head: str) -> None:
    assert read_page(a_page(head)).abstract is None


def test_a_description_that_stands_below_the_headline_is_the_deck_and_not_told_twice() -> None:
    document = read_page(a_page(described(TELLS), below=f"<div><p>{TELLS}</p></div>"))
    assert (document.deck or TELLS, document.abstract) == (TELLS, None)
