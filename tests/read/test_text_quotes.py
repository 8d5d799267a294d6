"""Quotations without a mark are seen by the line that names their speaker, and by nothing less."""

from __future__ import annotations

import pytest

from digest.blocks import Paragraph, Quote, plain_text
from digest.documents import Source
from digest.read.text import read_text

TITLE = "The Old Mill by the River"
BODY = "The river has changed its bed four times since people began to write about it, and a mill was left dry."


def quotes(text: str) -> list[Quote]:
    (document,) = read_text(text.encode(), Source("seeds/x.txt", "text/plain", "0"))
    return [block for block in document.blocks if isinstance(block, Quote)]


@pytest.mark.parametrize(
    ("quotation", "speaker", "by"),
    [
        pytest.param('"You can live with a bar if you know it."', "— Ines Varga, pilot", "Ines Varga", id="straight"),
        pytest.param("“You can live with a bar if you know it.”", "– Ines Varga", "Ines Varga", id="curly"),
        pytest.param("„Mit einer Bank kann man leben, wenn man sie kennt.“", "-- Jost Brandner", "Jost Brandner", id="German"),
    ],
)  # fmt: skip
def test_a_quotation_over_its_speaker_is_a_quote(quotation: str, speaker: str, by: str) -> None:
    (quote,) = quotes(f"{TITLE}\n\n{BODY}\n\n{quotation}\n{speaker}\n\n{BODY}\n")

    words = [plain_text(block.children) for block in quote.children if isinstance(block, Paragraph)]
    assert (words, quote.by) == ([quotation, speaker], (by,))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"You can live with a bar if you know it."\n', id="a quotation alone may be speech in a story"),
        pytest.param('"You can live with a bar," she said, "if you know it."\n— Ines Varga\n', id="words between"),
        pytest.param('"You can live with a bar if you know it."\n— and then she left\n', id="a dash and no name"),
    ],
)
def test_less_is_no_quote(text: str) -> None:
    assert quotes(f"{TITLE}\n\n{BODY}\n\n{text}\n{BODY}\n") == []
