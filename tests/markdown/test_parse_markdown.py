"""Markdown of strangers becomes the closed set of blocks; HTML, extensions and unsafe addresses become the words they are."""

from __future__ import annotations

import pytest

from digest.blocks import (
    Block,
    Break,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Image,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
    plain_text,
    walk_blocks,
)
from digest.markdown.parse import parse_markdown


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def words_in(markdown: str) -> str:
    return " ".join(
        plain_text(block.children) for block in walk_blocks(parse_markdown(markdown)) if isinstance(block, Paragraph)
    )


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        pytest.param("Soil\nlives", paragraph("Soil lives"), id="a line end within a paragraph is a space"),
        pytest.param(
            "one  \ntwo", Paragraph((Text("one"), Break(), Text("two"))), id="two spaces before it are a break"
        ),
        pytest.param("- a\n- b", BulletList(((paragraph("a"),), (paragraph("b"),))), id="bullets"),
        pytest.param("7. a\n8. b", OrderedList(((paragraph("a"),), (paragraph("b"),)), 7), id="numbers from the first"),
        pytest.param("> a\n>\n> b", Quote((paragraph("a"), paragraph("b"))), id="a quote of two paragraphs"),
        pytest.param("```python title=x\na = 1\n```", CodeBlock("a = 1", "python"), id="a fence with its language"),
        pytest.param("    a = 1\n\n    b", CodeBlock("a = 1\n\nb"), id="indented code"),
        pytest.param("* * *", Rule(), id="a rule"),
        pytest.param(
            "| a | b |\n|---|--:|\n| 1 |",
            Table(((Text("a"),), (Text("b"),)), (((Text("1"),), ()),), ("", "right")),
            id="a table",
        ),
        pytest.param("a <b>c</b>", paragraph("a <b>c</b>"), id="HTML in a line is text"),
        pytest.param("<div>\nc\n</div>", paragraph("<div> c </div>"), id="an HTML block is text"),
        pytest.param("- [x] done", BulletList(((paragraph("[x] done"),),)), id="a task stays as it is"),
        pytest.param("~~gone~~", paragraph("~~gone~~"), id="what is struck through stays marked as such"),
        pytest.param("so[^1]\n\n[^1]: Smith", paragraph("so[^1]"), id="a reference to a footnote stays"),
        pytest.param("[^1]: Smith", paragraph("[^1]: Smith"), id="a footnote stays"),
    ],
)
def test_markdown_becomes(markdown: str, block: Block) -> None:
    assert parse_markdown(markdown)[0] == block


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        pytest.param(
            "*a* **b** `c`", (Emphasis((Text("a"),)), Text(" "), Strong((Text("b"),)), Text(" "), Code("c")), id="marks"
        ),
        pytest.param('[a](b.md "t")', (Link("b.md", (Text("a"),), "t"),), id="a link with its title"),
        pytest.param(
            "[a *b*][1]\n\n[1]: <c d>", (Link("c%20d", (Text("a "), Emphasis((Text("b"),)))),), id="by reference"
        ),
        pytest.param(
            "<https://a.example>", (Link("https://a.example", (Text("https://a.example"),)),), id="an address"
        ),
        pytest.param("![*a* b](c.png)", (Image("c.png", "a b"),), id="a picture"),
        pytest.param("*a *b* c*", (Emphasis((Text("a b c"),)),), id="emphasis within emphasis is one"),
        pytest.param("** a **", (Text("** a **"),), id="stars with spaces are stars"),
    ],
)
def test_inlines_become(markdown: str, words: Inlines) -> None:
    assert parse_markdown(markdown)[0] == Paragraph(words)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#9;script:alert(1)",
        "&#106;avascript:alert(1)",
        "\\x01javascript:alert(1)".replace("\\x01", "\x01"),
        "vbscript:x",
        "data:text/html,x",
        "data:image/svg+xml,x",
        "file:///etc/passwd",
        "tel:123",
        "blob:x",
    ],
)
def test_a_link_that_may_not_be_followed_leaves_its_words(url: str) -> None:
    assert parse_markdown(f"so [*a* b](<{url}>)") == (Paragraph((Text("so "), Emphasis((Text("a"),)), Text(" b"))),)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/b?c=1&d=2#e", "https://a.example/b?c=1&d=2#e"),
        ("mailto:me@a.example", "mailto:me@a.example"),
        ("../a/b.md#c", "../a/b.md#c"),
        ("#p4", "#p4"),
        ("//a.example/b", "https://a.example/b"),
        ("https://a.example/Россия (x)[y]", "https://a.example/Россия%20(x)%5By%5D"),
        ("https://a.example/x)(y", "https://a.example/x%29%28y"),
        ("a%20b%zz", "a%20b%25zz"),
    ],
)
def test_a_link_that_may_be_followed_keeps_its_address(url: str, address: str) -> None:
    assert parse_markdown(f"[a](<{url}>)") == (Paragraph((Link(address, (Text("a"),)),)),)


def test_a_picture_may_hold_its_own_bytes_unless_they_may_hold_a_script() -> None:
    assert parse_markdown("![a](data:image/png;base64,xx)") == (Paragraph((Image("data:image/png;base64,xx", "a"),)),)
    assert parse_markdown("![a](data:image/svg+xml,xx)") == (paragraph("a"),)


@pytest.mark.parametrize(
    ("markdown", "levels"),
    [
        pytest.param("# a\n## b\n# c", [2, 3, 2], id="down by one"),
        pytest.param("## a\n### b", [2, 3], id="where they are"),
        pytest.param("### a\n#### b", [2, 3], id="up"),
        pytest.param("# a\n###### b", [2, 6], id="no lower than the sixth"),
        pytest.param("#\n## a", [2], id="one without words does not count"),
        pytest.param("> # a\n\n## b", [2, 3], id="one in a quote does"),
    ],
)
def test_the_topmost_headings_come_to_the_second_level(markdown: str, levels: list[int]) -> None:
    blocks = walk_blocks(parse_markdown(markdown))
    assert [block.level for block in blocks if isinstance(block, Heading)] == levels


@pytest.mark.parametrize(
    "markdown",
    [
        pytest.param("> " * 100_000 + "deep", id="100,000 quotes in each other"),
        pytest.param("- " * 3_000 + "deep", id="3,000 lists in each other"),
        pytest.param("[" * 8_000 + "deep", id="8,000 brackets"),
        pytest.param("*a " * 20_000 + "deep", id="20,000 unclosed stars"),
        pytest.param("![[](" * 2_000 + "deep", id="2,000 pictures that do not end"),
        pytest.param("\n".join(">" * depth + " a" for depth in range(90)) + "\n\ndeep", id="a staircase of quotes"),
    ],
)
def test_no_word_is_lost_in_the_depth(markdown: str) -> None:
    assert words_in(markdown).endswith("deep")
