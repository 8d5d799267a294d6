"""A broken file of any kind gives documents or one line that says what is wrong; it neither crashes nor hangs."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from file_damage import DAMAGES, Damage

from digest.documents import Source
from digest.errors import SourceError
from digest.markdown.writer import write_blocks
from digest.read.media import guess_media_type
from digest.read.reading import read_source

HERE = Path(__file__).parent
SOUND = [
    *(path for path in sorted((HERE / "saved").iterdir()) if path.is_file() and path.suffix != ".md"),
    *(path for path in sorted((HERE / "papers").iterdir()) if path.suffix != ".pdf"),
    *sorted((HERE / "exports").iterdir()),
]
ZIPPED = [path for path in SOUND if path.suffix in (".docx", ".epub", ".odt")]
EACH = 3  # damaged files of each kind and damage


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_a_damaged_file_is_read_or_refused_in_one_line(path: Path, damage: Damage) -> None:
    for seed in range(EACH):
        assert "\n" not in told_of(path.name, damage(path.read_bytes(), Random(seed)))


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("path", ZIPPED, ids=lambda path: path.name)
def test_an_archive_with_a_damaged_part_is_read_or_refused_in_one_line(path: Path, damage: Damage) -> None:
    for seed in range(EACH):
        assert "\n" not in told_of(path.name, damage_parts(path.read_bytes(), damage, Random(seed)))


def damage_parts(content: bytes, damage: Damage, random: Random) -> bytes:
    """An archive, whole, of whose parts every third is damaged: checksums do not tell."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damage(part, random) if part and random.random() < 1 / 3 else part)
    return made.getvalue()


def told_of(name: str, content: bytes) -> str:
    """What is wrong with a file; nothing where it could be read, and its documents written as pages are."""
    source = Source(f"seeds/{name}", guess_media_type(name, content), "0" * 64)
    try:
        documents = read_source(content, source)
    except SourceError as error:
        return str(error)
    return "".join(write_blocks(document.blocks, page=True) for document in documents) and ""


def refused(name: str, content: bytes) -> str:
    with pytest.raises(SourceError) as error:
        read_source(content, Source(f"seeds/{name}", guess_media_type(name, content), "0" * 64))
    return str(error.value)


KINDS = "csv docx eml epub html json mbox md mhtml pdf txt xml".split()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("content", [pytest.param(b"", id="nothing"), pytest.param(b" \n\t\n", id="blanks")])
def test_a_file_of_nothing_is_empty_whatever_its_name(kind: str, content: bytes) -> None:
    assert refused(f"x.{kind}", content) == f"seeds/x.{kind}: empty (fill it, or remove it)"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "html"])  # a page is believed, as browsers do
@pytest.mark.parametrize(
    "content", [pytest.param(b"\0" * 500, id="zeros"), pytest.param(Random(3).randbytes(3000), id="noise")]
)
def test_bytes_that_say_nothing_are_refused_whatever_their_name(kind: str, content: bytes) -> None:
    told = refused(f"x.{kind}", content)
    assert told.startswith(f"seeds/x.{kind}: ")
    assert told.endswith(")")


@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.pdf", "x.html", "x.docx", "x.json", "x"])
@pytest.mark.parametrize(
    "path",
    [
        pytest.param("papers/dunes.epub", id="a book"),
        pytest.param("papers/dunes.docx", id="a Word file"),
        pytest.param("papers/one-column.pdf", id="a PDF"),
        pytest.param("saved/page.mhtml", id="a page in MHTML"),
        pytest.param("saved/letters.mbox", id="a mailbox"),
        pytest.param("saved/single_file.html", id="a page"),
        pytest.param("feeds/rss2.xml", id="a feed"),
        pytest.param("exports/raindrop.csv", id="an export"),
        pytest.param("exports/firefox.html", id="bookmarks"),
    ],
)
def test_the_wrong_name_does_not_matter_for(path: str, name: str) -> None:
    content = (HERE / path).read_bytes()
    assert guess_media_type(name, content) == guess_media_type(path, content)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900)


def an_archive(*names: str, mark: str = "") -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        if mark:
            archive.writestr("mimetype", mark)
        for name in names:
            archive.writestr(name, "<x/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param(
            "x.docx",
            OLE,
            "is an old Office file, or one locked with a password (save it as .docx without a password, or remove it)",
            id="a Word file under a password",
        ),
        pytest.param("x.rtf", rb"{\rtf1 Hello}", "is rich text (RTF) (save it as .docx, or remove it)", id="rich text"),
        pytest.param(
            "x.odt",
            an_archive("content.xml", mark="application/vnd.oasis.opendocument.text"),
            "is an OpenDocument text (save it as .docx, or remove it)",
            id="an OpenDocument text",
        ),
        pytest.param(
            "x.xlsx",
            an_archive("[Content_Types].xml", "xl/workbook.xml"),
            "is a table of a spreadsheet (save it as CSV if it is a list of links, or remove it)",
            id="a spreadsheet",
        ),
        pytest.param(
            "x.pptx",
            an_archive("[Content_Types].xml", "ppt/presentation.xml"),
            "holds slides (save it as PDF, or remove it)",
            id="slides",
        ),
        pytest.param(
            "x.zip", an_archive("a.txt"), "is an archive (unpack it, and keep what is to be read)", id="a zip"
        ),
        pytest.param(
            "x.webarchive",
            b"bplist00" + bytes(90),
            "is a page as Safari saves it (save it as one HTML file, or remove it)",
            id="a page of Safari's",
        ),
        pytest.param(
            "x.xml",
            b"<?xml version='1.0'?><recipe><name>Bread</name></recipe>",
            "is XML of no known kind (readable: RSS and Atom; save anything else as text, or remove it)",
            id="other XML",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_what_it_is(name: str, content: bytes, said: str) -> None:
    assert refused(name, content) == f"seeds/{name}: {said}"


def locked(path: Path) -> bytes:
    """An archive whose parts all say that they are encrypted."""
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = content.find(mark)
        while start >= 0:
            content[start + place] |= 1
            start = content.find(mark, start + 4)
    return bytes(content)


@pytest.mark.parametrize("name", ["dunes.docx", "dunes.epub"])
def test_a_locked_archive_says_so(name: str) -> None:
    said = f"seeds/{name}: is locked with a password (save it without one, or remove it)"
    assert refused(name, locked(HERE / "papers" / name)) == said


def test_a_word_file_that_unpacks_to_more_than_anybody_writes_is_refused() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", bytes(40 * 1024**2))
    assert refused("x.docx", made.getvalue()).startswith("seeds/x.docx: ")


def test_an_archive_of_more_parts_than_any_book_has_is_refused() -> None:
    book = an_archive(*map(str, range(20_001)), mark="application/epub+zip")
    assert refused("x.epub", book) == "seeds/x.epub: has 20,002 parts; at most 20,000 are read (split it, or remove it)"
