"""A sentence is a part of its paragraph, letter by letter; headings, code, asides and quoted words give none."""

from __future__ import annotations

import pytest
from documents import a_document, blocks_of

from digest.analyze.passages import find_passages
from digest.analyze.sentences import find_any_sentences, find_sentences, split_sentences
from digest.blocks import Aside, Break, CodeBlock, Emphasis, Paragraph, Quote, Table, Text, number_paragraphs


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("Soil is alive. It feeds us.", ["Soil is alive.", "It feeds us."], id="two sentences"),
        pytest.param("Dr. Brown came. He left.", ["Dr. Brown came.", "He left."], id="a title's full stop ends none"),
        pytest.param("It costs 3.5 euros. Cheap!", ["It costs 3.5 euros.", "Cheap!"], id="a number's point ends none"),
        pytest.param(
            "We run soil.org. It maps fields.", ["We run soil.org.", "It maps fields."], id="an address may end one"
        ),
        pytest.param(
            "It has rye, oats, etc. They feed us.", ["It has rye, oats, etc.", "They feed us."], id="so may etc."
        ),
        pytest.param("“Is it alive?” he asked.", ["“Is it alive?” he asked."], id="a quoted question goes on"),
        pytest.param("土是活的。它养活我们！", ["土是活的。", "它养活我们！"], id="Chinese ends"),
        pytest.param("no end at all", ["no end at all"], id="a text without an end is one"),
        pytest.param("", [], id="nothing holds none"),
    ],
)
def test_a_text_splits_into(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We don't know. They can't say!  Isn't it so?\u00a0Yes.", id="contractions and odd spaces"),
        pytest.param("It -- or he -- saw “that”. (So did I.) End", id="dashes, quotes and brackets"),
        pytest.param("A." * 300 + " B. C", id="a run without spaces"),
        pytest.param("x" * 50_000 + ". Yes.", id="a word of fifty thousand letters"),
    ],
)
def test_sentences_stand_in_the_text_letter_by_letter_and_in_order(text: str) -> None:
    position = 0
    for sentence in split_sentences(text):
        position = text.index(sentence, position) + len(sentence)
    assert text[position:].strip() == ""


def test_each_sentence_knows_its_paragraph() -> None:
    found = find_sentences(find_passages(blocks_of("One thing is said here. And a second one.\nThen comes a third.")))
    assert [(sentence.text, sentence.at) for sentence in found] == [
        ("One thing is said here.", "p1"),
        ("And a second one.", "p1"),
        ("Then comes a third.", "p2"),
    ]


def test_only_the_author_s_own_prose_gives_sentences() -> None:
    blocks = (
        *blocks_of(
            "## A heading ends here.\n> Quoted words are another's.\n- a label\n- This element says something whole."
        ),
        Aside("offer", blocks_of("I can make a list for you.")),
        CodeBlock("print('This is code.')"),
        Table(((Text("A cell is no sentence."),),), ()),
    )
    found = find_sentences(find_passages(number_paragraphs(blocks)))
    assert [sentence.text for sentence in found] == ["This element says something whole."]


def test_a_document_of_one_long_paragraph_is_split_in_good_time() -> None:
    text = "Soil feeds us, e.g. wheat. " * 2000
    assert len(split_sentences(a_document(text=text).title + ". " + text)) > 1000


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        pytest.param(
            "- Cover crops – They keep the soil alive in winter.", "They keep the soil alive in winter.", id="dash"
        ),
        pytest.param(
            "- Cover crops: They keep the soil alive in winter.", "They keep the soil alive in winter.", id="colon"
        ),
        pytest.param(
            "Soil – as we all know – keeps its carbon for long.",
            "Soil – as we all know – keeps its carbon for long.",
            id="no label",
        ),
    ],
)
def test_a_sentence_begins_after_the_label_before_it(line: str, sentence: str) -> None:
    assert [found.text for found in find_sentences(find_passages(blocks_of(line)))] == [sentence]


def test_a_sentence_over_a_line_end_that_the_source_meant_is_none_to_show() -> None:
    lines = (Text("The moss drinks. It gives"), Break(), Text("back acid. It sleeps."))
    passages = find_passages(number_paragraphs((Paragraph(lines),)))
    assert [sentence.text for sentence in find_sentences(passages)] == ["The moss drinks.", "It sleeps."]


def test_of_a_poem_that_somebody_quotes_each_line_counts() -> None:
    lines = (Text("The moss drinks,"), Break(), Text("and gives back acid."))
    passages = find_passages(number_paragraphs((Quote((Paragraph((Emphasis(lines),)),)),)))
    assert [sentence.text for sentence in find_any_sentences(passages)] == ["The moss drinks,", "and gives back acid."]
