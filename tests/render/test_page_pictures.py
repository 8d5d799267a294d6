"""A page shows the library's own pictures and loads nothing from elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_digest import SETTINGS, a_document, a_draft, a_library, an_article, read_templates

from digest.blocks import Block, Image, Inline, Link, Paragraph, Text
from digest.documents import Attachment, Document, Sidecar
from digest.model import Digest, Page
from digest.render.filters import blocks
from digest.render.pictures import show_pictures
from digest.render.render import render_digest

WORM = Attachment("0123abcd.png", "image/png", b"\x89PNG\r\n\x1a\n a worm")
MOLE = Attachment("4567cdef.jpg", "image/jpeg", b"\xff\xd8\xff a mole")


def a_page(*inlines: Inline, **fields: object) -> Document:
    return replace(a_document(), blocks=(Paragraph(inlines),), **fields)


def rendered(document: Document) -> dict[str, Page]:
    library: Digest = a_library(an_article(a_draft(document)))
    return {page.path: page for page in render_digest(library, templates=read_templates(), settings=SETTINGS)}


def write(*inlines: Inline) -> str:
    return str(blocks((Paragraph((Text("See "), *inlines)),)))


def test_a_picture_of_the_document_is_a_file_of_the_library() -> None:
    pages = rendered(a_page(Text("See "), Image("attachment:0123abcd.png", "a worm"), attachments=(WORM, MOLE)))
    assert pages["assets/pictures/0123abcd.png"].content == WORM.content
    assert "assets/pictures/4567cdef.jpg" not in pages
    assert [path for path in pages if "![a worm](../assets/pictures/0123abcd.png)" in pages[path].text]


def test_a_picture_that_the_shown_part_does_not_name_stays_out_of_the_library() -> None:
    pages = rendered(a_page(Text("An excerpt."), attachments=(WORM,)))
    assert not [path for path in pages if path.startswith("assets/pictures/")]


@pytest.mark.parametrize(
    ("inline", "written"),
    [
        pytest.param(
            Image("https://example.org/w.png", "a worm"),
            "[picture: a worm](https://example.org/w.png)",
            id="from the web: a link",
        ),
        pytest.param(
            Image("//example.org/w.png", ""), "[picture](https://example.org/w.png)", id="without a scheme or words"
        ),
        pytest.param(
            Image("https://example.org/mill-in-spring-1024x683.jpg", ""),
            "[picture: mill in spring](https://example.org/mill-in-spring-1024x683.jpg)",
            id="without words, but with a file name of some",
        ),
        pytest.param(
            Image("https://example.org/IMG_2041.jpg", ""),
            "[picture](https://example.org/IMG_2041.jpg)",
            id="with a file name of a camera",
        ),
        pytest.param(Image("img/w.png", "a worm"), "picture: a worm", id="not at hand: its words"),
        pytest.param(Image("data:image/png;base64,AAAA", ""), "picture", id="inside a text"),
        pytest.param(Image("http://[broken", "a worm"), "picture: a worm", id="at a broken address"),
        pytest.param(Image("attachment:0.png", "a worm"), "picture: a worm", id="withheld"),
        pytest.param(
            Link("https://example.org/", (Image("https://example.org/w.png", "a worm"), Text(" below"))),
            "[picture: a worm below](https://example.org/)",
            id="within a link",
        ),
        pytest.param(
            Image("../assets/pictures/0123abcd.png", "a worm"),
            "![a worm](../assets/pictures/0123abcd.png)",
            id="our own",
        ),
        pytest.param(Image("../assets/pictures/../../x.png", "a worm"), "picture: a worm", id="not quite our own"),
    ],
)
def test_a_picture_is_written(inline: Inline, written: str) -> None:
    assert write(inline) == f"See {written}"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        pytest.param("img/worm.png", "https://example.org/soil/img/worm.png", id="beside the page"),
        pytest.param("attachment:ffff.png", "picture: a worm", id="a copy that is not there"),
    ],
)
def test_an_image_not_at_hand_is_named_by(url: str, shown: str) -> None:
    document = a_page(Image(url, "a worm"), url="https://example.org/soil/notes.html")
    (block,) = show_pictures(document, page="articles/soil.md")
    assert named(block) == shown


def named(block: Block) -> str:
    assert isinstance(block, Paragraph)
    (inline,) = block.children
    return inline.url if isinstance(inline, Image) else inline.text if isinstance(inline, Text) else ""


def test_the_curators_note_loads_no_picture_either() -> None:
    note = Sidecar(note="Look: ![a worm](https://example.org/worm.png)")
    pages = rendered(a_page(Text("Soil."), sidecar=note))
    assert not [path for path in pages if "![a worm]" in pages[path].text]
