"""What pages of further kinds set around their text goes, and lists without marks are lists."""

from __future__ import annotations

import pytest

from digest.blocks import BulletList, Paragraph, plain_text
from digest.documents import Document, Source
from digest.read.text import read_text

TITLE = "The Old Mill by the River"
BODY = "The river has changed its bed four times since people began to write about it, and a mill was left dry.\n"


def read(text: str) -> Document:
    (document,) = read_text(text.encode(), Source("seeds/x.txt", "text/plain", "0"))
    return document


def lists(document: Document) -> list[list[str]]:
    return [
        [plain_text(block.children) for item in found.items for block in item if isinstance(block, Paragraph)]
        for found in document.blocks
        if isinstance(found, BulletList)
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        pytest.param("Add to cart", "a button of the site", id="a button of a shop"),
        pytest.param("Book a demo →", "a button of the site", id="a trial"),
        pytest.param("Pin this recipe for later", "a call to share", id="a call of a recipe"),
    ],
)
def test_a_button_goes(line: str, why: str) -> None:
    document = read(f"{TITLE}\n\n{BODY}\n{line}\n\n{BODY}\n{BODY}")

    assert [(cut.text, cut.why) for cut in document.cut] == [(line, why)]


@pytest.mark.parametrize(
    ("tail", "why"),
    [
        pytest.param(
            ["Media contact", "Tobias Renn", "press@weft.example"], "whom the press may ask", id="a press office"
        ),
        pytest.param(
            ["Was this page helpful?", "Yes", "No", "Schedules", "Priorities"],
            "what stands below the question on the page",
            id="a page of documentation",
        ),
        pytest.param([f"Average Costs in {name}" for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"], "names of other pages below the piece", id="names of pages"),
    ],
)  # fmt: skip
def test_what_stands_at_the_end_goes(tail: list[str], why: str) -> None:
    document = read(f"{TITLE}\n\n{BODY * 12}\n" + "\n".join(tail))

    assert [(cut.text, cut.why) for cut in document.cut] == [(line, why) for line in tail]


def test_the_author_in_the_byline_is_not_told_again() -> None:
    bio = "Petra Aldous covers rivers for the Courier."

    document = read(f"{TITLE}\n\nBy Petra Aldous\n\n{BODY * 4}\n{bio}\n")

    assert [cut.text for cut in document.cut] == [bio, "By Petra Aldous"]


def test_the_day_of_a_dateline_is_kept_in_the_text_too() -> None:
    opening = "HALDEN, 9 October 2023 – The mill opened today, and sixty people came to see its wheel turn for an hour."

    document = read(f"{TITLE}\n\n{opening}\n\n{BODY}\n{BODY}")

    assert (document.published, opening in str(document.blocks)) == ("2023-10-09", True)


def test_lines_together_between_blank_ones_below_a_colon_are_a_list() -> None:
    document = read(
        f"{TITLE}\n\n{BODY}\n{BODY}\n{BODY}\nYou need:\n\na broker\na worker\na queue\n\nBefore you begin\n\n{BODY}"
    )

    assert lists(document) == [["a broker", "a worker", "a queue"]]


def test_ingredients_are_a_list() -> None:
    document = read(f"{TITLE}\n\n{BODY}\nIngredients\n250 g lentils\n2 lemons, halved\na pinch of salt\nMethod\n{BODY}")

    assert lists(document) == [["250 g lentils", "2 lemons, halved", "a pinch of salt"]]


def test_a_chinese_page_states_its_author_and_its_day() -> None:
    body = "石门岛最东边有一座白色的灯塔，守塔人老陈今年六十三岁，已经在这里住了四十年。\n"

    document = read(f"一个人守了四十年的灯塔\n作者：林晚舟\n2023年11月5日 09:20\n\n{body}{body}")

    assert (document.authors, document.published) == (("林晚舟",), "2023-11-05")
