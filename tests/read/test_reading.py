"""A source becomes its documents: the reader of its kind, the curator's word over the source's, the language."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from digest.blocks import Paragraph, Text, walk_blocks
from digest.documents import Document, Sidecar, Source, Via
from digest.errors import SourceError
from digest.read.reading import read_source

TEXT = b"""The Old Mill
By Ann Bee
The river has changed its bed four times since people began to write about it, and a mill was left dry.
Nobody who lives here now remembers the last of those changes, though the maps still show it.
Tags: mill, river
"""


def a_source(path: str = "seeds/x.txt", media_type: str = "text/plain") -> Source:
    return Source(path, media_type, "0")


def test_what_the_curator_says_wins() -> None:
    sidecar = Sidecar(
        title="Dry Mills",
        url="https://example.org/mill",
        authors=("Carl Dee",),
        site="The River",
        published="2021-05-03",
        accessed="2024",
        via=Via(None, "A friend"),
        rights="link",
        license="CC0-1.0",
        kind="note",
        lang="de",
        tags=("water",),
    )

    (document,) = read_source(TEXT, a_source(), sidecar=sidecar)

    assert (document.title, document.title_from) == ("Dry Mills", "curator")
    assert (document.url, document.authors, document.site) == ("https://example.org/mill", ("Carl Dee",), "The River")
    assert (document.published, document.accessed) == ("2021-05-03", "2024")
    assert (document.via, document.rights, document.license) == (Via(None, "A friend"), "link", "CC0-1.0")
    assert (document.kind, document.lang, document.tags) == ("note", "de", ("water",))
    assert document.sidecar == sidecar


def test_where_the_curator_is_silent_the_source_speaks() -> None:
    (document,) = read_source(TEXT, a_source(), sidecar=Sidecar(site="The River"))

    assert (document.title, document.title_from) == ("The Old Mill", "stated")
    assert (document.authors, document.tags, document.site) == (("Ann Bee",), ("mill", "river"), "The River")


def test_names_hold_no_characters_that_no_page_may_hold() -> None:
    entry = {
        "id": "1",
        "title": "The\x01 Old \u202eMill",
        "content_text": "So.",
        "authors": [{"name": "Ann\x02 Bee"}],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The\x03 River", "items": [entry]}
    (document,) = read_source(json.dumps(feed).encode(), a_source("seeds/x.json", "application/feed+json"))

    assert (document.title, document.authors, document.site) == ("The Old Mill", ("Ann Bee",), "The River")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param(
            "The river has changed its bed four times since people began to write about it.", "en", id="English"
        ),
        pytest.param(
            "Der Fluss hat sein Bett viermal verlegt, seit Menschen darüber schreiben können.", "de", id="German"
        ),
        pytest.param(
            "La rivière a changé de lit quatre fois depuis que les gens écrivent à son sujet.", "fr", id="French"
        ),
        pytest.param("Weir. Mill.", None, id="too little text"),
    ],
)
def test_the_language_is_told_from(text: str, lang: str | None) -> None:
    (document,) = read_source(text.encode(), a_source())

    assert document.lang == lang


def test_a_reader_of_ones_own_is_used_for_its_media_type() -> None:
    def read_pairs(content: bytes, source: Source) -> Sequence[Document]:
        words = content.decode().split()
        return [Document(source, word, "stated", (Paragraph((Text(word),)),)) for word in words]

    documents = read_source(b"weir mill", a_source(media_type="text/x-pairs"), readers={"text/x-pairs": read_pairs})

    assert [document.title for document in documents] == ["weir", "mill"]
    assert [
        block.anchor for document in documents for block in walk_blocks(document.blocks) if isinstance(block, Paragraph)
    ] == ["p1", "p1"]


@pytest.mark.parametrize(
    ("content", "media_type", "error"),
    [
        pytest.param(b"", "text/plain", "seeds/x.txt: empty (fill it, or remove it)", id="an empty file"),
        pytest.param(
            b"a\0b", "text/plain", "seeds/x.txt: not text (save it as plain text, or remove it)", id="a binary file"
        ),
        pytest.param(
            b"-\n-\n", "text/plain", "seeds/x.txt: no words, only marks (fill it, or remove it)", id="a file of markers"
        ),
        pytest.param(
            b"\x89PNG\r\n",
            "image/png",
            "seeds/x.txt: is a picture, and no page shows it (put it beside the page that it belongs to, or remove it)",
            id="a kind that nobody reads",
        ),
    ],
)
def test_there_is_no_document_in(content: bytes, media_type: str, error: str) -> None:
    with pytest.raises(SourceError) as raised:
        read_source(content, a_source(media_type=media_type))

    assert str(raised.value) == error


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"a" * 90_000, id="one word of 90,000 characters"),
        pytest.param(b"word " * 18_000, id="one line of 90,000 characters"),
        pytest.param(b"[" * 100_000, id="brackets"),
        pytest.param(b"- \n" * 20_000 + b"end", id="lone markers"),
        pytest.param(b"Recent articles\n" * 5_000, id="lists of other pieces"),
        pytest.param("\ud7ff\u200b\ufffd".encode() * 1000 + b"a", id="odd characters"),
    ],
)
def test_it_ends_with_a_document_for(content: bytes) -> None:
    assert len(read_source(content, a_source())) == 1


def test_a_paragraph_that_nobody_could_read_is_refused() -> None:
    with pytest.raises(SourceError) as raised:
        read_source(b"Words\n\n" + b"word " * 30_000, Source("seeds/x.txt", "text/plain", "0"))
    assert str(raised.value) == (
        "seeds/x.txt: a paragraph is too long: 149,999 characters (break it into paragraphs, or remove the file)"
    )
