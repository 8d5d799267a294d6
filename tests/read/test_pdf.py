"""A PDF is read as a person reads it: down the columns, without heads and feet, words whole again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from described_documents import describe_documents
from pdf_pages import FILLER, a_pdf, a_text

from digest.blocks import Heading, Paragraph, plain_text
from digest.documents import Document, PageStart, Source
from digest.errors import SourceError
from digest.read.pdf import read_pdf

PAPERS = Path(__file__).parent / "papers"
SOURCE = Source("seeds/mill.pdf", "application/pdf", "0" * 64)


def read(content: bytes) -> Document:
    (document,) = read_pdf(content, SOURCE)
    return document


def paragraphs(document: Document) -> list[str]:
    return [plain_text(block.children) for block in document.blocks if isinstance(block, Paragraph)]


def headings(document: Document) -> list[tuple[int, str]]:
    return [(block.level, plain_text(block.children)) for block in document.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("paper", sorted(PAPERS.glob("*.pdf")), ids=lambda paper: paper.stem)
def test_a_file_as_its_tool_made_it_reads_as(paper: Path, golden) -> None:  # type: ignore[no-untyped-def]
    documents = read_pdf(paper.read_bytes(), Source(f"seeds/{paper.name}", "application/pdf", "0" * 64))
    golden(f"papers/{paper.name}.md", describe_documents(documents))


def test_columns_are_read_one_after_the_other() -> None:
    left = a_text(*(f"left {place} of the water in the furrow" for place in range(8)), left=60)
    right = a_text(*(f"right {place} of the frost on the field" for place in range(8)), left=320)
    rowwise = [line for pair in zip(left, right, strict=True) for line in pair]
    words = " ".join(paragraphs(read(a_pdf(rowwise))))
    assert words.index("left 7") < words.index("right 0")


def test_cells_of_a_table_stay_on_their_line() -> None:
    rows = [
        (left, 200 + 16 * row, cell)
        for row, cells in enumerate(CELLS)
        for left, cell in zip((72, 200, 300), cells, strict=True)
    ]
    document = read(a_pdf([*a_text(*[FILLER] * 4), *rows]))
    assert "| Rye | 41 | 12 |" in describe_documents([document])


CELLS = (("Cover", "Litres", "Plots"), ("Rye", "41", "12"), ("Clover", "35", "11"), ("Bare", "32", "12"))


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        pytest.param("the char-", "acteristic of it", "the characteristic of it", id="that its language knows whole"),
        pytest.param("the well-", "known miller", "the well-known miller", id="that is a compound"),
        pytest.param("the Vormba-", "cher of Vormbacher", "the Vormbacher of Vormbacher", id="that the text has whole"),
        pytest.param("from 1914-", "1918 they", "from 1914-1918 they", id="of figures"),
    ],
)
def test_a_word_at_a_lines_end(before: str, after: str, whole: str) -> None:
    lines = (
        "The mill stands below the weir, and people say of",
        before,
        after,
        "and of the meadow behind it, where the",
    )
    assert whole in paragraphs(read(a_pdf(a_text(*lines, FILLER, FILLER))))[0]


def test_running_heads_and_page_numbers_are_cut() -> None:
    pages = [
        [(72, 40, "The Mill Below the Weir"), *a_text(*[f"{word} {FILLER}"] * 20), (290, 810, str(number))]
        for number, word in enumerate(("In May", "In June", "In July", "Later"), start=1)
    ]
    document = read(a_pdf(*pages))
    assert [(cut.text, cut.why) for cut in document.cut] == [
        ("The Mill Below the Weir", "stands at the top of 4 pages"),
        ("1", "a page number"),
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = a_text(*[FILLER] * 30, "and whoever walks there in the morning, when the")
    document = read(a_pdf(first, a_text("mill is still, hears the water.", "", "A second paragraph stands below it.")))
    assert paragraphs(document)[0].endswith("when the mill is still, hears the water.")


def test_the_first_paragraph_of_each_page_has_its_page() -> None:
    document = read(a_pdf(a_text("One page says this much."), a_text("Another page says no more.")))
    assert document.pages == (PageStart("p1", 1), PageStart("p2", 2))


@pytest.mark.parametrize(
    ("stated", "title", "title_from"),
    [
        pytest.param("The Mill Below", "The Mill Below", "stated", id="the information, where a page says it"),
        pytest.param(
            "Microsoft Word - mill.doc", "Mills and Their Weirs", "stated", id="the largest type for a program's"
        ),
        pytest.param("untitled", "Mills and Their Weirs", "stated", id="the largest type for none"),
        pytest.param("Another Piece", "Mills and Their Weirs", "stated", id="the largest type where no page says it"),
    ],
)
def test_the_title_comes_from(stated: str, title: str, title_from: str) -> None:
    page = [(72, 60, "# Mills and Their Weirs"), (72, 90, "The Mill Below"), *a_text(*[FILLER] * 9, top=140)]
    document = read(a_pdf(page, title=stated))
    assert (document.title, document.title_from) == (title, title_from)


def test_a_title_is_derived_where_nothing_states_one() -> None:
    assert read(a_pdf(a_text(*[FILLER] * 9))).title_from == "derived"


def test_the_day_of_making_is_no_day_of_publication() -> None:
    assert read(a_pdf(a_text(*[FILLER] * 9))).published is None


def test_headings_stand_out_by_size() -> None:
    text = a_text(*[FILLER] * 9, "", "# How the wheel turns", "", *[FILLER] * 6)
    assert headings(read(a_pdf(text))) == [(2, "How the wheel turns")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"%PDF-1.7", "is no PDF, or a broken one (download it again, or remove it)", id="nothing"),
        pytest.param(a_pdf([]), "no page has a text layer (run an OCR tool over it, or remove it)", id="no text"),
        pytest.param(
            a_pdf([(9, 9, "7")]), "no page has a text layer (run an OCR tool over it, or remove it)", id="a stamp"
        ),
    ],
)
def test_a_problem_is_told_for(content: bytes, told: str) -> None:
    with pytest.raises(SourceError) as error:
        read(content)
    assert str(error.value) == f"seeds/mill.pdf: {told}"


def test_a_problem_is_told_for_a_locked_file() -> None:
    from io import BytesIO

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption("secret", strength=40))
    canvas.drawString(72, 700, FILLER)
    canvas.save()
    with pytest.raises(SourceError) as error:
        read(made.getvalue())
    assert str(error.value) == "seeds/mill.pdf: is locked with a password (save it without one, or remove it)"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(SourceError) as raised:
        read_pdf(a_pdf(a_text(FILLER)), SOURCE)
    assert str(raised.value) == "seeds/mill.pdf: a PDF needs the extra pdf (pip install 'reading-digest[pdf]')"
