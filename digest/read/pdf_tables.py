"""Lines whose words stand in columns of their own: where a table begins and ends, and its cells."""

from __future__ import annotations

from collections.abc import Sequence

from digest.blocks import Inlines, Table, Text
from digest.read.pdf_shapes import Line, Run

MIN_ROWS = 3
MIN_FULL = 0.75  # share of cells that hold something; formulas on several lines fill fewer
MIN_COLUMNS = 2
MAX_COLUMNS = 20
MAX_STEP = 3.0  # of the size, from row to row
MAX_WORDS = 12  # of the median cell; longer ones are columns of text


def find_tables(lines: Sequence[Line]) -> dict[int, int]:
    """Where tables begin, and the place after each one's last row."""
    tables: dict[int, int] = {}
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and lines[end].cells and (end == place or _goes_on(lines[end - 1], lines[end])):
            end += 1
        if end - place >= MIN_ROWS and _is_regular(lines[place:end]):
            tables[place] = end
        place = max(end, place + 1)
    return tables


def _goes_on(before: Line, line: Line) -> bool:
    step = before.base - line.base
    return (before.page, before.column) == (
        line.page,
        line.column,
    ) and 0.7 * line.face.size < step < MAX_STEP * line.face.size


def _is_regular(rows: Sequence[Line]) -> bool:
    edges = _find_columns(rows)
    if not MIN_COLUMNS <= len(edges) <= MAX_COLUMNS:
        return False
    cells = [cell for row in rows for cell in _fill(row, edges) if cell]
    opened = sum(bool(_fill(row, edges)[0]) for row in rows)
    short = sorted(len(cell.split()) for cell in cells)[len(cells) // 2] <= MAX_WORDS
    return short and len(cells) >= MIN_FULL * len(rows) * len(edges) and opened * 2 > len(rows)


def _find_columns(rows: Sequence[Line]) -> list[tuple[float, float]]:
    """The columns: what no white stripe parts, from left to right."""
    spans = sorted(_span(cell) for row in rows for cell in row.cells)
    columns: list[tuple[float, float]] = []
    for left, right in spans:
        if columns and left < columns[-1][1] + 1:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _span(cell: Sequence[Run]) -> tuple[float, float]:
    return cell[0].left, max(run.right for run in cell)


def _fill(row: Line, columns: Sequence[tuple[float, float]]) -> list[str]:
    filled = [""] * len(columns)
    for cell in row.cells:
        middle = sum(_span(cell)) / 2
        place = next(n for n, (_, right) in enumerate(columns) if middle <= right or n == len(columns) - 1)
        filled[place] = f"{filled[place]} {_words(cell)}".strip()
    return filled


def _words(cell: Sequence[Run]) -> str:
    return " ".join("".join(run.text for run in cell).replace("\u00ad", "-").split())


def make_table(rows: Sequence[Line]) -> Table:
    """The table, its first row as the head where no later row has figures in the head's places."""
    columns = _find_columns(rows)
    cells = [tuple(_inline(cell) for cell in _fill(row, columns)) for row in rows]
    has_figures = any(any(map(str.isdecimal, cell)) for cell in _fill(rows[0], columns))
    if has_figures:
        return Table(tuple(() for _ in columns), tuple(cells))
    return Table(cells[0], tuple(cells[1:]))


def _inline(cell: str) -> Inlines:
    return (Text(cell),) if cell else ()
