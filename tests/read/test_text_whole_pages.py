"""What a whole page sets around its text goes, and a text of plain paragraphs comes out as it went in."""

from __future__ import annotations

import random

import pytest

from digest.blocks import BulletList, Paragraph, plain_text, walk_blocks
from digest.documents import Document, Source
from digest.read.text import read_text

MENU = "- Home\n- About us\n- Careers\n- Contact us\n- Search\n" + "".join(f"- Mill number {n}\n" for n in range(1, 40))
FOOTER = "- Privacy policy\n- Terms of use\n- Sitemap\n- Facebook\n© 2024 The Mills\n"
LONG = (
    "The river has changed its bed four times since people began to write about it, and each time a mill was left dry "
    "on the wrong bank, with its wheel in the grass and its owner in court, where he stayed for longer than the water had."
)
WORDS = (
    "the mill turns when water comes and nobody asks why cookies on a plate were shared by all who subscribe to one view of "
    "related things or follow a comment home about search terms next to menus that we contact read like print"
).split()


def read(text: str) -> Document:
    (document,) = read_text(text.encode(), Source("seeds/x.txt", "text/plain", "0"))
    return document


def paragraphs(document: Document) -> list[str]:
    return [plain_text(block.children) for block in walk_blocks(document.blocks) if isinstance(block, Paragraph)]


def test_a_single_long_paragraph_between_menus_is_the_text() -> None:
    document = read(f"{MENU}The Mills of the Valley\n{LONG}\n{FOOTER}")

    assert paragraphs(document) == [LONG]


def test_a_list_that_a_colon_announces_below_the_last_sentence_belongs_to_the_text() -> None:
    document = read(
        f"{MENU}The Mills of the Valley\n{LONG}\nThree of them still turn:\n- Upper\n- Middle\n- Lower\n{FOOTER}"
    )

    assert [len(block.items) for block in document.blocks if isinstance(block, BulletList)] == [3]
    assert "© 2024 The Mills" not in paragraphs(document)


def test_text_above_the_dense_part_is_kept_where_no_menu_stands_between() -> None:
    places = "".join(
        f"{name} Mill\nWheel: {n} m\nRace: {n} km\n" for n, name in enumerate(("Upper", "Middle", "Lower"), 2)
    )
    document = read(
        f"{MENU}The Mills of the Valley\n{LONG}\n{places}{f'{LONG}' + chr(10)}{LONG[:80]} went.\n{LONG}\n{FOOTER}"
    )

    assert paragraphs(document).count(LONG) == 3


def make_prose(seed: int) -> list[str]:
    """Paragraphs of sentences from words that menus have, too; each opens large and ends on a full stop."""
    chance = random.Random(seed)
    sentences = [" ".join(chance.choices(WORDS, k=chance.randint(9, 30))).capitalize() + "." for _ in range(120)]
    return [" ".join(sentences[at : at + 3]) for at in range(0, 120, 3)]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_text_of_plain_paragraphs_is_never_cut(seed: int, gap: str) -> None:
    prose = make_prose(seed)

    document = read(gap.join(["The Mills of the Upper Valley", *prose]))

    assert document.cut == ()
    assert [*([document.deck] if document.deck else []), *paragraphs(document)] == prose


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("First name*\nLast name*\nEmail*\nCompany\nSubmit", id="fields with stars"),
        pytest.param(
            "Name\nEmail\nWebsite\nThis field is for validation purposes and should be left unchanged.",
            id="a field that nobody sees",
        ),
        pytest.param(
            "Vorname\nNachname\nNachricht\nDeine E-Mail-Adresse wird nicht veröffentlicht.\nSenden", id="in German"
        ),
    ],
)
def test_a_form_within_a_text_goes(form: str) -> None:
    document = read(f"The Mills of the Valley\n{LONG}\n{form}\n{LONG} So it went.\n")

    assert [cut.text for cut in document.cut] == form.split("\n")
    assert paragraphs(document) == [LONG, f"{LONG} So it went."]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("Name\nTitle\nState", id="no sure field among them"),
        pytest.param("Country\nAustria\nBelgium\nChile", id="few choices"),
    ],
)
def test_no_form_is(lines: str) -> None:
    assert read(f"The Mills of the Valley\n{LONG}\n{lines}\n{LONG}\n").cut == ()


def test_the_choices_of_a_country_go_up_to_where_the_alphabet_begins_anew() -> None:
    countries = [f"{chr(at)}land" for at in range(ord("A"), ord("Z"))]
    document = read("\n".join(["The Mills of the Valley", LONG, "Country", *countries, "A mill", LONG]))

    assert [cut.text for cut in document.cut] == countries


def test_the_second_copy_of_a_text_goes() -> None:
    said = [LONG, LONG.replace("river", "brook"), LONG.replace("river", "stream")]
    document = read("\n".join(["The Mills of the Valley", *said, "In short", *said]))

    assert [cut.text for cut in document.cut] == said


def test_a_paragraph_that_is_taken_up_again_stays() -> None:
    assert read(f"The Mills of the Valley\n{LONG}\nIt was so for long.\n{LONG}\n").cut == ()
