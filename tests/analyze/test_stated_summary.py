"""A description is a summary by a person as far as it tells: what calls, asks or only leads up to the text is left out."""

from __future__ import annotations

import pytest
from documents import a_draft

TEXT = """Clover brings carbon back into soil that grain has tired.
The farmers of the valley sow clover after grain and measure the carbon each spring.
After ten years the soil holds a third more of it than before."""
TELLS = "Ten years of clover brought a third more carbon into the soil of a whole valley, and the farmers who sowed it measured that every spring with spades and scales of their own."


def summed(abstract: str, **more: object) -> list[str]:
    return [one.text for one in a_draft(title="Clover", text=TEXT, abstract=abstract, **more).summary if not one.at]


@pytest.mark.parametrize(
    "call",
    [
        pytest.param("Discover how clover feeds the soil of your farm.", id="calls to discover"),
        pytest.param("Call the farm to book a visit to its clover fields.", id="calls for a call"),
        pytest.param("From barn to field, learn what clover does for you.", id="calls after a comma"),
        pytest.param("Erfahren Sie, was Klee für Ihren Boden tun kann.", id="calls in German"),
        pytest.param("Do you know what clover does for the soil?", id="asks"),
        pytest.param("Read more about the clover of the valley here.", id="invites"),
        pytest.param("In today's world of soil, clover is a crop of many uses.", id="only opens"),
        pytest.param("The farmers of the valley sow clover and ...", id="breaks off"),
        pytest.param("Tips included.", id="is a scrap"),
        pytest.param("These are the farmers who brought carbon back to the soil.", id="points at what is not there"),
    ],
)
def test_no_sentence_of_a_description_is_shown_that(call: str) -> None:
    assert summed(f"{call} {TELLS}") == [TELLS]
    assert a_draft(title="Clover", text=TEXT, abstract=call).summary_by == "machine"


def test_an_abstract_of_a_paper_is_shown_as_it_is() -> None:
    abstract = "Does clover feed the soil? These are ten years of numbers."
    assert summed(abstract, kind="paper") == ["Does clover feed the soil?", "These are ten years of numbers."]


def test_a_long_description_is_enough() -> None:
    assert [one.text for one in a_draft(title="Clover", text=TEXT, abstract=TELLS).summary] == [TELLS]


def test_after_a_short_description_sentences_of_the_text_follow_that_do_not_say_it_again() -> None:
    draft = a_draft(title="Clover", text=TEXT, abstract="Clover brings carbon back into tired soil of grain.")
    assert [(one.text, one.at) for one in draft.summary] == [
        ("Clover brings carbon back into tired soil of grain.", ""),
        ("The farmers of the valley sow clover after grain and measure the carbon each spring.", "p2"),
        ("After ten years the soil holds a third more of it than before.", "p3"),
    ]


def test_a_summary_by_the_machine_does_not_say_what_the_deck_above_it_says() -> None:
    deck = "Why clover brings carbon back into soil that grain has tired"
    draft = a_draft(title="Clover", text=TEXT, deck=deck)
    assert draft.summary_by == "machine"
    assert "Clover brings carbon back into soil that grain has tired." not in [one.text for one in draft.summary]
