"""Cards to pictures: those that are remembered, and the others drawn; drawing takes most of what rendering takes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple
from typing import TYPE_CHECKING

from digest.cache import Cache
from digest.versions import hash_drawing

if TYPE_CHECKING:
    from digest.render.cards import Card, Draw

KIND = "card"  # tells the keys of pictures from those of drafts


def recall_cards(cache: Cache) -> Draw:
    """A drawing of cards that asks the cache first: the same bytes with a full cache, an empty one and a damaged one."""
    from digest.render.cards import draw_card

    def draw(card: Card) -> bytes:
        key = _make_key(card)
        drawn = cache.find(key)
        if drawn is None:
            drawn = draw_card(card)
            cache.keep([(key, drawn)])
        return drawn

    return draw


def _make_key(card: Card) -> str:
    return hashlib.sha256(json.dumps([KIND, hash_drawing(), astuple(card)]).encode()).hexdigest()
