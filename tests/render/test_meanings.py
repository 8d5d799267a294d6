"""A definition list stands once on a page: what the source's own glossary says is not said again below the text."""

from __future__ import annotations

from sample_digest import a_document, a_draft

from digest.blocks import Aside, Paragraph, Text, number_paragraphs
from digest.documents import Definition
from digest.render.meanings import tell_meanings

BLOCKS = number_paragraphs(
    (
        Paragraph((Text("Moss drinks the rain."),)),
        Aside("glossary", (Paragraph((Text("Fen: a bog fed from below."),)), Paragraph((Text("Dead moss."),)))),
    )
)
IN_TEXT = Definition("A bog that stands high.", "p1", "raised bog")
LISTED = Definition("a bog fed from below.", "p2", "Fen")
NAMED_HERE = Definition("Dead moss.", "p3", "peat", "suggested", "it says “moss”")
NAMELESS = Definition("Dead moss.", "p3")


def test_of_the_source_s_glossary_only_headwords_that_it_lost_are_told() -> None:
    draft = a_draft(a_document(blocks=BLOCKS), definitions=(IN_TEXT, LISTED, NAMED_HERE, NAMELESS))
    assert list(tell_meanings(draft)) == [(IN_TEXT, True), (NAMED_HERE, False)]
