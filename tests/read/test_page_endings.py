"""What closes a page below its text is no part of it: lists of other pieces, shows of pictures, and their buttons."""

from __future__ import annotations

import pytest
from saved_pages import TEXT, a_page, read_page

from digest.markdown.writer import write_blocks

LONG = TEXT + TEXT.replace("The mill", "The old mill").replace("Every", "Each").replace("By autumn", "By winter")


def body_of(below: str) -> str:
    return write_blocks(read_page(a_page().replace(TEXT.encode(), (LONG + below).encode())).blocks)


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("Featured Slide Shows", id="shows of pictures"),
        pytest.param("Das könnte Sie auch interessieren", id="pieces that one might like, in German"),
        pytest.param("À lire aussi", id="pieces to read, in French"),
        pytest.param("Te puede interesar", id="pieces to read, in Spanish"),
        pytest.param("関連記事", id="pieces of the same kind, in Japanese"),
    ],
)
def test_below_a_heading_of_other_pieces_nothing_is_kept(heading: str) -> None:
    below = f"<h3>{heading}</h3><h4>A Zebra in the Meadow</h4><p>It came over the hill on a morning in May, alone.</p>"
    assert body_of(below) == body_of("")


def test_a_heading_of_the_text_itself_stays() -> None:
    assert body_of("<h3>Next</h3><p>It came over the hill on a morning in May, alone.</p>").endswith(
        "### Next\n\nIt came over the hill on a morning in May, alone.\n"
    )


@pytest.mark.parametrize("label", ["Previous", "Fullscreen", "2 of 5", "Thumbnails"])
def test_the_buttons_of_a_show_of_pictures_go(label: str) -> None:
    shown = f"<div><ul><li>{label}</li></ul></div>{TEXT.replace('The mill', 'A third mill')}"
    assert label not in body_of(shown)
