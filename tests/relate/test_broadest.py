"""A reason that would name one thing in passing names before it what most of the likeness rests on."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.config import Settings
from digest.model import Draft
from digest.relate.broadest import find_broadest
from digest.relate.evidence import gather_evidence
from digest.relate.relate import relate_drafts
from digest.relate.vectors import build_space

FILLER = ("soil carbon", "night trains", "kelp forests", "variable fonts", "rye flour", "ice cores", "salt marshes")
ON_WRITING = "Good writing takes time. Writing is rewriting, and the writing is never done. Each draft has a README."
AT_WORK = "Our writing is edited by two people. Clear writing helps readers, and dull writing does not. See the README."


def why(*, title: str, first: str = ON_WRITING, second: str = AT_WORK) -> str:
    """The reason of two pieces, on writing if not told, of which the second has the title, among others on other subjects."""
    others = [a_draft(title=f"On {name}", text=f"The {name} are old. Few know the {name}.") for name in FILLER * 4]
    drafts: list[Draft] = [a_draft(title="How we edit", text=first), a_draft(title=title, text=second), *others]
    found = relate_drafts(drafts, settings=Settings()).articles
    return next(link.why for one in found if one.draft.document.title == title for link in one.related)


def test_it_is_the_plain_word_of_a_title() -> None:
    assert why(title="A place for writing") == "both mention writing and README"


def test_it_stands_before_two_things_that_both_mention() -> None:
    drills = " A seed drill helps."
    told = why(title="A place for writing", first=ON_WRITING + drills, second=AT_WORK + drills)
    assert told == "both mention writing, README and seed drill"


@pytest.mark.parametrize(
    ("name", "beside", "found"),
    [
        pytest.param("California", "", "California", id="a country"),
        pytest.param("Steve", " So says Steve Holm.", None, id="a person whose other name the text has"),
    ],
)
def test_a_name_of_one_word_is_named_if_it_is_of(name: str, beside: str, found: str | None) -> None:
    told = f"Most mules know {name}. Few mules like {name}.{beside}"
    titles = (f"To {name} on foot", "On hay", *FILLER)
    drafts = [a_draft(title=title, text=told if number < 2 else title) for number, title in enumerate(titles)]
    evidence = gather_evidence(build_space(drafts))
    assert find_broadest(0, 1, drafts=drafts, evidence=evidence, beside=()) == found


def test_a_word_of_neither_title_is_not_named() -> None:
    assert "writing" not in why(title="What two people do")


def test_what_the_library_is_about_is_not_named() -> None:
    texts = {
        "Soil and writing": "Soil is alive. The soil has a README.",
        "On soil": "Dry soil is dust. Dust of soil. See the README.",
    }
    others = [a_draft(title=f"Soil {n}", text="The soil is dry. No soil is wet.") for n in range(3)]
    drafts = [*(a_draft(title=title, text=text) for title, text in texts.items()), *others]
    found = relate_drafts(drafts, settings=Settings()).articles
    assert all("soil" not in link.why.lower() for one in found for link in one.related)
