"""The machine proposes in the form of the vocabulary file: spellings and initials of one name are proposed as one."""

from __future__ import annotations

from digest.model import Digest, Entry, Theme
from digest.relate.proposals import propose_vocabulary


def a_theme(name: str, articles: int) -> Theme:
    slug = name.lower().replace(" ", "-")
    return Theme(name, slug, f"themes/{slug}.md", (name, "soil"), tuple(f"articles/{n}.md" for n in range(articles)))


def an_entry(term: str, articles: int) -> Entry:
    slug = term.lower()
    return Entry(term, slug, slug, f"terms/{slug}.md", (), (), (), tuple(f"articles/{n}.md" for n in range(articles)))


def test_a_theme_is_proposed_with_its_address_and_terms_the_largest_first() -> None:
    assert propose_vocabulary(Digest((), (a_theme("Soil", 2), a_theme("Kelp forest", 5)), ()))["themes"] == [
        {"name": "Kelp forest", "slug": "kelp-forest", "terms": ["Kelp forest", "soil"]},
        {"name": "Soil", "slug": "soil", "terms": ["Soil", "soil"]},
    ]


def test_a_theme_of_the_same_initials_is_proposed_as_part_of_the_larger() -> None:
    themes = (a_theme("DAP", 2), a_theme("Digital Analytics Program", 5))
    (proposed,) = propose_vocabulary(Digest((), themes, ()))["themes"]
    assert proposed["merge"] == ["DAP"]


def test_two_spellings_of_a_term_are_proposed_as_one() -> None:
    glossary = (an_entry("data set", 2), an_entry("dataset", 3), an_entry("soil", 1))
    assert propose_vocabulary(Digest((), (), glossary))["terms"] == [{"name": "dataset", "merge": ["data set"]}]
