"""Blocks in which the first mention of each glossary term leads to the term's page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from digest.blocks import (
    Aside,
    Blocks,
    BulletList,
    Emphasis,
    Inline,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Strong,
    Table,
    Text,
    walk_inlines,
)
from digest.blocks import Block as AnyBlock
from digest.folding import fold_text
from digest.model import Entry
from digest.render.addresses import relative_url
from digest.render.wording import shorten

# A word; a letter of a script without spaces counts as one, so that a term is found inside a run of them.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])[^\W_])+")
ASCII_WORD = re.compile(r"[0-9A-Za-z]+")  # the same in a text that is ASCII alone, in a third of the time
GAP = re.compile(r"[ \u00a0\n]+|[-\u2010\u2011]|")  # between the words of one mention
JOINED_BEFORE = re.compile(r"(?:[^\W][-\u2010\u2011._/'’&]|[@#/\\_~])$")  # the word goes on to the left: no mention
JOINED_AFTER = re.compile(r"[-\u2010\u2011._/&@](?=\w)|[_+#@\\]|['’](?!s\b|\W|$)")  # or to the right
TITLE_LENGTH = 240  # characters of a definition that a pointer shows

Words: TypeAlias = "tuple[str, ...]"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a glossary term: its words as written, the term, its page, and what a pointer there shows.

    An everyday word (`weight`) is the term only in the articles that have it among their subjects: `pages`.
    """

    words: Words
    key: str
    path: str
    title: str
    pages: Collection[str] | None


@dataclass(frozen=True, slots=True)
class Names:
    """The names of all terms by their first word, longest first."""

    by_first: Mapping[str, tuple[Name, ...]]


def index_names(glossary: Iterable[Entry]) -> Names:
    """Every name of every term, ready to be looked up at each word of a text."""
    found: dict[str, list[Name]] = {}
    for entry in glossary:
        for name in (entry.term, *entry.aka):
            words = tuple(WORD.findall(name))
            if words:
                is_everyday = len(words) == 1 and words[0].islower()
                pages = frozenset(entry.articles) if is_everyday else None
                meant = Name(words, entry.key, entry.path, _title(entry, name), pages)
                found.setdefault(_stem(words[0]), []).append(meant)
    return Names({first: tuple(sorted(names, key=_longest_first)) for first, names in found.items()})


def names_for(blocks: Blocks, names: Names, *, page: str) -> Names:
    """The names whose words all stand in the blocks of a page: with these `link_mentions` gives what it gives with all."""
    texts = [inline.text for inline in walk_inlines(blocks) if isinstance(inline, Text)]
    words = {word for text in texts for word in (ASCII_WORD if text.isascii() else WORD).findall(text)}
    stems = set(map(_stem, words))
    found: dict[str, tuple[Name, ...]] = {}
    for first in sorted(stems & names.by_first.keys()):
        standing = (name for name in names.by_first[first] if stems.issuperset(map(_stem, name.words)))
        found[first] = tuple(_narrow(name, page) for name in standing)
    return Names({first: standing for first, standing in found.items() if standing})


def _narrow(name: Name, page: str) -> Name:
    return name if name.pages is None else replace(name, pages=(page,) if page in name.pages else ())


def link_mentions(blocks: Blocks, names: Names, *, page: str) -> Blocks:
    """The blocks with each term's first mention as a link from `page`, its definition as the link's title.

    Not in headings, code, links, quotations and the labels of asides; a mention stands within one run of plain text. Time grows
    with the text, not with the number of terms.
    """
    return _Linker(names, page).link_blocks(blocks)


@dataclass(slots=True)
class _Linker:
    """One pass over a page; `seen` holds the keys of the terms already linked."""

    names: Names
    page: str
    seen: set[str] = field(default_factory=set)

    def link_blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self._link_block(block) for block in blocks)

    def _link_block(self, block: AnyBlock) -> AnyBlock:
        match block:
            case Paragraph(children):
                return replace(block, children=self._link_inlines(children))
            case Aside(_, children):
                return replace(block, children=self.link_blocks(children))
            case BulletList(items) | OrderedList(items):
                return replace(block, items=tuple(self.link_blocks(item) for item in items))
            case Table(rows=rows):
                return replace(block, rows=tuple(tuple(self._link_inlines(cell) for cell in row) for row in rows))
        return block

    def _link_inlines(self, inlines: Inlines) -> Inlines:
        return tuple(linked for inline in inlines for linked in self._link_inline(inline))

    def _link_inline(self, inline: Inline) -> Iterator[Inline]:
        match inline:
            case Text(text):
                yield from self._link_text(text)
            case Emphasis(children) | Strong(children):
                yield replace(inline, children=self._link_inlines(children))
            case _:
                yield inline

    def _link_text(self, text: str) -> Iterator[Inline]:
        done = 0
        for start, end, name in find_mentions(text, self.names):
            if name.key in self.seen or not (name.pages is None or self.page in name.pages):
                continue
            self.seen.add(name.key)
            if text[done:start]:
                yield Text(text[done:start])
            yield Link(relative_url(name.path, page=self.page), (Text(text[start:end]),), name.title)
            done = end
        if text[done:]:
            yield Text(text[done:])


def find_mentions(text: str, names: Names) -> Iterator[tuple[int, int, Name]]:
    """The places in a text where a term is named, from left to right, the longest name where several fit."""
    words = list(WORD.finditer(text))
    place = 0
    while place < len(words):
        candidates = names.by_first.get(_stem(words[place][0]))
        name = _name_at(text, words, place, candidates) if candidates else None
        if name is None:
            place += 1
            continue
        last = place + len(name.words) - 1
        yield words[place].start(), words[last].end(), name
        place = last + 1


def _name_at(text: str, words: list[re.Match[str]], place: int, candidates: Iterable[Name]) -> Name | None:
    if JOINED_BEFORE.search(text, max(0, words[place].start() - 2), words[place].start()):
        return None
    return next((name for name in candidates if _stands_at(name, text, words[place : place + len(name.words)])), None)


def _stands_at(name: Name, text: str, words: list[re.Match[str]]) -> bool:
    if len(words) < len(name.words) or JOINED_AFTER.match(text, words[-1].end()):
        return False
    gaps = all(GAP.fullmatch(text, a.end(), b.start()) for a, b in pairwise(words))
    alone = len(words) == 1
    return gaps and all(_is_word(word[0], of, alone=alone) for word, of in zip(words, name.words, strict=True))


def _is_word(written: str, of: str, *, alone: bool) -> bool:
    """Whether a word is one of a name's, singular or plural.

    `RAG` is not rag, and `Lean` alone not lean: capitals inside a word count, and the first one where it stands alone.
    """
    if _stem(written) != _stem(of):
        return False
    if of[1:] != of[1:].lower() or (written[1:] != written[1:].lower() and not written.isupper()):
        return _bare(written) == _bare(of)
    return not (alone and of[:1].isupper()) or written[:1].isupper()


@lru_cache(maxsize=1 << 16)  # words; a library says the same ones over and over
def _stem(word: str) -> str:
    """A word folded, its English plural taken off: `Policies` and `policy` are one."""
    folded = fold_text(word)
    if len(folded) > 4 and folded.endswith("ies"):
        return folded[:-3] + "y"
    if len(folded) > 2 and folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        return folded[:-1]
    return folded


def _bare(word: str) -> str:
    """A word with capitals, its plural's s taken off: `LLMs` is `LLM`."""
    return word[:-1] if word.endswith("s") and word[:-1].isupper() else word


def _longest_first(name: Name) -> tuple[int, Words, str]:
    return -len(name.words), name.words, name.key


def _title(entry: Entry, name: str) -> str:
    """The first definition that joins term and words for certain; for what that spells out itself, the short name."""
    stated = [credited.definition.text for credited in entry.definitions if credited.definition.status == "stated"]
    if stated and fold_text(stated[0]).rstrip(".") == fold_text(name):
        return entry.term if entry.term != name else ""
    return shorten(stated[0], TITLE_LENGTH) if stated else ""
