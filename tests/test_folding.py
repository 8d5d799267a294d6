"""Folding lets a reader find a word however it is typed; slugs are what is left of a title in an address."""

import pytest

from digest.folding import SLUG_LENGTH, fold_text, make_slug


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Ströbl", "strobl", id="diacritics"),
        pytest.param("always\u2011on", "always-on", id="a hyphen that does not break"),
        pytest.param("“high gold content”", '"high gold content"', id="curly quotes"),
        pytest.param("Straße, Øre, Łódź", "strasse, ore, lodz", id="letters without a decomposition"),
        pytest.param("含金量", "含金量", id="Chinese stays"),
        pytest.param("soft\u00adhyphen", "softhyphen", id="what nobody sees goes"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold_text(text) == folded


def test_folding_twice_changes_nothing() -> None:
    text = "Ĳssel — “Ströbl’s” ﬁne always‑on"
    assert fold_text(fold_text(text)) == fold_text(text)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        pytest.param("Is AI progress slowing down?", "is-ai-progress-slowing-down", id="a question"),
        pytest.param("Redefining AI’s Purpose", "redefining-ais-purpose", id="an apostrophe joins"),
        pytest.param("../../../escape", "escape", id="no way out of the folder"),
        pytest.param("含金量", "含金量", id="letters of any script"),
        pytest.param("?!", "", id="nothing to go by"),
    ],
)
def test_a_slug(title: str, slug: str) -> None:
    assert make_slug(title) == slug


def test_a_long_title_is_cut_at_a_word() -> None:
    slug = make_slug("word " * 40)
    assert len(slug) <= SLUG_LENGTH
    assert slug.endswith("-word")
