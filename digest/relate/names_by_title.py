"""What titles state: one text names another by its title, or both are parts of one series."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from digest.folding import fold_text
from digest.relate.nearness import Near
from digest.relate.slugs import Placed
from digest.relate.statements import say_both_ways

NAMES = "names it by its title"
NAMED_BY = "is named in it by its title"
EACH_OTHER = "they name each other by their titles"
FEWEST = 4  # words of a title that is no turn of phrase: "we are hiring" stands in texts that name nothing
WORD = re.compile(r"\w+")
APART = {code: " " for code in range(128) if not WORD.match(chr(code))}  # finds the words of ASCII in half the time
PART = re.compile(r"(.+?)(?:\s*[:–—]\s|\s+-\s|[,:]?\s+\(?part\b)", re.IGNORECASE)  # what a series' titles open with
OPENING = 3  # words; a shorter opening is a column's name, "Ask us: …"
LONGEST_SERIES = 8  # articles; what more of them open with is a kind of piece, not a series


def find_mentions(placed: Sequence[Placed], nearest: Sequence[Near]) -> list[Mapping[int, str]]:
    """For each draft, the near ones that it names by their titles or that so name it, with that in words.

    Only near ones are looked at, so that time grows with the number of articles.
    """
    titles = [_spell(one.draft.document.title) for one in placed]
    long = [title if title.count(" ") > FEWEST else "" for title in titles]
    words = [frozenset(title.split()) for title in long]
    longest = [max(title.split(), key=len, default="") for title in long]  # it is rare: most questions end there
    forward: list[set[int]] = []
    for index, (near, one) in enumerate(zip(nearest, placed, strict=True)):
        spoken = _split(" ".join([sentence.text for sentence in one.draft.sentences]))
        said = set(spoken)  # few texts have all words of a title
        could = [other for other, _ in near if longest[other] in said and words[other] <= said]
        text = _join(spoken) if could else ""
        forward.append({other for other in could if long[other] in text and long[other] not in titles[index]})
    return say_both_ways(forward, NAMES, NAMED_BY, EACH_OTHER)


def find_series(placed: Sequence[Placed]) -> list[Mapping[int, str]]:
    """For each draft, the other parts of the series that its title states, with that in words."""
    openings = [_opening(one.draft.document.title) for one in placed]
    series: dict[str, list[int]] = defaultdict(list)
    for index, opening in enumerate(openings):
        series[_spell(opening)].append(index)
    found: list[Mapping[int, str]] = []
    for index, opening in enumerate(openings):
        parts = series[_spell(opening)]
        counts = 1 < len(parts) <= LONGEST_SERIES and len(opening.split()) >= OPENING
        found.append({other: f"both are parts of “{opening}”" for other in parts if counts and other != index})
    return found


def _spell(text: str) -> str:
    """A text as its words alone, a space before and after each."""
    return _join(_split(text))


def _split(text: str) -> list[str]:
    folded = fold_text(text)
    return folded.translate(APART).split() if folded.isascii() else WORD.findall(folded)


def _join(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _opening(title: str) -> str:
    part = PART.match(title)
    return " ".join((part[1] if part else title).split())
