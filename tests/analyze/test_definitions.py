"""Definitions are few and certain: a stated glossary, "X is a … that …", labelled lines in a row, spelled-out acronyms."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.documents import Definition


def defined(text: str, **fields: object) -> list[tuple[str | None, str]]:
    return [(definition.term, definition.text) for definition in a_draft(text=text, **fields).definitions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "A content freeze is an agreement that no content changes before launch.",
            [("content freeze", "A content freeze is an agreement that no content changes before launch.")],
            id="a sentence of genus and difference",
        ),
        pytest.param(
            "Mulching is the practice of covering soil with straw.",
            [("Mulching", "Mulching is the practice of covering soil with straw.")],
            id="a practice",
        ),
        pytest.param(
            "We met the General Services Administration (GSA).",
            [("GSA", "General Services Administration")],
            id="an acronym spelled out",
        ),
        pytest.param(
            "We met the Federal Trade Commission’s (FTC) staff.",
            [("FTC", "Federal Trade Commission")],
            id="an acronym spelled out in the genitive",
        ),
        pytest.param(
            "We asked three Cloud Service Providers (CSPs) for a price.",
            [("CSP", "Cloud Service Provider")],
            id="a plural acronym, as one of them",
        ),
        pytest.param(
            "They sent requests for proposals (RFPs) out.",
            [("RFPs", "requests for proposals")],
            id="a plural that is not only the last letter's",
        ),
        pytest.param(
            "An heirloom is a “seed of a kind which gardeners pass on by hand.”",
            [("heirloom", "An heirloom is a “seed of a kind which gardeners pass on by hand.”")],
            id="words that the sentence quotes",
        ),
        pytest.param(
            "MQTT (Message Queuing Telemetry Transport) is a protocol for small devices.",
            [("MQTT", "MQTT (Message Queuing Telemetry Transport) is a protocol for small devices.")],
            id="a sentence that spells the acronym out, once",
        ),
        pytest.param(
            "Data exhaustion: The supply of text is finite\nModel collapse: Training on made text degrades models",
            [
                ("Data exhaustion", "The supply of text is finite"),
                ("Model collapse", "Training on made text degrades models"),
            ],
            id="two labels, each with what happens",
        ),
        pytest.param(
            "RAG: Patching hallucination and knowledge gaps\nPrompt Engineering: Crafting inputs for opaque models",
            [
                ("RAG", "Patching hallucination and knowledge gaps"),
                ("Prompt Engineering", "Crafting inputs for opaque models"),
            ],
            id="labelled lines in a row",
        ),
    ],
)
def test_a_definition_is_found_in(text: str, found: list[tuple[str, str]]) -> None:
    assert defined(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Soil is a good place for worms to live in.", id="praise"),
        pytest.param("Annalee is a developer at a small firm in Leeds.", id="a person"),
        pytest.param("It is a process that takes years.", id="a pronoun"),
        pytest.param("Ada is an engineer committed to clean water.", id="a person and what drives her"),
        pytest.param("Mulching is an umbrella that sits on top of all gardening.", id="a figure of speech"),
        pytest.param("The soil initiative is an effort that four states began.", id="a thing named before"),
        pytest.param("Mulching is a practice that seeks to achieve this goal.", id="what points elsewhere"),
        pytest.param("The problem is a lack of time for all of us.", id="a vague subject"),
        pytest.param(
            "- PhD students: Fastest path is research\n- Labs: Funding follows the hype", id="a list of cases"
        ),
        pytest.param(
            "- NLP foundations: Word2Vec gave us embeddings\n- Strategic AI: Deep RL conquered Atari",
            id="a list of examples",
        ),
        pytest.param("Date: the fifth of May\nLocation: the old town hall", id="an announcement's labels"),
        pytest.param("Anna: I think we should go now\nBerta: We could stay a while longer", id="a dialogue"),
        pytest.param(
            "No plan: Some beds may be dug without one\nNo water: The well might run dry",
            id="labels of which something is said",
        ),
        pytest.param(
            "Anna: Being heard would help.\nBerta: Or being asked at all.", id="speakers who say nothing of themselves"
        ),
        pytest.param("Data exhaustion: The supply of text is finite", id="a label that stands alone"),
        pytest.param("Dinner: A baked potato with fresh fish\nLunch: An egg sandwich on brown bread", id="a menu"),
        pytest.param(
            "- Cold storage: Offering room for all boxes\n- Basic cover: Providing some care for lost ones",
            id="a list of services",
        ),
        pytest.param("The sale ends at noon Eastern Standard Time (EST).", id="what everybody knows"),
        pytest.param(
            "Partner shops: This brings in more of them\nLive video: Selling while people watch",
            id="labels of which one points back",
        ),
        pytest.param(
            "- Policy and planning: Writing the rules\n- Moving and storage: Keeping the boxes",
            id="labels of two things",
        ),
    ],
)
def test_no_definition_is_made_of(text: str) -> None:
    assert defined(text) == []


def test_the_source_s_own_glossary_comes_first_as_it_is() -> None:
    own = Definition("A value that the model learns.", "p9", "parameter", "suggested", "it says “value”")
    assert a_draft(definitions=(own,)).definitions == (own,)
