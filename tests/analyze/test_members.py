"""What stands under numbered headings speaks of one thing of a list, and says less of the whole than what stands around it."""

from __future__ import annotations

import pytest

from digest.analyze.members import find_members
from digest.analyze.salience import weigh_sentences
from digest.blocks import Blocks, BulletList, Heading, Paragraph, Text
from digest.model import Sentence


def a_list(*headings: str, level: int = 2) -> Blocks:
    """A paragraph, p0, and under each heading another one, counted on."""
    below = [
        block
        for number, words in enumerate(headings, 1)
        for block in (Heading(level, (Text(words),)), Paragraph((Text("Clover."),), f"p{number}"))
    ]
    return (Paragraph((Text("Three crops."),), "p0"), *below)


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param(("1. Clover", "2. Rye", "3. Oats", "Which to sow"), id="numbers"),
        pytest.param(("Tip #1: Clover", "Tip #2: Rye", "Tip #3: Oats", "Which to sow"), id="numbers after a word"),
        pytest.param(("Tipp 1", "Tipp 2", "Tipp 3", "Fazit"), id="numbers in German"),
    ],
)
def test_paragraphs_below_numbered_headings_are_members(headings: tuple[str, ...]) -> None:
    assert find_members(a_list(*headings)) == ("p1", "p2", "p3")


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param(("1. Clover", "2. Rye"), id="two headings"),
        pytest.param(("1. Introduction", "2. Clover", "3. Carbon"), id="sections of a paper"),
        pytest.param(("1.1 Clover", "1.2 Rye", "1.3 Oats"), id="numbers of sections within sections"),
        pytest.param(("Clover", "Rye", "Oats"), id="headings without numbers"),
    ],
)
def test_nothing_is_a_member_below(headings: tuple[str, ...]) -> None:
    assert find_members(a_list(*headings)) == ()


def test_a_member_goes_on_below_headings_within_it_and_in_lists() -> None:
    listed = BulletList(((Paragraph((Text("Sow early."),), "p8"),),))
    blocks = (*a_list("1. Clover", "2. Rye", "3. Oats"), Heading(3, (Text("How to sow"),)), listed)
    assert "p8" in find_members(blocks)


def test_a_sentence_about_one_thing_of_a_list_weighs_less_by_that() -> None:
    clover = Sentence("Clover feeds the tired soil of a field and breaks up clay.", "p1")
    every = Sentence("Three crops feed the soil of a field for more than a year.", "p2")
    plain = weigh_sentences((clover, every), title="Soil", lang="en")
    listed = weigh_sentences((clover, every), title="Soil", lang="en", members={"p1"})
    assert [round(one.score - other.score, 3) for one, other in zip(plain, listed, strict=True)] == [0.6, 0]
