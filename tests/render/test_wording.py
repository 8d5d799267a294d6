"""Days in words without a locale; texts cut where a reader would."""

from __future__ import annotations

from datetime import date

import pytest

from digest.render.wording import full_day, shorten, when


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ("2024-12-19", "19 Dec 2024"),
        ("2024-12-09T10:00:00Z", "9 Dec 2024"),
        ("2024-12", "Dec 2024"),
        ("2024", "2024"),
        ("2024-13", "2024-13"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_a_stated_date_in_words(stated: str, words: str) -> None:
    assert when(stated) == words


@pytest.mark.parametrize(
    ("stated", "day"),
    [("2024-12-19", date(2024, 12, 19)), ("2024-12", None), ("2024-02-31", None), (None, None)],
)
def test_only_a_full_day_of_the_calendar_is_a_date(stated: str | None, day: date | None) -> None:
    assert full_day(stated) == day


@pytest.mark.parametrize(
    ("text", "short"),
    [
        pytest.param("It is short.", "It is short.", id="what fits stays"),
        pytest.param(
            "Soil is alive. It breathes, and it feeds us all.", "Soil is alive.", id="at the end of a sentence"
        ),
        pytest.param(
            "No. Soil is alive and it breathes slowly.", "No. Soil is alive and it…", id="not at too early an end"
        ),
        pytest.param("Soil, which is alive, and breathes", "Soil, which is alive…", id="else at a word"),
        pytest.param("a" * 40, "a" * 24 + "…", id="a word without end"),
        pytest.param("a\n b", "a b", id="on one line"),
    ],
)
def test_a_text_cut_to_25_characters(text: str, short: str) -> None:
    assert shorten(text, 25) == short
