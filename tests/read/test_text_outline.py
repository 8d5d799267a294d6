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
        pytest.param("Warum die Mühle im Tal wieder mahlt", id="sentence case"),
        pytest.param("What do the people of the town say about it?", id="a question"),
        pytest.param("関連する研究の背景", id="a script without capitals"),
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
