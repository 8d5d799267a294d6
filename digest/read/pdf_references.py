"""The works that a paper lists below its heading for them, each a paragraph as it was set."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.blocks import Block, Heading, Link, Paragraph, plain_text
from digest.documents import Cut, Document, Reference
from digest.read.references import ADDRESS, is_references_heading, take_references

NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]{1,5}|[A-Z])\.?\s+(?=\S)")
TELLING = re.compile(r"^\[\w{1,12}\]|\b(?:1[5-9]|20)\d\d[a-z]?\b|https?://|\bdoi\b|in press|forthcoming", re.IGNORECASE)
MIN_TELLING = 0.6  # share of the paragraphs with a mark, a year or an address; running text has fewer
MAX_WORDS = 120  # of one work; with many authors they grow long
SPLIT_ADDRESS = re.compile(r"(https?:) ?(//)|(?<=\bdoi:) (?=10\.)")


def take_works(document: Document) -> Document:
    """The document, its list of works taken from the body into `references`."""
    blocks = document.blocks
    for place in reversed(range(len(blocks) - 1)):
        block = blocks[place]
        if not isinstance(block, Heading) or not is_references_heading(NUMBER.sub("", plain_text(block.children))):
            continue
        end = place + 1
        while end < len(blocks) and _may_be_work(blocks[end]):
            end += 1
        works = [block for block in blocks[place + 1 : end] if isinstance(block, Paragraph)]
        if works and sum(TELLING.search(plain_text(work.children)) is not None for work in works) >= MIN_TELLING * len(
            works
        ):
            label = Cut(plain_text(block.children), "a label: the works below it are kept as references")
            return replace(
                document,
                blocks=blocks[:place] + blocks[end:],
                references=tuple(map(_reference, works)),
                cut=(*document.cut, label),
            )
    return take_references(document)


def _may_be_work(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(plain_text(block.children).split()) <= MAX_WORDS


def _reference(work: Paragraph) -> Reference:
    """A work with its address, which a line's end may have parted after `http:` or `doi:`."""
    text = SPLIT_ADDRESS.sub(lambda found: (found[1] or "") + (found[2] or ""), plain_text(work.children))
    linked = (inline.url for inline in work.children if isinstance(inline, Link) and inline.url.startswith("http"))
    stated = ADDRESS.search(text)
    return Reference(text, next(linked, None) or (stated.group() if stated else None))
