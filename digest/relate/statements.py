"""Links that the sources themselves state: an address in one text that is the address of another source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from digest.blocks import Block, Blocks, Emphasis, Heading, Inlines, Link, Paragraph, Strong, Table, walk_blocks
from digest.model import Draft
from digest.relate.slugs import Placed

LINKS_TO = "links to it"
LINKED_FROM = "is linked from it"
BOTH = "they link to each other"
NOT_TELLING = re.compile(r"\A(?:https?:)?//(?:www\.)?|#.*\Z|[?&]utm_[^&#]*", re.IGNORECASE)


def find_links(placed: Sequence[Placed]) -> list[Mapping[int, str]]:
    """For each draft, the others that it links to or is linked from, with that in words."""
    homes = {plain_address(one.draft.document.url): index for index, one in enumerate(placed) if one.draft.document.url}
    forward = [_targets(one.draft, homes, index) for index, one in enumerate(placed)]
    return say_both_ways(forward, LINKS_TO, LINKED_FROM, BOTH)


def say_both_ways(forward: Sequence[Set[int]], to: str, since: str, both: str) -> list[Mapping[int, str]]:
    """For each draft those that it points to (`forward`) or that point to it, by number, with which of it in words."""
    back: list[set[int]] = [set() for _ in forward]
    for index, targets in enumerate(forward):
        for target in targets:
            back[target].add(index)
    return [
        {other: (both if other in told else since) if other in own else to for other in sorted(told | own)}
        for told, own in zip(forward, back, strict=True)
    ]


def _targets(draft: Draft, homes: Mapping[str, int], own: int) -> set[int]:
    if not homes:
        return set()
    return {homes[plain] for plain in map(plain_address, stated_addresses(draft)) if plain in homes} - {own}


def stated_addresses(draft: Draft) -> list[str]:
    """Every address that a text links to, cites or was found through."""
    document = draft.document
    stated = [reference.url for reference in document.references if reference.url]
    stated += [document.via.url] if document.via and document.via.url else []
    return [*_urls(document.blocks), *stated]


def plain_address(url: str) -> str:
    """An address without what two ways of writing it differ in: scheme, `www.`, place on the page, last slash."""
    return NOT_TELLING.sub("", url).rstrip("/?")


def _urls(blocks: Blocks) -> Iterator[str]:
    for block in walk_blocks(blocks):
        for inlines in _inlines(block):
            yield from _inner_urls(inlines)


def _inlines(block: Block) -> Iterable[Inlines]:
    match block:
        case Heading(_, children) | Paragraph(children):
            return (children,)
        case Table(head, rows):
            return (*head, *(cell for row in rows for cell in row))
    return ()


def _inner_urls(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Link(url, children):
                yield url
                yield from _inner_urls(children)
            case Emphasis(children) | Strong(children):
                yield from _inner_urls(children)
