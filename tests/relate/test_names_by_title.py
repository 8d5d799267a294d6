"""Titles state links: a text that names another by a title too long to be chance, and the parts of one series."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.config import Settings
from digest.model import Draft
from digest.relate.relate import relate_drafts

TRAINS = "Night trains are slow. Night trains are cheap. Sleeper coaches creak."
BREAD = "Rye flour is dark. Rye flour was cheap. Sourdough starters bubble."


def reasons(*drafts: Draft) -> dict[tuple[str, str], str]:
    """The reasons by the titles of the two."""
    found = relate_drafts(drafts, settings=Settings()).articles
    return {(one.draft.document.title, link.title): link.why for one in found for link in one.related}


def test_a_text_that_names_another_by_its_title_is_linked_with_it() -> None:
    one = a_draft(title="How we bake in winter", text=BREAD)
    two = a_draft(title="Trains", text=f"{TRAINS} Rye flour is served, see “How We Bake in Winter”.")
    assert reasons(one, two) == {
        ("How we bake in winter", "Trains"): "is named in it by its title; both mention Rye flour",
        ("Trains", "How we bake in winter"): "names it by its title; both mention Rye flour",
    }


def test_a_short_title_may_be_a_turn_of_phrase() -> None:
    one = a_draft(title="We are baking", text=BREAD)
    two = a_draft(title="Trains", text=f"{TRAINS} Sourdough is served, and we are baking it.")
    assert reasons(one, two) == {}


@pytest.mark.parametrize(
    ("one", "other", "series"),
    [
        pytest.param("A year in trains, part 1", "A year in trains, part 2: Sleep", "A year in trains", id="parts"),
        pytest.param("A year in trains: Sleep", "A year in trains", "A year in trains", id="a part and the whole"),
        pytest.param("A year in trains – Sleep", "A year in trains – Food", "A year in trains", id="a dash"),
    ],
)
def test_titles_that_open_alike_are_parts_of_a_series(one: str, other: str, series: str) -> None:
    found = reasons(a_draft(title=one, text=TRAINS), a_draft(title=other, text=BREAD))
    assert found[one, other] == f"both are parts of “{series}”"


@pytest.mark.parametrize("opening", ["Review", "Ask us"])
def test_a_column_is_no_series(opening: str) -> None:
    assert reasons(a_draft(title=f"{opening}: Sleep", text=TRAINS), a_draft(title=f"{opening}: Food", text=BREAD)) == {}


@pytest.mark.parametrize(("number", "linked"), [(8, True), (9, False)])
def test_what_more_than_eight_titles_open_with_is_a_kind_of_piece(number: int, *, linked: bool) -> None:
    things = ("cranes", "violins", "bees", "fonts", "kilns", "clocks", "cheeses", "gliders", "tunnels")[:number]
    drafts = [
        a_draft(title=f"A year in trains: {one}", text=f"We counted {one}. Most {one} are old.") for one in things
    ]
    assert ("both are parts of “A year in trains”" in reasons(*drafts).values()) is linked
