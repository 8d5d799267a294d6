"""Elements of a web page to blocks: headings, lists, quotes, code, tables, figures, links and stress kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import html

from digest.blocks import (
    Block,
    Blocks,
    Break,
    BulletList,
    Heading,
    Inline,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Text,
    plain_text,
)
from digest.read.page_code import drop_code_labels, read_code, read_lines_table
from digest.read.page_inlines import Reading, is_passed_over, page_address, pieces_of, read_inline, read_line
from digest.read.page_lines import trim
from digest.read.page_pictures import find_ornaments
from digest.read.page_shapes import BLOCK_TAGS, HEADINGS, names_of
from digest.read.page_tables import is_layout, read_table, rows_of
from digest.read.speakers import name_speakers

LISTS = ("ul", "ol", "menu", "dir")
RAISED_NUMBER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
TITLE = re.compile(r"(?:^|\s)(?:admonition|callout|markdown-alert|alert|infobox|notice)-(?:title|heading)(?:\s|$)")
MAX_HEADING = 250  # characters; what is longer is a passage in large letters
MAX_NESTED = 10  # lists and quotes within one another; Markdown's readers stop at 20 to 100


def convert_elements(elements: Sequence[html.HtmlElement], *, reading: Reading) -> Blocks:
    """The blocks of some elements, in page order."""
    reading = replace(reading, ornaments=find_ornaments(elements))
    blocks = tuple(block for element in elements for block in _read(element, reading, 0))
    return name_speakers(drop_code_labels(_join_numbers(blocks)))


def _join_numbers(blocks: Blocks) -> Blocks:
    """The blocks, a note's number that stands alone as a part of the note."""
    joined: list[Block] = []
    for block in blocks:
        match joined[-1:], block:
            case [Paragraph((Text(number),))], Paragraph(children) if RAISED_NUMBER.fullmatch(number):
                joined[-1] = Paragraph((Text(f"{number} "), *children))
            case _:
                joined.append(block)
    return tuple(joined)


def _read(element: html.HtmlElement, reading: Reading, nested: int) -> Blocks:
    """The blocks of one element; `nested` counts the lists and quotes around it."""
    if is_passed_over(element, reading):
        return ()
    if nested < MAX_NESTED and (element.tag in LISTS or element.get("role") == "list"):
        return _list(element, reading, nested + 1)
    match element.tag:
        case "blockquote" if nested < MAX_NESTED:
            children = _flow(element, reading, nested + 1)
            return (Quote(children, url=_web_address(element.get("cite"), reading)),) if children else ()
        case "pre":
            return read_code(element)
        case "table":
            return _table(element, reading, nested)
        case "hr":
            return (Rule(),)
    return _line(element, reading) if _is_line(element) else _flow(element, reading, nested)


def _flow(element: html.HtmlElement, reading: Reading, nested: int) -> Blocks:
    """The blocks of what an element holds: loose words and inlines between blocks become paragraphs."""
    blocks: list[Block] = []
    line: list[Inline] = []
    for piece in pieces_of(element):
        if isinstance(piece, str):
            line.append(Text(piece))
        elif piece.tag == "br" and _follows_break(piece):
            _end_line(line, blocks)
        elif _is_inline(piece):
            line.extend(read_inline(piece, reading))
        else:
            _end_line(line, blocks)
            blocks.extend(_linked(piece, _read(piece, reading, nested), reading))
    _end_line(line, blocks)
    return tuple(blocks)


def _end_line(line: list[Inline], blocks: list[Block]) -> None:
    trimmed = trim(tuple(line))
    line.clear()
    if trimmed:
        blocks.append(Paragraph(trimmed))


def _follows_break(element: html.HtmlElement) -> bool:
    """Whether a `br` is the second of two: people end paragraphs so."""
    before = element.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip()


def _is_inline(element: html.HtmlElement) -> bool:
    if element.tag in BLOCK_TAGS or len(element) == 0:
        return element.tag not in BLOCK_TAGS
    return next(element.iterdescendants(*BLOCK_TAGS), None) is None


def _linked(element: html.HtmlElement, blocks: Blocks, reading: Reading) -> Blocks:
    """The blocks of a link that is laid around blocks: the words of each lead where it led."""
    url = _web_address(element.get("href"), reading) if element.tag == "a" else None
    return tuple(_link_block(block, url) for block in blocks) if url else blocks


def _link_block(block: Block, url: str) -> Block:
    match block:
        case Paragraph(children) if plain_text(children).strip():
            return Paragraph((Link(url, children),))
        case Heading(level, children):
            return Heading(level, (Link(url, children),))
    return block


def _web_address(href: str | None, reading: Reading) -> str | None:
    address = page_address(href, reading)
    return None if address is None or address.startswith("mailto:") else address


# --- blocks with a form of their own


def _is_line(element: html.HtmlElement) -> bool:
    """Whether an element is one line with a rank of its own: a heading, a term, the title of what unfolds or warns."""
    if element.tag in HEADINGS:
        return True
    titled = element.tag in ("dt", "summary") or element.get("role") == "heading" or TITLE.search(names_of(element))
    return bool(titled) and next(element.iterdescendants(*BLOCK_TAGS), None) is None


def _line(element: html.HtmlElement, reading: Reading) -> Blocks:
    line = trim(read_line(element, reading))
    if not plain_text(line).strip():
        return (Paragraph(line),) if line else ()
    if len(plain_text(line)) > MAX_HEADING:
        return (Paragraph(line),)
    if element.tag not in HEADINGS and element.get("role") != "heading":
        return (Paragraph((Strong(line),)),)
    stated = element.get("aria-level") or ""
    level = HEADINGS.get(element.tag) or (int(stated) if stated in ("2", "3", "4", "5", "6") else 2)
    unbroken = tuple(Text(" ") if isinstance(inline, Break) else inline for inline in line)
    return (Heading(level, trim(unbroken)),)


def _list(element: html.HtmlElement, reading: Reading, nested: int) -> Blocks:
    rows: list[Blocks] = []
    for child in element:
        blocks = _read(child, reading, nested)
        if child.tag in LISTS and rows:  # a list within a list, but not within its element
            rows[-1] += blocks
        elif blocks:
            rows.append(blocks)
    if not rows:
        return ()
    if element.tag == "ol":
        return (OrderedList(tuple(rows), _first_number(element)),)
    return (BulletList(tuple(rows)),)


def _first_number(element: html.HtmlElement) -> int:
    first = next(element.iterchildren("li"), None)
    stated = element.get("start") or (first.get("value") if first is not None else None) or ""
    return int(stated) if stated.isdecimal() and len(stated) < 9 else 1


def _table(element: html.HtmlElement, reading: Reading, nested: int) -> Blocks:
    rows = rows_of(element)
    if code := read_lines_table(rows, element):
        return code
    if is_layout(element, rows):
        return _flow(element, reading, nested)
    captions = tuple(block for caption in element.iterchildren("caption") for block in _flow(caption, reading, nested))
    return (*captions, read_table(rows, reading))
