"""The map around one theme, as its page shows it: the theme large in the middle, its neighbours cut off by the frame."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

from digest.render.map import PHONE, Map, Region
from digest.render.map_labels import Label, place_labels, set_label
from digest.render.map_layout import Point

FRAME = (720.0, 400.0)
SHARE = 0.36  # of the frame's height: the radius of the theme
LARGEST = 1.7  # times; points that are blown up more look like plates
LETTERS = 17.0


def zoom_map(whole: Map, slug: str) -> Map | None:
    """The part of the map around a theme, which comes first; None where the map does not have it."""
    own = next((region for region in whole.regions if region.theme.slug == slug), None)
    if own is None:
        return None
    scale = round(min(LARGEST, SHARE * FRAME[1] / own.radius), 3)
    middle = (_look(own.x, whole.width, FRAME[0] / scale), _look(own.y, whole.height, FRAME[1] / scale))
    near = [own, *(region for region in whole.regions if region is not own)]
    moved = [region for region in (_move(one, middle, scale) for one in near) if _is_seen(region)]
    letters = round(max(PHONE * FRAME[1], 12.0), 1)
    named = [one for one in moved if 0 <= one.x <= FRAME[0] and 0 <= one.y <= FRAME[1]]
    wide = place_labels([_label(one, (one.x, one.y), LETTERS) for one in named], width=FRAME[0], height=FRAME[1])
    tall = place_labels([_label(one, (one.y, one.x), letters) for one in named], width=FRAME[1], height=FRAME[0])
    regions = [replace(one, name=w, tall=t) for one, w, t in zip(named, wide, tall, strict=True)]
    unnamed = [replace(one, name=None, tall=None) for one in moved if one not in named]
    return Map(*FRAME, (*regions, *unnamed), len(whole.regions) - len(moved), LETTERS, letters)


def _look(at: float, whole: float, part: float) -> float:
    """The middle of what is shown: as near to a place as the map's edge allows; the map's own where all of it is shown."""
    return whole / 2 if part >= whole else min(max(at, part / 2), whole - part / 2)


def _move(region: Region, middle: Point, scale: float) -> Region:
    def move(x: float, y: float) -> Point:
        return round(FRAME[0] / 2 + (x - middle[0]) * scale, 1), round(FRAME[1] / 2 + (y - middle[1]) * scale, 1)

    spots = tuple(replace(spot, x=at[0], y=at[1]) for spot in region.spots for at in [move(spot.x, spot.y)])
    x, y = move(region.x, region.y)
    return replace(region, x=x, y=y, radius=round(region.radius * scale, 1), spots=spots, scale=scale)


def _is_seen(region: Region) -> bool:
    """Whether the frame holds some of it."""
    x = max(0.0, abs(region.x - FRAME[0] / 2) - FRAME[0] / 2)
    y = max(0.0, abs(region.y - FRAME[1] / 2) - FRAME[1] / 2)
    return sqrt(x * x + y * y) < region.radius


def _label(region: Region, at: Point, size: float) -> Label:
    return set_label(region.theme.name, x=at[0], y=at[1], size=size)
