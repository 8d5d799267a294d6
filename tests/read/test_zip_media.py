"""An archive is told by what it holds: a book, a Word file, or only an archive."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from digest.read.media import guess_media_type


def an_archive(*names: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        pytest.param("x.zip", an_archive("mimetype", "o/1.xhtml"), "application/epub+zip", id="a book by its mark"),
        pytest.param("x.zip", an_archive("META-INF/container.xml"), "application/epub+zip", id="a book without mark"),
        pytest.param(
            "x",
            an_archive("[Content_Types].xml", "word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            id="a Word file",
        ),
        pytest.param("x.zip", an_archive("a.txt"), "application/zip", id="any other archive"),
        pytest.param("x.bin", b"junk\n%PDF-1.4\n\0\xff", "application/pdf", id="a PDF below some junk"),
        pytest.param("x.txt", b"A file that opens with %PDF- is a PDF.", "text/plain", id="a text about PDFs"),
    ],
)
def test_it_is_told_for(name: str, content: bytes, media_type: str) -> None:
    assert guess_media_type(name, content) == media_type
