"""The lines of all pages without what a page carries by itself: running heads, running feet, page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from digest.documents import Cut
from digest.read.pdf_shapes import Leaf, Line

EDGE_ROWS = 3  # rows at the top and the foot of a page that may be its frame
MARGIN = 0.16  # of the height; the frame stands in the outer sixth of a page
MIN_PAGES = 2  # pages that a running head stands on, at the same height
MIN_SHARE = 0.3  # of the pages: left and right pages have heads of their own, and a chapter's first has none
DRIFT = 3.0  # points by which a head may move from page to page
ROMAN = r"(?=[ivxlc])(?:c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))"
NUMBER = re.compile(
    rf"[-–—]?\s*(?:(?:page|seite)\s+|[ps]\.\s*)?(\d{{1,4}}|{ROMAN})\s*(?:(?:/|of|von)\s*\d{{1,4}})?\s*[-–—]?",
    re.IGNORECASE,
)

MIN_LETTERS = 3  # of a running head; what has fewer is a number, or a cell of a table
BROWSER = re.compile(  # what browsers print around a page: when, and from where
    r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: [AP]M)?(?: |$)|^(?:https?|file)://\S+ \d{1,4}/\d{1,4}$"
)
ADDRESS = re.compile(r"(https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/[^\s…]*)?) \d{1,4}/\d{1,4}$")
PRINTED = "printed by the browser"
VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Pages = Sequence[tuple[Leaf, tuple[Line, ...]]]


def cut_page_frames(pages: Pages) -> tuple[tuple[Line, ...], tuple[Cut, ...]]:
    """The lines that belong to the text, and what was cut, each wording once with how often it stood there.

    A head is of one size: the title in large type on the first page stays, though every page repeats it.
    """
    edges = [line for leaf, lines in pages for line in _find_edges(leaf, lines)]
    running: defaultdict[tuple[str, bool, int], list[Line]] = defaultdict(list)
    for line in edges:
        running[_wording(line), line.base > pages[0][0].height / 2, round(line.face.size)].append(line)
    gone: dict[Line, str] = {}
    for (_, high, _), lines in running.items():
        on = len({line.page for line in lines if _is_steady(line, lines)})
        if on >= max(MIN_PAGES, MIN_SHARE * len(pages)) and sum(map(str.isalpha, lines[0].text)) >= MIN_LETTERS:
            place = "at the top" if high else "at the foot"
            gone |= dict.fromkeys(lines, f"stands {place} of {on} pages")
    gone |= {line: PRINTED for line in edges if BROWSER.search(line.text)}
    gone |= dict.fromkeys(_find_numbers(edges), "a page number")
    kept = tuple(line for _, lines in pages for line in lines if line not in gone)
    return kept, tuple(_tell(gone))


def find_printed_url(cuts: Sequence[Cut]) -> str:
    """The address of the web page that a browser has printed; empty where the line is cut short, or names no site."""
    found = next(filter(None, (ADDRESS.match(cut.text) for cut in cuts if cut.why == PRINTED)), None)
    return found[1] if found else ""


def _find_edges(leaf: Leaf, lines: Sequence[Line]) -> list[Line]:
    """The outermost lines of a page."""
    rows = sorted({round(line.base) for line in lines}, reverse=True)
    top = [row for row in rows[:EDGE_ROWS] if row > leaf.height * (1 - MARGIN)]
    foot = [row for row in rows[-EDGE_ROWS:] if row < leaf.height * MARGIN]
    return [line for line in lines if round(line.base) in (*top, *foot)]


def _wording(line: Line) -> str:
    """What a running head says on every page: its words without the number."""
    bare = re.sub(r"\d+", "#", line.text.casefold())
    return re.sub(rf"^(?:# |{ROMAN} )|(?: #| {ROMAN})$", "", bare).strip()


def _is_steady(line: Line, lines: Sequence[Line]) -> bool:
    return any(abs(line.base - other.base) <= DRIFT for other in lines if other.page != line.page)


def _find_numbers(edges: Sequence[Line]) -> set[Line]:
    """The lines that are nothing but a number which goes with its page, or keeps its distance from it."""
    ahead = {line: number - line.page for line in edges if (number := _read_number(line)) is not None}
    pages: defaultdict[int, set[int]] = defaultdict(set)
    for line, distance in ahead.items():
        pages[distance].add(line.page)
    return {line for line, distance in ahead.items() if distance == 0 or len(pages[distance]) > 1}


def _read_number(line: Line) -> int | None:
    """The number that a line consists of, in figures of either kind."""
    found = NUMBER.fullmatch(line.text)
    if found is None:
        return None
    if found[1].isdecimal():
        return int(found[1])
    values = [VALUES[letter] for letter in found[1].lower()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _tell(gone: dict[Line, str]) -> list[Cut]:
    told: dict[tuple[str, str], Cut] = {}
    for line, why in sorted(gone.items(), key=lambda pair: (pair[0].page, -pair[0].base, pair[0].left)):
        told.setdefault((_wording(line) if why != "a page number" else "", why), Cut(line.text, why))
    return list(told.values())
