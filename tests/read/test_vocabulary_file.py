"""A vocabulary file is read key by key; what it may not say is told with place and mend."""

from __future__ import annotations

import pytest

from digest.documents import Ruling, Vocabulary
from digest.errors import ConfigError
from digest.read.vocabulary_file import read_vocabulary

WHERE = "vocabulary.yml"


def test_every_key_is_read() -> None:
    text = """
themes:
  - name: Scaling
    merge: [Scaling laws, Parameter counts]
    about: Does more compute still help?
    pin: yes
    slug: scaling
    terms: inference scaling
    articles: [seeds/essay.md]
terms:
  - name: slide deck
    hide: true
"""
    scaling = Ruling(
        name="Scaling",
        slug="scaling",
        about="Does more compute still help?",
        merge=("Scaling laws", "Parameter counts"),
        pin=True,
        terms=("inference scaling",),
        articles=("seeds/essay.md",),
    )
    assert read_vocabulary(text, where=WHERE) == Vocabulary((scaling,), (Ruling("slide deck", hide=True),))


def test_a_term_may_be_said_to_name_something() -> None:
    text = "terms: [{name: Krug, kind: person}, {name: Agile, kind: concept}]"
    ruled = (Ruling("Krug", kind="person"), Ruling("Agile", kind="concept"))
    assert read_vocabulary(text, where=WHERE) == Vocabulary(terms=ruled)


def test_an_empty_file_decides_nothing() -> None:
    assert read_vocabulary("# later\n", where=WHERE) == Vocabulary()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("theme: []", "theme: unknown key (did you mean themes?)", id="an unknown part"),
        pytest.param(
            "terms: [{name: a, hid: true}]", "terms: 1: hid: unknown key (did you mean hide?)", id="an unknown key"
        ),
        pytest.param("terms: [{name: a, slug: a}]", "terms: 1: slug: unknown key", id="a key for themes only"),
        pytest.param("terms: soil", "terms: not a list (begin each entry with `- name: …`)", id="no list"),
        pytest.param("terms: [soil]", "terms: 1: 'soil' is not an entry (write `- name: …`)", id="no entry"),
        pytest.param("themes: [{pin: true}]", "themes: 1: has no name (write `- name: …`)", id="no name"),
        pytest.param(
            "terms: [{name: a, pin: maybe}]",
            "terms: 1: pin: 'maybe' is neither true nor false (write true or false)",
            id="a wrong value",
        ),
        pytest.param(
            "terms: [{name: a, kind: firm}]",
            "terms: 1: kind: 'firm' is not a kind of term (one of concept, person, organisation, work, product)",
            id="a kind",
        ),
        pytest.param(
            "themes: [{name: a, kind: work}]",
            "themes: 1: kind: unknown key (did you mean pin?)",
            id="a kind of a theme",
        ),
        pytest.param(
            "themes: [{name: a, slug: A b}]", "themes: 1: slug: 'A b' is not an address (for example a-b)", id="a slug"
        ),
        pytest.param(
            "terms: [{name: a}, {name: b, merge: A}]",
            "terms: b: A stands under a already (name it once)",
            id="a name twice",
        ),
        pytest.param("terms: [{name: a}, {name: a}]", "terms: a: a stands under a already (name it once)", id="a twin"),
    ],
)
def test_a_mistake_is_told(text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_vocabulary(text, where=WHERE)
    assert str(caught.value).split(" (known:")[0] == f"{WHERE}: {told}"
