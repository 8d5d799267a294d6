"""Passages to sentences: the author's own prose, cut at sentence ends, letter by letter as it stands."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from syntok import segmenter
from syntok.tokenizer import Tokenizer

from digest.analyze.passages import LINE_END, Passage
from digest.analyze.wording import CJK, is_cjk
from digest.model import Sentence

ENDING = re.compile(r"[.!?…]+[\"”’')\]]*[\s\u00a0]+")  # where a sentence may end
BEFORE_CAPITAL = re.compile(r"[.!?][\"”’')\]]*\s(?=[\"“‘'(]?[A-Z])")
PLAIN = re.compile(  # what stands before it, up to the sign, where nothing but a sentence ends
    r"(?:[a-z]{4}[”’\"')]?|[a-z]{3}[”’\"')]|\b[A-Z]{3,}s?|\b[A-Z]{2,}s|[a-z ]\d{4}|\b(?:it|us|me|we|so|up|in|on|out|all|too|now|use|way|new|day|job|you"
    r"|one|two|do|is|was|for|not|yet|ago|see|say|web|off|run|try|own|man|men|her|him|who|why|how|get|set|big|old|few|end|law|tax|ways"
    r"|days|etc)|\w\.(?:com|edu|gov|net|org)|[a-z](?=[!?]))[.!?]\Z"
)
FOUR = re.compile(r"[a-z]{4}")  # letters right before the sign: what PLAIN finds of nearly all, sooner
REACH = 24  # characters before the sign in which PLAIN is looked for; no word of it is longer
LETTERS = re.compile(r"[A-Za-z]+\Z")
CJK_ENDING = re.compile(r"[。！？!?…]+[」』”’）)]*")
LONGEST_RUN = 200  # characters without a space; syntok's time grows with their square
LONGEST_PASSAGE = 20_000  # characters; longer ones are no paragraphs, and are cut by the plain rule
ABBREVIATIONS = frozenset(["approx", "dept", "assn", "corp", "univ", "prof", "capt", "figs", "eqns"])
SENTENCE_LIKE = re.compile(r"[.!?…。！？][\"”’')\]」』]*\s*\Z")
DASH_LABEL = re.compile(
    r"[^.!?:–—]{2,40}\s[–—]\s+(?=[“\"]?[A-Z])"
)  # "Resource barriers – Training …": the rest is a sentence
LABEL = re.compile(rf"{DASH_LABEL.pattern}|[^.!?:–—]{{2,40}}:\s+(?=[“\"]?[A-Z])")  # in a list, a colon does as well
FEWEST_LISTED = 5  # words; a shorter list element is a label

_TOKENIZER = Tokenizer(emit_hyphen_or_underscore_sep=True, replace_not_contraction=False)


def find_sentences(passages: Iterable[Passage]) -> tuple[Sentence, ...]:
    """The sentences of paragraphs, and of list elements that are sentences; none that is quoted or set aside.

    One that runs over a line end that the source meant is left out: on one line it would not be as it stands there.
    """
    return tuple(
        sentence
        for passage in passages
        if passage.place == "prose" or (passage.place == "listed" and _is_prose(passage.text))
        for sentence in _cut(passage)
        if LINE_END not in sentence.text
    )


def find_any_sentences(passages: Iterable[Passage]) -> tuple[Sentence, ...]:
    """The sentences of every paragraph, line by line: for a text whose author says nothing, but lists, quotes and verse."""
    return tuple(
        sentence
        for passage in passages
        if passage.place != "aside" and passage.at
        for line in passage.lines.split(LINE_END)
        for sentence in _cut(replace(passage, lines=line))
    )


def _cut(passage: Passage) -> Iterator[Sentence]:
    for number, text in enumerate(split_sentences(passage.lines)):
        label = None if number else (LABEL if passage.place == "listed" else DASH_LABEL).match(text)
        yield Sentence(text[label.end() :] if label else text, passage.at)


def split_sentences(text: str) -> list[str]:
    """The sentences of a text in order, each a part of it letter by letter, without white space at its ends."""
    starts = [0, *_boundaries(text), len(text)]
    pieces = (text[start:end].strip() for start, end in itertools.pairwise(starts))
    return [piece for piece in pieces if piece]


def _is_prose(text: str) -> bool:
    return bool(SENTENCE_LIKE.search(text)) and (len(text.split()) >= FEWEST_LISTED or is_cjk(text))


def _boundaries(text: str) -> Iterator[int]:
    if CJK.search(text) and is_cjk(text):
        return (match.end() for match in CJK_ENDING.finditer(text))
    plain = [match.end() for match in BEFORE_CAPITAL.finditer(text) if _is_plain(text, match.start())]
    doubtful = len(ENDING.findall(text)) - len(plain)
    if not doubtful or len(text) > LONGEST_PASSAGE or _has_long_run(text):
        return iter(plain)
    return _ask_syntok(text)


def _is_plain(text: str, sign: int) -> bool:
    found = FOUR.match(text, sign - 4) or PLAIN.search(text, max(0, sign - REACH), sign + 1)
    if not found:
        return False
    word = LETTERS.search(text, max(0, sign - REACH), found.start() + 4)
    return not word or word.group().lower() not in ABBREVIATIONS


def _has_long_run(text: str) -> bool:
    return any(len(run) > LONGEST_RUN for run in text.split())


def _ask_syntok(text: str) -> Iterator[int]:
    for number, tokens in enumerate(segmenter.split(iter(_TOKENIZER.tokenize(text)))):
        if number and tokens:
            yield tokens[0].offset
