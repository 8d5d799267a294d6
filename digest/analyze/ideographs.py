"""Candidates from Chinese and Japanese text, which has no spaces: runs of signs that repeat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from digest.analyze.passages import Passage
from digest.model import Candidate

RUN = re.compile(r"[\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")  # hiragana is mostly grammar and ends a run
UNIT = re.compile(r"[\u30a0-\u30ff]+|.")  # katakana in a row are one word, and no part of them is
SMALL_SIGNS = re.compile(  # of Chinese; Japanese writes them in hiragana
    r"[的了是在和与及也都而或但被把对从到这那有不我你他她它们个就会能可以为之其所于上下中大小个些什么怎]"
)
HIRAGANA = re.compile(r"[\u3041-\u309f]")
LONGEST = 6  # signs, or words in katakana
RAREST = 3.0  # Zipf; without a splitter of words no list tells more
IN_TITLE = 1.6
FEWEST = 2  # times; a run that stands once is any part of a sentence


def find_ideographs(title: str, passages: Iterable[Passage], *, most: int) -> tuple[Candidate, ...]:
    """Runs of two signs or more that repeat and are not always part of a longer one, strongest first."""
    counts: Counter[str] = Counter()
    for text in [title, *(passage.text for passage in passages)]:
        for run in RUN.findall(text if HIRAGANA.search(text) else SMALL_SIGNS.sub(" ", text)):
            counts.update(_parts(run))
    repeated = {run: count for run, count in counts.items() if count >= FEWEST}
    nested = {part for run, count in repeated.items() for part in _parts(run) if part != run and counts[part] == count}
    candidates = [_weigh(run, count, title) for run, count in repeated.items() if run not in nested]
    return tuple(sorted(candidates, key=lambda one: (-one.count * one.boost * one.words, one.key))[:most])


def _parts(run: str) -> list[str]:
    units = UNIT.findall(run)
    spans = (
        "".join(units[start : start + size])
        for size in range(1, min(LONGEST, len(units)) + 1)
        for start in range(len(units) - size + 1)
    )
    return [span for span in spans if len(span) > 1]


def _weigh(run: str, count: int, title: str) -> Candidate:
    return Candidate(run, run, count, 2 if len(run) > 2 else 1, RAREST, IN_TITLE if run in title else 1.0)


def sign_pairs(text: str) -> list[str]:
    """Every two neighbouring signs of a text: what stands for words where none are marked."""
    return [run[start : start + 2] for run in RUN.findall(text) for start in range(len(run) - 1)]
