"""Headings as a page's outline takes them: within lists and quotes as strong lines, and no level left out between two."""

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


def close_outline(blocks: Blocks) -> Blocks:
    """The blocks, each heading one level below the one that it stands under: 2 below the title, whatever the source counts from."""
    above: list[int] = []  # the source's levels of the headings that the next one may stand under
    closed: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            block = replace(block, level=1 + len(above))
        closed.append(block)
    return tuple(closed)
