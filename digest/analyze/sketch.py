"""A text to a sketch: a few numbers that two copies of one piece share, however they were saved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from digest.analyze.passages import Passage
from digest.analyze.wording import LONGEST_WORD, split_words, word_pattern
from digest.folding import fold_text

SHINGLE = 5  # words in a row; two pieces on one subject share few of them, two copies nearly all
BYTES = 8  # of a hash
ALL = 2 ** (8 * BYTES)  # hashes
ODD = 0x9E3779B97F4A7C15  # spreads numbers evenly over all hashes (the golden ratio's share of them)
PLACES = [np.uint64(pow(ODD, place, ALL)) for place in range(SHINGLE)]  # what a word's hash is multiplied by in a run
SIZE = 64  # numbers kept; the share of common ones is right within 0.06 (one standard deviation)
FEWEST_WORDS = 40  # shorter texts (saved links) are told apart by their addresses alone
INITIALS = re.compile(r"[A-Z]\.[A-Z]\.")  # U.S.: one word with its last stop, which u.s. is without


def make_sketch(passages: Iterable[Passage]) -> tuple[int, ...]:
    """The smallest hashes of all runs of five words, ascending; empty for a short text.

    Source: Broder 1997 (resemblance of documents; bottom-k sketch).
    """
    words = [word for passage in passages for word in _fold_words(passage.text)]
    if len(words) < FEWEST_WORDS:
        return ()
    numbers = np.fromiter(map(_hash_word, words), np.uint64, len(words))
    runs = np.zeros(len(words) - SHINGLE + 1, np.uint64)
    for place, factor in enumerate(PLACES):
        runs += factor * numbers[place : place + len(runs)]  # modulo ALL, as numbers of so many bytes are
    return tuple(np.unique(runs)[:SIZE].tolist())


def _fold_words(text: str) -> Sequence[str]:
    """The words of a folded text; where folding changes their case alone, those that are known of the text already."""
    if text.isascii() and not INITIALS.search(text):
        return [word.lower() for word in split_words(text)]
    folded = fold_text(text)
    return [word for word in word_pattern(folded).findall(folded) if len(word) <= LONGEST_WORD]


@lru_cache(maxsize=200_000)
def _hash_word(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=BYTES).digest(), "big")
