"""Strategies: any text, with what Markdown parsers take as syntax more often than chance, and any tree of blocks."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from digest.blocks import (
    Block,
    Blocks,
    Break,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Image,
    Inline,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)

SYNTAX = [
    *(
        "\\",
        "`",
        "``",
        "```",
        "*",
        "**",
        "***",
        "_",
        "__",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "#",
        "##",
        "+",
        "-",
        ".",
        "!",
        "|",
    ),
    *(
        "<",
        ">",
        "&",
        "~",
        "~~",
        "~~~",
        "^",
        "^^",
        "=",
        "==",
        "===",
        ":",
        ": ",
        "@",
        "$",
        "$$",
        "%",
        '"',
        "'",
        "/",
        "///",
    ),
    *(
        "\n",
        "  \n",
        "\n\n",
        "\t",
        "    ",
        "\u00a0",
        "\u3000",
        "\u2028",
        "\x85",
        "\0",
        "\x02",
        "\x03",
        "\u202e",
        "\u2066",
    ),
    *("1. ", "1) ", "10. ", "- ", "* ", "+ ", "# ", "> ", "- [ ] ", "- [x] ", "---", "***", "___", "--", "...", ";"),
    *("[TOC]", "[^1]", "[^1]: ", "*[a]: b", "[a]: b", "[a](b)", "![a](b)", "[a][b]", "[...]", "[the x]", "<a@b.c>"),
    *(
        "!!! note",
        "??? note",
        "/// note",
        '=== "Tab"',
        ":smile:",
        "++ctrl+a++",
        "==mark==",
        "{{ x }}",
        "{% x %}",
        "{: .a }",
    ),
    *(
        "{++a++}",
        "{--a--}",
        "{>>a<<}",
        "{~~a~>b~~}",
        '--8<-- "a"',
        "--8<--",
        ';--8<-- "a"',
        "&amp;",
        "&nbsp;",
        "&#42;",
        "&lt",
    ),
    *(
        "<b>",
        "</div>",
        "<!--",
        "-->",
        "<?",
        "<![CDATA[",
        "<script>",
        "<a href=x>",
        "\\(",
        "\\)",
        "\\[",
        "\\]",
        "\\begin{a}",
    ),
    *(
        "Key: value",
        "title:",
        "a",
        "B",
        "é",
        "中文",
        "«",
        "”",
        "1",
        "20",
        "😀",
        "don't",
        "“so”",
        "C#",
        "C++",
        "C:\\x",
        "x_y",
    ),
]
syntax = st.sampled_from(SYNTAX)
words = st.sampled_from(
    ["one", "two words", " three", "four ", "snake_case", "R&D", "10^6", "~5", "$5", "a.b", "(so)", "é", "“q”"]
)
any_texts = st.one_of(
    st.lists(st.one_of(syntax, words), min_size=1, max_size=6).map("".join),
    st.lists(st.one_of(syntax, words, st.just(" ")), min_size=1, max_size=6).map("".join),
    st.text(max_size=12),
)


@st.composite
def a_text(draw: st.DrawFn) -> str:
    """Any text; a strategy with a name of its own, since one of many parts takes seconds to print itself."""
    return draw(any_texts)


texts = a_text()
addresses = st.one_of(
    st.sampled_from(
        [
            "https://a.b/c?d=1&e=2#f",
            "x.md",
            "../y.png",
            "#p4",
            "mailto:a@b.c",
            "javascript:alert(1)",
            "//a.b/c",
            "https://a.b/d_(e)?(f)",
        ]
    ),
    st.tuples(st.sampled_from(["https://a.b/", "", "/"]), texts).map("".join),
)
titles = st.one_of(st.just(""), texts)


def _marks(children: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    inner = st.lists(children, max_size=3).map(tuple)
    return st.one_of(st.builds(Emphasis, inner), st.builds(Strong, inner), st.builds(Link, addresses, inner, titles))


leaves = st.one_of(
    st.builds(Text, texts),
    st.builds(Text, texts),
    st.builds(Code, texts),
    st.builds(Image, addresses, texts, titles),
    st.just(Break()),
)
any_inlines = st.lists(st.recursive(leaves, _marks, max_leaves=4), max_size=4).map(tuple)


@st.composite
def a_line(draw: st.DrawFn) -> Inlines:
    """Any inlines."""
    return draw(any_inlines)


inlines = a_line()
paragraphs = st.builds(Paragraph, inlines)
lines_of_code = texts.filter(
    lambda text: not re.search(r"\{(\+\+|--|==|>>|~~)", text)
)  # critic looks into code: a known limit
code_blocks = st.builds(
    CodeBlock, st.lists(lines_of_code, max_size=4).map("\n".join), st.sampled_from(["", "python", "c++", "x y", "<b>"])
)
tables = st.builds(
    Table,
    st.lists(inlines, max_size=3).map(tuple),
    st.lists(st.lists(inlines, max_size=3).map(tuple), max_size=3).map(tuple),
    st.lists(st.sampled_from(["", "left", "center", "right"]), max_size=3).map(tuple),
)
leaf_blocks = st.one_of(
    paragraphs, paragraphs, st.builds(Heading, st.integers(1, 7), inlines), code_blocks, tables, st.just(Rule())
)


def _containers(children: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    runs: st.SearchStrategy[Blocks] = st.lists(children, max_size=3).map(tuple)
    items = st.lists(runs, max_size=3).map(tuple)
    starts = st.one_of(st.just(1), st.integers(-1, 120), st.just(10**9))
    return st.one_of(st.builds(BulletList, items), st.builds(OrderedList, items, starts), st.builds(Quote, runs))


blocks = st.lists(st.recursive(leaf_blocks, _containers, max_leaves=8), max_size=4).map(tuple)
