"""In a list of themes each is told by a sentence that no other shows; one with none of its own left by its terms."""

from __future__ import annotations

from sample_digest import a_document, a_draft, a_library, an_article

from digest.model import Credited, Theme
from digest.render.library import open_library
from digest.render.theme_page import choose_openings

SOIL = an_article(a_draft(a_document("Soil")))
BOTH = Credited("Soil feeds every forest.", "p1", SOIL.path, "Soil")
OWN = Credited("A forest shades its soil.", "p2", SOIL.path, "Soil")


def a_theme(name: str, *says: Credited) -> Theme:
    return Theme(name, name.lower(), f"themes/{name.lower()}.md", (name,), (SOIL.path,), says)


def openings(*themes: Theme) -> dict[str, str]:
    library = open_library(a_library(SOIL, themes=themes))
    return {slug: said.text for slug, said in choose_openings(themes, library).items()}


def test_the_second_theme_of_one_sentence_is_told_by_its_next() -> None:
    assert openings(a_theme("Soil", BOTH), a_theme("Forest", BOTH, OWN)) == {"soil": BOTH.text, "forest": OWN.text}


def test_a_theme_whose_sentences_are_all_shown_has_none() -> None:
    assert openings(a_theme("Soil", BOTH), a_theme("Forest", BOTH)) == {"soil": BOTH.text}


def test_a_sentence_of_an_article_without_a_page_is_passed_over() -> None:
    gone = Credited("A lost text on soil.", "p1", "articles/gone.md", "Gone")
    assert openings(a_theme("Soil", gone, OWN)) == {"soil": OWN.text}
