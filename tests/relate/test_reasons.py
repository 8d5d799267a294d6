"""A reason names what both are about: no word in passing, no series' notice, no everyday word; what they state comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import a_document, a_draft

from digest.analyze.analyze import analyze_document
from digest.blocks import Link, Paragraph, Text, number_paragraphs
from digest.config import Settings
from digest.documents import Reference
from digest.model import Draft, Quotation
from digest.relate.relate import relate_drafts

SUBJECTS = ("soil carbon", "night trains", "kelp forests", "variable fonts", "rye flour", "ice cores", "salt marshes")
LONG = "Bread needs rye flour. The rye flour of this mill is dark. " * 12
OTHER = "The night trains are slow. Some night trains are cheap. " * 14


def reasons(*drafts: Draft) -> dict[tuple[str, str], str]:
    """The reasons by the titles of the two."""
    found = relate_drafts(drafts, settings=Settings()).articles
    return {(one.draft.document.title, link.title): link.why for one in found for link in one.related}


def linking(title: str, text: str, url: str) -> Draft:
    blocks = number_paragraphs((Paragraph((Text(f"{text} "), Link(url, (Text("there"),)))),))
    return analyze_document(replace(a_document(title=title), blocks=blocks), settings=Settings())


def test_a_term_that_both_name_once_in_passing_is_no_reason() -> None:
    one = a_draft(title="Bread", text=f"{LONG} A phone booth stood by the oven.")
    two = a_draft(title="Trains", text=f"{OTHER} We met at a phone booth.")
    assert reasons(one, two) == {}


def test_two_such_terms_are_one() -> None:
    one = a_draft(title="Bread", text="Rye flour is dark. A phone booth held a chess club.")
    two = a_draft(title="Trains", text="Night trains are cheap. The chess club met at a phone booth.")
    assert reasons(one, two)["Bread", "Trains"] == "both mention chess club and phone booth"


def test_a_term_that_one_is_about_is_a_reason_in_both_directions() -> None:
    one = a_draft(
        title="Bread", text="Now rye flour is dark. Once rye flour was cheap. Here rye flour feeds the starter."
    )
    two = a_draft(title="Trains", text="Night trains are slow. Night trains are cheap. They serve rye flour and tea.")
    assert reasons(one, two) == {
        ("Bread", "Trains"): "both mention rye flour",
        ("Trains", "Bread"): "both mention rye flour",
    }


def test_what_stands_word_for_word_in_three_articles_is_no_reason() -> None:
    notice = "Write to the harbour office at the old customs house."
    drafts = [a_draft(title=one, text=f"We read of {one}. New {one} are here. {notice}") for one in SUBJECTS]
    assert reasons(*drafts) == {}


def test_a_capital_that_belongs_to_a_longer_name_makes_no_reason() -> None:
    one = a_draft(title="Records", text="Clerks answer letters. The Freedom of Records Act helps. The Freedom of all.")
    two = a_draft(title="Songs", text="Choirs sing hymns. They sang the Freedom March. A Freedom song is loud.")
    assert reasons(one, two) == {}


def test_much_weaker_terms_are_not_named_beside_a_strong_one() -> None:
    told = "In spring cover crops protect soil. Here cover crops feed worms. Our cover crops bind dust."
    one = a_draft(title="Cover crops", text=f"{told} A seed drill helps.")
    two = a_draft(title="Cover crops in winter", text=f"{told} Some use a seed drill.")
    assert reasons(one, two)["Cover crops", "Cover crops in winter"] == "both discuss cover crops"


def test_a_person_whom_both_quote_is_a_reason() -> None:
    said = Quotation("We dig.", "p1", ("Ann Lee",))
    one, two = (a_draft(title=title, text="Cover crops feed the soil.") for title in ("One", "Two"))
    why = reasons(replace(one, quotations=(said,)), replace(two, quotations=(said,)))
    assert why["One", "Two"].endswith("both quote Ann Lee")


@pytest.mark.parametrize("url", [None, "https://example.org/law"])
def test_a_work_that_both_cite_is_a_reason(url: str | None) -> None:
    works = (Reference("Lee, A. The law of soil.", url),)
    one, two = (a_draft(title=title, text="Cover crops feed the soil.", references=works) for title in ("One", "Two"))
    assert reasons(one, two)["One", "Two"].endswith("both cite Lee, A. The law of soil.")


def test_a_page_that_both_link_to_is_a_reason() -> None:
    one = linking("One", "Cover crops feed the soil.", "https://www.example.org/soil/#top")
    two = linking("Two", "Cover crops hold the soil.", "http://example.org/soil")
    assert reasons(one, two)["One", "Two"].endswith("both link to example.org/soil")


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://example.org/soil/crops", ["both link to example.org/soil/crops"]),
        ("https://example.org/work-with-us", []),  # the front page of a part of a site
    ],
)
def test_a_page_deep_in_a_site_is_a_reason_alone(url: str, found: list[str]) -> None:
    one, two = linking("One", "Cover crops feed worms.", url), linking("Two", "Night trains carry worms.", url)
    assert sorted(set(reasons(one, two).values())) == found


@pytest.mark.parametrize(
    "url", ["https://example.org/", "https://example.org/about", "https://example.org/x7Fq", "https://[broken/soil"]
)
def test_a_front_page_or_a_page_that_every_site_has_is_none(url: str) -> None:
    one, two = linking("One", "Cover crops feed the soil.", url), linking("Two", "Night trains are slow.", url)
    assert reasons(one, two) == {}


def test_a_person_is_named_whole_though_both_go_on_with_the_first_name() -> None:
    told = "Ida Holm bakes. Ida knows rye. Ida Holm sings. Ida walks. Ida Holm rests. Ida sleeps."
    one, two = a_draft(title="Bread", text=told), a_draft(title="Songs", text=f"Choirs sing. {told}")
    assert "Ida Holm" in reasons(one, two)["Bread", "Songs"]
