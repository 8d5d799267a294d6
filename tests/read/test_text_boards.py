"""Votes, badges and buttons of a board go; a text with a few such words keeps them."""

from __future__ import annotations

from digest.documents import Document, Source
from digest.read.text import read_text

ASKED = "I set my sundial with a compass, and it agrees with my watch only in April and in June."
ANSWERED = "The sun itself is no good clock, since the path of the Earth is no circle and its axis leans."


def read(text: str) -> Document:
    (document,) = read_text(text.encode(), Source("seeds/x.txt", "text/plain", "0"))
    return document


def test_the_marks_of_a_board_go() -> None:
    marks = [
        "Asked 3 years ago",
        "Viewed 2k times",
        "17",
        "Improve this question",
        "Add a comment",
        "Sorted by: Highest score",
    ]

    document = read("\n".join(["A slow sundial", *marks, ASKED, "answered Sep 9, 2021 at 19:02", "tallow", ANSWERED]))

    assert [cut.text for cut in document.cut] == [*marks, "answered Sep 9, 2021 at 19:02", "tallow"]
    assert {cut.why for cut in document.cut} == {"what a board of questions sets around them"}


def test_two_such_words_are_no_board() -> None:
    document = read(f"A slow sundial\n\n{ASKED}\n\n2 answers\n\n{ANSWERED}\n\nHot network questions\n\n{ASKED}")

    assert not [cut for cut in document.cut if "board" in cut.why]
