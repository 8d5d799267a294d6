"""The parts of a Word file to blocks: elements as lists within lists, neighbouring quotes and lines of code as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from digest.blocks import Block, Blocks, BulletList, CodeBlock, OrderedList, Quote

Role = Literal["", "heading", "quote", "code", "contents", "list", "title", "subtitle", "author", "date", "abstract"]


@dataclass(frozen=True, slots=True)
class Part:
    """A block with the role that its style gives it; of a list's element also where it stands."""

    role: Role
    block: Block
    depth: int = 0
    ordered: bool = False
    start: int = 1
    list_id: str = ""


def join_parts(parts: Sequence[Part]) -> Blocks:
    """The blocks of parts: elements as lists within lists, neighbouring quotes and lines of code as one."""
    blocks: list[Block] = []
    for role, run in groupby(parts, key=lambda part: part.role):
        group = list(run)
        match role:
            case "list":
                blocks.extend(_make_lists(group))
            case "quote":
                blocks.append(Quote(tuple(part.block for part in group)))
            case "code":
                lines = [part.block.text for part in group if isinstance(part.block, CodeBlock)]
                blocks.append(CodeBlock("\n".join(lines)))
            case _:
                blocks.extend(part.block for part in group)
    return tuple(blocks)


def _make_lists(parts: Sequence[Part]) -> Iterator[Block]:
    """The lists that neighbouring elements make: a deeper one belongs to the element before it."""
    place = 0
    while place < len(parts):
        first = parts[place]
        elements: list[Blocks] = []
        while place < len(parts) and _belongs(first, parts[place]):
            end = _find_end(parts, place, first.depth)
            if end == place:
                elements.append((parts[place].block,))
            else:
                elements[-1] += tuple(_make_lists(parts[place:end]))
            place = max(end, place + 1)
        yield OrderedList(tuple(elements), start=first.start) if first.ordered else BulletList(tuple(elements))


def _belongs(first: Part, part: Part) -> bool:
    """Whether a part stands in the list that another opens, or deeper."""
    return part.depth > first.depth or (part.depth == first.depth and _is_same_list(first, part))


def _find_end(parts: Sequence[Part], place: int, depth: int) -> int:
    """Where the parts end that stand deeper."""
    while place < len(parts) and parts[place].depth > depth:
        place += 1
    return place


def _is_same_list(first: Part, part: Part) -> bool:
    return part.ordered == first.ordered and (part.list_id == first.list_id or not part.ordered)
