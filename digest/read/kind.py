"""What sort of piece a text is: question, link, summary, note or article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.blocks import Blocks, Heading, Paragraph, plain_text, walk_blocks
from digest.documents import Document

REPORTED = re.compile(
    r"\b(?:the (?:author|writer|essayist|speaker|blogger|columnist)s?|(?:the|this) (?:piece|essay|article|post|paper|talk|video|episode|book|interview) "
    r"(?:\w+ly )?(?:argues?|critiques?|reflects?|explores?|discusses|describes?|examines?|traces?|opens|begins|starts|closes|ends|concludes|notes?|covers|explains?|"
    r"highlights?|dwells|looks|considers|suggests?|recounts?|warns?|details|outlines?|presents?|offers?|compares?)|according to the (?:author|piece|essay|article))\b"
    r"|\b(?:der autor|die autorin|der artikel|der beitrag) \w+t\b|\bl[’'](?:auteur|autrice|article|essai) \w+\b|\b(?:el autor|la autora|el artículo|el ensayo) \w+\b"
    r"|\b(?:o autor|a autora|l[’']autore|l[’']autrice)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:I|I[’']ve|I[’']m|my|ich|mein|je|mon|yo|mi)\b")
MIN_REPORTED = 2  # paragraphs that report what an author says
NOTE_WORDS = 80  # a text below this is a note, not an article


def name_kind(document: Document) -> Document:
    """The document with its kind, where nothing before has told it."""
    if document.kind != "article":
        return document
    paragraphs = [*([document.deck] if document.deck else []), *_paragraphs(document.blocks)]
    if _is_summary(paragraphs, document.authors):
        return replace(document, kind="summary")
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    headed = any(isinstance(block, Heading) for block in document.blocks)
    characters = sum(map(len, paragraphs))
    short = words < NOTE_WORDS and characters < 6 * NOTE_WORDS and not headed
    return replace(document, kind="note") if short else document


def _is_summary(paragraphs: list[str], authors: tuple[str, ...]) -> bool:
    """True where the paragraphs report on an unnamed author's piece, from the first ones on."""
    if authors or not paragraphs:
        return False
    reported = sum(REPORTED.search(paragraph) is not None for paragraph in paragraphs)
    opens = any(REPORTED.search(paragraph) for paragraph in paragraphs[:2])
    personal = sum(FIRST_PERSON.search(paragraph) is not None for paragraph in paragraphs)
    return opens and reported >= MIN_REPORTED and reported * 5 >= len(paragraphs) and personal <= len(paragraphs) // 5


def _paragraphs(blocks: Blocks) -> Iterator[str]:
    return (plain_text(block.children) for block in walk_blocks(blocks) if isinstance(block, Paragraph))
