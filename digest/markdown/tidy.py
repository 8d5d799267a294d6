"""Blocks from any reader → the same blocks in the one form that is written: clean text, safe addresses, nothing empty."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from digest.blocks import (
    Aside,
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    Heading,
    Inlines,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from digest.markdown.characters import clean_code
from digest.markdown.runs import shows_words, tidy_inlines

LAST_NUMBER = 999_999_999  # CommonMark reads no longer number as a list's
LANGUAGE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_#.+-]{0,39}")  # what Python-Markdown, too, takes for one


def tidy_blocks(blocks: Blocks) -> Blocks:
    """The blocks as they can be written; whatever shows no words and no picture is gone."""
    return tuple(tidied for block in blocks if (tidied := _tidy_block(block)))


def _tidy_block(block: Block) -> Block | None:
    match block:
        case Paragraph(children):
            children = tidy_inlines(children)
            return replace(block, children=children) if shows_words(children) else None
        case Heading(level, children):
            children = tidy_inlines(children, breaks=False)
            return Heading(min(max(level, 2), 6), children) if shows_words(children) else None
        case BulletList(items):
            kept = tuple(filter(None, map(tidy_blocks, items)))
            return BulletList(kept) if kept else None
        case OrderedList(items, start):
            return _tidy_numbered(tuple(map(tidy_blocks, items)), start)
        case Quote(children) | Aside(_, children):
            inner = tidy_blocks(children)
            return replace(block, children=inner) if inner else None
        case CodeBlock(text, language):
            text = clean_code(text)
            return CodeBlock(text, language if LANGUAGE.fullmatch(language) else "") if text else None
        case Table():
            return _tidy_table(block)
        case Rule():
            return block


def _tidy_numbered(items: tuple[Blocks, ...], start: int) -> Block | None:
    if not any(items):
        return None
    return OrderedList(items, start if 0 <= start <= LAST_NUMBER - len(items) else 1)  # an empty one keeps its number


def _tidy_table(table: Table) -> Block | None:
    rows = [tuple(tidy_inlines(cell, breaks=False) for cell in row) for row in (table.head, *table.rows)]
    if not any(map(_shows_row, rows)):
        return None
    width = max(map(len, rows))
    head, *body = (row + ((),) * (width - len(row)) for row in rows)
    unset: Literal[""] = ""
    aligns = (*table.aligns, *(unset for _ in range(width)))[:width]
    return Table(head, tuple(filter(_shows_row, body)), aligns)


def _shows_row(row: tuple[Inlines, ...]) -> bool:
    return any(map(shows_words, row))
