"""Pictures and pages are the same from memory as drawn anew, and whatever a picture shows is asked for before it is used again."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from digest.cache import FILE, open_cache
from digest.drawing import recall_cards, recall_pages
from digest.render.cards import Card, draw_card

CARD = Card(id="7c2f", title="Soil", theme="Ground", known="Ann · 3 min", site="Fields")


def draw(card: Card, folder: Path) -> bytes:
    with open_cache(folder, mode="write") as cache:
        return recall_cards(cache)(card)


def remembered(folder: Path) -> int:
    with open_cache(folder, mode="read") as cache:
        assert cache.connection is not None
        return int(cache.connection.execute("SELECT count(*) FROM remembered WHERE value NOTNULL").fetchone()[0])


def test_a_picture_is_drawn_once_and_stays_the_same(tmp_path: Path) -> None:
    first, again = draw(CARD, tmp_path), draw(CARD, tmp_path)
    assert (first, remembered(tmp_path)) == (again, 1) == (draw_card(CARD), 1)


@pytest.mark.parametrize("name", [field.name for field in fields(Card)])
def test_what_a_picture_shows_makes_it_anew(tmp_path: Path, name: str) -> None:
    other = replace(CARD, **{name: "other"})
    assert (draw(CARD, tmp_path), draw(other, tmp_path)) == (draw_card(CARD), draw_card(other))
    assert remembered(tmp_path) == 2


def test_a_damaged_memory_is_passed_over(tmp_path: Path) -> None:
    draw(CARD, tmp_path)
    file = tmp_path / FILE
    file.write_bytes(file.read_bytes().replace(b"IHDR", b"IHDX"))
    assert draw(CARD, tmp_path) == draw_card(CARD)


def test_a_page_is_made_once_whatever_signs_it_holds(tmp_path: Path) -> None:
    made: list[str] = []

    def make() -> str:
        made.append("# Böden\ud800\n")
        return made[-1]

    for _ in range(2):
        with open_cache(tmp_path, mode="write") as cache:
            assert recall_pages(cache)(b"key", make) == "# Böden\ud800\n"
    assert len(made) == 1
