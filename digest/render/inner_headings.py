"""Headings within lists and quotes as strong lines: a page's outline, and its search index, take only those of its own."""

from __future__ import annotations

from dataclasses import replace

from digest.blocks import Aside, Block, Blocks, BulletList, Heading, OrderedList, Paragraph, Quote, Strong


def set_inner_headings(blocks: Blocks) -> Blocks:
    """The blocks, every heading that stands in a list or quote as a paragraph of strong words.

    Material's search ends the whole build where a heading stands in an item of a list.
    """
    return tuple(_set_within(block) for block in blocks)


def _set_within(block: Block) -> Block:
    match block:
        case BulletList(items) | OrderedList(items):
            return replace(block, items=tuple(_lower(item) for item in items))
        case Quote(children):
            return replace(block, children=_lower(children))
        case Aside(_, children):
            return replace(block, children=set_inner_headings(children))
    return block


def _lower(blocks: Blocks) -> Blocks:
    return tuple(
        Paragraph((Strong(block.children),)) if isinstance(block, Heading) else _set_within(block) for block in blocks
    )
