"""Links of a source on its page: to the library's own pages as they are, from a source's place on the web whole, else as words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

from digest.blocks import Block, Blocks, Inline, Inlines, Link, Quote, replace_inlines
from digest.markdown.addresses import join_address

OWN = (".md",)  # what relating resolved: a page of this library


def settle_links(blocks: Blocks, *, base: str) -> Blocks:
    """The blocks with every relative link made whole by the source's address; without one it leads nowhere and is words.

    Nor does a quotation say where it stands if that is the source itself.
    """
    return replace_inlines(tuple(_settle_quote(block, base=base) for block in blocks), partial(_settle, base=base))


def _settle_quote(block: Block, *, base: str) -> Block:
    if not isinstance(block, Quote) or not block.url:
        return block
    whole = join_address(base, block.url)
    return replace(block, url=whole if _leads(whole) and whole != base else None)


def _settle(inline: Inline, *, base: str) -> Inlines:
    if not isinstance(inline, Link) or _leads(inline.url):
        return (inline,)
    whole = join_address(base, inline.url)
    return (Link(whole, inline.children, inline.title),) if _leads(whole) else inline.children


def _leads(url: str) -> bool:
    """Whether an address leads somewhere from a page of the library."""
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that is not closed
        return False
    own = parts.path.endswith(OWN) and not parts.path.startswith("/")
    return bool(parts.scheme or parts.netloc) or own or (not parts.path and bool(parts.fragment))
