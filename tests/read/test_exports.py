"""An export becomes its links, and loses nothing: every value of every row is somewhere in what comes out."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from described_documents import describe_documents

from digest.blocks import Paragraph, Quote, Text
from digest.documents import Cut, Document, Origin, Sidecar, Source
from digest.errors import SidecarError, SourceError
from digest.read.media import guess_media_type
from digest.read.reading import read_source
from digest.read.saved_link import name_address

Golden = Callable[[str, str], None]
EXPORTS = Path(__file__).parent / "exports"
ALL = [pytest.param(file, id=file.name) for file in sorted(EXPORTS.iterdir())]
WORDS = re.compile(r"[^\W\d_]+|\d+")
SECONDS = re.compile(r"1\d{9}")
DAY = re.compile(r"(\d{4}-\d\d-\d\d)[T ].*")
LOST = {  # by design: labels around a highlight or a note, tracking in an address
    *("Highlight", "Note", "notes", "utm", "source", "pocket", "fbclid", "abc"),
}
PERSONAL = "personal_toolbar_folder"
SAYS_NOTHING = ("", "false", "none", "null", "[]")


def a_source(name: str, content: bytes) -> Source:
    return Source(f"seeds/{name}", guess_media_type(name, content), "0")


def documents_of(file: Path, *, sidecar: Sidecar | None = None) -> tuple[Document, ...]:
    content = file.read_bytes()
    return read_source(content, a_source(file.name, content), sidecar=sidecar)


def from_text(text: str, name: str = "links.csv") -> tuple[Document, ...]:
    return read_source(text.encode(), a_source(name, text.encode()))


@pytest.mark.parametrize("file", ALL)
def test_the_links_of_an_export_are_those_beside_it(file: Path, golden: Golden) -> None:
    golden(f"exports/{file.name}.md", describe_documents(documents_of(file)))


@pytest.mark.parametrize("file", ALL)
def test_nothing_is_lost_of(file: Path) -> None:
    kept = {word for document in documents_of(file) for text in texts_in(document) for word in WORDS.findall(text)}

    lost = {value: missing for value in values_in(file) if (missing := missing_words(value, kept))}

    assert lost == {}


def values_in(file: Path) -> Iterator[str]:
    """Every value that says something, read by other means than the reader's."""
    text = file.read_text("utf-8")
    if file.suffix == ".html":
        marks = Marks()
        marks.feed(text)
        values = marks.values
    elif file.suffix == ".csv":
        dialect = csv.Sniffer().sniff(text.partition("\n")[0])
        values = [value for row in list(csv.reader(text.splitlines(keepends=True), dialect))[1:] for value in row]
    else:
        loaded = json.loads(text)
        rows = loaded["results"] if isinstance(loaded, dict) else loaded
        values = [str(value) for value in leaves(rows)]
    yield from (value for value in values if value.lower() not in SAYS_NOTHING)


class Marks(HTMLParser):
    """Every word of a bookmark file that is not its own title: what stands in it, and the values of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[str] = []
        self.around = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The attributes of a link."""
        self.around = "" if (PERSONAL, "true") in attrs else tag  # every browser has that folder
        self.values += [value for _, value in attrs if value and not value.startswith("data:")] if tag == "a" else []

    def handle_data(self, data: str) -> None:
        """What stands in a link or a folder's name, or below one."""
        self.values += [data] if self.around in ("a", "dd", "h3", "blockquote") else []


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        value = [value["name"]] if set(value) == {"id", "name"} else list(value.values())  # a tag's number is no word
    if isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield value


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a document, wherever it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def missing_words(value: str, kept: set[str]) -> list[str]:
    """The words of a value that are nowhere; a moment need only keep its day, an address not its tracking."""
    if SECONDS.fullmatch(value) or value in ("yes", "no", "True"):
        return []
    words = WORDS.findall(DAY.sub(r"\1", value))
    return [word for word in words if word not in kept and word not in LOST]


def test_what_the_user_wrote_is_the_curators_note() -> None:
    (document, _) = documents_of(EXPORTS / "raindrop.csv")

    assert document.sidecar.note == (
        "Compare with *Weirs*.\n\nSee the drawing on p. 4\n\n"
        "On “The furrows carry the meal outward.”: This is the whole trick"
    )


def test_what_the_user_typed_as_plain_text_stays_letter_by_letter() -> None:
    (document, _) = documents_of(EXPORTS / "pinboard.json", sidecar=Sidecar(draft=False))

    assert document.sidecar.note == r"For the \*estuary\* walk"


def test_highlights_are_quotations_of_the_authors() -> None:
    (document, _) = documents_of(EXPORTS / "readwise.csv")

    first = Quote(
        (Paragraph((Text('A river is a road that moves, and "takes you along".'),), "p1"),),
        by=("Iris Vale", "Tom Reed"),
    )
    assert document.blocks[0] == first
    assert len(document.blocks) == 2


def test_a_column_without_a_place_is_kept_with_its_reason() -> None:
    (document,) = documents_of(EXPORTS / "list.csv")

    assert document.cut == (Cut("Rating: 5", "a field that only this list uses"),)


def test_every_field_says_which_column_it_came_from() -> None:
    (document,) = documents_of(EXPORTS / "list.csv")

    assert Origin("url", "Link, this list") in document.origins
    assert Origin("accessed", "Saved, this list") in document.origins


@pytest.mark.parametrize(
    ("url", "title"),
    [
        pytest.param("https://www.example.org/2024/the-old-mill.html", "example.org: the old mill", id="its last step"),
        pytest.param("https://example.org/", "example.org", id="its host alone"),
        pytest.param("https://example.org/caf%C3%A9_noir", "example.org: café noir", id="its letters, decoded"),
        pytest.param("", "Untitled", id="nothing"),
    ],
)
def test_a_link_without_a_title_is_named_by(url: str, title: str) -> None:
    assert name_address(url) == title


def test_a_private_link_is_a_draft() -> None:
    shown, private = documents_of(EXPORTS / "linkding.json")

    assert (shown.sidecar.draft, private.sidecar.draft) == (None, True)


def test_the_curator_may_publish_private_links() -> None:
    documents = documents_of(EXPORTS / "linkding.json", sidecar=Sidecar(draft=False))

    assert [document.sidecar.draft for document in documents] == [False, False]


def test_a_file_of_private_links_alone_is_a_problem() -> None:
    with pytest.raises(SourceError) as raised:
        from_text(
            '[{"href": "https://e.org", "description": "x", "extended": "", "time": "", "shared": "no"}]', "p.json"
        )

    assert str(raised.value) == (
        "seeds/p.json: marked private, or leading nowhere, is all that it holds "
        "(write `draft: false` in seeds/p.json.yml to publish it)"
    )


def test_the_curators_note_on_the_file_wins_over_those_within() -> None:
    documents = documents_of(EXPORTS / "raindrop.csv", sidecar=Sidecar(note="All of these."))

    assert [document.sidecar.note for document in documents] == ["All of these.", "All of these."]


def test_what_holds_for_one_piece_cannot_be_said_of_many() -> None:
    with pytest.raises(SidecarError) as raised:
        documents_of(EXPORTS / "raindrop.csv", sidecar=Sidecar(title="Mills"))

    assert str(raised.value) == (
        "seeds/raindrop.csv.yml: title: seeds/raindrop.csv holds 2 documents, and this is said of one (take it out)"
    )


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        pytest.param(
            "x.csv",
            "when,how much\nmonday,3\n",
            "seeds/x.csv: no list of links of a known form (readable: exports of Instapaper, linkding, Omnivore, "
            "Pinboard, Pocket, Raindrop, Readwise, and lists with a column url)",
            id="another table",
        ),
        pytest.param(
            "x.csv", "title,url\n", "seeds/x.csv: no list of links of a known form (readable: exports of Instapaper, "
            "linkding, Omnivore, Pinboard, Pocket, Raindrop, Readwise, and lists with a column url)", id="a head alone"
        ),
        pytest.param(
            "x.json", '{"a": 1', "seeds/x.json: broken JSON in line 1: expecting ',' delimiter (export it anew)", id="half of one"
        ),
        pytest.param(
            "x.csv",
            'title,url\n"' + "a" * 200_000,
            "seeds/x.csv: broken CSV: field larger than field limit (131072) (look for a quotation mark that is not closed)",
            id="an open quotation mark",
        ),
    ],
)  # fmt: skip
def test_one_line_says_why_nothing_is_read_of(name: str, text: str, error: str) -> None:
    with pytest.raises(SourceError) as raised:
        from_text(text, name)

    assert str(raised.value) == error


@pytest.mark.parametrize(
    ("file", "media_type"),
    [
        pytest.param("pocket.csv", "text/csv", id="Pocket's table"),
        pytest.param("pocket.html", "text/x-bookmarks", id="Pocket's list"),
        pytest.param("firefox.html", "text/x-bookmarks", id="a browser's bookmarks"),
        pytest.param("instapaper.csv", "text/csv", id="Instapaper's"),
        pytest.param("raindrop.csv", "text/csv", id="Raindrop's"),
        pytest.param("readwise.csv", "text/csv", id="Readwise's table"),
        pytest.param("readwise_reader.csv", "text/csv", id="Readwise Reader's"),
        pytest.param("readwise.json", "application/json", id="Readwise's JSON"),
        pytest.param("omnivore.json", "application/json", id="Omnivore's"),
        pytest.param("linkding.json", "application/json", id="linkding's"),
        pytest.param("pinboard.json", "application/json", id="Pinboard's"),
    ],
)
def test_by_its_content_alone_is_known(file: str, media_type: str) -> None:
    assert guess_media_type("export.txt", (EXPORTS / file).read_bytes()) == media_type


def test_hostile_values_stay_words() -> None:
    rows: Sequence[str] = (
        "title,url,note,tags",
        '<script>alert(1)</script>,javascript:alert(1),"<img src=x onerror=alert(2)>","[x](javascript:1)"',
        "Sound,https://e.org,,",
    )
    hostile, _ = from_text("\n".join(rows))

    assert (hostile.title, hostile.url) == ("<script>alert(1)</script>", None)
    assert hostile.sidecar == Sidecar(note="&lt;img src=x onerror=alert(2)>", draft=True)
