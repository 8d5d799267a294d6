"""A Word file keeps its structure, by its styles; what the program filled in is not taken for the author's word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from described_documents import describe_documents
from docx.document import Document as WordFile

from digest.documents import Document, Source
from digest.errors import SourceError
from digest.markdown.writer import write_blocks
from digest.read.docx import read_docx

PAPERS = Path(__file__).parent / "papers"
SOURCE = Source("seeds/mill.docx", "x", "0" * 64)
TEXT = "The mill stands below the weir, and its wheel has not turned since the war."


def a_word_file(write: Callable[[WordFile], None]) -> bytes:
    """A file as python-docx makes it."""
    file = docx.Document()
    file.core_properties.author = "python-docx"
    write(file)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def read(content: bytes) -> Document:
    (document,) = read_docx(content, SOURCE)
    return document


@pytest.mark.parametrize("paper", sorted(PAPERS.glob("*.docx")), ids=lambda paper: paper.stem)
def test_a_file_as_its_tool_made_it_reads_as(paper: Path, golden) -> None:  # type: ignore[no-untyped-def]
    documents = read_docx(paper.read_bytes(), Source(f"seeds/{paper.name}", "x", "0" * 64))
    golden(f"papers/{paper.name}.md", describe_documents(documents))


def a_list(file: WordFile) -> None:
    for style, words in (("List Bullet", "Wheel"), ("List Bullet 2", "Axle"), ("List Bullet", "Weir")):
        file.add_paragraph(words, style=style)


def a_table(file: WordFile) -> None:
    table = file.add_table(rows=2, cols=2, style="Table Grid")
    for place, words in enumerate(("Part", "Age", "Wheel", "90")):
        table.cell(place // 2, place % 2).text = words


def stress(file: WordFile) -> None:
    paragraph = file.add_paragraph("The ")
    paragraph.add_run("old ").bold = True
    paragraph.add_run("wheel").bold = True
    paragraph.add_run(" turns ")
    paragraph.add_run("slowly").italic = True


@pytest.mark.parametrize(
    ("write", "markdown"),
    [
        pytest.param(lambda file: file.add_heading("The wheel", 2), "### The wheel", id="a heading"),
        pytest.param(lambda file: file.add_paragraph("Old.", style="Quote"), "> Old.", id="a quote by its style"),
        pytest.param(a_list, "- Wheel\n- Axle\n- Weir", id="a list"),
        pytest.param(a_table, "| Part | Age |\n| --- | --- |\n| Wheel | 90 |", id="a table"),
        pytest.param(stress, "The **old wheel** turns *slowly*", id="stress, runs that Word has parted as one"),
    ],
)
def test_it_keeps(write: Callable[[WordFile], None], markdown: str) -> None:
    def with_text(file: WordFile) -> None:
        file.add_paragraph(TEXT)
        write(file)

    assert write_blocks(read(a_word_file(with_text)).blocks).strip().endswith(markdown)


def test_a_table_has_a_head_only_where_the_file_sets_one() -> None:
    def write(file: WordFile) -> None:
        a_table(file)
        look = file.tables[0]._tbl.tblPr.find(docx.oxml.ns.qn("w:tblLook"))
        look.set(docx.oxml.ns.qn("w:firstRow"), "0")

    assert write_blocks(read(a_word_file(write)).blocks).startswith("|  |  |\n")


def test_the_title_is_what_stands_in_its_style() -> None:
    def write(file: WordFile) -> None:
        file.core_properties.title = "mill_final_2.docx"
        file.add_heading("Mills and Their Weirs", 0)
        file.add_paragraph(TEXT)

    assert (read(a_word_file(write)).title, read(a_word_file(write)).title_from) == ("Mills and Their Weirs", "stated")


def test_a_programs_name_is_no_author_and_the_day_of_making_no_publication() -> None:
    def write(file: WordFile) -> None:
        file.core_properties.created = datetime(2020, 1, 2)
        file.add_paragraph(TEXT)

    document = read(a_word_file(write))
    assert (document.authors, document.published) == ((), None)


def test_a_persons_name_in_the_properties_is_the_author() -> None:
    def write(file: WordFile) -> None:
        file.core_properties.author = "Maria Ströbl; Paul Kettle"
        file.add_paragraph(TEXT)

    assert read(a_word_file(write)).authors == ("Maria Ströbl", "Paul Kettle")


def a_zip(**parts: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return made.getvalue()


BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + BODY.format(
    "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"PK\x03\x04", "is a broken zip archive (download it again, or remove it)", id="a torn archive"),
        pytest.param(
            a_zip(x="<x/>"), "lacks its part word/document.xml (save it again, or remove it)", id="no text part"
        ),
        pytest.param(
            a_zip(word__document="<x"),
            "its part word/document.xml is broken (save it again, or remove it)",
            id="broken XML",
        ),
        pytest.param(a_zip(word__document=BODY.format("")), "no words in it (fill it, or remove it)", id="no words"),
        pytest.param(a_zip(word__document=BOMB), "no words in it (fill it, or remove it)", id="entities in entities"),
        pytest.param(
            a_zip(word__document=" " * 40_000_000),
            "its part word/document.xml is larger than 32768 KiB (remove it)",
            id="a bomb",
        ),
    ],
)
def test_a_problem_is_told_for(content: bytes, told: str) -> None:
    with pytest.raises(SourceError) as error:
        read(content)
    assert str(error.value) == f"seeds/mill.docx: {told}"


def test_a_thousand_tables_within_one_another_do_no_harm() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + "<w:p><w:r><w:t>in</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 80
    sound = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"
    assert write_blocks(read(a_zip(word__document=BODY.format(sound + deep))).blocks).strip() == TEXT
