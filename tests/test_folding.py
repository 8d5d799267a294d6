"""Folding lets a reader find a word however it is typed."""

import pytest

from digest.folding import fold_text


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
