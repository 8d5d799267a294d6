"""How rare a word or phrase is: in the language at large, and more and more in the collection as it grows."""

from __future__ import annotations

from functools import lru_cache
from math import log

HALF = 50  # documents; with so many, collection and language count alike for the collection's share
OWN = 0.4  # the most that the collection's rarity may count beside the language's, measured on key phrases
MOST = 8.0  # the Zipf scale's span, which both rarities are put on


def blend_rarity(zipf: float, articles: int, total: int) -> float:
    """The rarity, 0 to 8, of what has this Zipf frequency and stands in so many of the collection's articles.

    Source: Spärck Jones 1972 (idf), here from 0 for what stands in every article to 8 for what stands in one.
    """
    share = OWN * share_of(total)
    return (1 - share) * (MOST - zipf) + share * _own(articles, total)


def blend_likeness(zipf: float, articles: int, total: int) -> float:
    """The weight of a shared word in likeness: as `blend_rarity`, but the collection may count in full."""
    share = share_of(total)
    return (1 - share) * (MOST - zipf) + share * _own(articles, total)


def share_of(total: int) -> float:
    """How much a collection of this size is to be believed, 0 to 1."""
    return total / (total + HALF)


@lru_cache(maxsize=20_000)
def _own(articles: int, total: int) -> float:
    return max(0.0, MOST * log((total + 1) / (articles + 0.5)) / log(total + 2))
