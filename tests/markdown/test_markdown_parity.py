"""What is written reads alike in CommonMark and in Python-Markdown, and shows the words of the source, all and only these."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from arbitrary_blocks import blocks, inlines, texts
from block_tree import MATERIAL, MKDOCS, commonmark_tree, fold_typography, python_markdown_tree, tags_of, words_of
from hostile_lines import HOSTILE_LINES
from hypothesis import HealthCheck, given, settings

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
    number_paragraphs,
)
from digest.markdown.parse import parse_markdown
from digest.markdown.writer import escape_text, write_blocks

OURS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "td", "th", "hr"}
OURS |= {"em", "strong", "code", "a", "img", "br"}
OVERRIDING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

arbitrarily = settings(
    max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def shown(text: str) -> str:
    """The text as a reader can see it, white space as one space."""
    return " ".join("".join(map(seen, text)).split())


def seen(character: str) -> str:
    if character == "\0" or is_no_character(ord(character)) or unicodedata.category(character) == "Cs":
        return "\ufffd"
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) == "Cc" or character in OVERRIDING + "\u200b\ufeff" else character


def is_no_character(code: int) -> bool:
    """Whether Unicode keeps the code point for no use between programs."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def assert_read_alike(markdown: str, *, page: bool = False) -> None:
    tree = commonmark_tree(markdown, html=page)
    extensions = (*MKDOCS, "md_in_html") if page else MKDOCS
    assert python_markdown_tree(markdown, extensions=extensions) == tree
    assert fold_typography(python_markdown_tree(markdown, extensions=MATERIAL)) == fold_typography(tree)
    assert tags_of(tree) <= OURS


def everywhere(text: str) -> Blocks:
    """The text wherever text can stand."""
    words = (Text(text),)
    return (
        Paragraph(words),
        Heading(2, words),
        BulletList(((Paragraph(words),), (Paragraph(words), Paragraph(words)))),
        Quote((Paragraph(words),)),
        Table((words, words), ((words, (Emphasis(words),)),)),
        Paragraph((Strong(words), Text(" "), Link("x.md", words, text), Text(" "), Emphasis((Link(text, words),)))),
    )


@pytest.mark.parametrize("line", HOSTILE_LINES)
def test_a_hostile_line_reads_alike_wherever_it_stands(line: str) -> None:
    assert_read_alike(write_blocks(everywhere(line)))


@pytest.mark.parametrize("line", HOSTILE_LINES)
def test_a_hostile_line_reads_alike_on_a_page(line: str) -> None:
    assert_read_alike(write_blocks(number_paragraphs(everywhere(line)), page=True), page=True)


@pytest.mark.parametrize("line", HOSTILE_LINES)
def test_a_hostile_line_shows_its_words(line: str) -> None:
    assert words_of(commonmark_tree(write_blocks((paragraph(line),)))) == shown(line)


@pytest.mark.parametrize("line", [line for line in HOSTILE_LINES if "{" not in line])  # critic looks into code
def test_a_hostile_line_is_harmless_as_code(line: str) -> None:
    code = (
        paragraph("so"),
        CodeBlock(line),
        BulletList(((paragraph("a"), CodeBlock(line)),)),
        Quote((CodeBlock(line),)),
    )
    assert_read_alike(write_blocks((*code, Paragraph((Text("so "), Code(line))))))


@pytest.mark.parametrize("line", HOSTILE_LINES)
def test_an_escaped_line_shows_its_words_in_every_place_of_a_template(line: str) -> None:
    text = escape_text(line)
    markdown = f"## {text}\n\n{text}\n\n- {text}\n- [{text}](y.md)\n\n| a | b |\n| --- | --- |\n| {text} | c |\n"
    assert_read_alike(markdown)
    assert words_of(commonmark_tree(markdown)) == " ".join([shown(line)] * 4 + ["a b", shown(line), "c"])


@pytest.mark.parametrize(
    "text", [pytest.param("[" * 8000, id="8,000 brackets"), pytest.param("*a " * 5000, id="5,000 unclosed stars")]
)
def test_many_marks_are_only_words(text: str) -> None:
    assert words_of(python_markdown_tree(write_blocks((paragraph(text),)))) == shown(text)


@pytest.mark.parametrize(
    "following",
    [
        pytest.param(Code('x" onmouseover="alert(1)'), id="code with quotes"),
        pytest.param(Link("x.md", (Text("y"),), '" onclick="z'), id="a link with a title"),
        pytest.param(Emphasis((Text("y z"),)), id="emphasis"),
        pytest.param(Break(), id="a break"),
    ],
)
@pytest.mark.parametrize(
    "address", ["https://a.example/", "so www.a.example", 'FTP://a.example/"', "https://a.example/<b>~c~"]
)
def test_an_address_in_words_ends_where_they_end(address: str, following: Inline) -> None:
    words = (Text(address), following, Text("so"))
    assert_read_alike(write_blocks((paragraph("So"), Paragraph(words), Paragraph((Emphasis(words),)))))
    assert_read_alike(write_blocks((Quote((paragraph("So"),), by=(address,)), paragraph("So")), page=True), page=True)


@pytest.mark.parametrize("name", HOSTILE_LINES)
def test_a_credit_that_is_a_link_reads_alike(name: str) -> None:
    quote = Quote((paragraph("So"),), by=(name,), url='https://a.example/?a&b=(c)"')
    assert_read_alike(write_blocks((quote, paragraph("So"), quote), page=True), page=True)


LEAVES: tuple[Block, ...] = (
    paragraph("so"),
    Paragraph((Text("one"), Break(), Text("- two"))),
    Heading(2, (Text("Soil"),)),
    CodeBlock("a\n\n  b\nc"),
    CodeBlock("  led\n- x\n\n\n\ny"),
    Table(((Text("a"),), (Text("b"),)), (((Text("1"),), ()),), ("", "right")),
    Rule(),
)
LISTS: tuple[Block, ...] = (
    BulletList(((paragraph("a"),), (paragraph("b"),))),
    BulletList(
        ((paragraph("a"), BulletList(((paragraph("x"), OrderedList(((paragraph("y"),),))),))), (paragraph("b"),))
    ),
    BulletList(((paragraph("a"), paragraph("c")), (paragraph("b"),))),
    OrderedList(((paragraph("a"), BulletList(((paragraph("q"),),))), (paragraph("b"),)), 5),
    OrderedList(((paragraph("a"), paragraph("c")), (paragraph("b"),)), 120),
    OrderedList(((paragraph("a"),), (), (paragraph("b"),)), 98),
    BulletList((*tuple((leaf,) for leaf in LEAVES), (Quote((paragraph("q"), paragraph("r"))),))),
)
QUOTES: tuple[Block, ...] = (
    Quote((paragraph("q"),)),
    Quote((paragraph("q"), CodeBlock("c\n\nd"), BulletList(((paragraph("a"), CodeBlock("x")),)))),
)
BLOCKS = LEAVES + LISTS + QUOTES
PLACES = {
    "at the outermost level": lambda run: run,
    "first in an item": lambda run: (BulletList((run, (paragraph("last"),))),),
    "in the last item": lambda run: (OrderedList(((paragraph("first"),), (paragraph("x"), *run))),),
    "in a quote": lambda run: (Quote(run),),
    "in a quote in an item": lambda run: (BulletList(((paragraph("first"), Quote(run)),)),),
    "in an item of an item": lambda run: (BulletList(((paragraph("f"), BulletList(((paragraph("g"), *run),))),)),),
}


@pytest.mark.parametrize("place", PLACES)
def test_any_block_after_any_other_reads_alike_and_comes_back(place: str) -> None:
    for run in product(BLOCKS, repeat=2):
        markdown = write_blocks((*PLACES[place](run), paragraph("after")))
        assert python_markdown_tree(markdown) == commonmark_tree(markdown), markdown
        assert write_blocks(parse_markdown(markdown)) == markdown


@pytest.mark.parametrize("inner", ["x", "“x”", "é.", "中", "*x", "(x)"])
def test_emphasis_reads_alike_between_any_neighbours(inner: str) -> None:
    for before, after in product(["", "a", "so ", "(", "“", "中", "*", "_", "€", "\u0301", "`", "1.", "&"], repeat=2):
        within = (Strong((Text(inner),)), Text(" so"))
        words = (Text(before), Emphasis((Text(inner),)), Text(after), Strong((Emphasis(within),)))
        markdown = write_blocks((Paragraph(words),))
        assert python_markdown_tree(markdown) == commonmark_tree(markdown), markdown
        assert words_of(commonmark_tree(markdown)) == shown(f"{before}{inner}{after}{inner} so")


@pytest.mark.parametrize("code", ["[^1]:", "\\[^1]:", "dict[str] : x", "]:"])
def test_a_line_that_opens_with_a_link_defines_nothing(code: str) -> None:
    marked = Emphasis((Link("https://example.org/", (Text("a"),)),))
    assert_read_alike(write_blocks((Paragraph((Link("https://example.org/", (Code(code),)),)),)))
    for rest in (
        (Text(" so "), Code(code)),
        (Link("https://example.org/b", (Code(code),)),),
        (Break(), marked, Code(code)),
    ):
        markdown = write_blocks((Paragraph((marked, *rest)),))
        assert code in words_of(commonmark_tree(markdown))
        assert_read_alike(markdown)


@pytest.mark.parametrize("mark", ["^", "~", "++"])
@pytest.mark.parametrize(
    "between", [Image("https://example.org/a", "a b", ""), Link("https://example.org/", (Text("a b"),)), Code("a b")]
)
def test_marks_of_extensions_find_no_pair_across_what_holds_spaces(mark: str, between: Inline) -> None:
    assert_read_alike(write_blocks((Paragraph((Text(f"10{mark}6"), between, Text(f"10{mark}6"))),)))


def test_what_is_no_character_reads_alike_in_the_words_of_a_picture() -> None:
    assert_read_alike(write_blocks((Paragraph((Image("https://example.org/a", "a\ufdd0\U0001fffe", ""),)),)))


@arbitrarily
@given(texts)
def test_any_text_shows_its_words(text: str) -> None:
    markdown = write_blocks((paragraph(text),))
    assert words_of(commonmark_tree(markdown)) == shown(text)
    assert_read_alike(markdown)


@arbitrarily
@given(inlines)
def test_any_inlines_read_alike(words: Inlines) -> None:
    assert_read_alike(write_blocks((Paragraph(words),)))


@arbitrarily
@given(blocks)
def test_any_blocks_read_alike(run: Blocks) -> None:
    assert_read_alike(write_blocks(run))


@arbitrarily
@given(blocks)
def test_what_was_written_is_read_back_and_written_again_the_same(run: Blocks) -> None:
    markdown = write_blocks(parse_markdown(write_blocks(run)))
    assert write_blocks(parse_markdown(markdown)) == markdown
