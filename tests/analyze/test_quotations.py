"""Quotations are the paragraphs of quotes, and quotes in a line whose speaker is named beyond doubt."""

from __future__ import annotations

from documents import a_draft, paragraph

from digest.blocks import Quote, number_paragraphs
from digest.documents import Quotation

WORDS = "Soil is not a thing that we own but one that owns us."


def test_a_quote_is_credited_to_whom_it_names() -> None:
    blocks = number_paragraphs((paragraph("She says:"), Quote((paragraph(WORDS),), ("Jane Brown",))))
    assert a_draft(blocks=blocks).quotations == (Quotation(WORDS, "p2", ("Jane Brown",)),)


def test_a_quote_in_a_line_is_taken_if_its_speaker_is_named() -> None:
    draft = a_draft(
        text=f"“{WORDS}” said Jane Brown. “Another long quotation that nobody is said to have made at all.”"
    )
    assert draft.quotations == (Quotation(WORDS, "p1", ("Jane Brown",)),)


def test_a_quoted_phrase_is_no_quotation() -> None:
    assert a_draft(text="> Too short.").quotations == ()
