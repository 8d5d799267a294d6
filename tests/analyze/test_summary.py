"""A summary is a few sentences of the text that stand alone, in its order; a person's own summary wins."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.analyze.standing import stands_alone
from digest.blocks import Link, Paragraph, Text
from digest.config import Settings
from digest.documents import Sidecar

ESSAY = """What happens when an entire field forgets its soil?
Healthy soil holds more carbon than the air and all plants together. This is why farmers look at it again.
However, most soil maps are older than the fields that they show.
A new survey of soil found that cover crops bring back carbon within ten years. Subscribe to our newsletter about soil.
If you want, I can make a list of the surveys."""


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("This shows that soil is alive and well.", id="opens on a word that points back"),
        pytest.param("However, soil maps are older than the fields.", id="opens on a contrast"),
        pytest.param("One of her key points is that soil is alive.", id="opens on one of somebody's"),
        pytest.param("Now that you know your soil, it is time to sow.", id="goes on from what was told"),
        pytest.param("In June 2025, they measured soil on ten farms.", id="says they and names nobody"),
        pytest.param("From there, farmers carry the soil to ten fields.", id="points back at a place"),
        pytest.param("Far from being dead soil, this field holds carbon.", id="points back after a comma"),
        pytest.param("Further, the survey found that soil is alive.", id="adds to what was said"),
        pytest.param("When you move to a field, call Brown to dig your soil.", id="calls for a call"),
        pytest.param("Before we start with soil, we should explain carbon.", id="speaks of the way through the text"),
        pytest.param("For now, though, soil maps are old.", id="turns against what was said"),
        pytest.param("At first glance, most of these maps of soil are old.", id="counts what was named before"),
        pytest.param("Use our soil finder to get a map of your fields.", id="sells a tool"),
        pytest.param("We may earn a commission on spades that you buy here.", id="says who pays"),
        pytest.param("Learn how to feed your soil in three easy steps.", id="calls"),
        pytest.param("•Clover feeds the soil of every field in the valley.", id="opens on the sign of a list"),
        pytest.param("In short, soil maps are older than the fields.", id="sums up what is not there"),
        pytest.param("Yes, this statement is largely accurate for soil.", id="answers a question"),
        pytest.param("Question: is it true that soil is alive?", id="bears a label"),
        pytest.param("What happens when a field forgets its soil?", id="asks"),
        pytest.param("If you want, I can make a short list of surveys.", id="offers"),
        pytest.param("Subscribe to our newsletter on soil and fields.", id="promotes"),
        pytest.param("By Jane Brown, editor of the soil pages here.", id="is a byline"),
        pytest.param("Once we selected these fields they were sown again.", id="points to things named before"),
        pytest.param("Several factors contribute to the loss of soil:", id="announces a list"),
        pytest.param("It was sown with clover, and the birds came back.", id="opens on a pronoun"),
        pytest.param("Up until this point we spoke of soil alone.", id="points to what was said"),
        pytest.param("This post was originally published by the soil society.", id="tells where it was published"),
        pytest.param("This is the second in a series of posts on soil.", id="counts itself in a series"),
        pytest.param("To learn more, read the handbook of soil at home.", id="sends the reader elsewhere"),
        pytest.param("Update: the fields of the survey are green again.", id="is an update"),
        pytest.param("Fortunately, the farmers found the map again.", id="opens on relief about what came before"),
        pytest.param("This essay by Ann Brown is the most insightful one on soil.", id="praises a piece"),
        pytest.param("Her book on clover is well worth reading in spring.", id="recommends"),
        pytest.param("In the last post, we talked about the loss of soil.", id="points to another part of a series"),
        pytest.param("It's a tool that some of the farmers built.", id="says of a thing before what it is"),
        pytest.param("As a consequence there is little known of soil.", id="follows from what came before"),
        pytest.param("To do this, farmers sow clover in late spring.", id="aims at what came before"),
        pytest.param("Today, farmers praise one of those old maps.", id="points back after an opening word"),
        pytest.param("Not just older maps, but better ones of soil.", id="goes on with a sentence before"),
        pytest.param("(Some farmers think that the maps are new.)", id="is an aside in brackets"),
        pytest.param('"We sow clover in the fields every spring."', id="is a quote that nobody says"),
        pytest.param("Dr. Jane Brown: The soil of the fields is alive.", id="names its speaker as a label"),
        pytest.param("Changed in version 2.0: The map shows the soil.", id="bears a label with a point in it"),
        pytest.param("Our work with the farmers is a good example.", id="is an example of what is not there"),
        pytest.param("2. The farmers sow clover on half of the fields.", id="is numbered"),
        pytest.param("Too short.", id="is too short"),
    ],
)
def test_a_sentence_does_not_stand_alone_if_it(sentence: str) -> None:
    assert not stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Healthy soil holds more carbon than the air.", id="a plain statement"),
        pytest.param("The best paper on soil is the one that measures most.", id="a judgement that is its claim"),
        pytest.param("While maps are old, the fields that they show are new.", id="a clause before its statement"),
        pytest.param("This paper shows that soil is alive and well.", id="what a paper says of itself"),
        pytest.param("When farmers till their soil, they lose carbon.", id="a they for those just named"),
        pytest.param(
            "This old soil map guide covers the fields of three countries.", id="a guide that names its subject"
        ),
        pytest.param("In this study, we measure soil carbon on ten farms.", id="what a study does"),
        pytest.param(
            "It is hard to measure carbon that lies below the plough.", id="an it that stands for what follows"
        ),
        pytest.param("There are many ways to bring carbon back into soil.", id="a there that only opens"),
        pytest.param("It's a mistake to think that soil is dead.", id="an it and a noun that stand for what follows"),
        pytest.param("It has been a long decade since farmers drew the maps.", id="an it that counts years"),
        pytest.param("It is hard for farmers to see what soil holds.", id="an it that is hard for somebody"),
        pytest.param("This year, farmers sowed clover on half of the fields.", id="this year"),
        pytest.param("One of the oldest maps of soil hangs in Vienna.", id="one of things that it names"),
        pytest.param("By far the best crop for tired soil is clover.", id="by, without a name"),
        pytest.param("Soil — the thin skin of the earth — holds most carbon.", id="words between two dashes"),
        pytest.param("soil.org maps the fields of three countries every year.", id="a name that has no capital"),
        pytest.param("健康的土壤比空气含有更多的碳元素。", id="a Chinese one"),
    ],
)
def test_a_sentence_stands_alone(sentence: str) -> None:
    assert stands_alone(sentence)


def test_a_summary_holds_sentences_of_the_text_in_its_order_and_says_why() -> None:
    draft = a_draft(title="Healthy soil", text=ESSAY)
    assert [(sentence.text, sentence.at) for sentence in draft.summary] == [
        ("Healthy soil holds more carbon than the air and all plants together.", "p2"),
        ("This is why farmers look at it again.", "p2"),
        ("A new survey of soil found that cover crops bring back carbon within ten years.", "p4"),
    ]
    assert draft.summary_by == "machine"
    assert draft.summary[0].why == "sentence 2 of 7; score 3.62"


def test_a_summary_of_two_long_sentences_takes_no_third() -> None:
    long = "A survey of {} found that cover crops and shallow ploughs bring the carbon of {} back within ten years, though by how much differs from farm to farm and from one field of {} to the next."
    told = [long.format(*[kind] * 3) for kind in ("loam", "chalk", "peat")]
    draft = a_draft(title="What soil holds", text="\n".join(told))
    assert [one.text for one in draft.summary] == told[:2]


def test_a_sentence_after_a_long_one_is_taken_if_it_has_room() -> None:
    long = "A survey of loam found that cover crops and shallow ploughs bring carbon back within ten years, " * 3
    draft = a_draft(title="Soil", text=f"{long}and all is well.\nChalk holds less of it than loam does.")
    assert [len(one.text.split()) for one in draft.summary] == [55, 8]


def test_a_sentence_that_says_the_title_again_is_no_part_of_the_summary() -> None:
    draft = a_draft(title="Soil is alive and well", text="Soil is alive and well. Clover feeds the soil with air.")
    assert [said.text for said in draft.summary] == ["Clover feeds the soil with air."]


def test_a_sentence_that_a_page_says_three_times_is_no_part_of_the_summary() -> None:
    box = "Healthy soil is the work of Jane Brown, who digs for a living."
    draft = a_draft(title="Healthy soil", text="\n".join([box, ESSAY, box, box]))
    assert box not in [sentence.text for sentence in draft.summary]


def test_a_caption_before_the_text_does_not_take_the_place_of_its_opening() -> None:
    plain = a_draft(title="Healthy soil", text=ESSAY)
    captioned = a_draft(title="Healthy soil", text=f"Photo by Jane Brown\n{ESSAY}")
    assert [one.text for one in captioned.summary] == [one.text for one in plain.summary]


def test_a_mark_that_leads_to_a_note_is_no_part_of_a_sentence() -> None:
    mark = Link("#p2", (Text("[1]"),))
    told = Paragraph((Text("Healthy soil holds more carbon than the air"), mark, Text(" and all plants.")), "p1")
    draft = a_draft(title="Soil", blocks=(told,))
    assert [one.text for one in draft.summary] == ["Healthy soil holds more carbon than the air and all plants."]


def test_a_text_without_sentences_gets_its_lead() -> None:
    draft = a_draft(title="Milk", text="milk eggs flour\nbutter\nsalt\npepper")
    assert [sentence.text for sentence in draft.summary] == ["milk eggs flour", "butter", "salt"]


def test_where_the_likeliest_sentences_are_unfit_others_are_read() -> None:
    unfit = [f"Why does healthy soil of field {number} hold healthy soil?" for number in range(40)]
    told = "Clover feeds whatever grows beside it in the valley."
    draft = a_draft(title="Healthy soil", text="\n".join([*unfit, told]))
    assert [sentence.text for sentence in draft.summary] == [told]


def test_a_sentence_far_down_is_taken_for_what_it_says() -> None:
    filling = [f"Row {number} of this field was dug and sown by hand in spring." for number in range(40)]
    told = "Today we show that healthy soil is the memory of its plants."
    draft = a_draft(title="Healthy soil is memory", text="\n".join([*filling, told, *filling]))
    assert told in [sentence.text for sentence in draft.summary]


def test_a_text_of_quotes_alone_gets_a_lead_from_them() -> None:
    draft = a_draft(title="Thanks", text="> We are thankful for the soil of our fields.")
    assert [sentence.text for sentence in draft.summary] == ["We are thankful for the soil of our fields."]
    assert draft.sentences == ()


def test_the_curator_s_summary_wins() -> None:
    draft = a_draft(text=ESSAY, sidecar=Sidecar(summary="Soil matters. Read it."))
    assert [(one.text, one.at) for one in draft.summary] == [("Soil matters.", ""), ("Read it.", "")]
    assert draft.summary_by == "curator"


def test_an_author_s_abstract_comes_before_ours() -> None:
    draft = a_draft(text=ESSAY, abstract="We measure soil carbon on ten farms.")
    assert [(one.text, one.at) for one in draft.summary] == [
        ("We measure soil carbon on ten farms.", ""),
        ("Healthy soil holds more carbon than the air and all plants together.", "p2"),
        ("A new survey of soil found that cover crops bring back carbon within ten years.", "p4"),
    ]
    assert draft.summary_by == "source"


def test_a_deck_that_states_something_opens_the_summary() -> None:
    deck = "Cover crops bring carbon back into tired soil faster than most surveys of the last century assumed."
    draft = a_draft(title="Healthy soil", text=ESSAY, deck=deck)
    assert (draft.summary[0].text, draft.summary[0].at, len(draft.summary)) == (deck, "deck", 3)
    assert draft.summary_by == "source"


def test_a_deck_that_only_announces_is_no_summary() -> None:
    draft = a_draft(title="Healthy soil", text=ESSAY, deck="What every farmer should know")
    assert draft.summary_by == "machine"


def test_no_more_sentences_are_shown_than_the_curator_set() -> None:
    assert len(a_draft(text=ESSAY, settings=Settings(summary_sentences=1)).summary) == 1
    assert a_draft(text=ESSAY, settings=Settings(summary_sentences=0)).summary == ()
