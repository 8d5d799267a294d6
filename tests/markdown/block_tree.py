"""What a Markdown parser made of a text, as a tree that can be compared: blocks, their words, links and emphasis.

Ids, classes, wrappers (`div`, `span`) and the paragraph that one parser writes inside a tight list's items and another
does not make no difference; white space is one space, a paragraph without words is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import groupby
from typing import TypeAlias
from urllib.parse import unquote

import markdown
from markdown_it import MarkdownIt


@dataclass(frozen=True)
class Element:
    """A block or inline: its tag, what it holds, and its address, alternative text, alignment or first number."""

    tag: str
    children: Tree = ()
    value: str = ""


Tree: TypeAlias = "tuple[str | Element, ...]"

MKDOCS = ("toc", "tables", "fenced_code")
MATERIAL = (
    *("toc", "tables", "md_in_html", "attr_list", "admonition", "def_list", "footnotes", "abbr", "meta", "sane_lists"),
    *("smarty", "pymdownx.superfences", "pymdownx.details", "pymdownx.tasklist", "pymdownx.emoji"),
    *("pymdownx.arithmatex", "pymdownx.snippets", "pymdownx.critic", "pymdownx.caret", "pymdownx.mark"),
    *("pymdownx.tilde", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.betterem", "pymdownx.inlinehilite"),
    *("pymdownx.highlight", "pymdownx.tabbed", "pymdownx.blocks.admonition", "pymdownx.blocks.details"),
    *("pymdownx.blocks.tab", "pymdownx.blocks.html", "pymdownx.blocks.definition", "pymdownx.blocks.caption"),
)
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"p", "ul", "ol", "li", "blockquote", "pre", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
WRAPPERS = {"div", "span", "thead", "tbody", "colgroup"}
HOLDERS = {"ul", "ol", "li", "blockquote", "table", "tr"}  # white space between what they hold says nothing
TYPOGRAPHY = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "--",
    "—": "---",
    "…": "...",
}  # smarty writes the left for the right


def commonmark_tree(text: str, *, html: bool = False) -> Tree:
    """The tree as CommonMark (with tables) reads it; `html` for pages with anchors and asides."""
    parser = MarkdownIt("commonmark", {"html": html, "maxNesting": 200}).enable("table")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # or a host beyond ASCII is written as punycode
    return html_tree(parser.render(text))


def python_markdown_tree(text: str, *, extensions: Sequence[str] = MKDOCS) -> Tree:
    """The tree as Python-Markdown reads it with these extensions."""
    return html_tree(markdown.markdown(text, extensions=list(extensions)))


def html_tree(html: str) -> Tree:
    """The tree of an HTML text."""
    return tuple(_blocks(raw_tree(html)))


def raw_tree(html: str) -> Tree:
    """Every element of an HTML text, with no difference forgiven; `value` holds all attributes."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.close_all()


def words_of(tree: Tree) -> str:
    """All words of a tree in reading order, white space as one space."""
    return " ".join("".join(_words(tree)).replace("\u200b", "").split())


def tags_of(tree: Tree) -> set[str]:
    """The tags that occur in a tree."""
    inner = [part for part in tree if isinstance(part, Element)]
    return {part.tag for part in inner}.union(*(tags_of(part.children) for part in inner))


def fold_typography(tree: Tree) -> Tree:
    """The tree with quotes, dashes and dots as typed on a keyboard, and addresses linked to themselves unlinked.

    For extensions that write the one for the other wherever words stand (smarty, magiclink). Within code that is about
    Markdown, a fence around nothing may hold an empty line: superfences puts it there, in lists.
    """
    return tuple(_merge(_fold(part) for part in tree))


def _fold(part: str | Element) -> str | Element:
    if isinstance(part, str):
        return "".join(TYPOGRAPHY.get(character, character) for character in part)
    if part.tag == "pre":
        return replace(part, children=tuple(_fold_fences(child) for child in part.children))
    if part.tag == "code":
        return part
    children = fold_typography(part.children)
    words = words_of(children)
    if part.tag == "a" and _fold(part.value) in {unquote(start + words) for start in ("", "mailto:", "http://")}:
        return words
    return replace(part, children=children)


def _fold_fences(part: str | Element) -> str | Element:
    return re.sub(r"(?m)^((`{3,}|~{3,}).*\n)\n(?=\2)", r"\1", part) if isinstance(part, str) else part


class _Builder(HTMLParser):
    """HTML → elements, each closed at the latest with what holds it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[tuple[str, str, list[str | Element]]] = [("", "", [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append((tag, "\n".join(f"{name}={value or ''}" for name, value in attrs), []))
        if tag in EMPTY:
            self.close_one()

    def handle_endtag(self, tag: str) -> None:
        if tag in {opened[0] for opened in self.opened}:
            while self.close_one() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.opened[-1][2].append(data)

    def close_one(self) -> str:
        tag, value, children = self.opened.pop()
        self.opened[-1][2].append(Element(tag, tuple(children), value))
        return tag

    def close_all(self) -> Tree:
        while len(self.opened) > 1:
            self.close_one()
        return tuple(self.opened[0][2])


def _attribute(element: Element, name: str) -> str:
    attributes = dict(line.partition("=")[::2] for line in element.value.split("\n"))
    return attributes.get(name, "")


def _blocks(parts: Iterable[str | Element]) -> Iterator[Element]:
    """Blocks as they are; words that stand between them as paragraphs."""
    run: list[str | Element] = []
    for part in _unwrapped(parts):
        if isinstance(part, Element) and part.tag in BLOCKS:
            yield from _paragraph(run)
            yield from _block(part)
            run = []
        else:
            run.append(part)
    yield from _paragraph(run)


def _unwrapped(parts: Iterable[str | Element]) -> Iterator[str | Element]:
    for part in parts:
        if isinstance(part, Element) and (part.tag in WRAPPERS or (part.tag == "a" and "href=" not in part.value)):
            yield from _unwrapped(part.children)
        else:
            yield part


def _paragraph(run: Iterable[str | Element]) -> Iterator[Element]:
    words = _inlines(run)
    if words_of(words) or tags_of(words) & {"img", "input"}:
        yield Element("p", words)


def _block(block: Element) -> Iterator[Element]:
    if block.tag == "p":
        yield from _paragraph(block.children)
    elif block.tag == "pre":
        lines = "".join(_words(block.children)).expandtabs(4).split("\n")
        yield Element("pre", ("\n".join(line.rstrip() for line in lines).strip("\n"),))
    elif block.tag == "table":
        yield Element("table", tuple(row for row in map(_row, _elements(block)) if words_of(row.children)))
    elif block.tag in HOLDERS:
        yield Element(block.tag, tuple(_blocks(block.children)))
    else:
        yield Element(block.tag, _inlines(block.children))


def _elements(block: Element) -> list[Element]:
    return [part for part in _unwrapped(block.children) if isinstance(part, Element)]


def _row(row: Element) -> Element:
    return Element("tr", tuple(_cell(cell) for cell in _elements(row)))


def _cell(cell: Element) -> Element:
    align = re.sub(r"text-align:\s*(\w+);?", r"\1", _attribute(cell, "style"))
    return Element(cell.tag, _inlines(cell.children), align)


def _inlines(parts: Iterable[str | Element]) -> Tree:
    merged = list(_merge(map(_inline, _unwrapped(parts))))
    if merged and isinstance(merged[0], str):
        merged[0] = merged[0].lstrip()
    if merged and isinstance(merged[-1], str):
        merged[-1] = merged[-1].rstrip()
    return tuple(filter(None, merged))


def _inline(part: str | Element) -> str | Element:
    if isinstance(part, str):
        return part
    value = f"{_attribute(part, 'href' if part.tag == 'a' else 'src')} {_attribute(part, 'title')}".strip()
    if part.tag == "img":
        return Element("img", (" ".join(_attribute(part, "alt").split()),), unquote(value))
    if part.tag == "code":
        return Element("code", (words_of(part.children),))
    return Element(part.tag, _inlines(part.children), unquote(value))


def _merge(parts: Iterable[str | Element]) -> Iterator[str | Element]:
    for is_text, run in groupby(parts, key=lambda part: isinstance(part, str)):
        if is_text:
            yield re.sub(r"\s+", " ", "".join(map(str, run)))
        else:
            yield from run


def _words(tree: Tree) -> Iterator[str]:
    for part in tree:
        if isinstance(part, str):
            yield part
        elif part.tag == "br":
            yield " "
        else:
            yield from _words(part.children)
            yield "\n" if part.tag in BLOCKS or part.tag in {"td", "th"} else ""
