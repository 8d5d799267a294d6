"""The closed set of blocks and inlines that a body is made of; whatever a source holds becomes these or plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal, TypeAlias

Inline: TypeAlias = "Text | Emphasis | Strong | Code | Link | Image | Break"
Block: TypeAlias = "Heading | Paragraph | BulletList | OrderedList | Quote | CodeBlock | Table | Rule | Aside"
Inlines: TypeAlias = "tuple[Inline, ...]"
Blocks: TypeAlias = "tuple[Block, ...]"

AsideRole = Literal["offer", "glossary"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words as the source has them: never Markdown, never HTML."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Strongly stressed words."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """Words in a machine's language, within a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address; `title` is what a pointer resting on them shows."""

    url: str
    children: Inlines
    title: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by its address, with the words that stand for it."""

    url: str
    alt: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A line end that the source meant (a poem, an address)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the body; `level` 2 to 6, since 1 is the page's title."""

    level: int
    children: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `anchor` (`p4`) is its place on the page, counted over the paragraphs of the whole body."""

    children: Inlines
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without order; each item is a run of blocks, its first usually a paragraph."""

    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list; `start` is the first number."""

    items: tuple[Blocks, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else: `by` names them where the source does, `url` is where they stand."""

    children: Blocks
    by: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines in a machine's language, kept letter by letter."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one head row, rows of as many cells, and how each column is set."""

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    aligns: tuple[Literal["", "left", "center", "right"], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A break between parts."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Blocks that stand in the source beside its argument: kept and marked, out of summary and word count.

    offer: an assistant's closing offer to do more. glossary: the source's own list of definitions.
    """

    role: AsideRole
    children: Blocks


def plain_text(inlines: Inlines, *, line_end: str = " ") -> str:
    """The words of inlines, without marks; a picture gives none, a break a space or what else ends a line."""
    return "".join([_plain(inline, line_end) for inline in inlines])


def _plain(inline: Inline, line_end: str) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Emphasis(children) | Strong(children) | Link(_, children):
            return plain_text(children, line_end=line_end)
        case Break():
            return line_end
        case Image():
            return ""


def walk_blocks(blocks: Blocks) -> Iterator[Block]:
    """Every block in reading order, each container before what it holds."""
    for block in blocks:
        yield block
        for children in inner_blocks(block):
            yield from walk_blocks(children)


def inner_blocks(block: Block) -> tuple[Blocks, ...]:
    """The runs of blocks that a block holds: one for a quote, one an item for a list, none for a leaf."""
    match block:
        case Quote(children) | Aside(_, children):
            return (children,)
        case BulletList(items) | OrderedList(items):
            return items
    return ()


def number_paragraphs(blocks: Blocks) -> Blocks:
    """The same blocks, every paragraph with its anchor: `p1`, `p2` … in reading order."""
    return _number(blocks, count(1))


def _number(blocks: Blocks, numbers: Iterator[int]) -> Blocks:
    return tuple(_number_block(block, numbers) for block in blocks)


def _number_block(block: Block, numbers: Iterator[int]) -> Block:
    match block:
        case Paragraph():
            return replace(block, anchor=f"p{next(numbers)}")
        case BulletList(items) | OrderedList(items):
            return replace(block, items=tuple(_number(item, numbers) for item in items))
        case Quote(children) | Aside(_, children):
            return replace(block, children=_number(children, numbers))
    return block


def replace_inlines(blocks: Blocks, change: Callable[[Inline], Inlines]) -> Blocks:
    """The same blocks, every inline in them replaced by what `change` makes of it; what it holds was changed before."""
    return tuple(_replace_in(block, change) for block in blocks)


def _replace_in(block: Block, change: Callable[[Inline], Inlines]) -> Block:
    match block:
        case Paragraph(children) | Heading(_, children):
            return replace(block, children=_change_all(children, change))
        case BulletList(items) | OrderedList(items):
            return replace(block, items=tuple(replace_inlines(item, change) for item in items))
        case Quote(children) | Aside(_, children):
            return replace(block, children=replace_inlines(children, change))
        case Table(head, rows):
            changed = [tuple(_change_all(cell, change) for cell in row) for row in (head, *rows)]
            return replace(block, head=changed[0], rows=tuple(changed[1:]))
    return block


def _change_all(inlines: Inlines, change: Callable[[Inline], Inlines]) -> Inlines:
    changed: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Emphasis | Strong | Link):
            inline = replace(inline, children=_change_all(inline.children, change))
        changed.extend(change(inline))
    return tuple(changed)


def walk_inlines(blocks: Blocks) -> Iterator[Inline]:
    """Every inline in reading order, each mark before what it holds."""
    for block in walk_blocks(blocks):
        match block:
            case Paragraph(children) | Heading(_, children):
                yield from _walk(children)
            case Table(head, rows):
                for row in (head, *rows):
                    yield from _walk(tuple(inline for cell in row for inline in cell))


def _walk(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if isinstance(inline, Emphasis | Strong | Link):
            yield from _walk(inline.children)
