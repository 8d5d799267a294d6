"""Variants of a word have one key: plural and possessive, initials too; what only looks like a plural keeps its own."""

from __future__ import annotations

import pytest

from digest.analyze.wording import make_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("cover crop", "Cover-crops", id="plural, case and hyphen"),
        pytest.param("LLM", "LLMs", id="initials without a vowel"),
        pytest.param("BPA", "BPAs", id="initials with a vowel at their end"),
        pytest.param("AWS", "AWS’s", id="initials in the genitive"),
        pytest.param("users", "USERS", id="an everyday word in capitals"),
    ],
)
def test_variants_have_one_key(one: str, other: str) -> None:
    assert make_key(one, "en") == make_key(other, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("AI", "AIS", id="initials and longer initials"),
        pytest.param("IAA", "IaaS", id="initials in small and large letters"),
    ],
)
def test_initials_whose_last_letter_is_s_are_no_plural(one: str, other: str) -> None:
    assert make_key(one, "en") != make_key(other, "en")
