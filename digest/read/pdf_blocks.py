"""Clumps of a PDF to blocks; a paragraph's anchor names its page (`page 3`) until the paragraphs are numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from digest.blocks import Block, Blocks, BulletList, CodeBlock, Heading, OrderedList, Paragraph, Text
from digest.read.pdf_clumps import BULLET, ENDED, NUMBER, find_marker
from digest.read.pdf_shapes import Clump, Line
from digest.read.pdf_tables import make_table
from digest.read.pdf_words import Lexicon, join_lines, line_words

MAX_CODE = 300  # columns of a line of code
ASIDE = ("caption", "footnote", "table", "code")
MAX_ASIDES = 6  # that may stand between the halves of a paragraph
STEP = 0.8  # of the size; an element that stands in by more is one level deeper


def make_blocks(clumps: Sequence[Clump], lexicon: Lexicon) -> Blocks:
    """The blocks in reading order, paragraphs whole that a column's end or a page's parted."""
    return tuple(_make_blocks(_join_parted(clumps), lexicon))


def _make_blocks(clumps: Sequence[Clump], lexicon: Lexicon) -> Iterator[Block]:
    place = 0
    while place < len(clumps):
        if clumps[place].kind == "element":
            end = _find_end(clumps, place)
            yield from _make_lists([clump for clump in clumps[place:end] if clump.kind == "element"], lexicon)
            yield from (_make_block(clump, lexicon) for clump in clumps[place:end] if clump.kind != "element")
            place = end
        else:
            yield _make_block(clumps[place], lexicon)
            place += 1


def _find_end(clumps: Sequence[Clump], place: int) -> int:
    """The place after a list's last element; what a column's end puts between its elements does not part it."""
    end = place + 1
    for other in range(place + 1, len(clumps)):
        clump, last = clumps[other], clumps[end - 1].lines[-1]
        if clump.kind == "element" and (
            other == end or clump.lines[0].column != last.column or clump.lines[0].page != last.page
        ):
            end = other + 1
        elif clump.kind not in ASIDE or other - end > MAX_ASIDES:
            break
    return end


def _make_block(clump: Clump, lexicon: Lexicon) -> Block:
    match clump.kind:
        case "heading":
            return Heading(clump.level, (Text(line_words(clump.lines, lexicon)),))
        case "code":
            return CodeBlock("\n".join(_code_lines(clump.lines)))
        case "table":
            return make_table(clump.lines)
    return _paragraph(clump, lexicon)


def _paragraph(clump: Clump, lexicon: Lexicon, *, skip: int = 0) -> Paragraph:
    return Paragraph(join_lines(clump.lines, lexicon, skip=skip), anchor=f"page {clump.lines[0].page}")


def _code_lines(lines: Sequence[Line]) -> Iterator[str]:
    """The lines, each run as far to the right as it stands."""
    start = min(line.left for line in lines)
    runs = [run for line in lines for run in line.runs]
    width = median((run.right - run.left) / len(run.text.strip()) for run in runs if run.text.strip()) or 1.0
    for line in lines:
        text = ""
        for run in line.runs:
            column = min(round((run.left - start) / width), MAX_CODE)
            text = text.ljust(column) + run.text.strip().replace("\u00ad", "-")
        yield text


# --- paragraphs that go on after a column's end


def _join_parted(clumps: Sequence[Clump]) -> list[Clump]:
    """The clumps, those of one paragraph joined; what stood between follows it."""
    joined: list[Clump] = []
    place = 0
    while place < len(clumps):
        clump = clumps[place]
        rest = _find_rest(clumps, place) if clump.kind in ("text", "element", "footnote") else None
        if rest is None:
            joined.append(clump)
            place += 1
            continue
        whole = replace(clump, lines=clump.lines + clumps[rest].lines)
        clumps = [*clumps[:place], whole, *clumps[place + 1 : rest], *clumps[rest + 1 :]]
    return joined


def _find_rest(clumps: Sequence[Clump], place: int) -> int | None:
    """Where the paragraph goes on that a column's end has parted, if it does."""
    last = clumps[place].lines[-1]
    if ENDED.search(last.text):
        return None
    for other in range(place + 1, min(place + MAX_ASIDES + 2, len(clumps))):
        clump = clumps[other]
        first = clump.lines[0]
        if clump.kind == "text" and (first.page, first.column) != (last.page, last.column):
            small = abs(first.face.size - last.face.size) < 0.1 * last.face.size
            goes_on = first.text[:1].islower() or last.text.endswith(("-", "\u00ad", ",")) or first.text[:1].isdecimal()
            fills = last.right > last.end - 4 * last.face.size
            return (
                other if small and (goes_on or (fills and first.left - first.start < 0.7 * first.face.size)) else None
            )
        if clump.kind not in ASIDE and not _is_small(clump, last):
            return None
    return None


def _is_small(clump: Clump, last: Line) -> bool:
    return clump.kind == "text" and clump.lines[0].face.size < 0.93 * last.face.size


# --- lists


@dataclass(slots=True)
class _Level:
    left: float
    ordered: int | None
    elements: list[Blocks]


def _make_lists(clumps: Sequence[Clump], lexicon: Lexicon) -> Iterator[Block]:
    """Lists, one within another where elements stand farther in."""
    stack: list[_Level] = []
    for clump in clumps:
        line = clump.lines[0]
        ordered, left, room = _number(line), line.left - line.start, STEP * line.face.size
        while stack and left < stack[-1].left - room:
            yield from _close(stack)
        if stack and abs(left - stack[-1].left) <= room and (stack[-1].ordered is None) != (ordered is None):
            yield from _close(stack)
        if not stack or left > stack[-1].left + room:
            stack.append(_Level(left, ordered, []))
        marker = find_marker(line)
        stack[-1].elements.append((_paragraph(clump, lexicon, skip=marker.end() if marker else 0),))
    while stack:
        yield from _close(stack)


def _close(stack: list[_Level]) -> Iterator[Block]:
    """Take the innermost list away: into the element that it stands in, or out."""
    level = stack.pop()
    elements = tuple(level.elements)
    made: Block = BulletList(elements) if level.ordered is None else OrderedList(elements, start=level.ordered)
    if stack and stack[-1].elements:
        stack[-1].elements[-1] = (*stack[-1].elements[-1], made)
    else:
        yield made


def _number(line: Line) -> int | None:
    found = None if BULLET.match(line.text) else NUMBER.match(line.text)
    return (int(found[1]) if found[1] else 1) if found else None
