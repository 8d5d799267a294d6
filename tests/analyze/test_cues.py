"""The words of a sentence tell its part in a text: what announces is worth more, what only leads up to the subject less."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.analyze.cues import announces, only_opens, speaks_of_writer, tells_news


@pytest.mark.parametrize(
    "sentence",
    [
        "In this guide, you meet the crops of the valley.",
        "This clover and soil guide covers ten crops.",
        "This article explains how clover feeds the soil.",
        "We’ll walk through five fields and their crops.",
        "We have tested twelve spades over two summers.",
        "I've gathered the answers of forty farmers.",
        "We propose another way to measure carbon.",
        "In diesem Beitrag geht es um Klee.",
        "Dans cet article, le trèfle nourrit le sol.",
        "В этой статье речь идёт о клевере.",
        "この記事では土壌の炭素を測ります。",
    ],
)
def test_a_sentence_announces(sentence: str) -> None:
    assert announces(f" {sentence.lower()}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Clover feeds the soil in every field of the valley.",
        "We have five fields and a barn.",
        "The farmers found clover in this field.",
    ],
)
def test_a_sentence_that_states_its_matter_announces_nothing(sentence: str) -> None:
    assert not announces(f" {sentence.lower()}")


@pytest.mark.parametrize(
    "sentence",
    [
        "In today’s fast-moving digital world, soil matters.",
        "Choosing a spade can often feel overwhelming.",
        "A spade isn't just a tool.",
        "Choosing a spade is no easy task.",
        "Farming is no longer just about food.",
        "Gardening has become a way of life for many people.",
        "We all know how heavy clay can be.",
        "Knowing your soil is crucial for anyone who farms.",
        "Maybe you had to dig before breakfast as a child.",
        "As we move into the autumn, farmers keep on sowing.",
        "In the spring of 2006, I was a boy on a farm.",
    ],
)
def test_a_sentence_only_opens(sentence: str) -> None:
    assert only_opens(f" {sentence.lower()}")


@pytest.mark.parametrize(
    "sentence",
    [
        "For someone who digs for a living, my shed is poor.",
        "As the founder of a seed shop, I have seen many spades.",
        "I've had the privilege of digging for many years.",
        "We're a family-owned seed company in the valley.",
        "Our friendly team offers advice every day.",
        "At Clover Farm, we firmly believe in soil.",
    ],
)
def test_a_sentence_speaks_of_who_writes(sentence: str) -> None:
    assert speaks_of_writer(f" {sentence.lower()}")


def test_a_sentence_that_speaks_of_who_writes_is_passed_over() -> None:
    text = """At Clover Farm, we firmly believe in clover that feeds the soil.
Clover feeds the soil of a field that grain has tired.
Rye keeps the soil of a field together when the rain comes.
Oats grow in the soil of a field that nothing else would feed."""
    assert [one.at for one in a_draft(title="Clover feeds soil", text=text).summary] == ["p2", "p3", "p4"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Clover feeds the soil in every field of the valley.",
        "The spade that I was given feeds the soil.",
    ],
)
def test_a_sentence_on_the_matter_does_not_only_open(sentence: str) -> None:
    assert not only_opens(f" {sentence.lower()}")


def test_time_is_news_but_not_in_a_turn_of_speech() -> None:
    assert tells_news(" clover now feeds the soil.")
    assert not tells_news(" now that clover feeds the soil, the farmers rest.")
    assert not tells_news(" earlier this week, the farmers met.")


def test_the_sentence_after_one_that_only_opens_is_the_opening() -> None:
    text = """In the fast-paced world of soil, clover isn't just a crop.
Clover brings carbon back into soil that grain has tired.
The farmers of the valley sow clover after grain, and carbon rises in their soil."""
    first, second, _ = a_draft(title="Clover and soil", text=text).summary
    assert "near the opening, and like the whole" not in dict(first.parts)
    assert dict(second.parts)["near the opening, and like the whole"] > 2
