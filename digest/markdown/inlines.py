"""Inlines → a line of Markdown; a mark that the parsers would read differently is dropped, its words stay."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from unicodedata import category

from digest.blocks import Break, Code, Emphasis, Image, Inline, Inlines, Link, Strong, Text
from digest.markdown.escape import (
    escape_attribute,
    escape_bars,
    escape_brackets,
    escape_character,
    escape_last_address,
    escape_number,
    escape_words,
    find_risky,
)

MARKS = (("*", "**"), ("_", "__"))  # emphasis and strong emphasis; within another mark, underscores
BREAK = "  \n"  # Python-Markdown knows no other
BREAK_SEEN = "-"  # to its extensions, a break is no space
# What Python-Markdown mends before it knows what is code: `&#42` gets its semicolon, `--!>` becomes `-->`.
MENDED = re.compile(r"&#(?!\d+;|[xX][0-9a-fA-F]+;)|--!>")
# What extensions look for in code: the name of a language (inlinehilite), marks of changes (critic).
CODE_SYNTAX = re.compile(rf"^(?:#!|:::+)[\w#.+-]*\s|\{{(?:\+\+|--|==|>>|~~)|{MENDED.pattern}")
# What is taken for the definition of an abbreviation or an address: a line that opens with a link, and has this in code.
DEFINITION = re.compile(r"^(?:\*\[[^\\]*?\] ?:|\[(?:[^\[\]\\]|\\.)*\]:)", re.MULTILINE)
ADDRESS_SYNTAX = re.compile(r"[$`]|\+(?=\+)|&(?=#|\w+;)")


@dataclass(frozen=True, slots=True)
class Line:
    """Where inlines stand: what must be written otherwise there."""

    risky: frozenset[str] = frozenset()
    in_cell: bool = False
    in_html: bool = False  # within a <div markdown>, whose end is looked for in code, too
    in_link: bool = False
    in_mark: bool = False
    wordy: bool = False  # code is written as words


def write_line(inlines: Inlines, *, in_cell: bool = False, in_html: bool = False) -> str:
    """Tidy inlines as Markdown, for the inside of a block."""
    line = Line(in_cell=in_cell, in_html=in_html)
    written = _write_all(inlines, line, before="", after="")
    if risky := find_risky(written.replace(BREAK, BREAK_SEEN)):
        line = replace(line, risky=risky)
        written = _write_all(inlines, line, before="", after="")
    if DEFINITION.search(written):
        written = _write_all(inlines, replace(line, wordy=True), before="", after="")
    return escape_bars(written) if in_cell else written


def _write_all(inlines: Inlines, line: Line, *, before: str, after: str) -> str:
    """The inlines in a row; `before` and `after` are the characters around it, none at the ends of a block."""
    openings = [BREAK_SEEN if isinstance(inline, Break) else _write_bare(inline, line)[:1] for inline in inlines[1:]]
    written = before
    for inline, following in zip(inlines, (*openings, after), strict=False):
        markdown = _write_between(inline, line, before=written[-1:], after=following)
        if written.endswith("!") and markdown.startswith("["):
            written = written[:-1] + escape_character("!")  # or the link would be a picture
        written += markdown
    return written[len(before) :]


def _write_between(inline: Inline, line: Line, *, before: str, after: str) -> str:
    if isinstance(inline, Code) and before == "`":
        return _write_words(inline.text, line)
    if isinstance(inline, Text) and not line.in_link and after and not after.isspace():
        return escape_last_address(_write_words(inline.text, line))
    if not isinstance(inline, Emphasis | Strong):
        return _write_bare(inline, line)
    mark = MARKS[line.in_mark][isinstance(inline, Strong)]
    inner = _write_all(inline.children, replace(line, in_mark=True), before=mark[0], after=mark[0])
    if _is_read_alike(mark[0], inner, before, after):
        return f"{mark}{inner}{mark}"
    return _write_all(inline.children, line, before=before, after=after)


def _is_read_alike(mark: str, inner: str, before: str, after: str) -> bool:
    """Whether every parser takes the mark around the inner Markdown for one, between these two characters."""
    if mark in {before, after}:
        return False
    if mark == "_":
        return _is_gap(before) and _is_gap(after)
    return (inner[0].isalnum() or _is_gap(before)) and (inner[-1].isalnum() or _is_gap(after))


def _is_gap(character: str) -> bool:
    return not character or character.isspace() or category(character).startswith("P")


def _write_bare(inline: Inline, line: Line) -> str:
    match inline:
        case Text(text):
            return _write_words(text, line)
        case Code(text):
            return _write_code(text, line)
        case Break():
            return BREAK
        case Image(url, alt, title):
            return f"![{escape_attribute(alt)}]({_write_target(url, title)})"
        case Link(url, children, title):
            words = _write_all(children, replace(line, in_link=True), before="[", after="]")
            return f"[{words}]({_write_target(url, title)})"
        case Emphasis(children) | Strong(children):
            return _write_all(children, line, before="", after="")


def _write_words(text: str, line: Line) -> str:
    escaped = escape_words(text, risky=line.risky)
    return escape_brackets(escaped) if line.in_link else escaped


def _write_code(text: str, line: Line) -> str:
    """The code between backticks, or as words where a parser would look into it."""
    if line.wordy or CODE_SYNTAX.search(text) or (line.in_cell and "|" in text) or (line.in_html and "<" in text):
        return _write_words(text, line)
    ticks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _write_target(url: str, title: str) -> str:
    address = ADDRESS_SYNTAX.sub(lambda match: escape_number(match[0]), url)
    return f'{address} "{escape_attribute(title)}"' if title else address
