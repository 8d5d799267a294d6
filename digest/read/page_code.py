"""Code of a web page, letter by letter, without the numbers of its lines, and the language that the page names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree, html

from digest.blocks import Block, Blocks, CodeBlock, Paragraph, plain_text
from digest.read.page_shapes import UNSEEN

LANGUAGE = re.compile(
    r"(?:^|\s)(?:(?:language|lang|highlight-source|highlight|source)[-:]|brush:\s*|sourceCode\s+)([\w+#-]+)"
)
NO_LANGUAGES = frozenset(
    {
        "none",
        "plaintext",
        "plain",
        "text",
        "default",
        "undefined",
        "nohighlight",
        "auto",
        "txt",
        "code",
        "numberlines",
        "notranslate",
    }
)
BARE_NAMES = frozenset(  # where a class is the name alone; more of them are words of other meanings, too
    "bash c clojure cpp csharp css diff docker dockerfile elixir erlang go golang graphql haskell html http ini java javascript js json "
    "julia jsx kotlin latex lisp lua makefile markdown matlab nginx objc ocaml perl php powershell python py r ruby rb rust scala scheme "
    "scss sh shell sql swift tex toml ts tsx typescript vim xml yaml yml zig".split()
)
HIGHLIGHTED = frozenset(
    {"hljs", "prettyprint", "highlight", "sourceCode", "prism", "shiki"}
)  # beside these any class is a language
LINE_NUMBERS = re.compile(r"(?:\s*\d+\s*)+")
NUMBERS_NAME = re.compile(
    r"(?:line-?nos?|line-?numbers?|gutter|blob-num|hljs-ln-numbers|linenodiv|lnt?|code-?line-?number|line-numbers-rows|react-syntax-highlighter-line-number)",
    re.IGNORECASE,
)
COPYING = frozenset({"copy", "copy code", "copied", "copied!", "copy to clipboard"})
LINE_TAGS = ("div", "li", "p", "tr")
NEAR = 3  # elements around the code, on one of which highlighters name the language


def read_code(element: html.HtmlElement) -> Blocks:
    """The block of a `pre`; nothing for one that only numbers the lines of another."""
    text = "".join(_letters(element)).strip("\n")
    if not text.strip() or LINE_NUMBERS.fullmatch(text):
        return ()
    return (CodeBlock(text, find_language(element)),)


def read_lines_table(rows: Sequence[Sequence[html.HtmlElement]], table: html.HtmlElement) -> Blocks:
    """The code that a table holds line by line beside its numbers; nothing where the table is another."""
    if not all(len(row) == 2 and _is_number(row[0]) for row in rows) or next(table.iter("pre"), None) is not None:
        return ()
    if not any(_is_numbers(name) for row in rows for name in (row[0].get("class") or "").split()):
        return ()
    text = "\n".join("".join(_letters(row[1])).strip("\n") for row in rows)
    return (CodeBlock(text, find_language(table)),) if text.strip() else ()


def drop_code_labels(blocks: Blocks) -> Blocks:
    """The blocks without the lines above and below code that name its language or offer to copy it."""
    return tuple(
        block
        for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
        if not (isinstance(block, Paragraph) and any(_labels(block, near) for near in (before, after)))
    )


def _labels(line: Paragraph, near: Block | None) -> bool:
    words = plain_text(line.children).strip().lower()
    return isinstance(near, CodeBlock) and (words in COPYING or words == (near.language or None))


def find_language(element: html.HtmlElement) -> str:
    """The language that a page names on some code, within it or around it; empty where it names none."""
    around = [
        parent for parent, _ in zip(element.iterancestors(), range(NEAR), strict=False) if _is_alone(parent, element)
    ]
    for place in (element, *element.iterdescendants("code"), *around):
        stated = place.get("data-lang") or place.get("data-language") or _named(place.get("class") or "")
        if stated and stated.lower() not in NO_LANGUAGES:
            return stated.lower()
    return ""


def _named(classes: str) -> str:
    found = LANGUAGE.search(classes)
    if found and found[1].lower() not in NO_LANGUAGES:
        return found[1]
    names = [name for name in classes.lower().split() if name not in NO_LANGUAGES]
    if len(names) == 2 and names[0] in HIGHLIGHTED and re.fullmatch(r"[a-z][a-z0-9+#]{0,15}", names[1]):
        return names[1] if names[1] not in HIGHLIGHTED and not _is_numbers(names[1]) else ""
    return next((name for name in names if name in BARE_NAMES), "")


def _is_alone(parent: html.HtmlElement, element: html.HtmlElement) -> bool:
    """Whether some code is the only one in an element around it."""
    return next((one for one in parent.iter("pre") if one is not element), None) is None


def _letters(element: html.HtmlElement) -> Iterator[str]:
    """Every letter of an element with its line ends; a `div` is a line in some highlighters."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walker:
        if event == "start":
            if inner is not element and (inner.tag in UNSEEN or _numbers_lines(inner)):
                walker.skip_subtree()
                continue
            yield "\n" if inner.tag == "br" else ""
            yield inner.text or ""
        elif inner is not element:
            yield "\n" if inner.tag in LINE_TAGS and not (inner.tail or "").startswith("\n") else ""
            yield inner.tail or ""


def _numbers_lines(element: html.HtmlElement) -> bool:
    named = any(_is_numbers(name) for name in (element.get("class") or "").split())
    return named and LINE_NUMBERS.fullmatch("".join(element.itertext()) or "0") is not None


def _is_numbers(name: str) -> bool:
    return NUMBERS_NAME.fullmatch(name) is not None


def _is_number(cell: html.HtmlElement) -> bool:
    words = "".join(cell.itertext()).strip()
    return not words or words.isdecimal()
