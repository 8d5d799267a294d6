"""An acronym that stands for two things has its meanings where they belong, and a name is not defined by itself."""

from __future__ import annotations

from documents import a_draft

from digest.config import Settings
from digest.relate.relate import relate_drafts


def glossary(*texts: str) -> dict[str, list[str]]:
    drafts = [a_draft(title=f"Piece {n}", text=text) for n, text in enumerate(texts)]
    entries = relate_drafts(drafts, settings=Settings()).glossary
    return {entry.term: [one.definition.text for one in entry.definitions] for entry in entries if entry.definitions}


OFFICE = "The Administrative Office (AO) of the court keeps the files. Ask the Administrative Office for a copy of the files."


def test_two_things_of_one_acronym_are_two_entries() -> None:
    other = "Each system has an Authorizing Official (AO) who signs for it."
    found = glossary(OFFICE, other)
    assert found["Administrative Office"] == ["Administrative Office"]
    assert found["AO"] == ["Authorizing Official"]


def test_variants_of_one_name_are_one_entry_that_shows_it_once() -> None:
    assert glossary(OFFICE, "The Administration Office (AO) of a town prints lists.") == {
        "Administration Office": ["Administration Office"]
    }


def test_what_says_more_than_the_name_is_shown_instead_of_it() -> None:
    told = "AO is a term that refers to an office of the court."
    assert glossary(OFFICE, told) == {"Administrative Office": [told]}


def test_initials_that_read_like_a_word_are_no_form_of_it() -> None:
    found = glossary(
        "The roots reach far down. A far field has deep roots.", "The Federal Acquisition Rule (FAR) binds us."
    )
    assert found == {"FAR": ["Federal Acquisition Rule"]}
