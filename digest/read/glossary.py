"""A text's own glossary: its definitions, each with its headword where one is stated or can be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.blocks import (
    Aside,
    Block,
    Blocks,
    BulletList,
    Heading,
    OrderedList,
    Paragraph,
    Strong,
    plain_text,
    walk_blocks,
)
from digest.documents import Definition, Document
from digest.read.headwords import find_headword

HEADING = re.compile(
    r"[*_#\s]*(?:(?:a |the )?(?:short |quick |mini[- ]?)?glossary(?: of (?:key )?terms| of terms used)?|(?:key|important|core) (?:terms|concepts|vocabulary)"
    r"(?: (?:explained|defined|to know|in this (?:article|story|piece)))?|terms (?:explained|defined|to know|used)|definitions|jargon (?:buster|explained)|"
    r"glossar|(?:wichtige |zentrale )?begriffe(?: (?:kurz )?erklärt)?|begriffserklärung(?:en)?|glossaire|(?:termes|mots) clés expliqués|"
    r"glosario|términos clave(?: explicados)?|glossário|termos-chave|glossario|woordenlijst|глоссарий|словарь терминов|用語集|术语表|术语解释)\s*[:：]?[*_\s]*",
    re.IGNORECASE,
)
HEADED = re.compile(r"(?P<term>[^\s:–—.!?][^:–—.!?]{0,58}?)\s*(?::\s+|\s[–—-]\s+)(?P<text>\S.*)", re.DOTALL)
MAX_TERM_WORDS = 6
MAX_SEARCHED = 100_000  # characters in which a lost headword is looked for
MAX_LOST = 30  # definitions without headword; more are no glossary
MAX_DEFINITION_WORDS = 80  # a longer paragraph is text


def is_glossary_heading(text: str) -> bool:
    """True for a line that opens a glossary."""
    return len(text) < 60 and HEADING.fullmatch(text) is not None


def mark_glossary(document: Document) -> Document:
    """The document, its glossary set apart from the body as an aside, which opens on the glossary's own heading."""
    blocks = document.blocks
    for place, block in enumerate(blocks[:-1]):
        if isinstance(block, Heading | Paragraph) and is_glossary_heading(plain_text(block.children)):
            end = _end(blocks, place + 1)
            if end > place + 1:
                aside = Aside("glossary", (_as_opening(block), *_as_paragraphs(blocks[place + 1 : end])))
                return replace(document, blocks=(*blocks[:place], aside, *blocks[end:]))
    return document


def read_definitions(document: Document) -> Document:
    """The document with the definitions of its glossary; its paragraphs must carry their anchors."""
    asides = [block for block in document.blocks if isinstance(block, Aside) and block.role == "glossary"]
    body = "\n".join(_texts(tuple(block for block in document.blocks if block not in asides)))
    definitions = tuple(found for aside in asides for found in _read(aside.children[1:], body))
    return replace(document, definitions=document.definitions + definitions)


def _end(blocks: Blocks, start: int) -> int:
    """Where the glossary ends: at a heading that is no headword, or at text too long for a definition."""
    end = start
    while end < len(blocks) and _may_define(blocks, end):
        end += 1
    return end


def _may_define(blocks: Blocks, place: int) -> bool:
    """True for what a glossary is made of: headwords, definitions, lists of them."""
    match blocks[place]:
        case Heading():
            return _is_headword(blocks, place)
        case Paragraph(children):
            return len(plain_text(children).split()) <= MAX_DEFINITION_WORDS
        case BulletList() | OrderedList():
            return True
    return False


def _is_headword(blocks: Blocks, place: int) -> bool:
    """True for a short line over a definition, directly below the glossary's heading or another definition."""
    words = len(_plain(blocks[place]).split())
    if place + 1 >= len(blocks) or not isinstance(blocks[place + 1], Paragraph) or words > MAX_TERM_WORDS:
        return False
    above = blocks[place - 1]
    opens = isinstance(above, Heading | Paragraph) and is_glossary_heading(_plain(above))
    return opens or (place >= 2 and isinstance(above, Paragraph) and _stands_alone(blocks[place - 2]))


def _stands_alone(block: Block) -> bool:
    return isinstance(block, Heading | Paragraph) and len(_plain(block).split()) <= MAX_TERM_WORDS


def _as_opening(block: Heading | Paragraph) -> Paragraph:
    """The glossary's heading as a strong paragraph: the source's own words, but no part of the piece's outline."""
    children = block.children
    return Paragraph(children if isinstance(children[0], Strong) else (Strong(children),))


def _as_paragraphs(blocks: Blocks) -> Blocks:
    """The glossary's blocks, headwords that look like headings as paragraphs: they head no section."""
    return tuple(Paragraph(block.children) if isinstance(block, Heading) else block for block in blocks)


def _read(blocks: Blocks, body: str) -> Iterator[Definition]:
    paragraphs = [block for block in walk_blocks(blocks) if isinstance(block, Paragraph)]
    texts = [plain_text(paragraph.children).strip() for paragraph in paragraphs]
    headwords = _headword_lines(texts)
    everything = "\n".join((body, *texts))[:MAX_SEARCHED]
    taken: set[str] = set()
    for place, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        if place in headwords:
            continue
        headed = _split_headed(text)
        if place - 1 in headwords:
            found = Definition(text, "", term=texts[place - 1].strip(" :*"), why="a line over it names it")
        elif headed or len(taken) >= MAX_LOST:
            term, definition = headed or (None, text)
            found = Definition(definition, "", term=term, why="the line names it" if term else "")
        else:
            found = find_headword(text, body=everything, taken=frozenset(taken))
            taken.add((found.term or text).lower())
        yield replace(found, at=paragraph.anchor)


def _headword_lines(texts: Sequence[str]) -> set[int]:
    """The places of headwords where they and their definitions take turns, the headword first."""
    if len(texts) < 2 or len(texts) % 2:
        return set()
    heads, bodies = texts[::2], texts[1::2]
    short = all(len(head.split()) <= MAX_TERM_WORDS and head[-1:] not in ".!?" for head in heads)
    longer = all(len(body.split()) > len(head.split()) for head, body in zip(heads, bodies, strict=True))
    return set(range(0, len(texts), 2)) if short and longer else set()


def _split_headed(text: str) -> tuple[str, str] | None:
    """`Term: definition` or `Term – definition` in its two parts."""
    headed = HEADED.fullmatch(text)
    if headed is None or len(headed["term"].split()) > MAX_TERM_WORDS or "," in headed["term"]:
        return None
    return headed["term"].strip(" *_"), headed["text"].strip()


def _texts(blocks: Blocks) -> Iterator[str]:
    return (_plain(block) for block in walk_blocks(blocks) if isinstance(block, Heading | Paragraph))


def _plain(block: Block) -> str:
    return plain_text(block.children) if isinstance(block, Heading | Paragraph) else ""
