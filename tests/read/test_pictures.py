"""Pictures at hand become copies of the document's own; what is not at hand keeps its address."""

from __future__ import annotations

import base64
import zlib
from dataclasses import replace

import pytest
from documents import a_document

from digest.blocks import Image, Link, Paragraph, Text
from digest.documents import Cut, Document
from digest.read.pictures import attach_pictures, name_pictures, tell_picture


def a_png(shade: int = 0) -> bytes:
    """A grey square, 16 by 16."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")

    head = (16).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    rows = b"".join(b"\0" + bytes((shade + place * row) % 256 for place in range(16)) for row in range(16))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def a_page(*urls: str) -> Document:
    return replace(a_document(), blocks=tuple(Paragraph((Image(url, "a worm"),)) for url in urls))


def urls_of(document: Document) -> list[str]:
    return [block.children[0].url for block in document.blocks]  # type: ignore[union-attr]  # pictures all


@pytest.mark.parametrize(
    ("url", "path"),
    [
        pytest.param("worm.png", "worm.png", id="its name"),
        pytest.param("./Soil_files/worm.png", "Soil_files/worm.png", id="the folder of a page saved whole"),
        pytest.param("Soil%20notes_files/w%C3%BCrm.png", "Soil notes_files/würm.png", id="percent-encoded"),
        pytest.param("../img/worm.png?w=300#x", "../img/worm.png", id="a folder beside, with a query"),
        pytest.param("img\\worm.png", "img/worm.png", id="backslashes"),
        pytest.param("attachments/worm.png", "worm.png", id="by its bare name"),
        pytest.param(
            "https://example.org/a/Soil_files/worm.png", "Soil_files/worm.png", id="joined to the page's address"
        ),
        pytest.param("https://example.org/worm.png", "https://example.org/worm.png", id="by its address"),
    ],
)
def test_a_picture_is_found_by(url: str, path: str) -> None:
    (document,) = attach_pictures([a_page(url)], {path: a_png()})
    (picture,) = document.attachments
    assert (urls_of(document), picture.media_type, picture.content) == (
        [f"attachment:{picture.name}"],
        "image/png",
        a_png(),
    )


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://example.org/worm.png", id="a remote address"),
        pytest.param("mole.png", id="a name that nothing has"),
        pytest.param("http://[broken/worm.png", id="a broken address"),
        pytest.param("", id="none"),
    ],
)
def test_an_image_stays_as_it_is_under(url: str) -> None:
    page = a_page(url)
    assert attach_pictures([page], {"worm.png": a_png()}) == (page,)


def test_equal_pictures_are_one_file() -> None:
    (document,) = attach_pictures(
        [a_page("a.png", "b.png", "c.png")], {"a.png": a_png(), "b.png": a_png(), "c.png": a_png(9)}
    )
    assert len(document.attachments) == 2
    assert urls_of(document)[0] == urls_of(document)[1]


def test_a_picture_inside_the_page_becomes_a_file() -> None:
    within = "data:image/png;base64," + base64.b64encode(a_png()).decode()
    (document,) = attach_pictures([a_page(within)], {})
    assert [picture.content for picture in document.attachments] == [a_png()]


@pytest.mark.parametrize(
    ("url", "why"),
    [
        pytest.param("data:image/gif;base64,R0lGODlhAQABAAAAACw=", "a stand-in for a picture", id="too small for one"),
        pytest.param(
            "data:image/svg+xml," + "%3Csvg onload='alert(1)'%3E" * 20,
            "a picture inside the text that is broken, of no harmless kind or larger than 512 KiB",
            id="that could hold scripts",
        ),
        pytest.param(
            "data:image/png;base64," + base64.b64encode(a_png() + bytes(512 * 1024)).decode(),
            "a picture inside the text that is broken, of no harmless kind or larger than 512 KiB",
            id="larger than allowed",
        ),
        pytest.param(
            "data:image/png;base64," + "A" * 201,
            "a picture inside the text that is broken, of no harmless kind or larger than 512 KiB",
            id="broken",
        ),
    ],
)
def test_a_picture_inside_the_page_is_cut_if(url: str, why: str) -> None:
    (document,) = attach_pictures([a_page(url)], {})
    assert (document.blocks, document.cut) == ((Paragraph((Text("a worm"),)),), (Cut(f"{url[:60]}…", why),))


def test_a_file_beside_that_is_no_picture_is_left_there() -> None:
    page = a_page("worm.png")
    assert attach_pictures([page], {"worm.png": b"<svg onload='alert(1)'/>"}) == (page,)


def test_a_picture_within_a_link_is_found() -> None:
    page = replace(a_document(), blocks=(Paragraph((Link("https://example.org/", (Image("worm.png", ""),)),)),))
    (document,) = attach_pictures([page], {"worm.png": a_png()})
    assert len(document.attachments) == 1


def test_the_paths_that_images_may_mean_are_named() -> None:
    page = a_page("img/worm.png", "https://example.org/mole.png", "data:image/png;base64,AAAA", "mole\0.png")
    assert name_pictures([page]) == ("img/worm.png", "worm.png")


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        pytest.param(a_png(), "image/png", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0", "image/jpeg", id="jpeg"),
        pytest.param(b"GIF89a", "image/gif", id="gif"),
        pytest.param(b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp", id="webp"),
        pytest.param(b"\0\0\0 ftypavif", "image/avif", id="avif"),
        pytest.param(b"<svg>", None, id="svg: none"),
        pytest.param(b"RIFF\x10\0\0\0WAVE", None, id="a sound: none"),
    ],
)
def test_a_picture_is_told_by_its_content(content: bytes, media_type: str | None) -> None:
    assert tell_picture(content) == media_type
