"""Key terms are phrases as the source writes them; variants of one phrase, and names of one thing, are one term."""

from __future__ import annotations

import pytest
from documents import a_draft, blocks_of

from digest.analyze.aliases import find_aliases, spells
from digest.analyze.passages import Passage, find_passages
from digest.documents import Reference
from digest.model import Candidate


def candidate_of(text: str, term: str, **fields: object) -> Candidate | None:
    draft = a_draft(text=text, **fields)
    return next((candidate for candidate in draft.candidates if candidate.term == term), None)


@pytest.mark.parametrize(
    ("text", "term", "count"),
    [
        pytest.param(
            "A scaling law holds. Scaling laws hold. Those scaling laws held.", "scaling laws", 3, id="plural"
        ),
        pytest.param("Soil-carbon is measured. Soil carbon grows. We like soil carbon.", "soil carbon", 3, id="hyphen"),
        pytest.param(
            "Inference scaling works. We use inference scaling.", "inference scaling", 2, id="opening capital"
        ),
        pytest.param("We tried GPT-4, and GPT-4 won. The GPT‑4 model is old.", "GPT-4", 3, id="odd hyphen"),
        pytest.param("OpenAI's model is old. We asked OpenAI.", "OpenAI", 2, id="possessive"),
        pytest.param("LLMs are old. An LLM is new. We like LLMs.", "LLMs", 3, id="plural of an acronym"),
        pytest.param("A Navier–Stokes solver. The Navier-Stokes solver.", "Navier-Stokes solver", 2, id="en dash"),
    ],
)
def test_variants_count_as_one_term(text: str, term: str, count: int) -> None:
    candidate = candidate_of(text, term)
    assert candidate is not None
    assert candidate.count == count


@pytest.mark.parametrize(
    "term",
    [
        "MB",
        "a-b-c-d-e-way",
        "the idea",
        "last year",
        "key question",
        "year",
        "many people",
        "really",
        "175B",
        "this",
        "example",
    ],
)
def test_a_general_word_is_no_term(term: str) -> None:
    text = "The idea of last year was a key question for many people, really. This is 175B for example, 3 MB, the a-b-c-d-e-way, a year on."
    assert candidate_of(text, term) is None


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("We like Bowers & Wilkins a lot.", "Bowers & Wilkins", id="an ampersand"),
        pytest.param("It is from the Department of Energy again.", "Department of Energy", id="a body of something"),
        pytest.param(
            "It is from the National Institute of Standards and Technology again.",
            "National Institute of Standards and Technology",
            id="with more words before, and an and",
        ),
        pytest.param(
            "It is from the Food and Drug Administration again.", "Food and Drug Administration", id="and before a body"
        ),
        pytest.param("We like Harvard and Stanford University.", "Stanford University", id="two names, not one"),
        pytest.param("We like Kiel and Acme a lot.", "Acme", id="two names joined by and"),
        pytest.param("We asked the economist Ada Brandt on it.", "Ada Brandt", id="a name after what the person does"),
        pytest.param("We asked Zendo CEO Ada Brandt on it.", "Ada Brandt", id="a name after an office"),
        pytest.param("We asked Dr. Brandt on it.", "Brandt", id="a name after a title"),
    ],
)
def test_a_name_is_whole(text: str, term: str) -> None:
    found = {one.term for one in a_draft(title="On things", text=text).candidates}
    assert term in found
    assert not [other for other in found if other != term and (other in term or term in other)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("We like real estate in Kiel.", "real estate", id="a thing whose first word says nothing alone"),
        pytest.param("We went to New York in spring.", "New York", id="a place"),
    ],
)
def test_a_small_word_is_part_of_a_fixed_name(text: str, term: str) -> None:
    assert candidate_of(text, term) is not None


def test_a_word_that_the_text_also_writes_small_is_no_name() -> None:
    named = candidate_of("We like the Tools of Kiel. We bought tools, and tools again.", "tools")
    assert named is not None
    assert not named.named


def test_an_everyday_word_in_capitals_is_no_acronym() -> None:
    shouted, acronym = candidate_of("We heard NEWS of it.", "NEWS"), candidate_of("We asked FATF of it.", "FATF")
    assert shouted is not None
    assert acronym is not None
    assert shouted.boost < acronym.boost


def test_what_somebody_does_once_weighs_less_than_a_thing_does() -> None:
    doing = candidate_of("We spent it documenting projects in Kiel.", "documenting projects")
    thing = candidate_of("We spent it on training projects in Kiel.", "training projects")
    assert doing is not None
    assert thing is not None
    assert doing.boost < thing.boost


def test_a_long_phrase_of_title_and_heading_alone_weighs_less_than_one_of_the_text() -> None:
    title = "Noise Cancelling Headphones Money Can Buy"
    put = candidate_of("We went to Kiel.\n\nIn spring we left.", "Noise Cancelling Headphones Money", title=title)
    said = candidate_of("We like noise cancelling headphones money.", "noise cancelling headphones money", title=title)
    assert put is not None
    assert said is not None
    assert put.boost < said.boost


def test_a_name_within_a_sentence_weighs_more_than_the_same_word_would() -> None:
    named, plain = candidate_of("We wrote it in Rust again.", "Rust"), candidate_of("We saw the rust again.", "rust")
    assert named is not None
    assert plain is not None
    assert named.boost > plain.boost


def test_a_name_that_is_cited_is_as_rare_as_names_are_though_it_looks_like_an_everyday_word() -> None:
    cited = candidate_of("We prove it with provers like Lean and Coq.", "Lean")
    named = candidate_of("We prove it if Lean can find the way.", "Lean")
    assert cited is not None
    assert named is not None
    assert (cited.zipf, named.zipf) == (3.0, 4.14)


def test_a_term_of_the_title_is_boosted_if_the_text_speaks_of_it() -> None:
    text = (
        "Soil carbon is measured in ten fields. The crop yield is measured too. Both crop yield and soil carbon grow."
    )
    carbon = candidate_of(text, "soil carbon", title="The return of soil carbon")
    crops = candidate_of(text, "crop yield", title="The return of soil carbon")
    assert carbon is not None
    assert crops is not None
    assert carbon.boost > crops.boost


def test_quoted_names_joined_by_also_known_as_are_one_term() -> None:
    text = "They call it “inference scaling”, also known as “test-time compute scaling”. Inference scaling is new."
    candidate = candidate_of(text, "inference scaling")
    assert candidate is not None
    assert candidate.aka == ("test-time compute scaling",)


def test_a_chinese_text_gives_runs_of_signs_that_repeat() -> None:
    candidate = candidate_of("大语言模型很大。我们研究大语言模型。", "大语言模型", title="模型")
    assert candidate is None or candidate.count == 2


@pytest.mark.parametrize(
    ("name", "acronym", "fits"),
    [
        pytest.param("Massive Multitask Language Understanding", "MMLU", True, id="each word lends a letter"),
        pytest.param("Office of Management and Budget", "OMB", True, id="small words lend none"),
        pytest.param("Freedom of Information Act", "FOIA", True, id="or do"),
        pytest.param("large language models", "LLMs", True, id="a plural acronym"),
        pytest.param("parameter-efficient fine-tuning", "PEFT", True, id="halves of hyphenated words"),
        pytest.param("PEFT", "LoRA", False, id="another thing altogether"),
        pytest.param("Modern Language Understanding", "MMLU", False, id="a letter without a word"),
    ],
)
def test_an_acronym_is_checked_letter_by_letter(name: str, acronym: str, *, fits: bool) -> None:
    assert spells(name, acronym) is fits


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "The General Services Administration (GSA) builds.", [("General Services Administration", "GSA")], id="a"
        ),
        pytest.param(
            "The MMLU (Massive Multitask Language Understanding) test.",
            [("Massive Multitask Language Understanding", "MMLU")],
            id="b",
        ),
        pytest.param("PEFT (LoRA): Making models adaptable", [], id="c"),
        pytest.param("He went home (USA) and slept.", [], id="d"),
        pytest.param(
            "It is the Office of Management and Budget (OMB).", [("Office of Management and Budget", "OMB")], id="e"
        ),
    ],
)
def test_a_bracket_joins_two_names_only_if_the_initials_match(text: str, names: list[tuple[str, str]]) -> None:
    found = find_aliases(find_passages(blocks_of(text)), "en")
    assert [(alias.name, alias.other) for alias in found] == names


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("We know why large models work today.", "models work", id="a plural and what it does"),
        pytest.param("We know how the model works today.", "model works", id="a noun and what it does"),
        pytest.param("It was a leap forward for soil.", "leap forward", id="a direction"),
        pytest.param(
            "The high-impact is clear, so high-impact it is.", "high-impact", id="a describing compound alone"
        ),
        pytest.param("The AI-based are here, and AI-based they stay.", "AI-based", id="one that holds a name"),
        pytest.param("An arms race began. The arms race goes on.", "arms race", id="a figure of speech"),
        pytest.param("There is incremental research on soil.", "incremental research", id="how fast a field moves"),
        pytest.param("By reevaluating soil we learn.", "reevaluating", id="what somebody does, once"),
        pytest.param("It crossed an arbitrary finish line.", "arbitrary finish line", id="one with a word before it"),
    ],
)
def test_a_run_of_words_that_names_nothing_is_no_term(text: str, phrase: str) -> None:
    assert candidate_of(text, phrase) is None


@pytest.mark.parametrize("phrase", ["systems research", "arms control", "sales target", "forward pass"])
def test_a_compound_whose_first_noun_looks_like_a_plural_is_a_term(phrase: str) -> None:
    assert candidate_of(f"We read about {phrase} today.", phrase) is not None


def test_a_work_that_a_short_list_of_references_names_lends_its_names() -> None:
    candidate = candidate_of("Soil is old.", "GPT-4", references=(Reference("OpenAI GPT-4 Technical Report"),))
    assert candidate is not None


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        pytest.param(
            "Why Soil Carbon Models Err", "Most SCMs forget roots.", [("Soil Carbon Models", "SCMs")], id="one"
        ),
        pytest.param(
            "Soil Carbon Models", "SCMs err. Salt Crust Maps err.", [], id="two of them: either could be meant"
        ),
        pytest.param("Soil Models", "Most SMs forget roots.", [], id="two letters stand for too much"),
        pytest.param("soil carbon models", "Most SCMs forget roots.", [], id="no capitals: three words by chance"),
    ],
)
def test_an_acronym_without_a_bracket_is_joined_to_the_only_name_in_capitals_that_it_fits(
    title: str, text: str, names: list[tuple[str, str]]
) -> None:
    found = find_aliases((Passage(title, "", "heading"), *find_passages(blocks_of(text))), "en")
    assert [(alias.name, alias.other, alias.stated) for alias in found] == [(*pair, False) for pair in names]


def test_what_initials_alone_join_is_one_term_and_no_definition() -> None:
    draft = a_draft(title="Why Soil Carbon Models Err", text="Most SCMs forget roots. Other SCMs forget rain.")
    (term,) = [candidate for candidate in draft.candidates if candidate.term == "SCMs"]
    assert (term.aka, draft.definitions) == (("Soil Carbon Models",), ())


def test_a_phrase_that_ends_on_a_general_noun_weighs_less() -> None:
    text = "We saw soil breakthroughs this year. We saw soil bacteria this year."
    vague, plain = candidate_of(text, "soil breakthroughs"), candidate_of(text, "soil bacteria")
    assert vague is not None
    assert plain is not None
    assert vague.boost < plain.boost / 2


def test_a_plain_word_is_as_common_as_its_singular() -> None:
    plural, singular = (
        candidate_of("They are architectures.", "architectures"),
        candidate_of("It is architecture.", "architecture"),
    )
    assert plural is not None
    assert singular is not None
    assert plural.zipf == singular.zipf
