"""Which lines of plain text are headings or a list that lost its markers, shown on a few lines."""

from __future__ import annotations

import pytest

from digest.blocks import BulletList, Heading, plain_text, walk_blocks
from digest.read.lines import split_lines
from digest.read.structure import read_blocks

LONG = (
    "The river has changed its bed four times since people began to write about it, and each time a mill was left "
    "dry on the wrong bank.\n"
)


def headings(text: str) -> list[str]:
    blocks = walk_blocks(read_blocks(split_lines(text)))
    return [plain_text(block.children) for block in blocks if isinstance(block, Heading)]


def entries(text: str) -> int:
    return sum(len(block.items) for block in read_blocks(split_lines(text)) if isinstance(block, BulletList))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Why Getty Sued", id="a title that names an agency"),
        pytest.param("Version 2.10", id="a number with a dot"),
        pytest.param("Notes", id="a part of notes, which is no box"),
        pytest.param("Warum die Mühle im Tal wieder mahlt", id="sentence case"),
        pytest.param("What do the people of the town say about it?", id="a question"),
        pytest.param("関連する研究の背景", id="a script without capitals"),
        pytest.param("Part Two: The Weir in Winter", id="a part counted in words"),
        pytest.param("Settings under about:mill", id="a colon within a word"),
    ],
)
def test_a_heading_between_running_text_is(line: str) -> None:
    assert headings(f"{LONG}{line}\n{LONG}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("(Carl Dee Pictures)", id="a line in brackets"),
        pytest.param("A Mill in June. Photo: Ann Bee", id="a credit"),
        pytest.param("A Mill in June / Reuters", id="an agency at the end"),
        pytest.param("AP Photo/Ann Bee", id="an agency before a name"),
        pytest.param("1:39 PM ET", id="a time"),
        pytest.param("Figure 3: The Weir in Winter", id="a caption with a number"),
        pytest.param("The Upper Weir (Fig. 2)", id="a name that points at a picture"),
        pytest.param("More on Mills ›", id="a link with its arrow"),
        pytest.param("So why mend it? Have they no eyes?", id="two sentences of talk"),
        pytest.param("Place: N24 39 16.4 E121 18 19.5", id="more digits than letters"),
        pytest.param("Note", id="the label of a box"),
        pytest.param("[3] The Weir in Winter", id="a note's number"),
        pytest.param("The last wheel of the valley turns on a quiet morning in June", id="a caption in sentence case"),
    ],
)
def test_no_heading_is(line: str) -> None:
    assert headings(f"{LONG}{line}\n{LONG}") == []


def test_a_text_whose_paragraphs_have_no_end_marks_says_nothing_by_their_lack() -> None:
    unended = LONG.replace(".\n", "\n")

    assert headings(f"{unended}A quiet morning\n{LONG}{unended}{unended}") == []


@pytest.mark.parametrize(
    "run",
    [
        pytest.param("flour for the baker\ntwo sacks of oats\na new belt\n", id="without end marks"),
        pytest.param("Flour for the baker.\nTwo sacks of oats.\nA new belt.\n", id="with end marks"),
    ],
)
def test_a_run_of_lines_alike_below_a_colon_is_a_list(run: str) -> None:
    assert entries(f"{LONG}The day had these tasks:\n{run}{LONG}") == 3


@pytest.mark.parametrize(
    ("above", "run"),
    [
        pytest.param("He wrote this:", "I went to the mill\nthe mill was shut\nthe wheel was still\n", id="verse"),
        pytest.param("It was so:", "I went to the mill,\nthe mill was shut;\nthe wheel was still.\n", id="mixed ends"),
        pytest.param("It had these:", "flour for the baker\na new belt\n", id="two lines"),
        pytest.param("It had these:", "Weir: a low dam\nMill: a house\nBelt: a band\n", id="labels"),
        pytest.param(
            "It had these.", "flour for the baker\ntwo sacks of oats\na new belt\n", id="lines below no colon"
        ),
    ],
)
def test_no_list_is_made_of(above: str, run: str) -> None:
    assert entries(f"{LONG}{above}\n{run}{LONG}") == 0


def test_a_heading_below_such_a_list_stays_one() -> None:
    text = f"{LONG}The day had these tasks:\nflour for us\ntwo sacks\na new belt\nThe Next Morning\n{LONG}"

    assert entries(text) == 3
    assert headings(text) == ["The Next Morning"]


def test_headings_of_two_levels_over_a_list_under_markers_are_both_headings() -> None:
    assert headings(f"{LONG}Friends of the mill\nNew this year\n- Ann Bee\n- Ben Fox\n{LONG}") == [
        "Friends of the mill",
        "New this year",
    ]


def test_short_lines_between_lists_do_not_make_a_text_verse() -> None:
    text = (
        "Mended (by others)\n- the weir\n- the wheel\n- the roof\nPainted by us\n- the door\n- the gate\n- the sluice\n"
    )

    assert headings(text) == ["Mended (by others)", "Painted by us"]


def test_a_line_of_credits_may_stand_above_a_heading() -> None:
    assert headings(f"Posted by ann and ben on 2019-02-15\nThe plan (ann)\n{LONG}") == ["The plan (ann)"]


def test_names_below_a_colon_are_a_list_that_a_short_sentence_closes() -> None:
    text = f"{LONG}These are the mills that still turn:\nUpper Weir\nThe Old Wheel\niMill\nLong Race\nThere were a few others once.\n{LONG}"

    assert entries(text) == 4
    assert headings(text) == []
