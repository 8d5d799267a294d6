"""Circles that attract each other to places side by side, and points to places within a circle: the geometry of the map.

Only sums, products and square roots are used, which are the same on any machine, and what is placed is rounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf, sqrt

Point = tuple[float, float]

GAP = 7.0  # between circles
FLAT = 1.6  # times as far up or down counts as to the side, so that the picture is wider than high
HOME_PULL = 0.7  # what nearness to the middle counts beside nearness to what is alike
TURN = (-0.7373688780783197, 0.6754902942615238)  # cosine and sine of the golden angle: no two points in a row line up
SPREAD = 0.64  # radius of a point's own room, in its distance to the next
WIDEST = 20  # tenths: how much farther apart points are set at most


def pack_circles(radii: Sequence[float], pulls: Sequence[Mapping[int, float]]) -> list[Point]:
    """A centre for each circle, none overlapping another, each beside those that pull it most.

    The largest comes first, into the middle; then, one by one, the one that is pulled most by those that are placed,
    where it touches two of them. `pulls` says for each circle how strongly others pull it. Time grows with the square of
    the number of circles, of which a map has few.
    """
    placed: dict[int, Point] = {}
    waiting = sorted(range(len(radii)), key=lambda number: (-radii[number], number))
    while waiting:
        number = max(waiting, key=lambda one: round(sum(pulls[one].get(other, 0.0) for other in placed), 6))
        waiting.remove(number)
        placed[number] = _find_place(number, placed, radii, pulls[number])
    return [placed[number] for number in range(len(radii))]


def spread_points(number: int, *, distance: float, hole: tuple[float, float]) -> list[Point]:
    """Places around the origin, from the inside out, evenly apart; none in a hole of this width and height.

    Few are set so far apart that they fill the circle around the hole.
    """
    least = SPREAD * distance
    corner = _length((hole[0] / 2, hole[1] / 2))
    for wider in range(1, WIDEST):
        points = _spiral(number, step=least * (1 + wider / 10), hole=hole)
        if not points or _length(points[-1]) > corner:
            return _spiral(number, step=least * (1 + (wider - 1) / 10), hole=hole)
    return points


def _spiral(number: int, *, step: float, hole: tuple[float, float]) -> list[Point]:
    points: list[Point] = []
    across, along = 1.0, 0.0
    turns = 0
    while len(points) < number:
        radius = step * sqrt(turns + 0.5)
        x, y = radius * across, radius * along
        if abs(x) >= hole[0] / 2 or abs(y) >= hole[1] / 2:
            points.append((round(x, 1), round(y, 1)))
        across, along = across * TURN[0] - along * TURN[1], across * TURN[1] + along * TURN[0]
        turns += 1
    return points


def match_directions(places: Sequence[Point], wanted: Sequence[Point]) -> list[int]:
    """For each place which of the wanted directions it gets: the longest are farthest out, each on its own side.

    Places stand from the inside out. Directions are shared out ring by ring, and around each ring in turn.
    """
    order = sorted(range(len(wanted)), key=lambda n: (round(_length(wanted[n]), 3), n))
    given = [0] * len(places)
    for start, end in _rings(len(places)):
        around = sorted(range(start, end), key=lambda place: (_turn(places[place]), place))
        turned = sorted(order[start:end], key=lambda n: (_turn(wanted[n]), n))
        for place, number in zip(around, turned, strict=True):
            given[place] = number
    return given


def _find_place(number: int, placed: Mapping[int, Point], radii: Sequence[float], pull: Mapping[int, float]) -> Point:
    if not placed:
        return (0.0, 0.0)
    best, least = (0.0, 0.0), inf
    total = sum(pull.get(other, 0.0) for other in placed) or 1.0
    for point in _touching(radii[number], placed, radii):
        alike = sum(pull.get(other, 0.0) * _apart(point, centre) for other, centre in placed.items()) / total
        cost = round(alike + HOME_PULL * _length((point[0], FLAT * point[1])), 3)
        if cost < least and _is_free(point, radii[number], placed, radii):
            best, least = point, cost
    return best


def _touching(radius: float, placed: Mapping[int, Point], radii: Sequence[float]) -> Iterator[Point]:
    """Where a circle would touch two that are placed, or lie beside one."""
    circles = [(centre, radii[number] + radius + GAP) for number, centre in placed.items()]
    for at, (one, near) in enumerate(circles):
        yield (round(one[0] + near, 2), one[1])
        yield (round(one[0] - near, 2), one[1])
        for other, far in circles[:at]:
            yield from _cross(one, near, other, far)


def _cross(one: Point, near: float, other: Point, far: float) -> Iterator[Point]:
    """Where two circles cross, given by centre and radius."""
    apart = _apart(one, other)
    if not abs(near - far) <= apart <= near + far or not apart:
        return
    along = (near * near - far * far + apart * apart) / (2 * apart)
    aside = sqrt(max(0.0, near * near - along * along))
    right, up = (other[0] - one[0]) / apart, (other[1] - one[1]) / apart
    for side in (aside, -aside):
        yield (round(one[0] + along * right - side * up, 2), round(one[1] + along * up + side * right, 2))


def _is_free(point: Point, radius: float, placed: Mapping[int, Point], radii: Sequence[float]) -> bool:
    slack = 0.1  # for rounding; the gap is wider
    return all(_apart(point, centre) + slack >= radius + radii[other] + GAP for other, centre in placed.items())


def _rings(number: int) -> Iterator[tuple[int, int]]:
    start, size = 0, 6
    while start < number:
        yield start, min(number, start + size)
        start, size = start + size, size + 6


def _turn(point: Point) -> float:
    """What grows with the angle from -180 to 180 degrees, without an arc tangent."""
    x, y = point
    reach = abs(x) + abs(y)
    if not reach:
        return 0.0
    return round((1 - x / reach) * (1 if y >= 0 else -1), 6)


def _apart(one: Point, other: Point) -> float:
    return _length((one[0] - other[0], one[1] - other[1]))


def _length(point: Point) -> float:
    return sqrt(point[0] * point[0] + point[1] * point[1])
