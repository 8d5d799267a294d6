"""Front matter of strangers is read with care; ours is written in one way, and harmless where it is printed as it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.markdown.front_matter import escape_metadata, split_front_matter, write_front_matter


@pytest.mark.parametrize(
    ("text", "mapping", "body"),
    [
        pytest.param("---\ntitle: Soil\n---\nbody", {"title": "Soil"}, "body", id="YAML"),
        pytest.param("\ufeff---\r\ntitle: 'So: il'\r\n...\r\nbody", {"title": "So: il"}, "body", id="BOM and other line ends"),
        pytest.param("---\ndate: 2024-12-19\nat: 2024-12-19 10:00\n---\n", {"date": "2024-12-19", "at": "2024-12-19 10:00"}, "", id="dates"),
        pytest.param("---\nlang: no\nat: 12:30\nv: 1.10\n---\n", {"lang": "no", "at": "12:30", "v": "1.10"}, "", id="words that YAML takes for values"),
        pytest.param(
            "---\na: 3\nb: 0.93\nc: true\nd: null\ne:\nf: [x, 1]\n1: g\n---\n",
            {"a": 3, "b": 0.93, "c": True, "d": None, "e": None, "f": ["x", 1], "1": "g"},
            "",
            id="values",
        ),
        pytest.param("---\n# nothing\n---\nbody", {}, "body", id="empty"),
        pytest.param('+++\ntitle = "Soil"\ndate = 2024-12-19\n[a]\nb = 10:00:00\n+++\nbody', {"title": "Soil", "date": "2024-12-19", "a": {"b": "10:00:00"}}, "body", id="TOML"),
        pytest.param("body", {}, "body", id="none"),
        pytest.param("---\nbody", {}, "---\nbody", id="a rule that nothing ends"),
        pytest.param("---\njust words\n---\nbody", {}, "---\njust words\n---\nbody", id="words between two rules"),
        pytest.param("---- \na: b\n---\n", {}, "---- \na: b\n---\n", id="four dashes"),
    ],
)  # fmt: skip
def test_front_matter_is_split_from_the_text(text: str, mapping: dict[str, Any], body: str) -> None:
    assert split_front_matter(text, where="seeds/a.md") == (mapping, body)


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("---\na: 1\nb: c: d\n---\n", "seeds/a.md: front matter, line 3: mapping values are not allowed here (put a value with a colon or quotes in it into quotes)"),
        ("---\na: &x [1]\nb: *x\n---\n", "seeds/a.md: front matter, line 2: anchors, aliases and tags are not read (write the value out)"),
        ("---\na: !!python/name:os.system\n---\n", "seeds/a.md: front matter, line 2: anchors, aliases and tags are not read (write the value out)"),
        ("---\n" + "[" * 60_000 + "\n---\n", "seeds/a.md: front matter, line 2: nested too deeply (keep what describes the text, remove the rest)"),
        ("---\na: " + "x" * 70_000 + "\n---\n", "seeds/a.md: front matter of more than 64 KiB (shorten it, or begin the text with a blank line)"),
        ("---\na: \x01\n---\n", "seeds/a.md: front matter holds a control character (remove it)"),
        ("+++\na = \n+++\n", "seeds/a.md: front matter: Invalid value (at line 1, column 5) (write it as TOML, or as YAML between `---`)"),
        ("+++\na = " + "[" * 30_000 + "\n+++\n", "seeds/a.md: front matter: nested too deeply (write it as TOML, or as YAML between `---`)"),
    ],
)  # fmt: skip
def test_front_matter_that_cannot_be_read_says_where_and_how_to_mend_it(written: str, error: str) -> None:
    with pytest.raises(SourceError) as raised:
        split_front_matter(written, where="seeds/a.md")
    assert str(raised.value) == error


def test_front_matter_is_written_in_the_order_given() -> None:
    mapping = {
        "title": "Is AI progress slowing down?",
        "description": "So: “yes”",
        "date": date(2024, 12, 19),
        "tags": ["inference scaling", "C#", "no", "2024-12-19"],
        "digest": {"url": None, "words": 597, "summary": [{"text": "It is.", "at": "p4"}], "empty": [], "terms": [{"weight": 0.93, "aka": []}]},
    }  # fmt: skip
    assert write_front_matter(mapping) == (
        "---\n"
        "title: Is AI progress slowing down?\n"
        'description: "So: “yes”"\n'
        "date: 2024-12-19\n"
        'tags: [inference scaling, "C#", "no", "2024-12-19"]\n'
        "digest:\n"
        "  url: null\n"
        "  words: 597\n"
        "  summary:\n"
        "    - {text: It is., at: p4}\n"
        "  empty: []\n"
        "  terms:\n"
        "    - {weight: 0.93, aka: []}\n"
        "---\n"
    )


def test_a_value_that_yaml_has_no_word_for_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no place in front matter"):
        write_front_matter({"tags": {"a"}})


WORDS = st.sampled_from(
    [
        "yes",
        "1e3",
        "0o7",
        "12:30",
        "---",
        "...",
        "- a",
        "a #b",
        "a: b",
        "<<",
        "~",
        "\x85",
        "\ufeff",
        "so ",
        "*a",
        "a?",
        "{a",
        "y",
    ]
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.text(st.characters(exclude_categories=["Cs"])),
    WORDS,
)
KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_whatever_is_written_every_yaml_reader_reads_back(mapping: dict[str, Any]) -> None:
    written = write_front_matter(mapping)
    assert (yaml.safe_load(written.removeprefix("---").removesuffix("---\n")) or {}) == mapping
    assert split_front_matter(f"{written}body", where="a.md")[1] == "body"


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("R&D: AT&T's “plan”", "R&D: AT&T's “plan”"),
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
        ('" onload="x', "&quot; onload=&quot;x"),
        ("&lt;b> &#60; &copy 2024 &notit", "&amp;lt;b> &amp;#60; &amp;copy 2024 &amp;notit"),
        (" two\nlines\x00\x07 \u202eback ", "two lines\ufffd back"),
    ],
)
def test_metadata_is_harmless_where_it_is_printed_as_it_stands(text: str, harmless: str) -> None:
    assert escape_metadata(text) == harmless
