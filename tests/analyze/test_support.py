"""No sentence of a summary reaches a page that its source does not hold: copied, or saying nothing that is not there."""

from __future__ import annotations

import pytest

from digest.analyze.passages import Passage
from digest.analyze.support import check_support
from digest.model import Sentence

SOURCE = [
    Passage("In 2019 Jane Brown of the Soil Institute measured 1,200 fields in Kenya.", "p1", "prose"),
    Passage(
        "She said “soil is a slow bank” and found 3.5 percent carbon in two of three. See soil.org/data for more.",
        "p2",
        "prose",
    ),
]
GERMAN = [Passage("Anna Schmidt misst seit 2019 den Boden in Bayern.", "p1", "prose")]
JAPANESE = [Passage("山田さんは2019年にケニアで土壌を調べた。", "p1", "prose")]


def reason(text: str, *, at: str = "", lang: str = "en", passages: list[Passage] = SOURCE) -> str:
    checked = check_support([Sentence(text, at)], passages, lang=lang)
    return checked.dropped[0][1] if checked.dropped else "kept"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("Jane Brown measured 1200 fields in Kenya in 2019.", "kept", id="the same number without its comma"),
        pytest.param("Brown's Soil Institute found 3.5 percent.", "kept", id="a name in the possessive"),
        pytest.param("Two of 3 fields held carbon.", "kept", id="a number in words and in figures"),
        pytest.param("The fields are described at soil.org/data.", "kept", id="a link of the source"),
        pytest.param("She called soil “a slow bank” for carbon.", "kept", id="a quote of the source"),
        pytest.param("Measurements show that fields hold carbon.", "kept", id="an everyday word that opens"),
        pytest.param("She measured 1,300 fields.", "the source has no number 1,300", id="another number"),
        pytest.param("She measured 5 percent.", "the source has no number 5", id="a part of a number"),
        pytest.param("Nine fields held carbon.", "the source has no number Nine", id="another number in words"),
        pytest.param("The survey was led by Mary Smith.", "the source has no name Mary Smith", id="another name"),
        pytest.param("Jane Kenya measured fields.", "the source has no name Jane Kenya", id="two names made one"),
        pytest.param("Fields in Uganda hold carbon.", "the source has no name Uganda", id="another place"),
        pytest.param("FAO paid for the survey.", "the source has no name FAO", id="another acronym that opens"),
        pytest.param("Read it at https://evil.example/x today.", "the source has no link https://evil.example/x", id="another link"),
        pytest.param("She called soil “a fast bank” then.", "the source has no quote “a fast bank”", id="another quote"),
    ],
)  # fmt: skip
def test_what_a_summarizer_writes_must_stand_in_the_source(text: str, why: str) -> None:
    assert reason(text) == why


def test_a_copied_sentence_must_stand_in_its_paragraph_letter_by_letter() -> None:
    copied = SOURCE[0].text
    assert reason(copied, at="p1") == "kept"
    assert reason(copied, at="p2") == "it does not stand in its paragraph"
    assert reason(copied.replace("measured", "counted"), at="p1") == "it does not stand in its paragraph"


def test_german_nouns_are_no_names_and_german_names_are() -> None:
    assert reason("Die Frau misst den Boden seit 2019.", lang="de", passages=GERMAN) == "kept"
    assert reason("Frau Kowalczyk misst den Boden.", lang="de", passages=GERMAN) == "the source has no name Kowalczyk"


def test_numbers_and_foreign_names_of_japanese_are_looked_up() -> None:
    assert reason("2019年にケニアの土壌を調べた。", lang="ja", passages=JAPANESE) == "kept"
    assert reason("2020年に土壌を調べた。", lang="ja", passages=JAPANESE) == "the source has no number 2020"
    assert reason("ウガンダの土壌を調べた。", lang="ja", passages=JAPANESE) == "the source has no name ウガンダ"


def test_what_stands_beside_the_text_supports_it_too() -> None:
    checked = check_support([Sentence("Mary Smith tells of soil.", "")], SOURCE, lang="en", beside=["Mary Smith"])
    assert [one.text for one in checked.kept] == ["Mary Smith tells of soil."]
