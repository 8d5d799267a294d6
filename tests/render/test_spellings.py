"""A word is found by the spelling that a keyboard has, and a word of an unspaced sentence by itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.render.spellings import other_spellings


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        pytest.param("plain words, plain-ly hyphenated", (), id="nothing for what search finds as it stands"),
        pytest.param("Benedikt Ströbl’s résumé", ("resume", "strobl"), id="plain letters for letters with marks"),
        pytest.param("Stro\u0308bl", ("strobl",), id="marks that stand apart from their letter"),
        pytest.param("Straße, Łódź, ﬁne", ("fine", "lodz", "strasse"), id="letters that decompose otherwise"),
        pytest.param("always‑on, GPT‑4", ("always-on", "gpt-4"), id="a plain hyphen for other hyphens"),
        pytest.param("capability–reliability gap", ("capability-reliability",), id="an en dash that joins two words"),
        pytest.param("the field—so sparse – is 2019–2020 wide", (), id="no compound of what a dash sets apart"),
        pytest.param("co\u00adop\u00aderate", ("cooperate",), id="a word without its soft hyphens"),
        pytest.param("ＡＩ x²", ("ai", "x2"), id="letters and digits of another width or height"),
        pytest.param("½ and ²", (), id="no bare number"),
        pytest.param("considered “含金量” here", ("含金", "金量"), id="the pairs of a short Han word"),
        pytest.param("模型", (), id="nothing for a Han word of two signs that stands alone"),
        pytest.param("GPT模型", ("模型",), id="a Han run that another script hides"),
        pytest.param("機械学習のモデル", ("モデル", "学習", "械学", "機械", "機械学習"), id="runs of each script"),
        pytest.param("Ströbl strobl STRÖBL", ("strobl",), id="each spelling once"),
    ],
)
def test_other_spellings_are(text: str, spellings: tuple[str, ...]) -> None:
    assert other_spellings(text) == spellings


@given(st.text())
def test_whatever_the_text_says_a_spelling_is_letters_digits_and_hyphens(text: str) -> None:
    assert all(re.fullmatch(r"[^\W_]+(-[^\W_]+)*", spelling) for spelling in other_spellings(text))


@pytest.mark.parametrize("unit", ["a", "a‑", "模", "é", "\u0301", "模a", "a\u00ad"])
def test_a_long_run_costs_no_more_than_its_length(unit: str) -> None:
    assert len("".join(other_spellings(unit * 300_000))) <= 2 * 300_000 * len(unit)
