"""A theme speaks in sentences that tell what it is about, each from another article and none twice."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.model import Term
from digest.relate.sayings import choose_sayings
from digest.relate.slugs import place_drafts

TERMS = (Term("kelp forest", "kelp forest", 1.0, ("KF",)), Term("otter", "otter", 0.5))


def sayings(*texts: str) -> list[str]:
    placed, _ = place_drafts([a_draft(title=f"Piece {n}", text=text) for n, text in enumerate(texts)])
    return [said.text for said in choose_sayings(placed, TERMS)]


def test_what_says_what_the_theme_is_comes_before_what_names_it() -> None:
    named = "Divers counted every otter of the kelp forest in the bay before winter came."
    told = "A kelp forest is a stand of large brown algae in cold and shallow water."
    assert sayings(named, told) == [told, named]


def test_another_name_of_the_theme_serves_as_well() -> None:
    named = "Divers counted every otter of the kelp forest in the bay before winter came."
    told = "KF (kelp forest) is the short name that divers give to a stand of brown algae."
    assert sayings(named, told) == [told, named]


@pytest.mark.parametrize(
    "of_its_day",
    [
        "Last week the divers met an otter in the kelp forest near the harbour wall.",
        "A few weeks back a diver met an otter in the kelp forest near the harbour.",
        "The harbour is proud to show the otter of the kelp forest in a new hall.",
        "We’ll show where an otter lives in the kelp forest near the harbour wall.",
    ],
)
def test_what_is_of_its_day_comes_after_what_holds_on_any_day(of_its_day: str) -> None:
    lasting = "The otter keeps the kelp forest alive where it feeds on purple sea urchins."
    assert sayings(of_its_day, lasting) == [lasting, of_its_day]


def test_what_one_article_has_said_no_other_says_again() -> None:
    first = "The otter keeps the kelp forest alive where it feeds on purple sea urchins."
    again = "The otter keeps a kelp forest alive, for it feeds on purple sea urchins there."
    other = "Storms tear the kelp forest from its rocks in every hard winter of the north."
    assert sayings(first, again, other) == [first, other]
