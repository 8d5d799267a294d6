"""The marks of a wiki go, and its notes and names of other pages are lists."""

from __future__ import annotations

from digest.blocks import BulletList, Heading, plain_text
from digest.documents import Cut, Document, Source
from digest.read.text import read_text

BODY = "The bells were cast in loam, one mould for each bell, and the mould was broken to free the metal.[1]"


def read(text: str) -> Document:
    (document,) = read_text(text.encode(), Source("seeds/x.txt", "text/plain", "0"))
    return document


def test_the_marks_behind_headings_go() -> None:
    document = read(f"Carrow bell\n\n{BODY}\n\nCasting[edit]\n\n{BODY}\n\nSound [edit]\n\n{BODY}\n")

    assert [plain_text(block.children) for block in document.blocks if isinstance(block, Heading)] == [
        "Casting",
        "Sound",
    ]
    assert document.cut == (Cut("[edit]", "a wiki's mark behind a heading"),) * 2


def test_other_pages_are_a_list_and_notes_are_references() -> None:
    document = read(
        f"Carrow bell\n\n{BODY}\n\nCasting[edit]\n\n{BODY}\n\nSee also[edit]\n\nHandbell\nLoam casting\n\n"
        "References[edit]\n\n^ Thale, R. (1931). Founders of the Carrow.\n^ Boards of pear wood, 2020.\n"
    )

    assert [len(block.items) for block in document.blocks if isinstance(block, BulletList)] == [2]
    assert [reference.text for reference in document.references] == [
        "Thale, R. (1931). Founders of the Carrow.",
        "Boards of pear wood, 2020.",
    ]


def test_one_such_mark_is_no_wiki() -> None:
    assert read(f"On wikis\n\n{BODY}\n\nPress [edit]\n\n{BODY}\n").cut == ()
