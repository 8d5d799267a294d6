"""A page's own summary: what it states of its text for machines, where that is no copy of the text, whole, and of this page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.documents import Document, Origin
from digest.folding import fold_text
from digest.read.all_words import all_words
from digest.read.page_json_ld import find_piece, kinds_of, words_of
from digest.read.page_kind import Stated
from digest.read.page_passages import find_words

ABSTRACTS = ("citation_abstract", "dcterms.abstract", "dc.description")  # of scholarly systems, written by authors
DESCRIPTIONS = ("description", "og:description", "twitter:description")
WHOLE = re.compile(r"(?<!\.\.)(?<!…)[.!。！][\"”’')\]」』]*\Z")
OTHERS = re.compile(r"(?:WebSite|Person|Brand|Blog|\w*(?:Organization|Corporation|Business))")
FEWEST_WORDS = 8
MOST_SIGNS = 1_500  # of an abstract; some systems state the whole text here
OPENING = 250  # words of a text; what a description copies stands in them
COPIED = 0.6  # share of a description's pairs of words
OF_THE_PAGE = 0.34  # share of its longer words that the page has; a slogan of the site has few
SHORT_WORD = 3  # letters; such words stand on every page


def state_summary(document: Document, stated: Stated) -> Document:
    """The document with the page's description as its abstract, unless it shows that as its deck."""
    if document.deck:
        return document
    text, where = next(_choose(document, stated), ("", ""))
    if not text:
        return document
    return replace(document, abstract=text, origins=(*document.origins, Origin("abstract", where)))


def _choose(document: Document, stated: Stated) -> Iterator[tuple[str, str]]:
    words = find_words(fold_text(" ".join(all_words(document.blocks))))
    opening, known = set(itertools.pairwise(words[:OPENING])), {*words, *find_words(fold_text(document.title))}
    others = {fold_text(text) for text in _describe_others(stated)}
    for text, where in _describe(stated):
        told = find_words(fold_text(text))
        if (
            len(text) <= MOST_SIGNS
            and WHOLE.search(text)
            and len(told) >= FEWEST_WORDS
            and fold_text(text) not in others
            and not _copies(told, words, opening)
            and _fits(told, known)
        ):
            yield text, where


def _describe(stated: Stated) -> Iterator[tuple[str, str]]:
    """Each description of the piece and the place that states it, an author's abstract first."""
    piece = find_piece(stated.things)
    for name in ABSTRACTS:
        yield stated.head.first(name)
    if piece:
        yield words_of(piece.get("abstract")), "JSON-LD abstract"
    for name in DESCRIPTIONS:
        yield stated.head.first(name)
    if piece:
        yield words_of(piece.get("description")), "JSON-LD description"


def _describe_others(stated: Stated) -> Iterator[str]:
    """What is said of the site and of people; some systems say it again of each page."""
    for thing in stated.things:
        if any(OTHERS.fullmatch(kind) for kind in kinds_of(thing)):
            yield words_of(thing.get("description"))


def _copies(told: Sequence[str], words: Sequence[str], opening: set[tuple[str, str]]) -> bool:
    """Whether a description repeats the opening of the text, or any passage of it word by word."""
    pairs = set(itertools.pairwise(told))
    if len(pairs & opening) > COPIED * len(pairs):
        return True
    return f" {' '.join(told)} " in f" {' '.join(words)} "


def _fits(told: Sequence[str], known: set[str]) -> bool:
    longer = [word for word in told if len(word) > SHORT_WORD or not word.isascii()]
    return sum(word in known for word in longer) >= OF_THE_PAGE * len(longer)
