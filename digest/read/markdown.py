"""Reads Markdown: its front matter as what the source says of itself, its body block by block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from digest.blocks import Blocks, Heading, plain_text
from digest.documents import Document, Source
from digest.markdown.front_matter import split_front_matter
from digest.markdown.parse import parse_markdown
from digest.read.decode import decode_text
from digest.read.derive import derive_title
from digest.read.front_keys import read_front_keys
from digest.read.glossary import mark_glossary, read_definitions
from digest.read.html_marks import clean_html
from digest.read.kind import name_kind
from digest.read.link_post import read_link_post
from digest.read.references import take_references
from digest.read.speakers import name_speakers
from digest.read.vault import read_marks
from digest.read.vault_blocks import add_footnotes, name_note, open_marks

STEPS: tuple[Callable[[Document], Document], ...] = (
    mark_glossary,
    take_references,
    read_link_post,
    name_kind,
    derive_title,
)


def read_markdown(content: bytes, source: Source) -> tuple[Document, ...]:
    """The one document that a Markdown file holds; raises SourceError where there is no text.

    Front matter of Jekyll, Hugo, Obsidian and Material is the source's own word, and the marks of vaults are read.
    Without a title there, a first `# heading` is the title; else one is derived.
    """
    stated, body = split_front_matter(decode_text(content, where=source.path), where=source.path)
    document = read_front_keys(Document(source=source, title="", title_from="derived", blocks=()), stated)
    noted = read_marks(clean_html(body))
    document = take_heading(replace(document, blocks=name_speakers(open_marks(parse_markdown(noted.text)))), noted.text)
    for mark in STEPS:
        document = mark(document)
    return (read_definitions(add_footnotes(name_note(document, noted), noted)),)


def take_heading(document: Document, body: str) -> Document:
    """The document with its first heading as title, where it opens the body and front matter names none."""
    blocks = document.blocks
    first = blocks[0] if blocks else None
    if not isinstance(first, Heading) or first.level > 2:
        return document
    words = plain_text(first.children).strip()
    if document.title:
        return replace(document, blocks=blocks[1:]) if words == document.title else document
    if not words or not _is_top(blocks, body):
        return document
    return replace(document, title=words, title_from="stated", blocks=blocks[1:])


def _is_top(blocks: Blocks, body: str) -> bool:
    """True for `# Title`, or the same underlined with `=`: the parser has moved all headings alike."""
    lines = [line for line in body.split("\n") if line.strip()]
    hashed = bool(lines) and lines[0].lstrip().startswith("# ")
    underlined = len(lines) > 1 and set(lines[1].strip()) == {"="}
    alone = sum(isinstance(block, Heading) and block.level == 2 for block in blocks) == 1
    return hashed or underlined or (alone and len(blocks) > 2)
