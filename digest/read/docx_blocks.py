"""The body of a Word file to blocks: what each paragraph is shows in its style, its list and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from digest.blocks import (
    Block,
    Blocks,
    CodeBlock,
    Heading,
    Inlines,
    Paragraph,
    Rule,
    Table,
    Text,
    plain_text,
)
from digest.read.docx_inlines import RAISED, Gathered, read_inlines
from digest.read.docx_package import Package, W, attribute, is_on, read_number, style_chain
from digest.read.docx_parts import Part, Role, join_parts

HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop) ?([1-9])")
QUOTES = re.compile(r"(?:intense )?quote|quotations?|block ?text|block quote|zitat|citation")
CODES = re.compile(r"preformatted text|html preformatted|source code|code(?: block)?|macro text|verbatim")
CONTENTS = re.compile(r"toc ?(?:\d|heading)|contents (?:\d|heading)|table of contents")
MAX_DEPTH = 8  # of lists; Word knows nine levels
MAX_NESTED = 40  # containers and tables within one another
ROLES = ("title", "subtitle", "author", "authors", "date", "abstract", "abstract title")
CONTAINERS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"))


def read_parts(package: Package, gathered: Gathered) -> Iterator[Part]:
    """The parts of the main text, in order."""
    body = package.body.find(W + "body")
    yield from _parts(package.body if body is None else body, package, gathered, 0)


def read_notes(package: Package, gathered: Gathered) -> Blocks:
    """The notes below a rule, each with its mark before it."""
    blocks: list[Block] = []
    for place, key in enumerate(tuple(gathered.notes), start=1):
        note = package.notes.get(key)
        if note is None:
            continue
        inner = join_parts(tuple(_parts(note, package, gathered, 0)))
        mark = Text(str(place).translate(RAISED) + " ")
        if inner and isinstance(inner[0], Paragraph):
            inner = (Paragraph((mark, *inner[0].children)), *inner[1:])
        blocks.extend(inner)
    return (Rule(), *blocks) if blocks else ()


def _parts(element: etree._Element, package: Package, gathered: Gathered, nested: int) -> Iterator[Part]:
    if nested > MAX_NESTED:
        return
    for child in element:
        if child.tag == W + "p":
            yield from _paragraph(child, package, gathered, nested)
        elif child.tag == W + "tbl":
            yield from _table(child, package, gathered, nested)
        elif child.tag in CONTAINERS and not _is_contents(child):
            yield from _parts(child, package, gathered, nested + 1)


def _is_contents(container: etree._Element) -> bool:
    """Whether a container is the table of contents that Word makes by itself."""
    gallery = container.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return (attribute(gallery) or "").lower() == "table of contents"


def _paragraph(paragraph: etree._Element, package: Package, gathered: Gathered, nested: int) -> Iterator[Part]:
    properties = paragraph.find(W + "pPr")
    names = [style.name for style in style_chain(package, _style_id(properties))]
    level = _heading_level(properties, package, names)
    line = read_inlines(paragraph, package, gathered, stressed=not level)
    role = _role(names)
    if role == "code":
        yield Part(role, CodeBlock(_letters(paragraph)))
    elif line:
        yield _place(line, role, level, properties, package)
    for box in paragraph.iter(W + "txbxContent"):
        if not any(parent.tag.endswith("}Fallback") for parent in box.iterancestors()):
            yield from _parts(box, package, gathered, nested + 1)


def _place(line: Inlines, role: Role, level: int, properties: etree._Element | None, package: Package) -> Part:
    if level and plain_text(line).strip() and role not in ("title", "contents"):
        return Part("heading", Heading(min(level + 1, 6), line))
    if not role and (place := _list_place(properties, package)):
        number, depth = place
        found = package.lists.get(place)
        ordered, start = (found.ordered, found.start) if found else (False, 1)
        return Part("list", Paragraph(line), min(depth, MAX_DEPTH), ordered, start, number)
    return Part(role, Paragraph(line))


def _style_id(properties: etree._Element | None) -> str | None:
    return None if properties is None else attribute(properties.find(W + "pStyle"))


def _role(names: Sequence[str]) -> Role:
    for name in names:
        if name in ROLES:
            return _ROLES.get(name, "")
        if CONTENTS.fullmatch(name):
            return "contents"
        if QUOTES.fullmatch(name):
            return "quote"
        if CODES.fullmatch(name):
            return "code"
    return ""


_ROLES: dict[str, Role] = {
    "title": "title",
    "subtitle": "subtitle",
    "author": "author",
    "authors": "author",
    "date": "date",
    "abstract": "abstract",
    "abstract title": "contents",
}


def _heading_level(properties: etree._Element | None, package: Package, names: Sequence[str]) -> int:
    """1 to 9 for a heading, 0 for anything else."""
    outline = None if properties is None else read_number(attribute(properties.find(W + "outlineLvl")))
    outlines = [outline, *(style.outline for style in style_chain(package, _style_id(properties)))]
    found = next((level for level in outlines if level is not None), None)
    if found is not None and found < 9:
        return found + 1
    named = next(filter(None, (HEADING.fullmatch(name) for name in names)), None)
    return int(named[1]) if named else 0


def _list_place(properties: etree._Element | None, package: Package) -> tuple[str, int] | None:
    """The list and the level of a paragraph, its own or its style's."""
    own = None if properties is None else properties.find(W + "numPr")
    if own is not None and (number := attribute(own.find(W + "numId"))) is not None:
        level = read_number(attribute(own.find(W + "ilvl"))) or 0
        return None if number == "0" else (number, level)
    for style in style_chain(package, _style_id(properties)):
        if style.list_id:
            return None if style.list_id == "0" else (style.list_id, style.list_level)
    return None


def _letters(paragraph: etree._Element) -> str:
    """The letters of a line of code, spaces and all."""
    marks = {W + "tab": "\t", W + "br": "\n"}
    return "".join(marks.get(element.tag, element.text or "") for element in paragraph.iter(W + "t", *marks))


# --- tables


def _table(table: etree._Element, package: Package, gathered: Gathered, nested: int) -> Iterator[Part]:
    """A table; one of a single column or row only frames what it holds."""
    rows = [[cell for cell in row.iter(W + "tc") if _nearest(cell) is row] for row in table.findall(W + "tr")]
    rows = [row for row in rows if row]
    if len(rows) < 2 or max(map(len, rows)) < 2 or next(table.iterdescendants(W + "tbl"), None) is not None:
        for row in rows:
            for cell in row:
                yield from _parts(cell, package, gathered, nested + 1)
        return
    cells = [[inlines for cell in row for inlines in _cells(cell, package, gathered)] for row in rows]
    width = max(map(len, cells))
    lines = [tuple(row) + ((),) * (width - len(row)) for row in cells]
    if _has_head(table):
        yield Part("", Table(lines[0], tuple(lines[1:])))
    else:
        yield Part("", Table(((),) * width, tuple(lines)))


def _nearest(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(W + "tr"), None)


def _cells(cell: etree._Element, package: Package, gathered: Gathered) -> Iterator[Inlines]:
    """A cell's words, and an empty cell for each further column that it spans."""
    properties = cell.find(W + "tcPr")
    merged = None if properties is None else properties.find(W + "vMerge")
    lines = [read_inlines(paragraph, package, gathered) for paragraph in cell.iter(W + "p")]
    words: list[Inlines] = [line for line in lines if line]
    joined = tuple(inline for place, line in enumerate(words) for inline in ((Text(" "),) if place else ()) + line)
    yield () if merged is not None and attribute(merged) != "restart" else joined
    span = read_number(attribute(None if properties is None else properties.find(W + "gridSpan"))) or 1
    yield from ((),) * min(span - 1, 50)


def _has_head(table: etree._Element) -> bool:
    """Whether the first row is set as the head of its columns."""
    first, look = table.find(W + "tr"), table.find(f"{W}tblPr/{W}tblLook")
    repeated = first is not None and is_on(first.find(W + "trPr"), "tblHeader")
    if repeated:
        return True
    marked = attribute(look, "firstRow")
    if marked is None:
        value = attribute(look) or "0"
        return re.fullmatch(r"[0-9A-Fa-f]{1,8}", value) is not None and bool(int(value, 16) & 0x20)
    return marked.lower() not in ("0", "false", "off")
