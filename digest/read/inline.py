"""The Markdown marks that scraped text still carries within a line, as inlines: bold, code, links."""

from __future__ import annotations

import re

from digest.blocks import Code, Inline, Inlines, Link, Strong, Text

MARKS = re.compile(
    r"\*\*(?P<strong>[^\s*](?:[^*\n]{0,300}?[^\s*])?)\*\*"
    r"|`(?P<code>[^`\n]{1,200})`"
    r"|(?<!!)\[(?P<words>[^\[\]\n]{1,300})\]\((?P<url>https?://[^\s()<>]{1,2000})\)"
)


def read_inlines(text: str) -> Inlines:
    """The inlines of a line; whatever is no certain mark is text."""
    if "`" not in text and "**" not in text and "](" not in text:
        return (Text(text),)
    inlines: list[Inline] = []
    end = 0
    for mark in MARKS.finditer(text):
        if mark.start() > end:
            inlines.append(Text(text[end : mark.start()]))
        inlines.append(_inline(mark))
        end = mark.end()
    if end < len(text):
        inlines.append(Text(text[end:]))
    return tuple(inlines)


def _inline(mark: re.Match[str]) -> Inline:
    if mark["strong"]:
        return Strong((Text(mark["strong"]),))
    if mark["code"]:
        return Code(mark["code"])
    return Link(mark["url"], (Text(mark["words"]),))
