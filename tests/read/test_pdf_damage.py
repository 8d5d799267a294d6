"""A broken PDF gives a document or one line that says what is wrong; it neither crashes nor hangs."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from file_damage import DAMAGES, Damage
from pdf_pages import FILLER, a_pdf, a_text

from digest.documents import Source
from digest.errors import SourceError
from digest.read.pdf import read_pdf

PAPERS = sorted((Path(__file__).parent / "papers").glob("*.pdf"))
EACH = 25  # damaged files of each kind


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_it_is_read_or_refused_in_one_line(damage: Damage) -> None:
    sound = [a_pdf(a_text(*[FILLER] * 20), a_text(*[FILLER] * 9)), *(paper.read_bytes() for paper in PAPERS)]
    for seed in range(EACH):
        content = damage(sound[seed % len(sound)], Random(seed))
        assert "\n" not in told_of(content)


def told_of(content: bytes) -> str:
    """What is wrong with a file; nothing where it could be read."""
    try:
        read_pdf(content, Source("seeds/broken.pdf", "application/pdf", "0" * 64))
    except SourceError as error:
        return str(error)
    return ""


def crafted(pages: str, *more: str) -> bytes:
    return "\n".join(("%PDF-1.4", "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj", pages, *more, TRAILER)).encode()


TRAILER = "trailer <</Root 1 0 R/Size 9>>\n%%EOF"
FORM = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 5>>stream\n/F Do\nendstream"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(crafted("2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj"), id="pages that hold themselves"),
        pytest.param(crafted("2 0 obj <</Type/Pages/Kids[]/Count 2147483647>> endobj"), id="a count without pages"),
        pytest.param(
            crafted(
                "2 0 obj <</Type/Pages/Kids[3 0 R 3 0 R]/Count 99999999>> endobj",
                "3 0 obj <</Type/Page/Parent 3 0 R>> endobj",
            ),
            id="a page that is its own parent",
        ),
        pytest.param(
            crafted(
                "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj",
                "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Contents 5 0 R>> endobj",
                f"4 0 obj {FORM} endobj",
                "5 0 obj <</Length 5>>stream\n/F Do\nendstream endobj",
            ),
            id="a form that draws itself",
        ),
        pytest.param(b"%PDF-1.4\n" + b"[" * 200_000, id="brackets without end"),
        pytest.param(b"%PDF-1.4\n" + b"<<" * 100_000 + TRAILER.encode(), id="dictionaries without end"),
    ],
)
def test_a_trap_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(SourceError) as error:
        read_pdf(content, Source("seeds/trap.pdf", "application/pdf", "0" * 64))
    assert str(error.value).startswith("seeds/trap.pdf: ")
    assert "\n" not in str(error.value)
