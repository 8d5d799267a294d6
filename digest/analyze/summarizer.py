"""What a summarizer is asked, and what comes of its answer: no sentence passes that its source does not support."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from digest.analyze.passages import Passage
from digest.analyze.sentences import split_sentences
from digest.analyze.summary import summarize
from digest.analyze.support import check_support
from digest.documents import Remark
from digest.errors import SummaryError
from digest.model import Sentence

OURS = "sentences"  # the summarizer that copies; what others make is labelled with their name
SHOWN = 80  # characters of a dropped sentence in its remark


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to be summed up in `size` sentences; `text` has a line for each passage, `sentences` may be copied.

    `members` are the anchors of paragraphs about one thing of a list. `model` is the setting `summary_model`, and
    `prompt` what the template of prompts makes of the rest, for summarizers that need them.
    """

    title: str
    text: str
    lang: str
    size: int
    sentences: tuple[Sentence, ...] = ()
    members: tuple[str, ...] = ()
    model: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A summary, by whom, and what a person should know of how it came about."""

    sentences: tuple[Sentence, ...]
    by: str
    remarks: tuple[Remark, ...] = ()


Summarizer: TypeAlias = Callable[[Asked], Sequence[Sentence]]
"""Sentences in reading order: with `at` where copied from that paragraph, without where they are the summarizer's own.
Raises SummaryError where none can be had."""


def copy_sentences(asked: Asked) -> Sequence[Sentence]:
    """Our own summarizer: sentences of the text that say most of it."""
    return summarize(asked.sentences, title=asked.title, lang=asked.lang, size=asked.size, members=asked.members)


def ask_summarizer(
    asked: Asked, summarizer: Summarizer, passages: Sequence[Passage], *, by: str, beside: Sequence[str] = ()
) -> Told:
    """What a summarizer says and its source supports; where that is nothing, our own copied sentences instead."""
    try:
        answer = summarizer(asked)
    except SummaryError as error:
        remark = Remark(f"the summary was made of copied sentences: {error.what}", error.mend, passing=True)
        return Told(tuple(copy_sentences(asked)), "machine", (remark,))
    checked = check_support(_tidy(answer), passages, lang=asked.lang, beside=beside)
    remarks = tuple(
        Remark(f"a summary's sentence was left out, {why}: {text[:SHOWN]}", "nothing need be done: it is on no page")
        for text, why in checked.dropped
    )
    if not checked.kept:
        return Told(tuple(copy_sentences(asked)), "machine", remarks)
    copied = all(sentence.at for sentence in checked.kept)
    return Told(checked.kept[: asked.size], "machine" if copied else by, remarks)


def _tidy(answer: Sequence[Sentence]) -> list[Sentence]:
    """An answer with one sentence each: what a summarizer wrote in one line is cut at its sentences' ends."""
    tidy: list[Sentence] = []
    for one in answer:
        texts = [one.text] if one.at else split_sentences(" ".join(one.text.split()))
        tidy.extend(replace(one, text=text) for text in texts)
    return tidy
