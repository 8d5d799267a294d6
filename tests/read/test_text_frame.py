"""What stands around a piece of text goes with its reason, and what only looks alike stays."""

from __future__ import annotations

import pytest

from digest.blocks import Heading, Paragraph, plain_text, walk_blocks
from digest.documents import Document, Reactions, Source
from digest.read.text import read_text

BODY = (
    "The river has changed its bed four times since people began to write about it, and each time a mill was left dry.\n"
    "Nobody who lives here now remembers the last of those changes, though the maps in the town hall still show it.\n"
)


def read(text: str) -> Document:
    (document,) = read_text(text.encode(), Source("seeds/x.txt", "text/plain", "0"))
    return document


def reasons(document: Document) -> dict[str, str]:
    return {cut.text: cut.why for cut in document.cut}


def texts(document: Document) -> list[str]:
    return [
        plain_text(block.children) for block in walk_blocks(document.blocks) if isinstance(block, Heading | Paragraph)
    ]


# --- above the headline


@pytest.mark.parametrize(
    ("above", "title"),
    [
        pytest.param("Skip to content\n", "The Old Mill", id="a link past the menu"),
        pytest.param("Zum Inhalt springen\nStartseite\nAnmelden\n", "Die alte Mühle am Fluss", id="a menu in German"),
        pytest.param("本文へスキップ\nホーム\n", "古い水車", id="a menu in Japanese"),
        pytest.param("Mill Notes\nAbout\nArchive\nRSS\n\n", "The Old Mill by the River", id="a site's name and menu"),
        pytest.param("Home  Links  Talks\n", "The Old Mill", id="a menu in one line"),
        pytest.param("Home › Rivers › Mills\n", "The Old Mill", id="the place of a page on its site"),
        pytest.param("We use cookies to count visits.\nAccept all\n", "The Old Mill", id="a notice of cookies"),
        pytest.param("SCIENCE\n\n", "The Old Mill by the River", id="a section in capitals"),
        pytest.param("Shared conversation\n", "The Old Mill", id="a word on a shared chat"),
    ],
)
def test_goes_before_the_title_is_chosen(above: str, title: str) -> None:
    document = read(f"{above}{title}\n\n{BODY}")

    assert document.title == title
    assert [cut.text for cut in document.cut] == above.split("\n")[: above.strip().count("\n") + 1]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"Archive\n\n{BODY}", "Archive", id="one menu word over running text"),
        pytest.param(f"THE OLD MILL\nA short history of a valley\n{BODY}", "THE OLD MILL", id="capitals that name no section"),
        pytest.param(f"Home\nAbout\nThe Old Mill\nBy Jane Doe\n{BODY}", "The Old Mill", id="a short title over a byline"),
        pytest.param(f"Home\nAbout\n\nFrost\n\n{BODY}", "Frost", id="a title of one word parted from the menu"),
        pytest.param(f"Skip to Content: How Menus Came to Be\n\n{BODY}", "Skip to Content: How Menus Came to Be", id="a title on menus"),
        pytest.param(f"Flour and Water | Bread\n\n{BODY}", "Flour and Water", id="a barred title without a menu word"),
    ],
)  # fmt: skip
def test_a_title_stays(text: str, title: str) -> None:
    assert read(text).title == title


# --- facts beside a text


@pytest.mark.parametrize(
    ("line", "published", "comments"),
    [
        pytest.param("March 3, 2023 · 5 min read · 18 comments", "2023-03-03", 18, id="a day, a length and a count"),
        pytest.param("4 min read · 1.2K views", None, None, id="a length and a count of views"),
        pytest.param("Last updated 8 June 2024 · Reading time: 3 min", None, None, id="a day of change, which is no day of publication"),
        pytest.param("Link post. Last updated 9 November 2021.", None, None, id="what the page is, and a day of change"),
        pytest.param("最終更新日：2024年5月7日", None, None, id="a day of change in Japanese"),
        pytest.param("12. Februar 2024, 06:30 Uhr", "2024-02-12", None, id="a German day with its hour, which is no list"),
        pytest.param("Published: 3 March 2023 | 1,204 views", "2023-03-03", None, id="a labelled day"),
        pytest.param("Summary by Briefly · Original: 38 min", None, None, id="who made the page, and the length of what it tells"),
        pytest.param("Artikel anhören", None, None, id="a player's button"),
        pytest.param("Photo: Ingrid Solheim / Nordvik Archive", None, None, id="the credit of a picture"),
    ],
)  # fmt: skip
def test_a_line_of_facts_below_the_title_goes_and_states(
    line: str, published: str | None, comments: int | None
) -> None:
    document = read(f"The Old Mill\n{line}\n\n{BODY}")

    assert texts(document) == BODY.strip().split("\n")
    assert line in reasons(document)
    assert document.published == published
    assert (document.reactions and document.reactions.comments) == comments


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Photo: what the miller saw from his window in 1931", id="a caption in words"),
        pytest.param("The mill ran for 5 min · then it stopped", id="a sentence with a length"),
        pytest.param("12:30", id="an hour"),
    ],
)
def test_a_line_that_says_more_stays(line: str) -> None:
    assert line in texts(read(f"The Old Mill\n{BODY}{line}\n{BODY}"))


def test_a_length_may_be_a_title() -> None:
    assert read(f"24 Hours\n\n{BODY}").title == "24 Hours"


def test_a_count_of_comments_beside_tags_is_kept() -> None:
    document = read(f"The Old Mill\n{BODY * 3}Posted in: rivers, mills | 2 responses\n")

    assert document.tags == ("rivers", "mills")
    assert document.reactions == Reactions(2)
