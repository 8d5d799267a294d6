"""A citation holds what the source states, and nothing else."""

from __future__ import annotations

from sample_digest import a_document, a_draft, an_article

from digest.model import Article
from digest.render.citation import Citation, citation_keys, cite_article


def cite(article: Article) -> Citation:
    return cite_article(article, key=citation_keys([article])[article.path])


def test_all_that_is_stated() -> None:
    document = a_document(
        "Is it slowing down?",
        authors=("Ada Lovelace", "Benedikt Ströbl", "Cy Twombly"),
        site="example.org",
        published="2024-12-19",
        accessed="2025-01-03",
        url="https://example.org/a_b",
    )
    citation = cite(an_article(a_draft(document)))
    assert citation.words == (
        "Ada Lovelace, Benedikt Ströbl and Cy Twombly. “Is it slowing down?” example.org, 19 Dec 2024. "
        "https://example.org/a_b. Accessed 3 Jan 2025."
    )
    assert citation.bibtex == (
        "@online{lovelace2024slowing,\n"
        "  author = {Ada Lovelace and Benedikt Ströbl and Cy Twombly},\n"
        "  title = {Is it slowing down?},\n"
        "  howpublished = {example.org},\n"
        "  date = {2024-12-19},\n"
        "  url = {https://example.org/a_b},\n"
        "  urldate = {2025-01-03},\n"
        "}"
    )


def test_a_source_that_states_nothing_but_its_title() -> None:
    citation = cite(an_article(a_draft(a_document("Soil"))))
    assert citation.words == "“Soil”. Source not recorded."
    assert citation.bibtex == "@online{id-soil,\n  title = {Soil},\n}"


def test_a_derived_title_stands_in_brackets() -> None:
    citation = cite(an_article(a_draft(a_document("Soil", title_from="derived"))))
    assert citation.words == "[Soil]. Source not recorded."


def test_signs_that_tex_would_read_are_escaped() -> None:
    citation = cite(an_article(a_draft(a_document("50% of {C#} & \\input"))))
    assert citation.bibtex == "@online{input,\n  title = {50\\% of \\{C\\#\\} \\& \\textbackslash{}input},\n}"


def test_the_second_piece_with_the_same_words_has_a_key_of_its_own() -> None:
    first = an_article(a_draft(a_document("Living soil")))
    second = an_article(a_draft(a_document("Living soils", authors=())), id="7c2f")
    third = an_article(a_draft(a_document("Living soil, again")), id="9a00")
    keys = citation_keys([first, second, third])
    assert list(keys.values()) == ["living", "living-7c2f", "living-9a00"]
