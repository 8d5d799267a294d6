"""Which paragraphs speak of one thing of a list: what stands under numbered headings, as the tips of "9 tips" do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.blocks import Block, Blocks, Heading, Paragraph, plain_text, walk_blocks

NUMBERED = re.compile(
    r"\W*(?:[^\W\d]+\s)?\W*\d{1,3}(?![\d.,]*\d)\W*(?=\w|\Z)"
)  # "3. Clover", "#3", "Tip 3:", not "3.1"
OUTLINE = re.compile(
    r"\W*\d*\W*(?:introduction|background|methods?|overview|conclusions?|einleitung|einführung|fazit|introducción|conclusiones|introduzione|introdução|введение|заключение)\b",
    re.IGNORECASE,
)
FEWEST = 3  # numbered headings; with fewer, they are no list


def find_members(blocks: Blocks) -> tuple[str, ...]:
    """The anchors of paragraphs below numbered headings; none where all sections have numbers, as in a paper."""
    headings = [plain_text(block.children) for block in blocks if isinstance(block, Heading)]
    numbered = [words for words in headings if NUMBERED.match(words)]
    if len(numbered) < FEWEST or any(OUTLINE.match(words) for words in numbered):
        return ()
    return tuple(_walk(blocks))


def _walk(blocks: Blocks) -> Iterator[str]:
    level = 0  # of the heading that the list's thing stands under; deeper ones part it
    for block in blocks:
        if isinstance(block, Heading):
            opens = NUMBERED.match(plain_text(block.children))
            level = block.level if opens else level if block.level > level else 0
        elif level:
            yield from _anchors(block)


def _anchors(block: Block) -> Iterator[str]:
    for inner in walk_blocks((block,)):
        if isinstance(inner, Paragraph):
            yield inner.anchor
