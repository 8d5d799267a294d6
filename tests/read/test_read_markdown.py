"""Markdown keeps what its front matter says of it; its body becomes blocks without a trace of HTML."""

from __future__ import annotations

import pytest

from digest.blocks import Emphasis, Heading, Link, Paragraph, Quote, Strong, plain_text, walk_blocks
from digest.documents import Document, Source, Via
from digest.read.markdown import read_markdown

BODY = "The river has changed its bed four times since people began to write about it.\n"


def read(text: str) -> Document:
    (document,) = read_markdown(text.encode(), Source("seeds/x.md", "text/markdown", "0"))
    return document


def words(document: Document) -> list[str]:
    return [
        plain_text(block.children) for block in walk_blocks(document.blocks) if isinstance(block, Paragraph | Heading)
    ]


def test_front_matter_says_what_the_source_is() -> None:
    document = read(
        f"""---
layout: post
title: "The Old Mill"
subtitle: Four times dry
date: 2021-05-03 10:00:00 +0200
authors: [Ann Bee, {{name: Carl Dee}}]
tags: [mill, "#river"]
categories: history
description: Why mills stand dry.
canonical_url: https://example.org/mill
lang: en-GB
via: A friend
draft: true
template: evil.html
---
{BODY}"""
    )

    assert (document.title, document.title_from) == ("The Old Mill", "stated")
    assert (document.deck, document.abstract) == ("Four times dry", "Why mills stand dry.")
    assert (document.published, document.authors) == ("2021-05-03", ("Ann Bee", "Carl Dee"))
    assert document.tags == ("mill", "river", "history")
    assert (document.url, document.lang, document.via) == ("https://example.org/mill", "en-GB", Via(None, "A friend"))
    assert words(document) == [BODY.strip()]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("date: 2021-05-03", "2021-05-03"),
        ("published: '2021-05-03T08:00:00Z'", "2021-05-03"),
        ("date: {created: 2021-05-03, updated: 2024-01-01}", "2021-05-03"),
        ("date: 2021", "2021"),
        ("date: soon", None),
        ("date: '2021-13-45'", None),
        ("date: true", None),
    ],
)
def test_a_day_is_published_only_where_one_is_stated(line: str, published: str | None) -> None:
    assert read(f"---\ntitle: Mill\n{line}\n---\n{BODY}").published == published


@pytest.mark.parametrize(
    "line",
    ["url: javascript:alert(1)", "url: /mill/", "url: [https://example.org]", "link: ''"],
)
def test_what_is_no_web_address_is_passed_over(line: str) -> None:
    assert read(f"---\ntitle: Mill\n{line}\n---\n{BODY}").url is None


def test_the_first_heading_is_the_title_where_front_matter_has_none() -> None:
    document = read(f"# The *Old* Mill\n\n{BODY}\n## Repairs\n\n{BODY}")

    assert (document.title, document.title_from) == ("The Old Mill", "stated")
    assert words(document) == [BODY.strip(), "Repairs", BODY.strip()]


def test_a_first_heading_that_repeats_the_title_is_shown_once() -> None:
    assert words(read(f"---\ntitle: The Old Mill\n---\n# The Old Mill\n\n{BODY}")) == [BODY.strip()]


def test_without_any_title_one_is_derived() -> None:
    document = read(BODY + "\n" + "The mills of the valley stand dry. " * 3)

    assert document.title_from == "derived"
    assert document.title == "The mills of the valley stand dry"


def test_well_known_tags_become_marks_or_go() -> None:
    document = read(
        'A <span class="x">mill</span> is <strong>dry</strong> and <em>old</em>, see <a href="https://example.org">here</a>.<br>\n'
    )

    paragraph = document.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.children).strip() == "A mill is dry and old, see here."
    assert [type(inline) for inline in paragraph.children if isinstance(inline, Strong | Emphasis | Link)] == [
        Strong,
        Emphasis,
        Link,
    ]


@pytest.mark.parametrize(
    "verse", ["The mill is dry,<br>\nthe wheel is still.\n", "The mill is dry,\n<br>the wheel is still.\n"]
)
def test_a_line_break_by_tag_is_one_wherever_it_stands(verse: str) -> None:
    assert words(read(f"# Mill\n\n{verse}")) == ["The mill is dry,", "the wheel is still."]


@pytest.mark.parametrize(
    "noise",
    [
        pytest.param("<!-- more -->", id="a comment"),
        pytest.param("<!-- a\n\nb -->", id="a comment over lines"),
        pytest.param("<script async>alert('x')</script>", id="a script"),
        pytest.param("<style>\np { color: red }\n</style>", id="a style"),
        pytest.param('<iframe src="https://example.org"></iframe>', id="a frame"),
        pytest.param("{% include figure.html %}", id="a template's line"),
        pytest.param("{: .lead }", id="attributes"),
        pytest.param('<div class="x">\n</div>', id="an empty box"),
    ],
)
def test_nothing_is_left_of(noise: str) -> None:
    assert words(read(f"---\ntitle: Mill\n---\n{BODY}\n{noise}\n\n{BODY}")) == [BODY.strip()] * 2


def test_a_quotation_in_tags_is_a_quotation() -> None:
    document = read(f"{BODY}\n<blockquote>\n  <p>The mill is dry.</p>\n</blockquote>\n\n{BODY}")

    (quote,) = [block for block in document.blocks if isinstance(block, Quote)]
    assert [plain_text(block.children) for block in quote.children if isinstance(block, Paragraph)] == [
        "The mill is dry."
    ]


def test_tags_in_code_are_what_they_are() -> None:
    document = read(f"{BODY}\nUse `<b>` here.\n\n```html\n<p>mill</p>\n```\n")

    assert "Use <b> here." in words(document)


def test_tags_of_nobody_stay_text() -> None:
    assert "Name it <branch> now." in words(read(f"{BODY}\nName it <branch> now.\n"))
