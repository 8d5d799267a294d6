"""The words of a text, counted by stem: what likeness between articles is measured on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from heapq import nsmallest

from digest.analyze.ideographs import sign_pairs
from digest.analyze.passages import Passage
from digest.analyze.stopwords import is_small_word
from digest.analyze.wording import CJK, UNKNOWN_LANGUAGE, split_words, word_key, word_zipf
from digest.model import Word

MOST = 200  # stems a document; the rest are common or stand once, and change no ranking
TITLE_COUNTS = 2  # a word of the title counts as so many more


def count_vocabulary(title: str, passages: Iterable[Passage], lang: str) -> tuple[Word, ...]:
    """The strongest stems in alphabetical order, each with its count and how common its commonest form is."""
    forms: list[str] = []
    for text in [*[title] * TITLE_COUNTS, *(passage.text for passage in passages if passage.place != "aside")]:
        forms.extend(sign_pairs(text) if not text.isascii() and CJK.search(text) else ())
        forms.extend(split_words(text))
    counts = Counter(forms)
    words: dict[str, tuple[int, float]] = {}
    for form, count in counts.items():
        for stem, zipf in _stem(form, lang):
            seen, commonest = words.get(stem, (0, 0.0))
            words[stem] = seen + count, max(commonest, zipf)
    kept = words.items() if len(words) <= MOST else nsmallest(MOST, words.items(), key=_place)
    return tuple([_word(stem, count, zipf) for stem, (count, zipf) in sorted(kept)])


def _place(word: tuple[str, tuple[int, float]]) -> tuple[float, str]:
    """Where a stem stands among all of its text, the strongest first; the alphabet breaks a tie."""
    stem, (count, zipf) = word
    return -count * (8 - zipf), stem


@lru_cache(maxsize=50_000)  # words of many documents: equal ones are one value
def _word(stem: str, count: int, zipf: float) -> Word:
    return Word(stem, count, zipf)


@lru_cache(maxsize=200_000)
def _stem(form: str, lang: str) -> tuple[tuple[str, float], ...]:
    if CJK.search(form):
        return ((form, UNKNOWN_LANGUAGE),) if len(form) == 2 else ()
    folded = form.casefold().replace("’", "'")
    if is_small_word(folded, lang) or folded.isdigit() or len(folded) < 2:
        return ()
    return tuple((stem, word_zipf(folded, lang)) for stem in word_key(form, lang).split() if len(stem) > 1)
