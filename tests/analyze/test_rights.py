"""What a source's rights withhold never leaves its draft; terms stay, for a word is nobody's."""

from __future__ import annotations

from documents import a_draft

from digest.config import Settings
from digest.documents import Cut, Definition, Reactions, Reference, Sidecar
from digest.model import Draft

MARK = "WITHHELD"
OPENING = "Healthy soil holds more carbon than the air above it."
TEXT = f"""{OPENING}
Cover crops bring carbon back into soil within ten years of {MARK} work.
- A list of {MARK} things comes here.
> A quoted sentence with {MARK} in it says a lot of things.
Mulching is the practice of covering {MARK} soil with straw."""


def a_withheld_draft(rights: str, **fields: object) -> Draft:
    own = Definition(f"A {MARK} value.", "p9", "value")
    return a_draft(
        title="Soil carbon",
        text=TEXT,
        rights=rights,
        definitions=(own,),
        references=(Reference(f"{MARK} 2020"),),
        cut=(Cut(f"{MARK} chrome", "chrome"),),
        reactions=Reactions(2, f"{MARK}?"),
        **fields,
    )


def spoken(draft: Draft) -> str:
    """All that the draft holds but its terms and words."""
    shown = (draft.document, draft.sentences, draft.summary, draft.definitions, draft.quotations)
    return repr(shown)


def test_a_link_lets_out_title_and_terms_alone() -> None:
    draft = a_withheld_draft("link", deck=f"A {MARK} deck.", question=f"{MARK}?", answer=MARK, abstract=MARK)
    assert MARK not in spoken(draft)
    assert OPENING not in spoken(draft)
    assert draft.candidates
    assert draft.words > 40


def test_a_link_keeps_the_curator_s_summary() -> None:
    draft = a_withheld_draft("link", sidecar=Sidecar(summary="Worth reading."))
    assert [sentence.text for sentence in draft.summary] == ["Worth reading."]


def test_an_excerpt_lets_out_no_more_words_than_its_budget() -> None:
    draft = a_withheld_draft("excerpt", settings=Settings(excerpt_words=10))
    assert [(sentence.text, sentence.at) for sentence in draft.summary] == [(OPENING, "")]
    assert MARK not in spoken(draft)


def test_a_summary_and_the_opening_share_the_budget() -> None:
    draft = a_draft(
        title="Healthy air", text=TEXT, rights="excerpt", settings=Settings(excerpt_words=20, summary_sentences=1)
    )
    assert [(sentence.text, sentence.at) for sentence in draft.summary] == [(OPENING, "p1")]
    assert [sentence.text for sentence in draft.sentences] == [OPENING]
    assert MARK not in spoken(draft)


def test_an_excerpt_of_no_words_shows_none() -> None:
    draft = a_draft(title="Soil carbon", text=TEXT, rights="excerpt", settings=Settings(excerpt_words=0))
    assert (draft.document.blocks, draft.summary, draft.sentences) == ((), (), ())


def test_a_long_first_paragraph_keeps_its_first_sentences() -> None:
    text = f"{OPENING} {MARK} comes second and is far too long for what is left of the budget here."
    draft = a_draft(title="Air", text=text, rights="excerpt", settings=Settings(excerpt_words=20, summary_sentences=0))
    assert "Healthy soil" in spoken(draft)
    assert MARK not in spoken(draft)


def test_the_project_s_rights_hold_where_the_source_says_nothing() -> None:
    assert a_draft(text=TEXT, settings=Settings(rights="link")).document.blocks == ()
    assert a_draft(text=TEXT, rights="full", settings=Settings(rights="link")).document.blocks != ()
