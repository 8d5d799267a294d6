"""White space in a line of inlines: single spaces between words, none at the ends."""

from __future__ import annotations

import re

from digest.blocks import Break, Emphasis, Inline, Inlines, Link, Strong, Text

SPACE = re.compile(r"[ \t\r\n\f\xa0]+")


def trim(line: Inlines) -> Inlines:
    """A line with single spaces between its words, none at its ends, and no empty inlines; empty if it has no words."""
    collapsed, _ = _squeeze(line, after_space=True)
    return _trim_end(collapsed)


def collapse(text: str) -> str:
    """The text with one space for each run of white space."""
    return SPACE.sub(" ", text)


def _squeeze(line: Inlines, *, after_space: bool) -> tuple[Inlines, bool]:
    made: list[Inline] = []
    for inline in line:
        match inline:
            case Text(text):
                words = collapse(text)
                words = words[1:] if after_space and words.startswith(" ") else words
                if words:
                    after_space = words.endswith(" ")
                    _append_text(made, words)
            case Emphasis(children) | Strong(children):
                inner, after_space = _squeeze(children, after_space=after_space)
                if inner:
                    made.append(type(inline)(inner))
            case Link(url, children, title):
                inner, after_space = _squeeze(children, after_space=after_space)
                if inner:
                    made.append(Link(url, inner, title))
            case Break():
                made.append(inline)
                after_space = True
            case _:
                made.append(inline)
                after_space = False
    return tuple(made), after_space


def _append_text(made: list[Inline], words: str) -> None:
    if made and isinstance(made[-1], Text):
        made[-1] = Text(made[-1].text + words)
    else:
        made.append(Text(words))


def _trim_end(line: Inlines) -> Inlines:
    while line:
        last = line[-1]
        match last:
            case Break():
                line = line[:-1]
                continue
            case Text(text) if not text.strip():
                line = line[:-1]
                continue
            case Text(text):
                return (*line[:-1], Text(text.rstrip(" ")))
        break
    return tuple(line)
