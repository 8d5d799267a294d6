"""An acronym in one text and its name in another are one term of the library; what could be two things stays two."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.config import Settings
from digest.documents import Ruling, Vocabulary
from digest.model import Entry
from digest.relate.relate import relate_drafts

FULL = "Bids are read by the Soil Survey Bureau (SSB) in May. The Soil Survey Bureau then names those who dig."
SHORT = "The SSB pays for digging. The SSB keeps cores."
OTHER = "The Solar Sail Brigade (SSB) flies boats in orbit. The Solar Sail Brigade built one boat of foil."


def entries(*texts: str, vocabulary: Vocabulary | None = None) -> list[Entry]:
    drafts = [a_draft(title=f"Piece {n}", text=text) for n, text in enumerate(texts)]
    return list(relate_drafts(drafts, settings=Settings(), vocabulary=vocabulary or Vocabulary()).glossary)


def named(found: list[Entry], *names: str) -> list[Entry]:
    return [entry for entry in found if entry.term in names]


def test_an_acronym_and_its_name_are_one_entry_that_holds_the_articles_of_both() -> None:
    (entry,) = named(entries(FULL, SHORT), "SSB", "Soil Survey Bureau")
    assert len(entry.articles) == 2
    assert {entry.term, *entry.aka} == {"SSB", "Soil Survey Bureau"}


def test_its_page_shows_sentences_that_use_either_name() -> None:
    (entry,) = named(entries(FULL, SHORT), "SSB", "Soil Survey Bureau")
    shown = " ".join(used.text for used in entry.context)
    assert "names those who dig" in shown
    assert "SSB pays" in shown or "SSB keeps" in shown


def test_an_acronym_of_two_names_joins_neither() -> None:
    found = named(entries(FULL, OTHER, FULL.replace("May", "June")), "SSB", "Soil Survey Bureau", "Solar Sail Brigade")
    assert len(found) > 1


@pytest.mark.parametrize("name", ["SSB", "Soil Survey Bureau"])
def test_a_name_that_the_curator_rules_on_is_left_alone(name: str) -> None:
    ruled = Vocabulary(terms=(Ruling(name=name, pin=True),))
    found = entries(FULL, SHORT, vocabulary=ruled)
    assert name in {entry.term for entry in found}
