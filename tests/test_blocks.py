"""Anchors count the paragraphs of a body in reading order, however deep they stand."""

from digest.blocks import (
    Aside,
    Break,
    BulletList,
    Code,
    Emphasis,
    Heading,
    Image,
    Link,
    Paragraph,
    Quote,
    Text,
    number_paragraphs,
    plain_text,
    walk_blocks,
)


def a_paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def test_paragraphs_are_counted_in_reading_order_through_lists_quotes_and_asides() -> None:
    blocks = (
        Heading(2, (Text("Soil"),)),
        a_paragraph("one"),
        BulletList(((a_paragraph("two"), BulletList(((a_paragraph("three"),),))), (a_paragraph("four"),))),
        Quote((a_paragraph("five"),)),
        Aside("offer", (a_paragraph("six"),)),
    )
    paragraphs = [block for block in walk_blocks(number_paragraphs(blocks)) if isinstance(block, Paragraph)]
    assert [(p.anchor, plain_text(p.children)) for p in paragraphs] == [
        ("p1", "one"),
        ("p2", "two"),
        ("p3", "three"),
        ("p4", "four"),
        ("p5", "five"),
        ("p6", "six"),
    ]


def test_the_plain_words_of_a_line_leave_its_marks_out() -> None:
    line = (Text("a "), Emphasis((Link("x", (Text("b"),)),)), Break(), Code("c"), Image("p.png", "picture"))
    assert plain_text(line) == "a b c"
