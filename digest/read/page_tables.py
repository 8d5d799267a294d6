"""Tables of a web page: data as tables, and what only places things as the blocks that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import html

from digest.blocks import Break, Inline, Inlines, Table, Text
from digest.read.page_inlines import Reading, pieces_of, read_inline
from digest.read.page_lines import trim
from digest.read.page_shapes import BLOCK_TAGS

PLACED = ("h1", "h2", "h3", "ul", "ol", "pre", "blockquote")  # no cell of a data table holds these
MAX_REACHED = 60  # columns; cells that push one another further are no table that a person wrote
MAX_SPAN = 50  # columns; a larger number is a mistake

Rows = list[list[html.HtmlElement]]


def rows_of(table: html.HtmlElement) -> Rows:
    """The cells of each row of a table, not of tables within it."""
    rows = [row for row in table.iterdescendants("tr") if next(row.iterancestors("table")) is table]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    return [row for row in cells if row]


def is_layout(table: html.HtmlElement, rows: Rows) -> bool:
    """Whether a table only places things: one column or row, other tables within, or whole passages in its cells."""
    if table.get("role") in ("presentation", "none") or not rows or max(len(row) for row in rows) < 2:
        return True
    if len(rows) < 2 or next(table.iterdescendants("table"), None) is not None:
        return True
    return any(
        len(cell.findall(".//p")) > 1 or next(cell.iterdescendants(*PLACED), None) is not None
        for row in rows
        for cell in row
    )


def read_table(rows: Rows, reading: Reading) -> Table:
    """The table of some rows; without a head row of its own it gets an empty one."""
    lines = list(_read_rows(rows, replace(reading, signs=True)))
    width = max(len(line) for line in lines)
    lines = [line + ((),) * (width - len(line)) for line in lines]
    headed = all(cell.tag == "th" for cell in rows[0]) or rows[0][0].getparent().getparent().tag == "thead"
    head, body = (lines[0], lines[1:]) if headed else (((),) * width, lines)
    return Table(head, tuple(body))


def _read_rows(rows: Rows, reading: Reading) -> Iterator[tuple[Inlines, ...]]:
    """The rows; a cell that reaches over others leaves these empty."""
    reaching: dict[int, int] = {}  # by column, over how many more rows a cell from above reaches
    for row in rows:
        line: list[Inlines] = []
        for cell in row:
            while reaching.get(len(line), 0) and len(line) < MAX_REACHED:
                line.append(())
            width, down = _span(cell, "colspan"), _span(cell, "rowspan") - 1
            reaching |= {len(line) + place: down + 1 for place in range(width if down else 0)}
            line += [trim(_read_cell(cell, reading)), *([()] * (width - 1))]
        reaching = {column: rows_left - 1 for column, rows_left in reaching.items() if rows_left > 1}
        yield tuple(line)


def _span(cell: html.HtmlElement, name: str) -> int:
    stated = cell.get(name) or "1"
    return int(stated) if stated.isdecimal() and 1 <= int(stated[:4]) <= MAX_SPAN else 1


def _read_cell(cell: html.HtmlElement, reading: Reading) -> Inlines:
    """A cell as one line: Markdown's tables hold no more."""
    line: list[Inline] = []
    for piece in pieces_of(cell):
        if isinstance(piece, str):
            line.append(Text(piece))
        else:
            inner = read_inline(piece, reading)
            line.extend((Text(" "), *inner, Text(" ")) if piece.tag in BLOCK_TAGS else inner)
    return tuple(Text(" ") if isinstance(inline, Break) else inline for inline in line)
