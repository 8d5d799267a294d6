"""The deck: the one paragraph between a title and its text that says what the piece is about."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.blocks import Block, Paragraph, plain_text
from digest.documents import Document
from digest.read.byline import dateline

MAX_WORDS = 55
MIN_WORDS = 6
MIN_BLOCKS = 4  # of the text; a shorter piece needs no deck
REPORTS = re.compile(
    r"(?:the|this|an?|in this) (?:author|writer|piece|article|essay|post|report|paper|story|text|summary|interview|book|talk|study|reviewer|speaker|"
    r"researchers?)\b",
    re.IGNORECASE,
)
BACK = re.compile(
    r"(?:but|and|so|however|yet|then|that|this|these|those|it|they|he|she|its|their|because|instead|also|still)\b",
    re.IGNORECASE,
)
TALKS = re.compile(r"\b(?:I|I[’']m|I[’']ve|my|me)\b|[\"“„«][^\"”“»]{20,}[\"”“»]")

DIGESTED = re.compile(r"(?:TL[;:]?DR|in (?:brief|short)|kurz gesagt|en bref|en resumen)\s*[:：–—-]\s*\S", re.IGNORECASE)


def take_deck(document: Document) -> Document:
    """The document with its deck taken from the body.

    A deck stands under a stated title, is a whole and short paragraph, and the next paragraph starts the text
    anew: longer, and without leaning on what came before.
    """
    blocks = document.blocks
    if document.title_from == "derived" or document.question or document.kind == "link" or len(blocks) < MIN_BLOCKS:
        return document
    first, second = blocks[0], blocks[2] if _is_digested(blocks[1]) else blocks[1]
    if not (isinstance(first, Paragraph) and isinstance(second, Paragraph)):
        return document
    deck, opening = plain_text(first.children), plain_text(second.children)
    if not _is_deck(deck, opening):
        return document
    return replace(document, deck=deck, blocks=blocks[1:])


def _is_digested(block: Block) -> bool:
    """True for a paragraph that gives the whole in brief: it may stand between the deck and the text."""
    return isinstance(block, Paragraph) and DIGESTED.match(plain_text(block.children)) is not None


def _is_deck(deck: str, opening: str) -> bool:
    words = len(deck.split())
    if not MIN_WORDS <= words <= MAX_WORDS or (deck[-1:] not in ".!?…" and not dateline(opening)) or TALKS.search(deck):
        return False
    if REPORTS.match(deck):
        return len(opening.split()) > words // 2
    return len(opening.split()) > words and not BACK.match(opening)
