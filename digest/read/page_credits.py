"""Who wrote a page and when, where it says so once, far from its headline: at its end, or in a box of facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from lxml import html

from digest.read.page_days import cut_day, find_day
from digest.read.page_names import clean_names
from digest.read.page_shapes import names_of

CLOSING_LINE = re.compile(
    r"(?:this (?:post|article) was )?(?:(?:written|authored|posted) by|thread starter):? (?P<names>\S.{1,80})",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:authors?|author\(s\)|written by|thread starter|started by|asked by|posted by|original poster)\s*:?",
    re.IGNORECASE,
)
POSTED = re.compile(r"(?:first |originally )?(?:posted|published)(?: on)?\s*:?\s*", re.IGNORECASE)
OF_OTHERS = re.compile(r"\bcomment|\breply|\brepl(?:y|ies)\b|related|\bh-cite\b|\bcard\b|teaser", re.IGNORECASE)
MAX_LABELLED = 12  # names below one label
MAX_LINE = 12  # words of a line that tells a day and little else


Line: TypeAlias = tuple[str, html.HtmlElement]  # the words of a block's own lines, and the block


def find_credits(lines: Sequence[Line]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The people that a page names as its authors in a closing line or below a label, each with the place."""
    for text, _ in reversed(lines):
        line = CLOSING_LINE.match(text[:160])
        if line and (names := clean_names([line["names"].split(",")[0].split(". ")[0]])):
            yield names, "the closing line"
    labels = [place for place, (text, _) in enumerate(lines) if LABEL.fullmatch(text[:40])]
    if len(labels) == 1 and (names := _labelled(lines[labels[0] + 1 :][:MAX_LABELLED])):
        yield names, "the label"


def find_posted(lines: Sequence[Line], *, day_first: bool) -> Iterator[tuple[str, str]]:
    """The day in the only line of a page that says `Posted on` and a day; several such lines are those of other texts."""
    posted = [(text, block) for text, block in lines if _tells_day_alone(text) and not _is_of_others(block)]
    if len(posted) == 1 and (day := find_day(posted[0][0], day_first=day_first)):
        yield day, "the line of publication"


def _labelled(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names in the block below a label, and in those beside it where it is a point of a list."""
    if not lines:
        return ()
    around = lines[0][1].getparent()
    beside = [text for text, block in lines if block.tag == "li" and block.getparent() is around]
    return clean_names(beside or [lines[0][0]])


def _tells_day_alone(text: str) -> bool:
    start = POSTED.match(text)
    return start is not None and len(text.split()) <= MAX_LINE and cut_day(text) != text and start.end() > 0


def _is_of_others(block: html.HtmlElement) -> bool:
    return any(OF_OTHERS.search(names_of(place)) for place in (block, *block.iterancestors()))
