"""Inlines from any reader → the same words in the one form that is written.

The tree of marks is laid out as a row of words, each with the marks it stands in, and folded up again: between two words
only the marks that hold both hold the space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby, takewhile
from typing import TypeAlias

from digest.blocks import Break, Code, Emphasis, Image, Inline, Inlines, Link, Strong, Text
from digest.markdown.addresses import safe_address
from digest.markdown.characters import INVISIBLE, clean_line

Mark: TypeAlias = "Emphasis | Strong | Link"
Marks: TypeAlias = "tuple[tuple[int, Mark], ...]"  # outermost first; the number tells two links to one address apart


@dataclass(frozen=True, slots=True)
class _Word:
    """A leaf of the tree: words, code or a picture, or the space or break (`gap`) between them."""

    leaf: Inline
    marks: Marks
    gap: bool = False


def tidy_inlines(inlines: Inlines, *, breaks: bool = True) -> Inlines:
    """The inlines as they can be written; without `breaks`, on one line.

    Texts beside each other are one; spaces stand outside of marks and not at the ends of a line; a mark or link within
    its like leaves its words, and so does a link that may not be followed.
    """
    match inlines:
        case (Text(text),):  # most paragraphs
            bare = clean_line(text).strip()
            return (Text(bare),) if bare else ()
    words = _lay_out(inlines, (), count())
    return _fold(_close_gaps(words if breaks else map(_without_break, words)))


def shows_words(inlines: Inlines) -> bool:
    """Whether a reader sees anything of the inlines."""
    return any(_shows(word.leaf) for word in _lay_out(inlines, (), count()))


def _shows(leaf: Inline) -> bool:
    match leaf:
        case Text(text) | Code(text):
            return bool(text.replace(INVISIBLE, "").strip())
    return isinstance(leaf, Image)


def _lay_out(inlines: Inlines, marks: Marks, numbers: Iterator[int]) -> Iterator[_Word]:
    for inline in inlines:
        if isinstance(inline, Emphasis | Strong | Link):
            yield from _lay_out(inline.children, _within(marks, inline, next(numbers)), numbers)
        else:
            yield from _lay_out_leaf(inline, marks)


def _within(marks: Marks, mark: Mark, number: int) -> Marks:
    """The marks with one more, unless it may not stand there."""
    if any(type(outer) is type(mark) for _, outer in marks):
        return marks
    if not isinstance(mark, Link):
        return (*marks, (number, replace(mark, children=())))
    address = safe_address(mark.url)
    return (*marks, (number, Link(address, (), clean_line(mark.title).strip()))) if address else marks


def _lay_out_leaf(leaf: Inline, marks: Marks) -> Iterator[_Word]:
    match leaf:
        case Text(text):
            yield from _split(clean_line(text), marks)
        case Code(text):
            text = clean_line(text).strip()
            yield from (_Word(Code(text), marks),) if text else ()
        case Image(url, alt, title):
            address, alt = safe_address(url, picture=True), clean_line(alt).strip()
            if address:
                yield _Word(Image(address, alt, clean_line(title).strip()), marks)
            else:
                yield from _split(alt, marks)
        case Break():
            yield _Word(leaf, marks, gap=True)


def _split(text: str, marks: Marks) -> Iterator[_Word]:
    """The text without the spaces at its ends, and these apart."""
    bare = text.strip()
    before, _, after = text.partition(bare) if bare else (text, "", "")
    if before:
        yield _Word(Text(before), marks, gap=True)
    if bare:
        yield _Word(Text(bare), marks)
    if after:
        yield _Word(Text(after), marks, gap=True)


def _without_break(word: _Word) -> _Word:
    return replace(word, leaf=Text(" ")) if isinstance(word.leaf, Break) else word


def _close_gaps(words: Iterable[_Word]) -> Iterator[_Word]:
    """The words with one gap at most between two, in the marks that both share, and none at either end."""
    last: Marks | None = None
    gap: list[Inline] = []
    for word in words:
        if word.gap:
            gap.append(word.leaf)
            continue
        if gap and last is not None:
            yield _Word(_join_gap(gap), _shared(last, word.marks))
        yield word
        gap, last = [], word.marks


def _join_gap(gap: list[Inline]) -> Inline:
    if any(isinstance(leaf, Break) for leaf in gap):
        return Break()
    return Text(re.sub(" {2,}", " ", "".join(leaf.text for leaf in gap if isinstance(leaf, Text))))


def _shared(one: Marks, other: Marks) -> Marks:
    return tuple(mark for mark, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _fold(words: Iterable[_Word], depth: int = 0) -> Inlines:
    """The tree of marks around the words, texts beside each other joined."""
    folded: list[Inline] = []
    for outer, run in groupby(words, key=lambda word: word.marks[depth : depth + 1]):
        if outer:
            folded.append(replace(outer[0][1], children=_fold(run, depth + 1)))
        else:
            folded += _join_texts(word.leaf for word in run)
    return tuple(folded)


def _join_texts(leaves: Iterable[Inline]) -> Iterator[Inline]:
    for is_text, run in groupby(leaves, key=lambda leaf: isinstance(leaf, Text)):
        if is_text:
            yield Text("".join(leaf.text for leaf in run if isinstance(leaf, Text)))
        else:
            yield from run
