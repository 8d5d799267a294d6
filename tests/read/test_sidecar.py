"""A sidecar is read key by key; what is wrong in it is named with its place and how to mend it."""

from __future__ import annotations

import pytest

from digest.documents import Sidecar, Via
from digest.errors import SidecarError
from digest.read.sidecar import read_sidecar

WHERE = "seeds/x.txt.yml"


def test_a_full_sidecar_gives_all_its_values() -> None:
    text = """
title: On Soil
url: https://example.org/soil
authors: [Ada Ash, Bo Birch]
site: The Soil Paper
published: 2024-12-19
accessed: 2025-01
via: {url: https://example.org/via, title: A friend}
rights: excerpt
license: CC-BY-4.0
kind: summary
lang: pt-BR
tags: [soil]
themes: [Land]
note: "*Read twice.*"
summary: Soil matters.
aliases: [soil-old]
pin: true
draft: false
hide: false
"""

    assert read_sidecar(text, where=WHERE) == Sidecar(
        title="On Soil",
        url="https://example.org/soil",
        authors=("Ada Ash", "Bo Birch"),
        site="The Soil Paper",
        published="2024-12-19",
        accessed="2025-01",
        via=Via("https://example.org/via", "A friend"),
        rights="excerpt",
        license="CC-BY-4.0",
        kind="summary",
        lang="pt-BR",
        tags=("soil",),
        themes=("Land",),
        note="*Read twice.*",
        summary="Soil matters.",
        aliases=("soil-old",),
        pin=True,
        draft=False,
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty one"),
        pytest.param("# later\n", id="one of comments"),
        pytest.param("title:\nurl: ~\n", id="one of keys without values"),
    ],
)
def test_nothing_is_said_by(text: str) -> None:
    assert read_sidecar(text, where=WHERE) == Sidecar()


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param("published: 2024-12-19", "2024-12-19", id="a YAML date"),
        pytest.param("published: '2024-12-19'", "2024-12-19", id="a date in quotes"),
        pytest.param("published: 2024", "2024", id="a year"),
        pytest.param("published: 2024-12", "2024-12", id="a month"),
        pytest.param("published: 2024-12-19T10:00:00", "2024-12-19T10:00:00", id="a day with its hour"),
    ],
)
def test_a_date_becomes_iso_text_from(text: str, published: str) -> None:
    assert read_sidecar(text, where=WHERE).published == published


def test_one_author_needs_no_brackets() -> None:
    assert read_sidecar("authors: Ada Ash", where=WHERE).authors == ("Ada Ash",)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param("titel: Soil", "seeds/x.txt.yml: titel: unknown key (did you mean title?)", id="a misspelt key"),
        pytest.param(
            "zzz: 1",
            "seeds/x.txt.yml: zzz: unknown key (known: accessed, aliases, authors, draft, hide, kind, lang, license, "
            "note, pin, published, rights, site, summary, tags, themes, title, url, via)",
            id="a key like no other",
        ),
        pytest.param(
            "title: [1]", "seeds/x.txt.yml: title: [1] is not text (put it in quotes)", id="a list for a text"
        ),
        pytest.param(
            "title: 2024", "seeds/x.txt.yml: title: 2024 is not text (put it in quotes)", id="a number for a text"
        ),
        pytest.param(
            "tags: {a: b}",
            "seeds/x.txt.yml: tags: {'a': 'b'} is not a list of texts (for example [one, two])",
            id="a mapping for a list",
        ),
        pytest.param(
            "published: soon",
            "seeds/x.txt.yml: published: 'soon' is not a date (write it as 2024-12-19, 2024-12 or 2024)",
            id="a word for a date",
        ),
        pytest.param(
            "pin: maybe",
            "seeds/x.txt.yml: pin: 'maybe' is neither true nor false (write true or false)",
            id="a text for a flag",
        ),
        pytest.param(
            "rights: all",
            "seeds/x.txt.yml: rights: 'all' is not a kind of rights (one of full, excerpt, link)",
            id="rights of no kind",
        ),
        pytest.param(
            "url: javascript:alert(1)",
            "seeds/x.txt.yml: url: 'javascript:alert(1)' is not a web address (begin it with https:// or http://)",
            id="an address that is a script",
        ),
        pytest.param("- a", "seeds/x.txt.yml: not a mapping (write lines such as `title: …`)", id="a list"),
        pytest.param(
            "title: 'a",
            "seeds/x.txt.yml: line 1: found unexpected end of stream (put a value with a colon or quotes in it into quotes)",
            id="a quote that never ends",
        ),
        pytest.param(
            "a: &x [1]\nb: *x",
            "seeds/x.txt.yml: line 1: anchors, aliases and tags are not read (write the value out)",
            id="an alias",
        ),
        pytest.param(
            "title: " + "[" * 5000,
            "seeds/x.txt.yml: line 1: nested too deeply (keep what describes the text, remove the rest)",
            id="a thousand brackets",
        ),
        pytest.param(
            "note: " + "x" * 70_000, "seeds/x.txt.yml: longer than 64 KiB (shorten it)", id="more text than a sidecar"
        ),
    ],
)
def test_an_error_says_where_what_and_how_to_mend_for(text: str, error: str) -> None:
    with pytest.raises(SidecarError) as raised:
        read_sidecar(text, where=WHERE)

    assert str(raised.value) == error


def test_norwegian_needs_no_quotes() -> None:
    assert read_sidecar("lang: no", where="seeds/x.txt.yml").lang == "no"
