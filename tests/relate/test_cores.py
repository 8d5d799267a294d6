"""A theme is a group of articles that one name covers; what the name does not cover is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from documents import a_draft

from digest.model import Draft
from digest.relate.cores import find_cores
from digest.relate.kinds import find_kinds
from digest.relate.subjects import Subjects, find_subjects
from digest.relate.vectors import Space, build_space
from digest.relate.weights import count_uses, weigh_terms

BREAD = [
    ("Rye bread", "Rye bread rises overnight in the oven. A baker kneads the dough for rye bread. The dough rests."),
    ("Rye dough", "The dough for rye bread is wet. A baker weighs flour and dough. Rye bread keeps for a week."),
    (
        "White bread",
        "White bread needs a warm oven. The baker folds the dough twice. White bread is soft, and so is the dough.",
    ),
]
CHESS = (
    "Chess openings",
    "A chess opening decides the game. Grandmasters learn every opening. The pawns open the game.",
)
LETTERS = [(f"Letter {n}", f"Letter {n} tells of storm {n}.") for n in range(12)]
SAILS = ("Sails", "A sail fills with wind. The boat heels. Sailors reef the sail when the wind grows.")


def related(*told: tuple[str, str]) -> tuple[list[Draft], Space, Subjects]:
    drafts = [a_draft(title=title, text=text) for title, text in told]
    return drafts, build_space(drafts), subjects_of(drafts)


def subjects_of(drafts: Sequence[Draft]) -> Subjects:
    uses = count_uses(drafts)
    return find_subjects(drafts, weigh_terms(drafts, uses=uses, kinds=find_kinds(drafts)), uses)


def cores(told: Sequence[tuple[str, str]], *communities: tuple[int, ...]) -> list[tuple[str, tuple[int, ...]]]:
    _, space, subjects = related(*told)
    return [(core.name.term, core.members) for core in find_cores(communities, space, subjects)]


def test_who_does_not_speak_of_what_names_a_theme_is_left_out() -> None:
    assert cores([*BREAD, CHESS, SAILS], (0, 1, 2, 3)) == [("rye bread", (0, 1, 2))]


def test_articles_that_share_nothing_are_no_theme() -> None:
    assert cores([*BREAD, CHESS, SAILS], (3, 4)) == []


def test_a_name_is_taken_once() -> None:
    told = [*BREAD, *BREAD, *LETTERS]
    names = [name for name, _ in cores(told, (0, 1, 2), (3, 4, 5))]
    assert names == ["rye bread", "dough"]


def test_no_theme_is_named_after_a_person() -> None:
    _, space, subjects = related(*BREAD, *LETTERS)
    people = replace(subjects, people=frozenset({"rye bread"}))
    assert [core.name.term for core in find_cores([(0, 1, 2)], space, people)] == ["dough"]


def test_no_theme_is_named_after_a_word_that_stands_everywhere() -> None:
    told = [(f"A world of {name}", f"The world has {name}. This world is old. Our world is {name}.") for name in "abc"]
    assert cores([*told, *LETTERS], (0, 1, 2)) == []


@pytest.mark.parametrize(
    ("elsewhere", "is_name"),
    [("Grace sings. Few sing like Grace.", True), ("They say grace. The grace is short.", False)],
)
def test_a_first_name_is_one_of_the_people_unless_it_is_a_word_too(elsewhere: str, is_name: bool) -> None:
    told = a_draft(title="Of rye", text="In Kiel we met Grace Holm again. We like what Grace Holm does with rye.")
    written = a_draft(title="A letter", text="Storms are near.", authors=("Grace Holm",))
    people = subjects_of([told, written, a_draft(title="On Sundays", text=elsewhere)]).people
    assert ("grace" in people, "grace holm" in people) == (is_name, True)


def test_an_article_speaks_of_a_phrase_if_it_speaks_of_a_telling_word_of_it() -> None:
    _, _, subjects = related(
        ("Kelp forests", "A kelp forest shelters otters. Each kelp forest is cold."),
        ("Cold water", "Kelp grows in cold water, and kelp is long."),
        ("Otters", "Otters dive for urchins. Kelp is seen once."),
        *LETTERS,
        *LETTERS,
    )
    assert [subjects.speaks_of(index, "kelp forest") for index in range(4)] == [True, True, False, False]
