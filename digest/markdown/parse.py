"""Markdown of strangers → blocks: CommonMark with tables, HTML as the text that it is, no words lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import Any, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.token import Token

from digest.blocks import (
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
from digest.markdown.tidy import tidy_blocks

MAX_NESTING = 40  # levels, a list taking two: deeper than anyone writes, shallow enough for Python's stack
Close: TypeAlias = "Callable[[Any, Any], Any]"  # the opening token and what it holds → a block, or a part of one

CONTAINERS = {"blockquote_open", "list_item_open"}


def parse_markdown(text: str) -> Blocks:
    """The blocks of a Markdown text, moved so that its topmost headings are at level 2.

    Task lists, strikethrough and footnotes stay as their plain text. A text nested more than MAX_NESTING levels deep
    becomes plain paragraphs, since the parser would drop what stands deeper.
    """
    tokens = _parser().parse(text)
    if any(token.type in CONTAINERS and token.level >= MAX_NESTING - 1 for token in tokens):
        return tidy_blocks(tuple(Paragraph((Text(part),)) for part in re.split(r"\n\s*\n", text)))
    return tidy_blocks(_build_blocks(tokens))


class _Parser(MarkdownIt):
    """CommonMark that takes every address as it stands: which may be followed is decided in one place, for all readers."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the base class names it
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the base class names it
        return url


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": MAX_NESTING}).enable("table")
    parser.block.ruler.at("reference", _read_reference)
    return parser


def _read_reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The parser's own rule, except that `[^1]: Smith` is a footnote and not an address named Smith."""
    opening = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", opening) and reference(state, start, end, silent)


def _build_blocks(tokens: Sequence[Token]) -> Blocks:
    """The tree that the row of tokens tells: what is opened last is closed first."""
    close: dict[str, Close] = {**CLOSE, "heading": partial(_close_heading, top=_find_top(tokens))}
    opened: list[tuple[Token | None, list[Any]]] = [(None, [])]
    for token in tokens:
        if token.nesting == 1:
            opened.append((token, []))
        elif token.nesting == -1:
            opening, children = opened.pop()
            opened[-1][1].append(close[token.type.removesuffix("_close")](opening, tuple(children)))
        else:
            opened[-1][1].extend(_build_leaf(token))
    return tuple(opened[0][1])


def _find_top(tokens: Sequence[Token]) -> int:
    """The level of the topmost heading that has words."""
    levels = (int(token.tag[1]) for token, words in pairwise(tokens) if token.type == "heading_open" and words.content)
    return min(levels, default=2)


def _build_leaf(token: Token) -> Iterable[Any]:
    match token.type:
        case "inline":
            return _build_inlines(token.children or [])
        case "fence":
            return (CodeBlock(token.content, token.info.strip().partition(" ")[0]),)
        case "code_block":
            return (CodeBlock(token.content),)
        case "hr":
            return (Rule(),)
    raise AssertionError(f"a token unknown to CommonMark: {token.type}")


def _close_heading(opening: Token, children: Inlines, *, top: int) -> Heading:
    return Heading(max(2, int(opening.tag[1]) - top + 2), children)


def _close_numbered(opening: Token, children: tuple[Blocks, ...]) -> OrderedList:
    return OrderedList(children, int(opening.attrs.get("start", 1)))


def _close_cell(opening: Token, children: Inlines) -> tuple[str, Inlines]:
    return str(opening.attrs.get("style", "")).removeprefix("text-align:"), children


def _close_table(_: Token, parts: tuple[Any, ...]) -> Table:
    head, *rows = (row for part in parts for row in part)
    return Table(
        head=tuple(cell for _, cell in head),
        rows=tuple(tuple(cell for _, cell in row) for row in rows),
        aligns=tuple(align for align, _ in head),
    )


CLOSE: dict[str, Close] = {
    "paragraph": lambda _, children: Paragraph(children),
    "blockquote": lambda _, children: Quote(children),
    "bullet_list": lambda _, children: BulletList(children),
    "ordered_list": _close_numbered,
    "table": _close_table,
    "th": _close_cell,
    "td": _close_cell,
    **dict.fromkeys(("list_item", "thead", "tbody", "tr"), lambda _, children: children),
}


def _build_inlines(tokens: Sequence[Token]) -> Inlines:
    opened: list[tuple[Token | None, list[Inline]]] = [(None, [])]
    for token in tokens:
        if token.nesting == 1:
            within = any(outer and outer.type == token.type for outer, _ in opened)
            opened.append((token, opened[-1][1] if within else []))  # emphasis within emphasis adds nothing but depth
        elif token.nesting == -1:
            opening, children = opened.pop()
            if children is not opened[-1][1] and opening:
                opened[-1][1].append(_close_mark(opening, tuple(children)))
        else:
            opened[-1][1].append(_build_word(token))
    return tuple(opened[0][1])


def _close_mark(opening: Token, children: Inlines) -> Inline:
    match opening.type:
        case "link_open":
            return Link(str(opening.attrs["href"]), children, str(opening.attrs.get("title", "")))
        case "strong_open":
            return Strong(children)
    return Emphasis(children)


def _build_word(token: Token) -> Inline:
    match token.type:
        case "code_inline":
            return Code(token.content)
        case "hardbreak":
            return Break()
        case "softbreak":
            return Text(" ")
        case "image":
            alt = "".join(" " if child.type.endswith("break") else child.content for child in token.children or [])
            return Image(str(token.attrs["src"]), alt, str(token.attrs.get("title", "")))
    return Text(token.content)
