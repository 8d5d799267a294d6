"""Who speaks in a quotation: the name in the line that closes it, or in the line below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.blocks import (
    Block,
    Blocks,
    Break,
    BulletList,
    Emphasis,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    plain_text,
)
from digest.read.link_post import NAME

DASHED = re.compile(r"\s*(?:—|–|―|--|~)\s*(?P<said>\S.*)", re.DOTALL)
NAMED = re.compile(
    rf"(?:by\s+)?(?P<name>{NAME}|[A-ZÀ-ÖØ-Þ][\w’'-]{{2,20}})(?=\s*(?:[,(@|/–—:;]|$|\bin\b|\bon\b|\bat\b))"
)
ALONE = re.compile(rf"(?P<name>{NAME})")
PLAIN_WORDS = frozenset(
    {"The", "This", "That", "From", "Via", "Source", "Read", "See", "And", "But", "Then", "Page", "Chapter"}
)
MAX_LINE = 120  # characters of a line that names a speaker; a longer one is spoken


def name_speakers(blocks: Blocks) -> Blocks:
    """The blocks, each quotation with the speaker that its last line, or a line with a dash below it, names.

    The line stays, as the last of the quotation: it may say more than the name.
    """
    return tuple(_within(block) for block in _joined(blocks))


def _joined(blocks: Blocks) -> Iterator[Block]:
    """The blocks, a line with a dash and a name as a part of the quotation above it."""
    quote: Quote | None = None
    for block in blocks:
        if quote is not None:
            names = _dashed_name(block) if not _last_names(quote.children) else ()
            yield replace(quote, children=(*quote.children, block)) if names else quote
            quote = None
            if names:
                continue
        if isinstance(block, Quote) and not block.by:
            quote = block
        else:
            yield block
    if quote is not None:
        yield quote


def _within(block: Block) -> Block:
    match block:
        case Quote(children, by):
            children = _own_line(children)
            return replace(block, children=name_speakers(children), by=by or _last_names(children))
        case BulletList(items) | OrderedList(items):
            return replace(block, items=tuple(map(name_speakers, items)))
    return block


def _own_line(children: Blocks) -> Blocks:
    """The blocks of a quotation, its speaker parted from the words that stand a line above in the same paragraph."""
    match children:
        case (*before, Paragraph(inlines)) if Break() in inlines:
            place = len(inlines) - 1 - inlines[::-1].index(Break())
            last = Paragraph(inlines[place + 1 :])
            if _dashed_name(last) and plain_text(inlines[:place]).strip():
                return (*before, Paragraph(inlines[:place]), last)
    return children


def _last_names(children: Blocks) -> tuple[str, ...]:
    """The speaker whom the last line of a quotation names after a dash, or alone and stressed."""
    if len(children) < 2:
        return ()
    match children[-1]:
        case Paragraph((Emphasis(inner) | Strong(inner) | Link(_, inner),)) if not DASHED.match(plain_text(inner)):
            return _names(ALONE.fullmatch(plain_text(inner).strip()))
    return _dashed_name(children[-1])


def _dashed_name(block: Block) -> tuple[str, ...]:
    if not isinstance(block, Paragraph):
        return ()
    said = _said_after_dash(block.children)
    return _names(NAMED.match(said)) if said else ()


def _said_after_dash(inlines: Inlines) -> str:
    text = plain_text(inlines)
    dashed = DASHED.fullmatch(text) if len(text) <= MAX_LINE else None
    return dashed["said"] if dashed else ""


def _names(found: re.Match[str] | None) -> tuple[str, ...]:
    name = found["name"].strip() if found else ""
    return (name,) if name and name.split()[0] not in PLAIN_WORDS else ()
