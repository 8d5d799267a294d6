"""The sentences that show a term in use, to the few of them that its page needs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby, islice

from digest.analyze.wording import CJK, words_of
from digest.model import Credited

ENOUGH = 6  # sentences on a page; where more articles use the term, one of each
MANY = ENOUGH // 2 + 1  # articles; where so many use the term, one sentence of each
FEWEST_WORDS = 6
POINTING = words_of(  # a sentence that opens so leans on the one before it
    """
    it it's this that these those they he she his her their its such but and so or also however then there here
    thus hence therefore instead still yet too another both again finally because for
    """
)


def choose_uses(found: Sequence[Credited], told: Collection[str]) -> tuple[Credited, ...]:
    """The best few of each article's sentences, in the order in which they come, the articles' with them.

    Best is what a reader understands who has read nothing else. What the page has as a definition (`told`) is not said
    again.
    """
    groups = [list(group) for _, group in groupby(found, key=lambda said: said.path)]
    each = max(1, ENOUGH // max(1, len(groups)))
    return tuple(said for group in groups for said in _best([one for one in group if one.text not in told], each))


def _best(group: Sequence[Credited], number: int) -> Sequence[Credited]:
    if len(group) <= number:
        return group
    clear = list(islice((place for place, said in enumerate(group) if not leans(said.text)), number))
    others = [place for place in range(len(group)) if place not in clear]
    return [group[place] for place in sorted([*clear, *others[: number - len(clear)]])]


def leans(text: str) -> bool:
    """Whether a sentence says little without those around it: it is short, asks, or points back.

    Rougher than `digest.analyze.standing.stands_alone`, but asked of every sentence that uses a term: with that one all
    relations take a fifth longer.
    """
    words = text.split()
    short = len(words) < FEWEST_WORDS and not CJK.search(text)
    return short or text.endswith("?") or words[0].strip("“\"'‘(,").casefold().replace("’", "'") in POINTING
