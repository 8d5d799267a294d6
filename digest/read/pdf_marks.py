"""What stands on a PDF's page beside its letters: rules between cells, dots before list elements, and links."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

MAX_SHAPES = 5_000  # of a page; one with more is a drawing
MAX_LINKS = 200  # of a page
MAX_DOTS = 200  # of a page; more are the points of a diagram
MAX_RULES = 1_000  # of a page; more are a drawing
MAX_DOT = 8.0  # points across; browsers draw the dots of lists so
MIN_DOT = 1.5
MAX_RULE = 2.0  # points across
MIN_RULE = 6.0  # points high; a shorter one is a letter's part
MAX_URL = 2_000  # characters

Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top, in points
Rules: TypeAlias = tuple[tuple[float, float, float], ...]  # where an upright line stands, its foot and its top


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a page."""

    dots: tuple[Box, ...] = ()
    rules: Rules = ()
    links: tuple[tuple[Box, str], ...] = ()


def read_marks(document: Any, page: Any) -> Marks:
    """The marks of a page as PDFium tells them; of a drawing with thousands of shapes only the first."""
    from pypdfium2 import raw

    dots: list[Box] = []
    rules: list[tuple[float, float, float]] = []
    for left, bottom, right, top in _read_shapes(raw, page):
        width, height = right - left, top - bottom
        if MIN_DOT <= width <= MAX_DOT and abs(width - height) < 0.2 * width:
            dots.append((left, bottom, right, top))
        elif width <= MAX_RULE and height >= MIN_RULE:
            rules.append(((left + right) / 2, bottom, top))
        elif width > MIN_RULE and height > MIN_RULE:  # the frame of a cell
            rules.extend(((left, bottom, top), (right, bottom, top)))
    return Marks(
        dots=tuple(dots) if len(dots) <= MAX_DOTS else (),
        rules=tuple(sorted(set(rules))) if len(rules) <= MAX_RULES else (),
        links=tuple(_read_links(raw, document, page)),
    )


def is_parted(rules: Rules, before: float, after: float, base: float) -> bool:
    """Whether an upright line stands between two places on a baseline."""
    return any(before - 1 <= x <= after + 1 and foot <= base + 2 and base + 2 <= top for x, foot, top in rules)


def find_url(marks: Marks, x: float, y: float) -> str:
    """Where a place on the page leads; empty for most."""
    for (left, bottom, right, top), url in marks.links:
        if left <= x <= right and bottom <= y <= top:
            return url
    return ""


def _read_shapes(raw: Any, page: Any) -> Iterator[Box]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for place in range(min(raw.FPDFPage_CountObjects(page), MAX_SHAPES)):
        shape = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(shape) == raw.FPDF_PAGEOBJ_PATH:
            raw.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
            yield left.value, bottom.value, right.value, top.value


def _read_links(raw: Any, document: Any, page: Any) -> Iterator[tuple[Box, str]]:
    """The links that lead out of the file."""
    start, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    for _ in range(MAX_LINKS):
        if not raw.FPDFLink_Enumerate(page, start, link):
            return
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if not 0 < length <= MAX_URL or not raw.FPDFLink_GetAnnotRect(link, box):
            continue
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        url = buffer.value.decode("utf-8", "replace")
        if url.startswith(("http://", "https://", "mailto:")) and not any(map(str.isspace, url)):
            yield (box.left, box.bottom, box.right, box.top), url
