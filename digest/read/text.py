"""Reads plain text as scraped from anywhere: one step after another, each a rule of its own module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from digest.blocks import number_paragraphs
from digest.documents import Document, Source
from digest.errors import SourceError
from digest.read.boards import cut_board
from digest.read.byline import take_byline
from digest.read.chrome import cut_chrome
from digest.read.code import mark_code
from digest.read.code_buttons import cut_code_buttons
from digest.read.contents import cut_contents
from digest.read.copies import cut_copies
from digest.read.deck import take_deck
from digest.read.decode import decode_text
from digest.read.derive import derive_title
from digest.read.end_matter import take_end_matter
from digest.read.facts import drop_count, take_facts
from digest.read.forms import cut_forms
from digest.read.frame import cut_frame
from digest.read.glossary import mark_glossary, read_definitions
from digest.read.kind import name_kind
from digest.read.lines import split_lines
from digest.read.link_post import read_link_post, take_via
from digest.read.masthead import cut_masthead
from digest.read.offer import mark_offer
from digest.read.piece import Piece
from digest.read.question import find_answer, take_question
from digest.read.reactions import take_reactions
from digest.read.references import take_references
from digest.read.speakers import name_speakers
from digest.read.structure import read_blocks
from digest.read.tags import take_tags
from digest.read.title import take_remarks, take_title
from digest.read.turns import take_turns
from digest.read.wiki import take_wiki_marks

LINE_STEPS: tuple[Callable[[Piece], Piece], ...] = (
    cut_code_buttons,
    cut_frame,  # the menus and footer of a whole page
    cut_masthead,
    take_wiki_marks,
    cut_board,
    take_turns,  # before whatever takes a post's count of replies for the piece's
    drop_count,
    take_facts,
    take_tags,
    take_reactions,
    cut_forms,
    cut_chrome,  # after the discussion, so that its words are not taken for promotion
    cut_copies,
    take_end_matter,
    cut_contents,
    take_remarks,
    take_via,
    take_title,
    take_byline,
    take_question,
)
BLOCK_STEPS: tuple[Callable[[Document], Document], ...] = (
    mark_glossary,
    mark_offer,
    take_references,
    find_answer,
    read_link_post,
    take_deck,
    name_kind,
    derive_title,
)


def read_text(content: bytes, source: Source) -> tuple[Document, ...]:
    """The one document that a plain text holds; raises SourceError where there is no text."""
    lines = mark_code(split_lines(decode_text(content, where=source.path)))
    if not lines:
        raise SourceError(source.path, "no words, only marks", "fill it, or remove it")
    piece = Piece(lines, Document(source=source, title="", title_from="derived", blocks=()))
    for take in LINE_STEPS:
        piece = take(piece)
    document = replace(piece.document, blocks=name_speakers(read_blocks(piece.lines)))
    for mark in BLOCK_STEPS:
        document = mark(document)
    numbered = replace(document, blocks=number_paragraphs(document.blocks))
    return (read_definitions(numbered),)
