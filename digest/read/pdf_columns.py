"""The runs of a page to its lines in reading order: down the first column, then down the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from digest.read.pdf_marks import Rules, is_parted
from digest.read.pdf_shapes import Face, Leaf, Line, Run

JOIN_GAP = 1.0  # of the size; what stands farther apart is another column, or another cell
CELL_GAP = 1.3  # of the size; a space between words is stretched to 0.9 at most
RAISED = 0.6  # of the size; how far a baseline may be off within one line
SMALLER = 0.85  # of the size; a raised run as large as its line is none
MIN_FILLED = 0.55  # of a column's width; running text fills its column, cells of a table do not
MAX_STRIPS = 2_000  # of a page; more are a drawing's words, and trying every place for a gutter would take long
MIN_COLUMN_LINES = 3
MIN_COLUMN_WIDTH = 10.0  # of the size; narrower is a column of a table
MAX_CROSSING = 0.5  # share of rows that may reach across a gutter: titles, wide figures
SPACE = 0.16  # of the size; a gap that is read as a space where the file writes none
HIGH = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
LOW = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
SET_HIGH = frozenset("0123456789,*†‡§¶∗")


@dataclass(frozen=True, slots=True)
class _Strip:
    """Runs that stand close to one another on one line."""

    runs: tuple[Run, ...]
    left: float
    right: float
    base: float
    size: float


def order_lines(leaf: Leaf) -> tuple[Line, ...]:
    """The lines of a page in reading order.

    Rows that reach across a gutter part the page; between two such, the left column is read first. Only columns
    that running text fills count as such: the cells of a table stay on one line.
    """
    strips = _gather_strips(leaf.runs, leaf.rules)
    return tuple(
        line
        for column, (part, start, end) in enumerate(_part_columns(strips))
        for line in _make_lines(part, leaf, column=column, start=start, end=end)
    )


def _gather_strips(runs: Sequence[Run], rules: Rules) -> tuple[_Strip, ...]:
    strips: list[list[Run]] = []
    for run in runs:
        if strips and _is_near(strips[-1], run, rules):
            strips[-1].append(run)
        else:
            strips.append([run])
    return tuple(_make_strip(strip) for strip in strips)


def _is_near(strip: list[Run], run: Run, rules: Rules) -> bool:
    last = strip[-1]
    size = max(last.face.size, run.face.size)
    near = -0.3 * size < run.left - last.right < JOIN_GAP * size
    main = max(strip, key=lambda one: one.face.size)
    if near and rules and is_parted(rules, last.right, run.left, run.base):
        return False
    return near and abs(run.base - main.base) < RAISED * max(main.face.size, run.face.size)


def _make_strip(runs: list[Run]) -> _Strip:
    main = max(runs, key=lambda run: (round(run.face.size, 1), len(run.text)))
    return _Strip(tuple(runs), min(run.left for run in runs), max(run.right for run in runs), main.base, main.face.size)


# --- columns


def _part_columns(strips: Sequence[_Strip]) -> Iterator[tuple[Sequence[_Strip], float, float]]:
    """Runs of strips that are read one after another, each with the edges of its column."""
    if not strips:
        return
    start, end = min(strip.left for strip in strips), max(strip.right for strip in strips)
    gutter = _find_gutter(strips)
    if gutter is None:
        yield strips, start, end
        return
    for wide, band in _part_bands(_make_rows(strips), gutter):
        if wide:
            yield band, start, end
            continue
        yield from _part_columns([strip for strip in band if strip.left < gutter])
        yield from _part_columns([strip for strip in band if strip.left >= gutter])


def _find_gutter(strips: Sequence[_Strip]) -> float | None:
    """Where a page parts in two columns: the place with most lines on the poorer side."""
    if len(strips) > MAX_STRIPS:
        return None
    size = median(strip.size for strip in strips)
    best: tuple[int, float] | None = None
    for place in sorted({round(strip.left) - 1.0 for strip in strips}):
        left = [strip for strip in strips if strip.right <= place]
        right = [strip for strip in strips if strip.left >= place]
        poorer = min(len(left), len(right))
        if poorer < MIN_COLUMN_LINES or (best and poorer < best[0]):
            continue
        crossing = len(strips) - len(left) - len(right)
        if crossing <= MAX_CROSSING * len(strips) and _is_filled(left, size) and _is_filled(right, size):
            best = (poorer, place)
    return best[1] if best and _stand_beside(strips, best[1]) else None


def _is_filled(strips: Sequence[_Strip], size: float) -> bool:
    width = max(strip.right for strip in strips) - min(strip.left for strip in strips)
    return width >= MIN_COLUMN_WIDTH * size and median(s.right - s.left for s in strips) >= MIN_FILLED * width


def _stand_beside(strips: Sequence[_Strip], gutter: float) -> bool:
    """Whether the two sides share some height, and are not parts of one column with different indents."""
    left = [strip.base for strip in strips if strip.right <= gutter]
    right = [strip.base for strip in strips if strip.left >= gutter]
    return max(min(left), min(right)) <= min(max(left), max(right))


def _make_rows(strips: Iterable[_Strip]) -> list[list[_Strip]]:
    """Strips on one baseline as rows, from the top."""
    rows: list[list[_Strip]] = []
    for strip in sorted(strips, key=lambda strip: (-strip.base, strip.left)):
        if rows and rows[-1][0].base - strip.base < 0.35 * min(strip.size, rows[-1][0].size):
            rows[-1].append(strip)
        else:
            rows.append([strip])
    return rows


def _part_bands(rows: Sequence[list[_Strip]], gutter: float) -> Iterator[tuple[bool, list[_Strip]]]:
    """Rows in turns: such as reach across the gutter, and such as do not."""
    band: list[_Strip] = []
    was_wide: bool | None = None
    for row in rows:
        wide = any(strip.left < gutter - 1 and strip.right > gutter + 1 for strip in row)
        if was_wide is not None and wide != was_wide:
            yield was_wide, band
            band = []
        band.extend(row)
        was_wide = wide
    if was_wide is not None:
        yield was_wide, band


# --- lines


def _make_lines(strips: Sequence[_Strip], leaf: Leaf, *, column: int, start: float, end: float) -> Iterator[Line]:
    for row in _join_raised(_make_rows(strips)):
        runs = sorted((run for strip in row for run in strip.runs), key=lambda run: (run.left, run.right))
        main = _main_face(runs)
        spaced = tuple(_space(runs, main))
        text = " ".join("".join(run.text for run in spaced).split())
        if not text:
            continue
        left, right = min(run.left for run in runs), max(run.right for run in runs)
        base = next(run.base for run in runs if run.face == main)
        is_code = all(run.face.mono for run in runs)
        cells = () if is_code else tuple(_part_cells(spaced, main.size, leaf.rules))
        yield Line(
            spaced, text, left, right, base, main, leaf.number, column, start, end, cells if len(cells) > 1 else ()
        )


def _join_raised(rows: Iterable[list[_Strip]]) -> Iterator[list[_Strip]]:
    """Rows, those of nothing but small raised or lowered strips joined to the line that they belong to."""
    pending: list[list[_Strip]] = []
    for row in rows:
        last = pending[-1] if pending else None
        if last and _belongs(row, last):
            last.extend(row)
        else:
            pending.append(list(row))
    yield from pending


def _belongs(row: Sequence[_Strip], line: Sequence[_Strip]) -> bool:
    above, below = max(strip.size for strip in line), max(strip.size for strip in row)
    near = abs(line[0].base - row[0].base) < RAISED * max(above, below)
    if not near or min(above, below) > SMALLER * max(above, below):
        return False
    return not any(a.left < b.right - 1 and b.left < a.right - 1 for a in line for b in row)


def _main_face(runs: Sequence[Run]) -> Face:
    weights: Counter[Face] = Counter()
    for run in runs:
        weights[run.face] += len(run.text.strip())
    return min(weights, key=lambda face: (-weights[face], -face.size, face.bold, face.italic, face.mono))


def _space(runs: Sequence[Run], main: Face) -> Iterator[Run]:
    """The runs with the spaces between them, raised and lowered figures as such."""
    base = next(run.base for run in runs if run.face == main)
    last: Run | None = None
    for run in runs:
        text = _shift(run, base, main)
        apart = last is not None and run.left - last.right > SPACE * min(main.size, run.face.size)
        yield replace(run, text=f" {text}" if apart else text)
        last = run


def _shift(run: Run, base: float, main: Face) -> str:
    bare = run.text.strip()
    if run.face.size > SMALLER * main.size or not bare or set(bare) - SET_HIGH - {"+", "-", "−", "(", ")", " "}:
        return run.text
    if run.base - base > 0.2 * main.size:
        return run.text.translate(HIGH)
    return run.text.translate(LOW) if base - run.base > 0.08 * main.size else run.text


def _part_cells(runs: Sequence[Run], size: float, rules: Rules) -> Iterator[tuple[Run, ...]]:
    """The runs between wide gaps, and between upright lines."""
    cell: list[Run] = []
    for run in runs:
        last = cell[-1] if cell else None
        if last and (run.left - last.right > CELL_GAP * size or is_parted(rules, last.right, run.left, run.base)):
            yield tuple(cell)
            cell = []
        cell.append(run)
    if cell:
        yield tuple(cell)
