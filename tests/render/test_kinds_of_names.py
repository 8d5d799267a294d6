"""Names stand apart from concepts: on an article's page, in the list of terms, in the front matter; people lead to their place."""

from __future__ import annotations

from sample_digest import SETTINGS, a_document, a_draft, a_library, an_article, read_templates

from digest.documents import TermKind
from digest.markdown.front_matter import split_front_matter
from digest.model import Article, Digest, Entry, Term
from digest.render.render import render_digest


def render(digest: Digest) -> dict[str, str]:
    pages = render_digest(digest, templates=read_templates(), settings=SETTINGS)
    return {page.path: page.text for page in pages}


def an_entry(term: str, *articles: Article, kind: TermKind | None = None) -> Entry:
    slug = term.lower().replace(" ", "-")
    paths = tuple(article.path for article in articles)
    return Entry(term, term.lower(), slug, f"terms/{slug}.md", (), (), (), paths, kind=kind)


def a_term(term: str, kind: TermKind | None = None) -> Term:
    return Term(term, term.lower(), 1.0, (), kind, "so it is said" if kind else "")


def library(*entries: tuple[str, TermKind | None]) -> Digest:
    soil = an_article(a_draft(a_document("Soil")), terms=tuple(a_term(*entry) for entry in entries))
    peat = an_article(a_draft(a_document("Peat", authors=("Ada Brandt",))))
    return a_library(soil, peat, glossary=tuple(an_entry(term, soil, kind=kind) for term, kind in entries))


def test_an_article_s_page_has_its_names_on_a_line_of_their_own() -> None:
    page = render(library(("Ada Brandt", "person"), ("humus", None), ("Zork", "product")))["articles/soil.md"]
    lines = [line for line in page.splitlines() if "digest-label" in line and "terms/" in line]
    assert lines == [
        '<span class="digest-label">Key terms</span> [humus](../terms/humus.md)',
        '<span class="digest-label">Names</span> [Ada Brandt](../terms/ada-brandt.md) · [Zork](../terms/zork.md)',
    ]


def test_an_article_without_names_has_no_such_line() -> None:
    assert "Names" not in render(library(("humus", None)))["articles/soil.md"]


def test_the_front_matter_says_the_kind_of_a_name_and_nothing_of_a_concept() -> None:
    page = render(library(("Zork", "product"), ("humus", None)))["articles/soil.md"]
    assert split_front_matter(page, where="page")[0]["digest"]["terms"] == [
        {"term": "Zork", "weight": 1.0, "aka": [], "kind": "product"},
        {"term": "humus", "weight": 1.0, "aka": []},
    ]


def test_the_list_of_terms_has_concepts_first_and_names_by_their_kind() -> None:
    entries: list[tuple[str, TermKind | None]] = [
        ("Acme", "organisation"),
        ("Ada Brandt", "person"),
        ("humus", None),
        ("Quiet Fields", "work"),
        ("Zork", "product"),
    ]
    page = render(library(*entries))["terms/index.md"]
    told = [line for line in page.splitlines() if line.startswith(("## ", "- "))]
    assert told == [
        '- [humus](humus.md) <span class="digest-count">1 article</span>',
        "## People",
        '- [Ada Brandt](ada-brandt.md) <span class="digest-count">1 article</span>',
        "## Organisations",
        '- [Acme](acme.md) <span class="digest-count">1 article</span>',
        "## Works",
        '- [Quiet Fields](quiet-fields.md) <span class="digest-count">1 article</span>',
        "## Products and models",
        '- [Zork](zork.md) <span class="digest-count">1 article</span>',
    ]


def test_a_long_list_of_terms_has_pages_for_names_after_those_of_the_letters() -> None:
    many: list[tuple[str, TermKind | None]] = [(f"humus {n}", None) for n in range(210)]
    pages = render(library(*many, ("Zork", "product")))
    assert "[Products and models](by-letter/products-and-models.md)" in pages["terms/index.md"]
    assert "[Zork](../zork.md)" in pages["terms/by-letter/products-and-models.md"]


def test_a_person_who_is_a_term_and_wrote_something_leads_from_each_page_to_the_other() -> None:
    pages = render(library(("Ada Brandt", "person")))
    assert (
        "Terms](index.md) › People · [wrote or speaks here](../people/index.md#person-ada-brandt)"
        in (pages["terms/ada-brandt.md"])
    )
    assert "- [Mentioned in 1 article](../terms/ada-brandt.md)" in pages["people/index.md"]


def test_a_person_without_a_page_as_a_term_leads_to_their_place_among_the_people() -> None:
    digest = library(("Ada Brandt", "person"))
    page = render(Digest(digest.articles, (), ()))["articles/soil.md"]
    assert "[Ada Brandt](../people/index.md#person-ada-brandt)" in page


def test_the_words_that_show_a_kind_are_on_no_page() -> None:
    assert not [text for text in render(library(("Zork", "product"))).values() if "so it is said" in text]
