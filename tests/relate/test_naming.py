"""Themes have names that a table of contents could hold side by side."""

from __future__ import annotations

from collections import Counter

from digest.model import Term
from digest.relate.naming import name_groups


def names(*articles: tuple[str, ...], groups: tuple[tuple[int, ...], ...]) -> list[str]:
    """The names of groups of articles, each article given by its key terms, the strongest first."""
    terms = [tuple(Term(word, word.lower(), 1 / rank) for rank, word in enumerate(one, start=1)) for one in articles]
    uses = Counter(term.key for one in terms for term in one)
    return [named[0].term for named in name_groups(groups, terms, uses)]


def test_no_theme_spells_out_the_acronym_that_names_another() -> None:
    of_models = ("LLMs", "prompt")
    of_language = ("language models", "grammar")
    assert names(of_models, of_models, of_models, of_language, of_language, groups=((0, 1, 2), (3, 4))) == [
        "LLMs",
        "grammar",
    ]


def test_no_theme_adds_words_to_the_name_of_another() -> None:
    assert names(
        ("soil",), ("soil",), ("soil",), ("living soil", "humus"), ("living soil", "humus"), groups=((0, 1, 2), (3, 4))
    ) == [
        "soil",
        "humus",
    ]
