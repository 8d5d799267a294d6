"""The words of a text wherever they stand: to see whether a summary says anything that the text does not."""

from __future__ import annotations

from collections.abc import Iterator

from digest.blocks import Blocks, CodeBlock, Heading, Paragraph, Table, plain_text, walk_blocks


def all_words(blocks: Blocks) -> Iterator[str]:
    """The words of every leaf, in reading order."""
    for block in walk_blocks(blocks):
        match block:
            case Paragraph() | Heading():
                yield plain_text(block.children)
            case CodeBlock():
                yield block.text
            case Table():
                yield from (plain_text(cell) for row in (block.head, *block.rows) for cell in row)
