"""Words of others in a text: its quoted blocks, and quotes within a line whose speaker is named beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.analyze.passages import Passage, spoken_text
from digest.analyze.wording import is_cjk
from digest.blocks import Blocks, Paragraph, Quote, walk_blocks
from digest.documents import Quotation

FEWEST_WORDS = 8  # a shorter one is a phrase
MOST_WORDS = 200  # a longer one is the piece itself
NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+|van|von|de|der|di|la|bin|al))* [A-Z][\w’'-]+)"
SPEECH = r"(?:said|says|wrote|writes|argued|argues|explained|explains|noted|notes|told us|observed|observes)"
AFTER = re.compile(
    rf"[“\"](?P<text>[^“”\"]{{40,900}})[”\"],? (?:{SPEECH} {NAME}|{NAME.replace('name', 'second')} {SPEECH})\b"
)
BEFORE = re.compile(rf"(?:\A|[.!?] |, )(?:As )?{NAME} {SPEECH}[,:] [“\"](?P<text>[^“”\"]{{40,900}})[”\"]")


def find_quotations(blocks: Blocks, passages: tuple[Passage, ...]) -> tuple[Quotation, ...]:
    """The quotations in reading order, each wording once; `by` is empty where nobody is named."""
    places = {passage.at: number for number, passage in enumerate(passages) if passage.at}
    found = {quotation.text: quotation for quotation in [*_said(passages), *_quoted(blocks)]}
    return tuple(sorted(found.values(), key=lambda one: (places.get(one.at, 0), one.text)))


def tell_speaker_rule(quotation: Quotation, blocks: Blocks) -> str:
    """By which rule a quotation has its speaker, or has none."""
    if quotation in _quoted(blocks):
        return "its block names who speaks" if quotation.by else "set off as a quotation; nobody is named beside it"
    return "a full name and a word of speech stand beside the quotation marks"


def _quoted(blocks: Blocks) -> Iterator[Quotation]:
    quotes = (block for block in walk_blocks(blocks) if isinstance(block, Quote))
    for block, inner in ((quote, inner) for quote in quotes for inner in quote.children):
        if isinstance(inner, Paragraph):
            text = spoken_text(inner.children).strip()
            if _is_sized(text) or is_cjk(text):
                yield Quotation(text, inner.anchor, block.by)


def _said(passages: tuple[Passage, ...]) -> Iterator[Quotation]:
    for passage in passages:
        text = passage.text
        if passage.place not in ("prose", "listed") or not ("“" in text or '"' in text):
            continue
        for match in [*AFTER.finditer(text), *BEFORE.finditer(text)]:
            name = match["name"] or match.groupdict().get("second")
            if name and _is_sized(match["text"]):
                yield Quotation(match["text"], passage.at, (name,))


def _is_sized(text: str) -> bool:
    return FEWEST_WORDS <= len(text.split()) <= MOST_WORDS
