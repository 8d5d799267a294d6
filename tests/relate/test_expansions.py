"""An acronym that stands for two things has its meanings where they belong, and a name is not defined by itself."""

from __future__ import annotations

from documents import a_draft

from digest.config import Settings
from digest.model import Entry
from digest.relate.relate import relate_drafts


def entries(*texts: str) -> list[Entry]:
    drafts = [a_draft(title=f"Piece {n}", text=text) for n, text in enumerate(texts)]
    return list(relate_drafts(drafts, settings=Settings()).glossary)


def glossary(*texts: str) -> dict[str, list[str]]:
    return {
        one.term: [given.definition.text for given in one.definitions] for one in entries(*texts) if one.definitions
    }


OFFICE = "The Administrative Office (AO) of the court keeps the files. Ask the Administrative Office for a copy of the files."


OFFICIAL = "Each system has an Authorizing Official (AO) who signs for it."


def test_two_things_of_one_acronym_are_two_entries_of_which_one_has_its_name() -> None:
    found = {one.term: one for one in entries(OFFICE, OFFICIAL)}
    assert [given.definition.text for given in found["AO"].definitions] == ["Authorizing Official"]
    assert found["Administrative Office"].aka == ("AO",)
    assert found["Administrative Office"].definitions == ()


def test_variants_of_one_name_are_one_entry_that_shows_it_once() -> None:
    other = "The Administration Office (AO) of a town prints lists."
    assert glossary(OFFICE, other) == {"AO": ["Administrative Office"]}


def test_a_name_that_is_only_spelled_out_stands_under_its_acronym_and_is_found_by_both() -> None:
    (entry,) = (one for one in entries(OFFICE) if one.definitions)
    assert (entry.term, entry.aka) == ("AO", ("Administrative Office",))


def test_what_several_articles_write_in_full_keeps_its_name_and_is_not_defined_by_itself() -> None:
    found = entries(OFFICE, *[f"The Administrative Office moved to room {n}." for n in range(3)])
    (entry,) = (one for one in found if "AO" in (one.term, *one.aka))
    assert (entry.term, entry.aka, entry.definitions) == ("Administrative Office", ("AO",), ())


def test_what_says_more_than_the_name_is_shown_instead_of_it() -> None:
    told = "AO is a term that refers to an office of the court."
    assert glossary(OFFICE, told) == {"Administrative Office": [told]}


def test_initials_that_read_like_a_word_are_no_form_of_it() -> None:
    found = glossary(
        "The roots reach far down. A far field has deep roots.", "The Federal Acquisition Rule (FAR) binds us."
    )
    assert found == {"FAR": ["Federal Acquisition Rule"]}
