"""A page saved as one file is a web page with its pictures; its browser says where it stood and when it was saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_pictures import a_png

from digest.documents import Document, Source
from digest.errors import SourceError
from digest.project import read_source
from digest.read.mhtml import read_mhtml

SAVED = Path(__file__).parent / "saved"
WORDS = "<p>Worms turn the soil over, year after year, and nobody thanks them for it in the least.</p>" * 3


def saved(
    page: str,
    *parts: str,
    head: str = "Content-Type: multipart/related; boundary=cut",
    location: str = "https://example.org/a/b.html",
) -> bytes:
    whole = [f"Content-Type: text/html\r\nContent-Location: {location}\r\n\r\n{page}", *parts]
    return "\r\n".join([head, "", *(f"--cut\r\n{part}" for part in whole), "--cut--", ""]).encode()


def a_picture(name: str) -> str:
    return f"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n{name}\r\n\r\n{a_png().hex() and _base64(a_png())}"


def _base64(content: bytes) -> str:
    from base64 import b64encode

    return b64encode(content).decode()


def read(content: bytes) -> Document:
    (document,) = read_mhtml(content, Source("seeds/x.mhtml", "multipart/related", "0" * 64))
    return document


def test_the_three_ways_to_save_a_page_are_read_alike() -> None:
    readings = [read_source(SAVED / name)[0] for name in ("page.mhtml", "single_file.html", "complete.html")]
    assert [len(reading.attachments) for reading in readings] == [1, 1, 1]
    for field in ("title", "authors", "site", "url", "published", "blocks", "attachments"):
        assert len({repr(getattr(reading, field)) for reading in readings}) == 1, field


def test_the_browser_says_where_and_when() -> None:
    page = saved(
        f"<title>Worms</title>{WORDS}",
        head="Date: Tue, 14 May 2024 10:00:00 -0000\r\nContent-Type: multipart/related; boundary=cut",
    )
    assert (read(page).url, read(page).accessed) == ("https://example.org/a/b.html", "2024-05-14")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        pytest.param(
            "https://example.org/a/worm.png", "Content-Location: https://example.org/a/worm.png", id="by its address"
        ),
        pytest.param("worm.png", "Content-Location: https://example.org/a/worm.png", id="by its address from here"),
        pytest.param("cid:worm@x", "Content-ID: <worm@x>", id="by its content id"),
        pytest.param("img/worm.png", "Content-Location: img/worm.png", id="by a name of the file's own"),
    ],
)
def test_a_picture_is_found(source: str, name: str) -> None:
    document = read(
        saved(
            f"<title>Worms</title>{WORDS}<p>See <img src='{source}' data-src='https://example.org/other.png'> here.</p>{WORDS}",
            a_picture(name),
        )
    )
    assert [picture.content for picture in document.attachments] == [a_png()]


def test_the_part_that_the_file_starts_with_is_the_page() -> None:
    head = 'Content-Type: multipart/related; start="<main@x>"; boundary=cut'
    main = f"Content-Type: text/html\r\nContent-ID: <main@x>\r\n\r\n<title>Worms</title>{WORDS}"
    assert read(saved("<title>A frame</title><p>Advertisement.</p>", main, head=head)).title == "Worms"


def test_relative_links_lead_to_where_the_page_stood() -> None:
    document = read(
        saved(
            f"<head><title>Worms</title></head><body><article>{WORDS}<p>Read <a href='rain.html'>the piece on rain</a> too.</p>{WORDS}</article>"
        )
    )
    assert "https://example.org/a/rain.html" in repr(document.blocks)


def test_a_file_without_a_page_fails_in_one_line() -> None:
    with pytest.raises(SourceError) as raised:
        read(b"Content-Type: multipart/related; boundary=cut\n\n--cut\nContent-Type: text/css\n\np{}\n--cut--\n")
    assert str(raised.value) == "seeds/x.mhtml: no page among its parts (save the page again)"
