"""What stands around a piece of text goes with its reason, and what only looks alike stays."""

from __future__ import annotations

import pytest

from digest.blocks import Aside, BulletList, Heading, Paragraph, plain_text, walk_blocks
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
        pytest.param(
            "Mill Notes\nHome Articles About Contact\n", "The Old Mill by the River", id="a menu without signs"
        ),
        pytest.param(
            "Home Blog\n- Home\n- The Old Mill by the River\n", "The Old Mill by the River", id="a headline twice"
        ),
        pytest.param("Shared conversation\n", "The Old Mill", id="a word on a shared chat"),
    ],
)
def test_goes_before_the_title_is_chosen(above: str, title: str) -> None:
    document = read(f"{above}{title}\n\n{BODY}")

    assert document.title == title
    assert [cut.text.removeprefix("- ") for cut in document.cut] == above.replace("- ", "").split("\n")[
        : above.strip().count("\n") + 1
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"Archive\n\n{BODY}", "Archive", id="one menu word over running text"),
        pytest.param(f"THE OLD MILL\nA short history of a valley\n{BODY}", "THE OLD MILL", id="capitals that name no section"),
        pytest.param(f"Home\nAbout\nThe Old Mill\nBy Jane Doe\n{BODY}", "The Old Mill", id="a short title over a byline"),
        pytest.param(f"Home and Contact\n\n{BODY}", "Home and Contact", id="a title of menu words and others"),
        pytest.param(f"Home\nAbout\n\nFrost\n\n{BODY}", "Frost", id="a title of one word parted from the menu"),
        pytest.param(f"Skip to Content: How Menus Came to Be\n\n{BODY}", "Skip to Content: How Menus Came to Be", id="a title on menus"),
        pytest.param(f"Flour and Water | Bread\n\n{BODY}", "Flour and Water", id="a barred title without a menu word"),
    ],
)  # fmt: skip
def test_a_title_stays(text: str, title: str) -> None:
    assert read(text).title == title


def test_a_menu_without_end_hides_no_text() -> None:
    assert texts(read("Home\n" * 50 + BODY))[-2:] == BODY.strip().split("\n")


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
        pytest.param("Posted on March 3, 2023 by Jane Doe - 5 Comments", "2023-03-03", 5, id="a day, a name and a count"),
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


# --- link posts without brackets


@pytest.mark.parametrize(
    ("line", "title", "finder"),
    [
        pytest.param("The Old Mill → via Mill Weekly", "The Old Mill", "Mill Weekly", id="an arrow"),
        pytest.param("The Old Mill (→ via Mill Weekly)", "The Old Mill", "Mill Weekly", id="an arrow in brackets"),
        pytest.param("The Old Mill h/t Wren Castellane", "The Old Mill", "Wren Castellane", id="a hat tip"),
        pytest.param("The Old Mill via Ludmila's Reading List", "The Old Mill", "Ludmila's Reading List", id="somebody's list"),
        pytest.param("The Old Mill via millers.example.org", "The Old Mill", "millers.example.org", id="an address"),
    ],
)  # fmt: skip
def test_the_finder_is_parted_from_the_title(line: str, title: str, finder: str) -> None:
    document = read(f"{line}\n\n{BODY}")

    assert (document.title, document.kind) == (title, "link")
    assert document.via is not None
    assert document.via.title == finder


def test_via_a_place_is_part_of_the_title() -> None:
    assert read(f"By Mule to Rome via Milan\n\n{BODY}").via is None


@pytest.mark.parametrize(
    ("first", "authors"),
    [
        pytest.param("Ana Ruiz and Ben Cole spent a year in the mills. Read it.", ("Ana Ruiz", "Ben Cole"), id="of a piece"),
        pytest.param("Ana Ruiz and Ben Cole spent a year in the mills of the valley.", (), id="of people, and of no piece"),
    ],
)  # fmt: skip
def test_who_did_what_is_an_author_only_where_the_commentary_speaks(first: str, authors: tuple[str, ...]) -> None:
    assert read(f"The Old Mill (via Mill Weekly)\n\n{first}\n\n{BODY}").authors == authors


# --- shared chats


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        pytest.param("User:", "Assistant:", id="User and Assistant"),
        pytest.param("You said:", "ChatGPT said:", id="You said and ChatGPT said"),
        pytest.param("Prompt:", "Response:", id="Prompt and Response"),
    ],
)
def test_the_labels_of_a_chat_go(asked: str, answered: str) -> None:
    document = read(f"The Old Mill\n{asked}\nWhy was it left?\n{answered}\nTL;DR: The river moved. {BODY}")

    assert (document.kind, document.question) == ("question", "Why was it left?")
    assert document.answer == "The river moved."
    assert list(reasons(document)) == [asked, answered, "TL;DR:"]


def test_a_name_before_a_colon_asks_nothing() -> None:
    document = read(f"Me: A Memoir\n\n{BODY}")

    assert (document.title, document.question) == ("Me: A Memoir", None)


def test_the_buttons_below_an_offer_go() -> None:
    document = read(
        f"Question: Why was it left?\nAnswer: The river moved.\n{BODY}Would you like me to draw a map?\n"
        "Was this answer helpful?\nYes\nNo\nReport content\nGet the app\n"
    )

    assert texts(document)[-1] == "Would you like me to draw a map?"
    assert isinstance(document.blocks[-1], Aside)


def test_a_last_word_is_no_button() -> None:
    assert texts(read(f"The Old Mill\n{BODY}Would you go back?\nNo.\n"))[-1] == "No."


# --- tables of contents


@pytest.mark.parametrize("label", ["Contents", "In this post:", "Inhalt", "Sommaire", "目次"])
def test_a_table_of_contents_goes(label: str) -> None:
    parts = f"The First Bed\n{BODY}The Second Bed\n{BODY}"

    document = read(f"The Old Mill\n{BODY}{label}\n1. The First Bed\n2. The Second Bed\n{parts}")

    assert [plain_text(block.children) for block in document.blocks if isinstance(block, Heading)] == [
        "The First Bed",
        "The Second Bed",
    ]
    assert reasons(document)[label] == "the table of contents: the parts stand below"


def test_a_list_of_what_a_box_contains_stays() -> None:
    document = read(f"The Old Mill\n{BODY}Contents\n- one millstone\n- two sacks\n{BODY}")

    assert "one millstone" in texts(document)


# --- below the text


@pytest.mark.parametrize(
    ("box", "authors"),
    [
        pytest.param("About the author\nJane Doe writes about rivers.\n", (), id="a box about the author"),
        pytest.param("Written by\nTobiah Renner\nTobiah repairs mills.\n", ("Tobiah Renner",), id="the writer's name and life"),
        pytest.param("Support our work\nWe have no paywall: chip in from three euros.\n", (), id="a call to give"),
        pytest.param("Join the newsletter\nOne story every other Sunday.\n", (), id="a call to subscribe"),
        pytest.param("About Briefly\nBriefly reads long pieces for you.\n", (), id="a box about the site"),
        pytest.param("Share   Permalink\n", (), id="buttons in one line"),
        pytest.param("この記事をシェアする\n", (), id="a button in Japanese"),
    ],
)  # fmt: skip
def test_a_box_at_the_end_goes(box: str, authors: tuple[str, ...]) -> None:
    document = read(f"The Old Mill\n{BODY * 3}{box}")

    assert texts(document) == (BODY * 3).strip().split("\n")
    assert document.authors == authors


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(f"About the Author\nShe was born above the mill.\n{BODY * 2}", id="a part about an author within a text"),
        pytest.param("About Mills\nNo two of them are alike, and one is lost.\n", id="a last part about a thing"),
        pytest.param("Support us\nThe beams cannot: they are as old as the floor.\n", id="a last part that asks for nothing"),
    ],
)  # fmt: skip
def test_a_part_of_the_text_stays(part: str) -> None:
    assert part.split("\n")[1] in texts(read(f"The Old Mill\n{BODY * 2}{part}"))


def test_a_formula_is_no_heading() -> None:
    document = read(f"The Old Mill\n{BODY}=IF(A1=3; B2; C2)\n{BODY}")

    assert not [block for block in document.blocks if isinstance(block, Heading)]


def test_middle_dots_alone_in_their_lines_mark_a_list() -> None:
    document = read(f"The Old Mill\n{BODY}・\n香り\n・\n塩味\n{BODY}")

    assert [len(block.items) for block in document.blocks if isinstance(block, BulletList)] == [2]


def test_a_question_right_before_the_tags_is_the_prompt() -> None:
    prompt = "Which mill did you leave, and why? I read every reply."

    document = read(f"The Old Mill\n{BODY * 3}{prompt}\nTags: mills, rivers\n")

    assert document.reactions == Reactions(None, prompt)


# --- derived titles


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        pytest.param(
            "Every mill stands on a river that somebody moved. Nobody put it that way at the time of the move.",
            "Every mill stands on a river that somebody moved",
            id="a whole sentence, before one that points back",
        ),
        pytest.param(
            "[Photo: the mill of the river in snow]\n\nEvery mill stands on a river that moves. We know it well by now.",
            "Every mill stands on a river that moves",
            id="a sentence, not a description of a picture",
        ),
        pytest.param(
            "I went there in March, and it rained on the mill and on me for all of the days of my stay.\n\n"
            "Part I: The Mill and the River\nI saw the mill and the river, and I wrote down what they did to each other in the rain.\n\n"
            "Part II: The Rain on the Bridge\nI saw the bridge too, but it did nothing at all, and so I went home again by the road.",
            "The Mill and the River",
            id="a heading without the number of its part",
        ),
    ],
)  # fmt: skip
def test_a_title_is_derived_from(opening: str, title: str) -> None:
    document = read(f"{opening}\n")

    assert (document.title, document.title_from) == (title, "derived")
