"""The blocks of a letter as rows: each with its words in one line, as the rules on what stands around a letter look at them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.blocks import Block, Blocks, Heading, Link, Paragraph, Text, plain_text, walk_inlines
from digest.folding import fold_text
from digest.markdown.writer import write_blocks

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """A top-level block, its words in one line, and how many there are."""

    block: Block
    text: str
    words: int

    @property
    def is_line(self) -> bool:
        """True for a paragraph or heading: what a sender adds to a letter is one."""
        return isinstance(self.block, Paragraph | Heading)

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses that the row leads to."""
        return tuple(one.url for one in walk_inlines((self.block,)) if isinstance(one, Link))

    @property
    def is_linked(self) -> bool:
        """True where all words lead somewhere, as a button's do."""
        outside = (one for one in walk_inlines((self.block,)) if isinstance(one, Text | Link))
        shown = sum(len(WORD.findall(one.text)) for one in outside if isinstance(one, Text))
        linked = sum(
            len(WORD.findall(plain_text(one.children))) for one in walk_inlines((self.block,)) if isinstance(one, Link)
        )
        return bool(self.links) and linked >= shown


def make_rows(blocks: Blocks) -> tuple[Row, ...]:
    """The rows of a letter, in order."""
    return tuple(_make_row(block) for block in blocks)


def fold_line(text: str) -> str:
    """The words of a line alone, folded: `🪱 What worms do` is `What worms do`."""
    return " ".join(WORD.findall(fold_text(text)))


def _make_row(block: Block) -> Row:
    text = plain_text(block.children) if isinstance(block, Paragraph | Heading) else write_blocks((block,))
    line = " ".join(text.split())
    return Row(block, line, len(WORD.findall(line)))
