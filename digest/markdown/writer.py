"""Blocks → the one Markdown that we write: the subset that CommonMark and Python-Markdown read alike.

Four spaces a level and blank lines around everything, since Python-Markdown wants both; fences at the outermost level
and indented code within lists and quotes, where Python-Markdown knows no fence; and nothing that an extension in use
could take for its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from digest.blocks import (
    Aside,
    Block,
    Blocks,
    Break,
    BulletList,
    CodeBlock,
    Heading,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
    plain_text,
)
from digest.markdown.characters import INVISIBLE
from digest.markdown.escape import escape_closing, escape_line_starts, escape_number, escape_text
from digest.markdown.inlines import MENDED, write_line
from digest.markdown.runs import tidy_inlines
from digest.markdown.tidy import tidy_blocks

__all__ = ["escape_text", "write_blocks", "write_inlines"]

INDENT = "    "
RULE = "***"  # dashes at the head of a page would open front matter
SEPARATOR = escape_number(INVISIBLE)  # as a paragraph of its own it shows nothing and ends a list, quote or code
LABELS = {"offer": "An assistant's offer to go on", "glossary": "The source's own glossary"}
DELIMITERS = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
MAX_SIGNATURE = 120  # characters; a longer line is spoken
TWO_DIGITS = 99  # the last number whose item begins at the fourth column
# Snippets are looked for in code, too, but not in a line that ends with a space.
SNIPPET = re.compile(r"^([ \t]*;*-+8<-+(?:[ \t]+(?:\".*\"|'.*'))?)$", re.MULTILINE)
# What the meta extension takes off the head of a page: `Key: value`, a closing `...`.
METADATA = re.compile(r"[A-Za-z0-9_-]+(?=:)|(?=\.\.\.)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: on a page (with anchors), within a list or quote, within HTML."""

    page: bool
    nested: bool = False
    in_html: bool = False


def write_blocks(blocks: Blocks, *, page: bool = False) -> str:
    """The blocks as Markdown, ending with a line end unless empty.

    With `page`, paragraphs open with their anchors, quotes are followed by their speakers and asides framed and labelled,
    in HTML of ours (read by Python-Markdown with md_in_html). Without, there is no HTML at all and an aside is its blocks.
    """
    written = _write_all(tidy_blocks(blocks), Place(page))
    head = METADATA.match(written)
    if head:
        end = head.end()
        written = written[:end] + escape_number(written[end]) + written[end + 1 :]
    return f"{written}\n" if written else ""


def write_inlines(inlines: Inlines) -> str:
    """The inlines as the Markdown of a paragraph."""
    return escape_line_starts(write_line(tidy_inlines(inlines)))


def _write_all(blocks: Blocks, place: Place) -> str:
    if place.nested or place.in_html or not place.page:
        blocks = tuple(_open_asides(blocks))
    written: list[str] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if before is not None and _would_join(before, block, place):
            written.append(SEPARATOR)
        written.append(_write_block(block, place))
    return "\n\n".join(written)


def _open_asides(blocks: Blocks) -> Iterator[Block]:
    """The blocks, asides as what they hold: there is no frame within a list, a quote or another frame."""
    for block in blocks:
        yield from _open_asides(block.children) if isinstance(block, Aside) else (block,)


def _would_join(before: Block, block: Block, place: Place) -> bool:
    """Whether a parser would take the second block for a part of the first."""
    match before, block:
        case (BulletList() | OrderedList(), BulletList() | OrderedList()):
            return True
        case (BulletList() | OrderedList() | CodeBlock(), CodeBlock()):
            return place.nested
        case (Quote() as quote, Quote()):
            return not (place.page and _credit_below(quote))  # these already stand between them
    return False


def _write_block(block: Block, place: Place) -> str:
    match block:
        case Paragraph(children, anchor):
            return _write_paragraph(children, anchor, place)
        case Heading(level, children):
            return f"{'#' * level} {escape_closing(write_line(children, in_html=place.in_html))}"
        case BulletList(items):
            return _write_list(items, ["- "] * len(items), place)
        case OrderedList():
            return _write_numbered(block, place)
        case Quote():
            return _write_quote(block, place)
        case CodeBlock():
            return _write_code(block, place)
        case Table():
            return _write_table(block, place)
        case Rule():
            return RULE
        case Aside():
            return _write_aside(block, place)


def _write_paragraph(children: Inlines, anchor: str, place: Place) -> str:
    written = escape_line_starts(write_line(children, in_html=place.in_html))
    return f'<a id="{anchor}"></a>{written}' if place.page and anchor else written


def _write_numbered(numbered: OrderedList, place: Place) -> str:
    numbers = range(numbered.start, numbered.start + len(numbered.items))
    if not _is_wide(numbered.items):
        return _write_list(numbered.items, [f"{number}. " for number in numbers], place)
    if numbered.start > TWO_DIGITS:  # Python-Markdown wants four spaces below, CommonMark as many as the number takes
        said = [_say_number(number, item) for number, item in zip(numbers, numbered.items, strict=True)]
        return _write_list(said, ["- "] * len(said), place)
    return _write_list(
        numbered.items, [f"{min(number, TWO_DIGITS)}. " for number in numbers], place
    )  # the first counts


def _say_number(number: int, item: Blocks) -> Blocks:
    match item:
        case (Paragraph(children, anchor), *rest):
            return (Paragraph((Text(f"{number}. "), *children), anchor), *rest)
    return (Paragraph((Text(f"{number}."),)), *item)


def _write_list(items: Sequence[Blocks], markers: Sequence[str], place: Place) -> str:
    inner = replace(place, nested=True)
    tight, least = all(map(_is_tight, items)), len(INDENT) if _is_wide(items) else 0
    written = [
        _hang(_write_item(item, inner, tight=tight), marker.ljust(least))
        for item, marker in zip(items, markers, strict=True)
    ]
    return ("\n" if tight else "\n\n").join(written)


def _write_item(item: Blocks, place: Place, *, tight: bool) -> str:
    if tight:
        return "\n".join(_write_block(block, place) for block in item)
    if item and isinstance(item[0], Paragraph | Heading):
        return _write_all(item, place)
    return "\n\n".join(filter(None, (SEPARATOR, _write_all(item, place))))  # it opens with a paragraph, if none shows


def _hang(written: str, first: str) -> str:
    """Lines after the first indented by as much as the marker of the first takes."""
    return first + re.sub(r"\n(?=[^\n])", "\n" + " " * len(first), written)


def _is_wide(items: Sequence[Blocks]) -> bool:
    """Whether anything stands below an item's first paragraph, and so in the fourth column."""
    return any(len(item) > 1 or not isinstance(item[0], Paragraph) for item in items if item)


def _is_tight(item: Blocks) -> bool:
    match item:
        case (Paragraph(),):
            return True
        case (Paragraph(), BulletList(items) | OrderedList(items, start=1)):  # another number needs a blank line before
            return all(map(_is_tight, items))
    return False


def _write_quote(quote: Quote, place: Place) -> str:
    written = _write_all(quote.children, replace(place, nested=True))
    quoted = re.sub("^(?=(.?))", lambda line: "> " if line[1] else ">", written, flags=re.MULTILINE)
    credit = _credit_below(quote) if place.page else ""
    return f'{quoted}\n\n<span class="digest-by">— {credit}</span>' if credit else quoted


def _credit_below(quote: Quote) -> str:
    """The speakers of a quotation, unless its own last line names them, as a link to where the words stand if that is stated."""
    last = quote.children[-1] if len(quote.children) > 1 else None
    words = plain_text(last.children) if isinstance(last, Paragraph) else ""
    signed = len(words) <= MAX_SIGNATURE and all(name in words for name in quote.by)
    names = "" if signed else ", ".join(filter(str.strip, quote.by))
    if quote.url:
        return write_line(tidy_inlines((Link(quote.url, (Text(names or "the source"),)),)), in_html=True)
    return escape_text(names) if names else ""


def _write_code(code: CodeBlock, place: Place) -> str:
    text = SNIPPET.sub(r"\1 ", code.text)
    if not place.nested:
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
        return f"{fence}{code.language}\n{text}\n{fence}"
    if (place.in_html and "<" in text) or MENDED.search(text):
        lines = [(Text(line), Break()) for line in text.split("\n")]
        return _write_paragraph(tidy_inlines(tuple(chain.from_iterable(lines))), "", place)
    text = re.sub(r"\n{3,}", "\n\n", text.expandtabs(len(INDENT)))  # within lists, Python-Markdown keeps one blank line
    return re.sub("^(?=.)", INDENT, text, flags=re.MULTILINE)


def _write_table(table: Table, place: Place) -> str:
    rows = [
        [write_line(cell, in_cell=True, in_html=place.in_html) for cell in row] for row in (table.head, *table.rows)
    ]
    rows.insert(1, [DELIMITERS[align] for align in table.aligns])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _write_aside(aside: Aside, place: Place) -> str:
    opening = f'<div class="digest-aside digest-aside-{aside.role}" markdown="1">'
    label = f'<span class="digest-label">{LABELS[aside.role]}</span>'
    return "\n\n".join((opening, label, _write_all(aside.children, replace(place, in_html=True)), "</div>"))
