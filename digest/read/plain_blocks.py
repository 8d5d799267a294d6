"""Plain text that somebody typed into a box to blocks: an empty line parts paragraphs, a line end stays one."""

from __future__ import annotations

import re

from digest.blocks import Blocks, Break, Inline, Paragraph, Text

EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


def plain_blocks(text: str) -> Blocks:
    """The paragraphs of a text; none for one without words."""
    passages = EMPTY_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n").strip())
    return tuple(Paragraph(_lines(passage)) for passage in passages if passage.strip())


def _lines(passage: str) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for line in filter(None, map(str.strip, passage.split("\n"))):
        inlines += [Break(), Text(line)] if inlines else [Text(line)]
    return tuple(inlines)
