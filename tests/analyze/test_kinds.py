"""A name is told as a person, an organisation, a work or a product where words beside it show that; else it has no kind."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.documents import TermKind
from digest.model import Candidate


def told(text: str, term: str) -> Candidate:
    """The candidate of a text that stands in the midst of others."""
    found = {one.term: one for one in a_draft(title="On things", text=text).candidates}
    assert term in found, sorted(found)
    return found[term]


def kind_of(text: str, term: str) -> TermKind | None:
    return told(text, term).kind


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("We asked Ada Brandt, a soil scientist in Kiel.", "Ada Brandt", id="what they do, set after it"),
        pytest.param(
            "We asked Ada Brandt, deputy director of the farm.", "Ada Brandt", id="an office, without article"
        ),
        pytest.param("We asked the economist Ada Brandt about it.", "Ada Brandt", id="what they do, before it"),
        pytest.param("We asked Ada Brandt, who runs the farm.", "Ada Brandt", id="who"),
        pytest.param("It was written by Ada Brandt in spring.", "Ada Brandt", id="written by"),
        pytest.param("We asked Ada Brandt, 45, about it.", "Ada Brandt", id="an age"),
        pytest.param("We asked Ada Brandt, Ph.D., about it.", "Ada Brandt", id="a degree"),
        pytest.param("We like Ada Brandt (1815–1852) alone.", "Ada Brandt", id="years of a life"),
        pytest.param("Last year Ada Brandt said that her field was dry.", "Ada Brandt", id="says, and her"),
        pytest.param("We met Dr. Brandt in spring.", "Brandt", id="a title"),
        pytest.param(
            "We asked the economist Ada Brandt. We hear that Brandt left.", "Brandt", id="the last name alone"
        ),
    ],
)
def test_a_person_is_told_by(text: str, term: str) -> None:
    assert kind_of(text, term) == "person"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("We met Ada Brandt in spring.", "Ada Brandt", id="nothing beside the name"),
        pytest.param("Last year Acme Widgets said that it grew.", "Acme Widgets", id="companies say things too"),
        pytest.param("A walk by Lake Tahoe. We love Tahoe.", "Lake Tahoe", id="a place taken up by its last word"),
        pytest.param(
            "We read the founder of Acme Widgets, who left.", "Acme Widgets", id="who speaks of somebody before"
        ),
        pytest.param(
            "We asked the Chief Data Officer, who left.", "Chief Data Officer", id="an office is nobody's name"
        ),
        pytest.param("We met Acme Events Co-Owner, who left.", "Acme Events Co-Owner", id="an owner is nobody's name"),
        pytest.param("It stands in Kiel Bay, a designer store.", "Kiel Bay", id="a thing that has a maker's word"),
    ],
)
def test_no_person_is_told_by(text: str, term: str) -> None:
    assert kind_of(text, term) != "person"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("We visited the Brandt Institute in spring.", "Brandt Institute", id="the body in its name"),
        pytest.param("We met Acme Widgets, Inc. in spring.", "Acme Widgets", id="a legal form after it"),
        pytest.param(
            "It is from the Department of Energy again.", "Department of Energy", id="a department of something"
        ),
        pytest.param(
            "It is from the National Oceanic and Atmospheric Administration.",
            "National Oceanic and Atmospheric Administration",
            id="a body with and in its name",
        ),
        pytest.param(
            "The Department of Energy (DOE) is old. We like DOE and DOE.", "DOE", id="initials of such a name"
        ),
        pytest.param("We met Zendo, a small software company based in Kiel.", "Zendo", id="a company, set after it"),
        pytest.param("We hear that Zendo is a nonprofit for farmers.", "Zendo", id="is a nonprofit"),
        pytest.param("We met the CEO of Zendo in spring.", "Zendo", id="its head, before it"),
        pytest.param("We met Zendo CEO Ada Brandt in spring.", "Zendo", id="its head, after it"),
        pytest.param("We saw companies such as Acme, Zendo and others.", "Zendo", id="one in a row of companies"),
        pytest.param("She is a researcher at Zendo now.", "Zendo", id="where somebody works"),
        pytest.param("We hold shares in Zendo (NYSE: ZND) still.", "Zendo", id="its place on an exchange"),
    ],
)
def test_an_organisation_is_told_by(text: str, term: str) -> None:
    assert kind_of(text, term) == "organisation"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("Each American CEO is said to be American.", "American", id="an adjective of a nation"),
        pytest.param("She works at the Lean Startup Conference.", "Lean Startup Conference", id="an event"),
        pytest.param("A master of Business Administration is long.", "Business Administration", id="a subject"),
        pytest.param("We went to Zendo in spring.", "Zendo", id="nothing beside the name"),
        pytest.param("We like America. It is from Code for America, a nonprofit.", "America", id="the end of a name"),
        pytest.param("An LLC is a business organization, and so on.", "LLC", id="a legal form"),
        pytest.param(
            "We like San Francisco. It is a moving company San Francisco is proud of.",
            "San Francisco",
            id="company, with a place after it",
        ),
    ],
)
def test_no_organisation_is_told_by(text: str, term: str) -> None:
    assert kind_of(text, term) is None


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param(
            "She wrote the book “Quiet Fields” in Kiel.", None, id="no cue: only the noun and quotation marks"
        ),
        pytest.param("She wrote a novel called Quiet Fields in Kiel.", "Quiet Fields", id="called"),
        pytest.param("She is the author of Quiet Fields today.", "Quiet Fields", id="author of"),
        pytest.param("We saw Quiet Fields, a documentary about peat.", "Quiet Fields", id="what it is, set after it"),
    ],
)
def test_a_work_is_told_by(text: str, term: str | None) -> None:
    assert kind_of(text, term or "Quiet Fields") == ("work" if term else None)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("We wrote it with Zork, a small library for maps.", "Zork", id="what it is, set after it"),
        pytest.param("We like apps such as Zork and others.", "Zork", id="one in a row of apps"),
        pytest.param("We went on in Zork, set in *Zork*, and the Zork chatbot. We like Zork.", "Zork", id="a chatbot"),
        pytest.param("The Zork programming language is old. We like Zork.", "Zork", id="a language"),
        pytest.param("We like Zork. We moved to Zork version 3 in spring.", "Zork", id="a version"),
        pytest.param("We tried GPT-3 and then GPT-4 on it.", "GPT-4", id="a number among others of its series"),
        pytest.param("We held a Nikon Z8 and a Nikon Z9 too.", "Nikon Z9", id="a code among others of its brand"),
        pytest.param("We wear the Px8 headphones at home.", "Px8", id="letters with digits, and what it is"),
    ],
)
def test_a_product_is_told_by(text: str, term: str) -> None:
    assert kind_of(text, term) == "product"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("We had COVID-19 in spring.", "COVID-19", id="letters with digits alone"),
        pytest.param("All of it is B2B again.", "B2B", id="letters with digits alone, short"),
        pytest.param(
            "In Kiel AI is a big shift in how we build software.", "AI", id="a product that a later clause names"
        ),
        pytest.param("We use tools like Agile in spring.", "Agile", id="tools, which methods are as well"),
        pytest.param("We use apps like CRM in spring.", "CRM", id="initials of what many make"),
        pytest.param("We moved from IPv4 to IPv6 in spring.", "IPv6", id="the version of a standard"),
    ],
)
def test_no_product_is_told_by(text: str, term: str) -> None:
    assert kind_of(text, term) is None


def test_words_for_two_kinds_tell_none() -> None:
    assert kind_of("We saw companies such as Zork and others. We like apps such as Zork and others.", "Zork") is None


def test_a_word_that_is_also_written_small_is_no_name() -> None:
    assert kind_of("A company such as Magic, Inc. is rare. It is magic, and magic stays.", "magic") is None


def test_the_words_that_show_a_kind_are_told() -> None:
    found = told("We asked the economist Ada Brandt about it.", "Ada Brandt")
    assert found.shown_by == "economist Ada Brandt"


def test_a_text_in_another_language_tells_no_kind_by_english_words() -> None:
    draft = a_draft(lang="de", text="Wir fragten Zork, a small library for maps. Das Zork ist alt. Das Zork ist neu.")
    assert {one.kind for one in draft.candidates} == {None}
