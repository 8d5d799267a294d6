"""What one article tells of a name holds for the others; where they disagree none is told, and the curator has the last word."""

from __future__ import annotations

from dataclasses import replace

from documents import a_draft

from digest.config import Settings
from digest.documents import Quotation, Ruling, TermKind, Vocabulary
from digest.model import Digest, Draft, Term
from digest.relate.relate import relate_drafts

PLAIN = "In spring we looked at Zork again. The maps of Zork were old, and peat grew."
LIBRARY = "We wrote maps with Zork, a small library for maps. The maps were old."
COMPANY = "We bought maps from Zork, a small company in Kiel. The maps were old."


def related(*drafts: Draft, rulings: tuple[Ruling, ...] = ()) -> Digest:
    return relate_drafts(drafts, settings=Settings(), vocabulary=Vocabulary(terms=rulings))


def drafts_of(*texts: str) -> list[Draft]:
    return [a_draft(title=f"Piece {n}", text=text, path=f"seeds/{n}.txt") for n, text in enumerate(texts)]


def find_terms(digest: Digest, name: str) -> list[Term]:
    return [term for article in digest.articles for term in article.terms if term.term == name]


def kinds(digest: Digest, name: str) -> list[TermKind | None]:
    return [term.kind for term in find_terms(digest, name)]


def test_an_article_that_tells_speaks_for_one_that_does_not() -> None:
    assert kinds(related(*drafts_of(LIBRARY, PLAIN)), "Zork") == ["product", "product"]


def test_articles_that_disagree_tell_none() -> None:
    assert kinds(related(*drafts_of(LIBRARY, COMPANY, PLAIN)), "Zork") == [None, None, None]


def test_an_author_of_one_article_is_a_person_in_another() -> None:
    written = a_draft(title="Peat", text="The peat is wet in spring.", authors=("Ada Brandt",), path="seeds/a.txt")
    other = a_draft(title="Bogs", text="In Kiel we met Ada Brandt again.", path="seeds/b.txt")
    (term,) = find_terms(related(written, other), "Ada Brandt")
    assert (term.kind, term.shown_by) == ("person", "wrote “Peat”")


def test_an_author_that_is_the_site_s_own_name_is_no_person() -> None:
    written = a_draft(title="Peat", text="It is wet.", authors=("Ada Brandt",), site="Ada Brandt", path="seeds/a.txt")
    other = a_draft(title="Bogs", text="In Kiel we met Ada Brandt again.", path="seeds/b.txt")
    assert kinds(related(written, other), "Ada Brandt") == [None]


def test_the_curator_says_what_a_term_is() -> None:
    digest = related(*drafts_of(LIBRARY, PLAIN), rulings=(Ruling("Zork", kind="work"),))
    assert kinds(digest, "Zork") == ["work", "work"]
    assert [entry.kind for entry in digest.glossary if entry.term == "Zork"] == ["work"]


def test_the_curator_takes_a_kind_away() -> None:
    assert kinds(related(*drafts_of(LIBRARY, PLAIN), rulings=(Ruling("Zork", kind="concept"),)), "Zork") == [None, None]


def test_a_theme_is_not_named_after_a_person() -> None:
    text = (
        "We asked the economist Ada Brandt on soil carbon in plot {n}. We like what Ada Brandt does with soil carbon."
    )
    digest = related(*drafts_of(*(text.format(n=n) for n in range(4))))
    assert "person" in kinds(digest, "Ada Brandt")
    assert "Ada Brandt" not in [theme.name for theme in digest.themes]


def test_one_who_is_quoted_is_a_person() -> None:
    said = Quotation("The peat is wet.", "p1", ("Ada Brandt",))
    quoting = replace(a_draft(title="Peat", text="The peat is wet.", path="seeds/a.txt"), quotations=(said,))
    other = a_draft(title="Bogs", text="In Kiel we met Ada Brandt again.", path="seeds/b.txt")
    assert kinds(related(quoting, other), "Ada Brandt") == ["person"]
