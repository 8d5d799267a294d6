"""What is written is pleasant to read, and on a page carries anchors, speakers and frames."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest
from block_tree import commonmark_tree, python_markdown_tree

from digest.blocks import (
    Aside,
    Blocks,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Link,
    Paragraph,
    Quote,
    Text,
    number_paragraphs,
)
from digest.markdown.parse import parse_markdown
from digest.markdown.writer import escape_text, write_blocks, write_inlines

PAIRS = sorted(path for path in Path(__file__, "../pairs").resolve().glob("*.md") if not path.stem.endswith(".written"))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_a_text_is_written_as_its_pair(path: Path) -> None:
    written = write_blocks(parse_markdown(path.read_text("utf-8")))
    assert written == path.with_suffix(".written.md").read_text("utf-8")
    assert python_markdown_tree(written) == commonmark_tree(written)


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose from 5 to 10 (see p. 4); “so”, she said – twice… and AT&T, R&D?",
        "snake_case, C++, #1, 10^6, ~5, 50%, a/b, a-b, a + b, x = y, me@a.example",
        "12:30, e.g. this. 3. not a list",
        "[...] the company [the firm] said so [sic].",
        "https://a.example/b_c?d=1&e=2",
        "It cost $5, then $10.",
    ],
)
def test_ordinary_words_are_written_as_they_are(text: str) -> None:
    assert write_blocks((paragraph("So"), paragraph(text))) == f"So\n\n{text}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2 * 3 *", r"2 \* 3 \*"),
        ("1. item", r"1\. item"),
        ("- item", r"\- item"),
        ("# heading", r"\# heading"),
        ("<b>", "&lt;b>"),
        ("&amp; & AT&T", "&amp;amp; & AT&T"),
        ("{{ x }}", "&#123;&#123; x }}"),
        ("--8<-- 'x'", r"\--8&lt;-- 'x'"),
        ("!!! note", r"\!!! note"),
        (":smile:", "&#58;smile:"),
        ("title: x", "title&#58; x"),
        ("x^2^", "x&#94;2&#94;"),
        ("[a](b)", r"\[a](b)"),
    ],
)
def test_what_would_be_syntax_is_escaped(text: str, written: str) -> None:
    assert write_blocks((paragraph(text),)) == f"{written}\n"


def test_escaped_text_is_one_line_for_any_place() -> None:
    assert escape_text(" 1. [C#]\n| a\x00 <b> ") == r"1\. \[C#&#93; &#124; a" + "\ufffd &lt;b>"


def test_inlines_are_written_as_a_paragraph() -> None:
    assert write_inlines((Text("- "), Emphasis((Text("so "),)), Code("a`b"))) == r"\- *so* ``a`b``"


def test_a_mark_that_parsers_read_differently_is_dropped_and_its_words_stay() -> None:
    assert write_inlines((Text("so"), Emphasis((Text("(a)"),)), Text("so"))) == "so(a)so"


def test_a_link_within_a_link_leaves_its_words() -> None:
    assert write_inlines((Link("a", (Text("b "), Link("c", (Text("d"),)))),)) == "[b d](a)"


def test_lists_beside_each_other_stay_apart() -> None:
    lists = (BulletList(((paragraph("a"),),)), BulletList(((paragraph("b"),),)))
    assert write_blocks(lists) == "- a\n\n&#8203;\n\n- b\n"
    assert parse_markdown(write_blocks(lists)) == lists


def test_code_within_a_list_is_indented_and_a_snippet_in_it_is_none() -> None:
    run = (BulletList(((paragraph("a"), CodeBlock('--8<-- "x"', "python")),)),)
    assert write_blocks(run) == '-   a\n\n        --8<-- "x" \n'


@pytest.mark.parametrize("run", [(), (paragraph(" \n\u200b"),), (BulletList(((),)),), (Quote((CodeBlock("\n"),)),)])
def test_nothing_is_written_as_nothing(run: Blocks) -> None:
    assert write_blocks(run) == ""


def test_a_page_has_anchors_speakers_and_frames() -> None:
    run = (
        Quote((paragraph("So."),), by=("Ann <b>", "Bo")),
        BulletList(((paragraph("a"),),)),
        Aside("offer", (paragraph("If you want `</div>`"),)),
        Aside("glossary", (paragraph("Soil: earth"),)),
    )
    assert write_blocks(number_paragraphs(run), page=True) == (
        '> <a id="p1"></a>So.\n\n'
        '<span class="digest-by">— Ann &lt;b>, Bo</span>\n\n'
        '- <a id="p2"></a>a\n\n'
        '<div class="digest-aside digest-aside-offer" markdown="1">\n\n'
        '<span class="digest-label">An assistant\'s offer to go on</span>\n\n'
        '<a id="p3"></a>If you want \\`&lt;/div>\\`\n\n'
        "</div>\n\n"
        '<div class="digest-aside digest-aside-glossary" markdown="1">\n\n'
        '<span class="digest-label">The source\'s own glossary</span>\n\n'
        '<a id="p4"></a>Soil: earth\n\n'
        "</div>\n"
    )


def test_without_a_page_there_is_no_html() -> None:
    run = (Quote((paragraph("So."),), by=("Ann",)), Aside("offer", (BulletList(((paragraph("a"),),)),)))
    assert write_blocks(number_paragraphs(run)) == "> So.\n\n- a\n"


def test_a_frame_is_not_ended_by_code() -> None:
    run = (
        Aside("offer", (Paragraph((Text("so "), Code("</div>"))), CodeBlock("</div>"), Quote((CodeBlock("</div>"),)))),
    )
    markdown = write_blocks(run, page=True)
    assert python_markdown_tree(markdown, extensions=("md_in_html", "fenced_code")) == commonmark_tree(
        markdown, html=True
    )


def test_a_long_list_costs_as_much_an_item_as_a_short_one() -> None:
    short, long = (count_calls(a_list(length)) for length in (100, 400))
    assert long < 4.1 * short


def a_list(length: int) -> BulletList:
    return BulletList(tuple((Paragraph((Text(f"Mill {number}"),)),) for number in range(length)))


def count_calls(block: BulletList) -> int:
    """How many calls writing a list takes, the same on any machine."""
    calls = [0]

    def count(frame: FrameType, event: str, argument: object) -> None:
        calls[0] += event == "call"

    sys.setprofile(count)
    try:
        write_blocks((block,))
    finally:
        sys.setprofile(None)
    return calls[0]


def test_a_speaker_whom_the_quotation_names_itself_is_not_named_again() -> None:
    signed = Quote((paragraph("Water is nobody's."), paragraph("— Ada Weir, 1871")), by=("Ada Weir",))
    assert write_blocks((signed, signed), page=True) == (
        "> Water is nobody's.\n>\n> — Ada Weir, 1871\n\n&#8203;\n\n> Water is nobody's.\n>\n> — Ada Weir, 1871\n"
    )


@pytest.mark.parametrize(
    ("by", "url", "credit"),
    [
        pytest.param(("Ann *b*",), "https://a.example/x", "[Ann \\*b\\*](https://a.example/x)", id="named"),
        pytest.param((), "https://a.example/x", "[the source](https://a.example/x)", id="not named"),
        pytest.param(("Ann",), "javascript:alert(1)", "Ann", id="an address that leads nowhere"),
    ],
)
def test_a_credit_leads_to_where_the_words_stand(by: tuple[str, ...], url: str, credit: str) -> None:
    written = write_blocks((Quote((paragraph("So."),), by=by, url=url),), page=True)
    assert written == f'> So.\n\n<span class="digest-by">— {credit}</span>\n'
