"""Cards to pictures, and pages to be to their text: those that are remembered, and the others made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING

from digest.cache import Cache, name_key, pack_text, unpack_text
from digest.versions import hash_drawing

if TYPE_CHECKING:
    from digest.render.cards import Card, Draw
    from digest.render.render import Recall

CARD, PAGE = "card", "page"  # tell the keys of pictures and pages from each other, and from those of drafts


def recall_cards(cache: Cache) -> Draw:
    """A drawing of cards that asks the cache first: the same bytes with a full cache, an empty one and a damaged one."""
    from digest.render.cards import draw_card

    def draw(card: Card) -> bytes:
        return _recall(cache, [CARD, hash_drawing(), astuple(card)], lambda: draw_card(card))

    return draw


def recall_pages(cache: Cache) -> Recall:
    """A making of pages that asks the cache first, likewise."""

    def recall(made_from: bytes, make: Callable[[], str]) -> str:
        key = [PAGE, hash_drawing(), made_from.hex()]
        return unpack_text(_recall(cache, key, lambda: pack_text(make())))

    return recall


def _recall(cache: Cache, made_from: Sequence[object], make: Callable[[], bytes]) -> bytes:
    key = name_key(made_from)
    made = cache.find(key)
    if made is None:
        made = make()
        cache.keep([(key, made)])
    return made
