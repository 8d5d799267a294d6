"""The first mention of each glossary term in a body leads to the term's page, and nothing else does."""

from __future__ import annotations

import pytest

from digest.blocks import (
    Aside,
    Block,
    Blocks,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Link,
    Paragraph,
    Quote,
    Text,
    plain_text,
)
from digest.documents import Definition
from digest.model import CreditedDefinition, Entry
from digest.render.mentions import find_mentions, index_names, link_mentions

PAGE = "articles/soil.md"


def an_entry(term: str, *aka: str, definition: str = "", status: str = "stated") -> Entry:
    slug = term.lower().replace(" ", "-")
    given = CreditedDefinition(Definition(definition, "p1", term, status), PAGE, "Soil")  # type: ignore[arg-type]
    return Entry(term, term.lower(), slug, f"terms/{slug}.md", aka, (given,) if definition else (), (), (PAGE,))


def link_text(text: str, *entries: Entry) -> tuple[Inline, ...]:
    (block,) = link_blocks((Paragraph((Text(text),)),), *entries)
    assert isinstance(block, Paragraph)
    return block.children


def link_blocks(blocks: Blocks, *entries: Entry) -> tuple[Block, ...]:
    return link_mentions(blocks, index_names(entries), page=PAGE)


def test_the_first_mention_is_a_link_to_the_terms_page_with_its_stated_definition() -> None:
    linked = link_text("More scaling laws, and scaling laws again.", an_entry("scaling law", definition="A curve."))
    assert linked == (
        Text("More "),
        Link("../terms/scaling-law.md", (Text("scaling laws"),), "A curve."),
        Text(", and scaling laws again."),
    )


def test_a_suggested_definition_is_no_title() -> None:
    (mention,) = link_text("weight", an_entry("weight", definition="A number.", status="suggested"))
    assert mention == Link("../terms/weight.md", (Text("weight"),), "")


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        pytest.param("scaling law", "Scaling Laws", ["Scaling Laws"], id="case and plural do not matter in a phrase"),
        pytest.param("policies", "one policy", ["policy"], id="a plural term is found in the singular"),
        pytest.param("transformer", "Transformers win", ["Transformers"], id="a sentence may begin with it"),
        pytest.param("RAG", "a rag, a RAG", ["RAG"], id="capitals inside a word count"),
        pytest.param("LLM", "LLMs", ["LLMs"], id="an acronym has a plural"),
        pytest.param("Lean", "lean, Lean", ["Lean"], id="the capital of a name that stands alone counts"),
        pytest.param("test-time compute", "test‑time compute", ["test‑time compute"], id="any hyphen is one"),
        pytest.param("always-on", "always on", ["always on"], id="a hyphen is a space"),
        pytest.param("training", "pre-training", [], id="half of a compound is another word"),
        pytest.param("test-time compute", "test-time compute-optimal", [], id="so is its other half"),
        pytest.param("GPT-4", "GPT-4.5 and GPT-4o", [], id="another version is another thing"),
        pytest.param("GPT-4", "Is it GPT-4? Yes.", ["GPT-4"], id="punctuation ends a word"),
        pytest.param("Transformer", "the Transformer's end", ["Transformer"], id="a genitive is a mention"),
        pytest.param("don", "don't", [], id="a short form is not"),
        pytest.param("scaling", "https://example.org/scaling/x", [], id="a part of an address is not"),
        pytest.param("C", "C++ and C#", [], id="signs may be part of a name"),
        pytest.param("含金量", "他们认为含金量很高", ["含金量"], id="scripts without spaces"),
        pytest.param("Ströbl", "Strobl", ["Strobl"], id="diacritics do not matter"),
        pytest.param("scaling law", "scaling. Law", [], id="a phrase does not cross a full stop"),
    ],
)
def test_what_is_a_mention(term: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find_mentions(text, index_names([an_entry(term)]))] == found


def test_the_longest_of_several_names_is_linked() -> None:
    linked = link_text("inference scaling", an_entry("scaling"), an_entry("inference scaling"), an_entry("inference"))
    assert linked == (Link("../terms/inference-scaling.md", (Text("inference scaling"),), ""),)


def test_another_name_of_a_term_counts_as_its_mention() -> None:
    linked = link_text("test-time scaling is inference scaling", an_entry("inference scaling", "test-time scaling"))
    assert linked[0] == Link("../terms/inference-scaling.md", (Text("test-time scaling"),), "")
    assert linked[1:] == (Text(" is inference scaling"),)


@pytest.mark.parametrize(
    ("mention", "title"),
    [
        pytest.param("SSB", "Soil Survey Bureau.", id="what the acronym is short for"),
        pytest.param("Soil Survey Bureau", "SSB", id="the acronym, where that stands already"),
    ],
)
def test_a_pointer_says_what_its_mention_does_not(mention: str, title: str) -> None:
    entry = an_entry("SSB", "Soil Survey Bureau", definition="Soil Survey Bureau.")
    assert link_text(mention, entry) == (Link("../terms/ssb.md", (Text(mention),), title),)


def test_an_everyday_word_is_linked_only_where_it_is_a_subject() -> None:
    blocks = (Paragraph((Text("More weight to RAG and to scaling laws."),)),)
    entries = an_entry("weight"), an_entry("RAG"), an_entry("scaling laws")
    (linked,) = link_mentions(blocks, index_names(entries), page="articles/clay.md")
    assert isinstance(linked, Paragraph)
    assert [plain_text(i.children) for i in linked.children if isinstance(i, Link)] == ["RAG", "scaling laws"]


def test_headings_code_links_and_quotations_are_left_alone() -> None:
    blocks = (
        Heading(2, (Text("soil"),)),
        CodeBlock("soil"),
        Quote((Paragraph((Text("soil"),)),)),
        Paragraph((Code("soil"), Link("https://example.org", (Text("soil"),)))),
    )
    assert link_blocks(blocks, an_entry("soil")) == blocks


def test_lists_asides_and_emphasis_are_searched_and_keep_their_anchors() -> None:
    blocks = (
        BulletList(((Paragraph((Emphasis((Text("soil"),)),), "p1"),),)),
        Aside("offer", (Paragraph((Text("clay"),), "p2"),)),
    )
    soil, clay = an_entry("soil"), an_entry("clay")
    assert link_blocks(blocks, soil, clay) == (
        BulletList(((Paragraph((Emphasis((Link("../terms/soil.md", (Text("soil"),)),)),), "p1"),),)),
        Aside("offer", (Paragraph((Link("../terms/clay.md", (Text("clay"),)),), "p2"),)),
    )


def test_words_and_their_order_stay_as_they_are() -> None:
    text = "Soil laws, clay-soil and soil: “soil law”."
    linked = link_text(text, an_entry("soil law"), an_entry("soil"))
    assert "".join(i.text if isinstance(i, Text) else i.children[0].text for i in linked) == text  # type: ignore[union-attr]
