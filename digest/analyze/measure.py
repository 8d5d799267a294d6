"""How long a text is: its words, and the minutes that reading them takes."""

from __future__ import annotations

from collections.abc import Iterable

from digest.analyze.passages import Passage
from digest.analyze.wording import CJK

WORDS_A_MINUTE = 220  # of silent reading; studies give 200 to 240
SIGNS_A_WORD = 1.8  # Chinese and Japanese signs that are read in the time of a word: about 400 a minute


def count_words(passages: Iterable[Passage]) -> int:
    """The words of the body, at least 1; what is set aside does not count, a Chinese or Japanese sign counts as one."""
    return max(1, sum(_count(passage.text) for passage in passages if passage.place != "aside"))


def count_minutes(passages: Iterable[Passage]) -> int:
    """The minutes that reading takes, at least 1."""
    texts = [passage.text for passage in passages if passage.place != "aside"]
    signs = sum(len(CJK.findall(text)) for text in texts if not text.isascii())
    words = sum(len((CJK.sub(" ", text) if signs else text).split()) for text in texts) + signs / SIGNS_A_WORD
    return max(1, round(words / WORDS_A_MINUTE))


def _count(text: str) -> int:
    signs = 0 if text.isascii() else len(CJK.findall(text))
    return (
        len(text.split()) if not signs else signs + len([word for word in CJK.sub(" ", text).split() if word.isalnum()])
    )
