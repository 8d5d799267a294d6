"""What `digest explain` says of an article: the reasons of all that its page shows, readable on a terminal."""

from __future__ import annotations

from dataclasses import replace

from documents import a_document

from digest.analyze.analyze import analyze_document
from digest.blocks import Quote, number_paragraphs
from digest.config import Settings
from digest.documents import Cut, Document, Origin
from digest.explain import Explained, explain_article, find_article
from digest.relate.relate import relate_drafts

SOIL = """
A cover crop is a plant that is grown to protect the soil in winter. Cover crops feed the soil life.
“The soil of this farm holds twice the carbon of its neighbour's fields,” said Ada Brown.
> Ploughing is the slowest of all fires, and it has burnt for ten thousand years.
Farmers sow cover crops in September. Soil carbon returns within ten years.
"""
WATER = """
Soil carbon reaches the sea in rivers. A third of all soil carbon ends there.
Cover crops hold it back on the field.
"""


def library() -> dict[str, Explained]:
    """Two articles, explained, by the names of their sources."""
    soil = a_document(title="Soil", text=SOIL, cut=(Cut("Share this piece", "a call to share"),))
    water = a_document(title="Water", text=WATER, title_from="derived", origins=(Origin("title", "the first line"),))
    drafts = [analyze_document(document, settings=Settings()) for document in (name_speaker(soil), water)]
    digest = relate_drafts(drafts, settings=Settings())
    return {name: explain_article(find_article(digest, f"seeds/{name}.txt"), digest) for name in ("soil", "water")}


def name_speaker(document: Document) -> Document:
    credited = [replace(block, by=("Ben Field",)) if isinstance(block, Quote) else block for block in document.blocks]
    return replace(document, blocks=number_paragraphs(tuple(credited)))


def test_the_reasons_are_readable_on_a_terminal() -> None:
    assert (
        library()["soil"].text()
        == """\
articles/soil.md from seeds/soil.txt

Title
  Soil
    the source states it

Where it comes from: none

Summary: sentences copied from the text
  A cover crop is a plant that is grown to protect the soil in winter.
    p1, sentence 1 of 5; score 4.49
    +2.59 near the opening, and like the whole; +0.65 has words of the title;
    +0.43 like the whole; +0.35 the next sentence has words of the title; +0.27
    has the words that recur; +0.20 says what a thing is, or what for
  Cover crops feed the soil life.
    p1, sentence 2 of 5; score 3.16
    +1.50 near the opening, and like the whole; +0.70 has words of the title;
    +0.50 like the whole; +0.30 follows a chosen sentence; +0.27 has the words
    that recur; -0.11 like a chosen sentence
  Soil carbon returns within ten years.
    p4, sentence 5 of 5; score 1.36
    +0.71 has words of the title; +0.28 near the opening, and like the whole;
    +0.24 like the whole; +0.17 has the words that recur; -0.03 like a chosen
    sentence

Key terms
  A term stands so many times here, and in so many articles. Its weight is the
  product of count (the times, damped), rarity (in the language and this
  library, 0 to 8), length (of two or three words is best), place (title,
  heading, definition, opening, written as a name) and spread (more articles
  have it, but not all); the strongest weighs 1.
  weight term                    times     in  count rarity length  place spread
    1.00 cover crops                 3      2   2.16   3.62   1.20   2.18   1.39
    0.21 Ada Brown                   1      1   1.00   4.03   1.20   1.21   1.00
    person: speaks in “Soil”
    0.12 Soil carbon returns         1      1   1.00   3.55   1.30   1.25   0.60
    0.12 soil life                   1      1   1.00   3.30   1.20   1.41   0.60
    0.09 farm holds                  1      1   1.00   3.38   1.20   1.09   0.60

Definitions
  cover crop: A cover crop is a plant that is grown to protect the soil in
  winter.
    p1, stated: the sentence says what it is

Quotations
  The soil of this farm holds twice the carbon of its neighbour's fields,
    p2, Ada Brown: a full name and a word of speech stand beside the quotation
    marks
  Ploughing is the slowest of all fires, and it has burnt for ten thousand
  years.
    p3, Ben Field: its block names who speaks

Related
  0.98  Water
    both mention cover crops

Themes
  Cover crops (2 articles)
    it shares cover crops

Cut
  a call to share (1)
    Share this piece"""
    )


def test_what_there_is_none_of_is_said() -> None:
    said = library()["water"].text().splitlines()
    assert [line for line in said if line.endswith(": none")] == ["Definitions: none", "Quotations: none", "Cut: none"]


def test_no_line_is_wider_than_a_terminal() -> None:
    assert max(len(line) for line in library()["soil"].text().splitlines()) <= 80


def test_the_same_is_there_for_programs() -> None:
    explained = library()["soil"]
    sentence, term = explained.summary["sentences"][0], explained.terms[0]
    assert sentence["parts"][0] == {"name": "near the opening, and like the whole", "worth": 2.59}
    assert term == {
        "term": "cover crops",
        "key": "cover crop",
        "weight": 1.0,
        "aka": (),
        "kind": None,
        "shown_by": "",
        "count": 3,
        "articles": 2,
        "written_as_name": False,
        "parts": [
            {"name": "count", "worth": 2.158},
            {"name": "rarity", "worth": 3.62},
            {"name": "length", "worth": 1.2},
            {"name": "place", "worth": 2.183},
            {"name": "spread", "worth": 1.385},
        ],
    }
    assert [said["why"] for said in explained.quotations] == [
        "a full name and a word of speech stand beside the quotation marks",
        "its block names who speaks",
    ]
