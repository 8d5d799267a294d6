"""Small documents and drafts for tests: a title and a text in plain lines, everything else as it is when silent."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

from digest.analyze.analyze import analyze_document
from digest.blocks import Block, Blocks, BulletList, Heading, Paragraph, Quote, Text, number_paragraphs
from digest.config import Settings
from digest.documents import Document, Source
from digest.model import Draft


def a_document(*, title: str = "Soil", text: str = "Soil feeds us all the year round.", **fields: Any) -> Document:
    """A document of paragraphs: `## ` opens a heading, `- ` a list element, `> ` a quote."""
    path = fields.pop("path", f"seeds/{title.lower().replace(' ', '-')}.txt")
    source = Source(path, "text/plain", sha256(text.encode()).hexdigest())
    return replace(Document(source, title, "stated", blocks_of(text)), **fields)


def blocks_of(text: str) -> Blocks:
    """The blocks of a text, one a line; neighbouring list elements are one list."""
    blocks: list[Block] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        last = blocks[-1] if blocks else None
        if line.startswith("- "):
            element = (paragraph(line[2:]),)
            if isinstance(last, BulletList):
                blocks[-1] = BulletList((*last.items, element))
            else:
                blocks.append(BulletList((element,)))
        elif line.startswith("## "):
            blocks.append(Heading(2, (Text(line[3:]),)))
        elif line.startswith("> "):
            blocks.append(Quote((paragraph(line[2:]),)))
        else:
            blocks.append(paragraph(line))
    return number_paragraphs(tuple(blocks))


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Text(text),))


def a_draft(*, settings: Settings | None = None, **fields: Any) -> Draft:
    """A document, analyzed."""
    return analyze_document(a_document(**fields), settings=settings or Settings())
