r"""Text → Markdown that shows exactly this text, in CommonMark and in Python-Markdown with the extensions in use.

A character that either would take as syntax gets a backslash where both know it (CommonMark and Python-Markdown share
fewer than one thinks: not `\<`, not `\~`), else its number: `&#126;`. What neither takes as syntax stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digest.markdown.characters import clean_line

SHARED = frozenset("`*_[]>#-!")  # known to both after a backslash, and no preprocessor looks for them
RISKY = {  # marks of extensions that need a pair: `~5 and ~10` is harmless, `~5~10` is not
    "~": re.compile(r"~\S*~"),  # ~subscript~, ~~deleted~~, and the fence ~~~
    "^": re.compile(r"\^\S*\^"),  # ^superscript^, ^^inserted^^
    "$": re.compile(r"\$[^$]*[^\s$]\$|\$\$"),  # $mathematics$
    "+": re.compile(r"\+\+\S*\+\+"),  # ++key++
}
ALL_RISKY = frozenset(RISKY)
REPEATED = 2_000  # texts, some pages of them; a line is written once to see how it begins, and again on page and feed

_SYNTAX = re.compile(
    r"""
    [*`<{]
    | _(?![^\W_]) | _(?<![^\W_]_)               # within a word, an underscore is a letter
    | \\(?![^\W_]) | \\(?=begin)
    | &(?=\#|\w+;)
    | \[(?!
        (?: \.\.\.|… | (?<=\s\[)[^\W_](?:[^\W_]|[ ,.’'-]){0,60} )  # an editor's words or omission are no link
        \](?:[\s,.;!?’”)]|$)
      )
    | !(?=\[)
    | =(?==)
    | :(?=[+\-\w]+:)
    """,
    re.VERBOSE,
)
_LINE_START = re.compile(
    r"""
    ^(?P<number>\d+)(?=[.)](?:\s|$))
    | ^(?: [#>|] | [-+](?=[\s|:+-]|$) | !(?=!!) | \?(?=\?\?) | /(?=//) | =(?==*\s*$) | :(?=[\s|:-]|$) )
    """,
    re.VERBOSE | re.MULTILINE,
)
# What Python-Markdown has put aside before extensions look for pairs: to them one letter, whatever spaces it holds.
_STASHED = re.compile(r"!?\[[^\]]*\]\([^)]*\)|(`+).+?\1")
# What magiclink takes for an address, up to the next space: a reference in it would show as it is written, and code that
# follows it would end in the link, quotes and all.
_ADDRESS = r"\b((?:ht|f)tps?(?=://)|www(?=\.))([:.])"
_ADDRESS_WITH_REFERENCE = re.compile(rf"{_ADDRESS}(?=\S{{0,2000}}?&(?:\#\d+|\w+);)", re.IGNORECASE)
_ADDRESS_AT_END = re.compile(_ADDRESS, re.IGNORECASE)
_PLAIN_IN_ATTRIBUTE = re.compile(r"[^\w ,.;?…’“”–—/-]|_")


def escape_text(text: str) -> str:
    """One line of text for any place in a template: paragraph, heading, list, table, the words of a link."""
    escaped = escape_words(clean_line(text).strip(), risky=ALL_RISKY)
    return escape_line_starts(escape_closing(escape_bars(escape_brackets(escape_last_address(escaped)))))


@lru_cache(maxsize=REPEATED)
def escape_words(text: str, *, risky: frozenset[str]) -> str:
    """Words within a block; `risky` are the characters of RISKY that could find their pair there."""
    escaped = _SYNTAX.sub(lambda match: escape_character(match[0]), text)
    for character in sorted(risky):
        escaped = escaped.replace(character, escape_character(character))
    return _ADDRESS_WITH_REFERENCE.sub(_escape_address, escaped) if "&" in escaped else escaped


def escape_last_address(markdown: str) -> str:
    """Written words before something that is no space: an address at their end stays out of its reach."""
    last = (markdown.rsplit(None, 1) or [""])[-1]
    start = len(markdown) - len(last)
    return markdown[:start] + _ADDRESS_AT_END.sub(_escape_address, last) if markdown.endswith(last) else markdown


def _escape_address(match: re.Match[str]) -> str:
    return match[1] + escape_number(match[2])


def find_risky(text: str) -> frozenset[str]:
    """The characters of RISKY that could find their pair in a block of this text."""
    if ALL_RISKY.isdisjoint(text):
        return frozenset()
    stashed = _STASHED.sub(".", text)
    return frozenset(character for character, pair in RISKY.items() if pair.search(text) or pair.search(stashed))


def escape_line_starts(markdown: str) -> str:
    """A written line or lines of a paragraph, what would open another block escaped."""
    return _LINE_START.sub(_escape_line_start, markdown)


def escape_brackets(markdown: str) -> str:
    """Written words for the inside of a link: no bracket ends it, nor do two with backslashes make mathematics."""
    return re.sub(r"(?<!\\)\[", r"\[", markdown).replace("]", escape_number("]"))


def escape_bars(markdown: str) -> str:
    """Written words for a cell of a table."""
    return markdown.replace("|", escape_number("|"))


def escape_closing(markdown: str) -> str:
    """A written heading whose last `#` (as in C#) stays."""
    bare = markdown.rstrip("#")
    return bare + r"\#" * (len(markdown) - len(bare))


def escape_attribute(text: str) -> str:
    """Text for a title in quotes or the words of a picture."""
    return _PLAIN_IN_ATTRIBUTE.sub(lambda match: escape_number(match[0]), text)


def escape_character(character: str) -> str:
    """The character so that no parser takes it as syntax."""
    if character == "<":
        return "&lt;"
    if character == "&":
        return "&amp;"
    return "\\" + character if character in SHARED else escape_number(character)


def escape_number(character: str) -> str:
    """The character as a reference to its number, which is text to every Markdown parser."""
    return f"&#{ord(character)};"


def _escape_line_start(match: re.Match[str]) -> str:
    return match["number"] + "\\" if match["number"] else escape_character(match[0])
