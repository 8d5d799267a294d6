"""Lines to blocks: headings, paragraphs, lists, quotes by mark, code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.blocks import (
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Text,
)
from digest.read.code import mark_code
from digest.read.headings import Marked, find_headings
from digest.read.inline import read_inlines
from digest.read.lines import Line, is_rule
from digest.read.lost_lists import mark_lists
from digest.read.lost_quotes import mark_quotes, quoted_names

QUOTED = re.compile(r">+[ \t]?")
MAX_NESTING = 6  # levels of lists; deeper ones are set at the sixth


def read_blocks(lines: Sequence[Line]) -> Blocks:
    """The blocks of a text, in its order; each line is in exactly one of them."""
    marked = mark_quotes(mark_lists(mark_code(lines)))
    return tuple(_read_runs(marked, find_headings(marked)))


def _read_runs(lines: Sequence[Line], headings: dict[int, Marked]) -> Iterator[Block]:
    place = 0
    while place < len(lines):
        line = lines[place]
        if place in headings:
            heading = headings[place]
            words = f"{line.marker} {heading.text}" if line.marker else heading.text
            yield Heading(heading.level, read_inlines(words))
            place += 1
            continue
        end = _run_end(lines, headings, place)
        yield from _read_run(lines[place:end])
        place = end


def _kind(line: Line) -> str:
    if line.fence is not None:
        return "code"
    if line.marker:
        return "list"
    if QUOTED.match(line.text):
        return "quote"
    return "rule" if is_rule(line) else "paragraph"


def _run_end(lines: Sequence[Line], headings: dict[int, Marked], start: int) -> int:
    kind = _kind(lines[start])
    end = start + 1
    if kind in ("paragraph", "rule"):
        return end
    while end < len(lines) and end not in headings and _kind(lines[end]) == kind:
        end += 1
    return end


def _read_run(run: Sequence[Line]) -> Iterator[Block]:
    match _kind(run[0]):
        case "code":
            yield CodeBlock("\n".join(line.text for line in run), run[0].fence or "")
        case "list":
            yield from _read_list(run)
        case "quote":
            bare = [replace(line, text=QUOTED.sub("", line.text, count=1).strip()) for line in run]
            spoken = tuple(Paragraph(read_inlines(line.text)) for line in bare if line.text)
            yield Quote(spoken, by=quoted_names(run[-1]))
        case "rule":
            yield Rule()
        case _:
            yield _read_paragraph(run[0])


def _read_paragraph(line: Line) -> Paragraph:
    """A paragraph; who speaks stands out where the line opens a turn."""
    if not line.speaker:
        return Paragraph(read_inlines(line.text))
    rest = line.text[len(line.speaker) :]
    return Paragraph((Strong((Text(line.speaker.strip("*_# ")),)), *(read_inlines(rest) if rest else ())))


def _read_list(run: Sequence[Line], depth: int = 1) -> Iterator[Block]:
    """The lists that a run of marked lines makes; a line further in belongs to the one above it."""
    place = 0
    while place < len(run):
        ordered = run[place].ordered
        entries: list[Blocks] = []
        start = place
        while place < len(run) and run[place].ordered == ordered:
            inner = _inner_end(run, place) if depth < MAX_NESTING else place + 1
            below = tuple(_read_list(run[place + 1 : inner], depth + 1))
            entries.append((Paragraph(read_inlines(run[place].text)), *below))
            place = inner
        yield _make_list(run[start], entries)


def _inner_end(run: Sequence[Line], place: int) -> int:
    """Where the lines end that stand below the one at `place`: further in, or dots between two numbers."""
    line = run[place]
    end = place + 1
    while end < len(run) and run[end].indent > line.indent + 1:
        end += 1
    if end > place + 1 or not line.ordered or end == len(run) or run[end].ordered:
        return end
    while end < len(run) and not run[end].ordered:
        end += 1
    follows = end < len(run) and _number(run[end]) == _number(line) + 1
    return end if follows else place + 1


def _number(line: Line) -> int:
    return int("".join(character for character in line.marker if character.isdigit()) or 0)


def _make_list(first: Line, entries: Sequence[Blocks]) -> Block:
    if first.ordered:
        return OrderedList(tuple(entries), start=_number(first))
    return BulletList(tuple(_read_task(entry) for entry in entries))


def _read_task(entry: Blocks) -> Blocks:
    """An entry without an empty opening, which a marker of a picture leaves."""
    return tuple(block for block in entry if block != Paragraph((Text(""),))) or entry
