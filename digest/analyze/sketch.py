"""A text to a sketch: a few numbers that two copies of one piece share, however they were saved."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from heapq import nsmallest

from digest.analyze.passages import Passage
from digest.analyze.wording import split_words
from digest.folding import fold_text

SHINGLE = 5  # words in a row; two pieces on one subject share few of them, two copies nearly all
NUMBER = 8  # bytes of a hash; as bytes they stand in the order of their numbers
SIZE = 64  # numbers kept; the share of common ones is right within 0.06 (one standard deviation)
FEWEST_WORDS = 40  # shorter texts (saved links) are told apart by their addresses alone


def make_sketch(passages: Iterable[Passage]) -> tuple[int, ...]:
    """The smallest hashes of all runs of five words, ascending; empty for a short text.

    Source: Broder 1997 (resemblance of documents; bottom-k sketch).
    """
    words = split_words(fold_text(" ".join(passage.text for passage in passages)))
    if len(words) < FEWEST_WORDS:
        return ()
    encoded = [word.encode("utf-8", "replace") for word in words]
    runs = zip(*(encoded[start:] for start in range(SHINGLE)), strict=False)
    hashes = {blake2b(b" ".join(run), digest_size=NUMBER).digest() for run in runs}
    return tuple(int.from_bytes(one, "big") for one in nsmallest(SIZE, hashes))
