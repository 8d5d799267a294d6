"""A book is read chapter by chapter; its metadata is its own word, and a locked book is said to be one."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from described_documents import describe_documents

from digest.documents import Cut, Document, Reference, Source
from digest.errors import SourceError
from digest.markdown.writer import write_blocks
from digest.read.epub import read_epub

PAPERS = Path(__file__).parent / "papers"
SOURCE = Source("seeds/mill.epub", "application/epub+zip", "0" * 64)
CONTAINER = '<container><rootfiles><rootfile full-path="o/book.opf"/></rootfiles></container>'
LOCK = (
    "<encryption><EncryptedData><EncryptionMethod Algorithm='{}'/>"
    "<CipherData><CipherReference URI='o/1.xhtml'/></CipherData></EncryptedData></encryption>"
)


def a_book(*chapters: str, metadata: str = "<dc:title>Mills</dc:title>", lock: str = "") -> bytes:
    """A book of chapters, each the inside of its body."""
    made = BytesIO()
    places = range(1, len(chapters) + 1)
    with ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        if lock:
            archive.writestr("META-INF/encryption.xml", LOCK.format(lock))
        archive.writestr(
            "o/book.opf",
            "<package xmlns:opf='http://www.idpf.org/2007/opf'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            + metadata
            + "</metadata><manifest>"
            + "".join(f"<item id='c{n}' href='{n}.xhtml' media-type='application/xhtml+xml'/>" for n in places)
            + "</manifest><spine>"
            + "".join(f"<itemref idref='c{n}'/>" for n in places)
            + "</spine></package>",
        )
        for place, chapter in enumerate(chapters, start=1):
            archive.writestr(f"o/{place}.xhtml", f"<html><head><title/></head><body>{chapter}</body></html>")
    return made.getvalue()


def read(content: bytes) -> Document:
    (document,) = read_epub(content, SOURCE)
    return document


def text(document: Document) -> str:
    return write_blocks(document.blocks).strip()


@pytest.mark.parametrize("paper", sorted(PAPERS.glob("*.epub")), ids=lambda paper: paper.stem)
def test_a_file_as_its_tool_made_it_reads_as(paper: Path, golden) -> None:  # type: ignore[no-untyped-def]
    documents = read_epub(paper.read_bytes(), Source(f"seeds/{paper.name}", "application/epub+zip", "0" * 64))
    golden(f"papers/{paper.name}.md", describe_documents(documents))


def test_chapters_stand_below_one_another() -> None:
    book = a_book("<h1>One</h1><p>First.</p><h2>Within</h2><p>More.</p>", "<h1>Two</h1><p>Second.</p>")
    assert text(read(book)) == "## One\n\nFirst.\n\n### Within\n\nMore.\n\n## Two\n\nSecond."


def test_chapters_can_be_documents_of_their_own() -> None:
    book = a_book("<h1>One</h1><p>First.</p>", "<h1>Two</h1><p>Second.</p>")
    found = [(one.title, one.site, one.key, text(one)) for one in read_epub(book, SOURCE, chapters=True)]
    assert found == [("One", "Mills", "o/1.xhtml", "First."), ("Two", "Mills", "o/2.xhtml", "Second.")]


def test_a_page_that_says_what_the_metadata_says_is_the_title_page() -> None:
    stated = "<dc:title>Mills</dc:title><dc:creator>Ada Morgan</dc:creator>"
    document = read(a_book("<p>Mills</p><p>Ada Morgan</p>", "<p>The mill stands.</p>", metadata=stated))
    assert text(document) == "The mill stands."
    assert document.cut == (Cut("Mills Ada Morgan", "the title page, whose words the metadata says"),)


def test_a_chapter_refers_to_its_book_and_does_not_take_its_address() -> None:
    stated = "<dc:title>Mills</dc:title><dc:identifier>https://example.org/mills</dc:identifier>"
    (chapter,) = read_epub(a_book("<h1>One</h1><p>First.</p>", metadata=stated), SOURCE, chapters=True)
    assert (chapter.url, chapter.references) == (None, (Reference("Mills", "https://example.org/mills"),))


@pytest.mark.parametrize(
    ("metadata", "name", "value"),
    [
        pytest.param("<dc:creator>Ada Morgan</dc:creator>", "authors", ("Ada Morgan",), id="its author"),
        pytest.param("<dc:creator opf:role='trl'>Ada Morgan</dc:creator>", "authors", (), id="not its translator"),
        pytest.param(
            "<dc:creator id='a'>Ada Morgan</dc:creator><meta refines='#a' property='role'>ill</meta>",
            "authors",
            (),
            id="nor who drew for it",
        ),
        pytest.param("<dc:date>2011-03-04</dc:date>", "published", "2011-03-04", id="its day"),
        pytest.param(
            "<dc:date opf:event='modification'>2011-03-04</dc:date>", "published", None, id="not that of a change"
        ),
        pytest.param("<dc:date>0101-01-01</dc:date>", "published", None, id="nor a day that nobody set"),
        pytest.param("<dc:language>de-AT</dc:language>", "lang", "de", id="its language"),
        pytest.param(
            "<dc:identifier>urn:isbn:9780000000000</dc:identifier>", "url", None, id="no address from a number"
        ),
        pytest.param(
            "<dc:identifier>https://example.org/b</dc:identifier>", "url", "https://example.org/b", id="its address"
        ),
    ],
)
def test_the_metadata_states(metadata: str, name: str, value: object) -> None:
    assert getattr(read(a_book("<p>Text.</p>", metadata=metadata)), name) == value


def test_an_empty_element_does_not_swallow_what_follows() -> None:
    assert text(read(a_book("<a id='x'/><p>Before<i/> and after.</p>"))) == "Before and after."


def test_the_mark_of_a_note_is_raised() -> None:
    assert text(read(a_book("<p>Mill.<a role='doc-noteref' href='#n'>2</a></p>"))) == "Mill.²"


def test_a_formula_is_read_as_its_tex() -> None:
    assert text(read(a_book("<p>So <math alttext='a^2'><mi>a</mi></math>.</p>"))) == "So `a^2`."


def test_a_table_of_contents_is_cut() -> None:
    contents = "<nav xmlns:epub='http://www.idpf.org/2007/ops' epub:type='toc'><p>One 1</p></nav>"
    document = read(a_book(f"{contents}<p>Text.</p>"))
    assert (text(document), [cut.why for cut in document.cut]) == ("Text.", ["the book's table of contents"])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"PK\x03\x04", "is a broken zip archive (download it again, or remove it)", id="a torn archive"),
        pytest.param(a_book(), "holds no chapter (download it again, or remove it)", id="no chapters"),
        pytest.param(a_book("<p> </p>"), "its chapters hold no words (download it again, or remove it)", id="no words"),
        pytest.param(
            a_book("<p>x</p>", lock="http://seller.example/lock"),
            "is locked by its seller (DRM) (get a copy without, or remove it)",
            id="a lock",
        ),
    ],
)
def test_a_problem_is_told_for(content: bytes, told: str) -> None:
    with pytest.raises(SourceError) as error:
        read(content)
    assert str(error.value) == f"seeds/mill.epub: {told}"


def test_hidden_fonts_are_no_lock() -> None:
    assert text(read(a_book("<p>Text.</p>", lock="http://www.idpf.org/2008/embedding"))) == "Text."
