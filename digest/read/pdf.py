"""Reads PDF: the text in reading order, its headings, lists, tables and references, and what the paper says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from digest.blocks import Blocks, Heading, Paragraph, Text, number_paragraphs, plain_text, walk_blocks
from digest.documents import Document, Origin, PageStart, Source
from digest.errors import SourceError
from digest.read.derive import derive_title
from digest.read.language import tell_language
from digest.read.pdf_blocks import make_blocks
from digest.read.pdf_clumps import find_habits, gather_clumps
from digest.read.pdf_columns import order_lines
from digest.read.pdf_contents import cut_contents
from digest.read.pdf_frame import cut_page_frames, find_printed_url
from digest.read.pdf_front import take_front
from digest.read.pdf_glyphs import read_pages
from digest.read.pdf_headings import mark_headings
from digest.read.pdf_references import take_works
from digest.read.pdf_scraps import take_scraps
from digest.read.pdf_shapes import Line
from digest.read.pdf_words import make_lexicon
from digest.read.pdf_xmp import read_xmp

ABSTRACT = re.compile(
    r"\W*(?:abstract|zusammenfassung|résumé|resumen|sommario)\b\s*(?P<end>[.:—–-]?)\s*", re.IGNORECASE
)
MIN_ABSTRACT = 80  # characters after a label; fewer are no abstract
MIN_WORDS = 5  # of a whole file; fewer are a stamp on a scan
SAMPLE_LINES = 60  # enough to tell the language from


def read_pdf(content: bytes, source: Source) -> tuple[Document, ...]:
    """The one document that a PDF holds; raises SourceError where there is no text to read.

    `pages` say which paragraph begins each page.
    """
    pdf = read_pages(content, where=source.path)
    lines, frame = cut_page_frames([(leaf, order_lines(leaf)) for leaf in pdf.leaves])
    if sum(len(line.text.split()) for line in lines) < MIN_WORDS:
        raise SourceError(source.path, "no page has a text layer", "run an OCR tool over it, or remove it")
    lines, contents = cut_contents(lines)
    habits = find_habits(lines)
    front = take_front(lines, pdf.leaves, pdf.stated, habits)
    lexicon = make_lexicon(lines, lang=_tell_language(front.lines))
    clumps, drawn = take_scraps(mark_headings(tuple(gather_clumps(front.lines, habits)), habits))
    document = Document(
        source=source,
        title=front.title.replace("\u00ad", "-"),
        title_from="stated" if front.title else "derived",
        blocks=make_blocks(clumps, lexicon),
        authors=front.authors,
        published=front.published,
        url=front.url,
        origins=front.origins,
        cut=(*front.cut, *frame, *contents, *drawn),
    )
    printed = {"url": url} if (url := find_printed_url(frame)) else {}
    document = take_works(_with_stated(document, {**printed, **read_xmp(content)}))
    document = derive_title(_name_paper(document))
    return (_number(document),)


def _tell_language(lines: Sequence[Line]) -> str | None:
    sample = lines[:SAMPLE_LINES]
    told = tell_language(tuple(Paragraph((Text(line.text.replace("\u00ad", "")),)) for line in sample))
    return told[0] if told else None


def _with_stated(document: Document, stated: Mapping[str, str]) -> Document:
    """The document with what the file's metadata states beyond its first page."""
    fresh = [name for name in ("published", "url", "site") if name in stated and getattr(document, name) is None]
    return replace(
        document,
        published=document.published or stated.get("published"),
        url=document.url or stated.get("url"),
        site=document.site or stated.get("site"),
        origins=(
            *document.origins,
            *(Origin(name, "the metadata of the file, or the foot that a browser prints") for name in fresh),
        ),
    )


def _name_paper(document: Document) -> Document:
    """A paper has an abstract, or lists the works that it cites."""
    abstract = find_abstract(document.blocks)
    is_paper = bool(abstract or document.references)
    return replace(document, abstract=abstract, kind="paper" if is_paper else document.kind)


def find_abstract(blocks: Blocks) -> str | None:
    """The words of the abstract, below its heading or after its label."""
    for place, block in enumerate(blocks):
        text = plain_text(block.children) if isinstance(block, Heading | Paragraph) else ""
        label = ABSTRACT.match(text)
        if label and isinstance(block, Paragraph) and label["end"] and len(text) > label.end() + MIN_ABSTRACT:
            return text[label.end() :]
        if label and label.end() == len(text):
            return " ".join(_read_below(blocks[place + 1 :])) or None
    return None


def _read_below(blocks: Blocks) -> Iterator[str]:
    """The paragraphs up to anything else, or an abstract in another language."""
    for block in blocks:
        if not isinstance(block, Paragraph) or ABSTRACT.match(plain_text(block.children)):
            return
        yield plain_text(block.children)


def _number(document: Document) -> Document:
    """The document with its paragraphs numbered, and the first of each page noted."""
    numbered = number_paragraphs(document.blocks)
    pairs = zip(walk_blocks(document.blocks), walk_blocks(numbered), strict=True)
    pages: dict[str, PageStart] = {}
    for before, after in pairs:
        if isinstance(before, Paragraph) and isinstance(after, Paragraph) and before.anchor:
            pages.setdefault(before.anchor, PageStart(after.anchor, int(before.anchor.removeprefix("page "))))
    return replace(document, blocks=numbered, pages=tuple(pages.values()))
