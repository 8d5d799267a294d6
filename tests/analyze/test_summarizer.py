"""Another summarizer takes our place where it answers, is held to the source, and never silences a person."""

from __future__ import annotations

from collections.abc import Sequence

from documents import a_document

from digest.analyze.analyze import analyze_document
from digest.analyze.summarizer import Asked, Summarizer
from digest.config import Settings
from digest.documents import Remark
from digest.errors import SummaryError
from digest.model import Draft, Sentence

TEXT = "Healthy soil holds more carbon than the air. In 2019 Jane Brown measured it on ten farms in Kenya."
SETTINGS = Settings(summarizer="llm", summary_model="liar-1")


def writes(*lines: str) -> Summarizer:
    return lambda asked: [Sentence(line, "") for line in lines]


def is_down(asked: Asked) -> Sequence[Sentence]:
    raise SummaryError(asked.title, "the model did not answer: no network", "build again later")


def summed_by(summarizer: Summarizer, **fields: object) -> Draft:
    return analyze_document(a_document(text=TEXT, **fields), settings=SETTINGS, summarizer=summarizer)


def test_what_a_model_says_and_the_source_holds_is_shown_under_the_model_s_name() -> None:
    draft = summed_by(writes("Jane Brown measured carbon in 2019. Soil holds more of it than the air."))
    assert [(one.text, one.at) for one in draft.summary] == [
        ("Jane Brown measured carbon in 2019.", ""),
        ("Soil holds more of it than the air.", ""),
    ]
    assert (draft.summary_by, draft.remarks) == ("model:liar-1", ())


def test_what_a_model_invents_is_left_out_and_reported() -> None:
    draft = summed_by(
        writes("Soil holds carbon.", "John Doe measured it.", "It was 42 percent.", "See evil.com/x now.")
    )
    assert [one.text for one in draft.summary] == ["Soil holds carbon."]
    assert [remark.what for remark in draft.remarks] == [
        "a summary's sentence was left out, the source has no name Doe: John Doe measured it.",
        "a summary's sentence was left out, the source has no number 42: It was 42 percent.",
        "a summary's sentence was left out, the source has no link evil.com/x: See evil.com/x now.",
    ]


def test_where_nothing_of_an_answer_holds_sentences_are_copied() -> None:
    draft = summed_by(writes("John Doe measured 42 percent."))
    assert (draft.summary_by, [one.at for one in draft.summary]) == ("machine", ["p1", "p1"])
    assert len(draft.remarks) == 1


def test_where_a_model_is_down_sentences_are_copied_and_the_build_says_so() -> None:
    draft = summed_by(is_down)
    assert (draft.summary_by, [one.at for one in draft.summary]) == ("machine", ["p1", "p1"])
    why = "the summary was made of copied sentences: the model did not answer: no network"
    assert draft.remarks == (Remark(why, "build again later", passing=True),)


def test_a_person_s_summary_is_not_asked_for_again() -> None:
    draft = summed_by(writes("Soil holds carbon."), abstract="We measure soil carbon on ten farms.")
    assert (draft.summary_by, draft.summary[0].text) == ("source", "We measure soil carbon on ten farms.")
    assert all(sentence.at for sentence in draft.summary[1:])


def test_a_text_that_may_only_be_linked_to_is_shown_to_no_model() -> None:
    draft = summed_by(is_down, rights="link")
    assert (draft.summary, draft.remarks) == ((), ())


def test_a_model_gives_no_more_sentences_than_were_asked_for() -> None:
    draft = summed_by(writes(*["Soil holds carbon."] * 9))
    assert len(draft.summary) == 3
