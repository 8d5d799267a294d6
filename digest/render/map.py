"""A library to a map of it: themes as circles beside those that they are like, articles as points in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import pi, sqrt

from digest.model import Article, Theme
from digest.render.library import Library, articles_of
from digest.render.map_labels import Label, place_labels, set_label
from digest.render.map_layout import Point, match_directions, pack_circles, spread_points

FEWEST_THEMES = 2  # with one there is nothing to see beside it
FEWEST_ARTICLES = 3
MOST_THEMES = 60  # the largest; more names than that fit no screen
MOST_POINTS = 1000  # of all themes; with more, circles alone show how large each is
COLOURS = 6  # in the stylesheet

LETTERS = 17.0  # size of a name's; the unit of the map is a pixel of a wide screen, more or less
POINT = 12.5  # from one to the next
MARGIN = 10.0  # around the picture, and around the points of a theme
LARGEST = 170.0  # radius of the largest theme at most, where there are no points
FILLED = 500_000.0  # units of area that all circles fill then: a picture about 1,200 wide
LEAST = (320.0, 220.0)  # width and height of the picture: a map of two themes is no poster
ALIKE = 0.3  # what an article in two themes counts for their likeness, beside the strength of related articles
PHONE = 0.036  # size of letters on a phone, of the width of the picture there: 12 of 350 pixels


@dataclass(frozen=True, slots=True)
class Spot:
    """An article's point in one of its themes; `first` tells its own theme's from the others'."""

    article: Article
    x: float
    y: float
    first: bool


@dataclass(frozen=True, slots=True)
class Region:
    """A theme's circle, one of the colours, its articles' points, and its name for a wide picture and for a tall one.

    `scale` tells how much larger than on the whole map it is.
    """

    theme: Theme
    number: int
    x: float
    y: float
    radius: float
    colour: int
    spots: tuple[Spot, ...]
    name: Label | None
    tall: Label | None = None
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Map:
    """The picture: its size, its regions, the largest first, how many themes it leaves out, and the size of a tall one's letters.

    On a narrow screen it is shown on its side, x for y, with the labels that are placed for that.
    """

    width: float
    height: float
    regions: tuple[Region, ...]
    left_out: int
    letters: float
    tall_letters: float


def draw_map(library: Library) -> Map | None:
    """The map, or None where there is too little to be shown.

    An article stands in each of its themes, as a spot of its own. Time grows with the number of articles, and with the
    square of the number of themes on it.
    """
    themes = [(theme, articles_of(library, theme.articles)) for theme in library.digest.themes]
    themes = sorted((pair for pair in themes if pair[1]), key=lambda pair: -len(pair[1]))
    shown = themes[:MOST_THEMES]
    if len(shown) < FEWEST_THEMES or len({article.path for _, held in shown for article in held}) < FEWEST_ARTICLES:
        return None
    homes = _find_homes(shown)
    dotted = sum(len(held) for _, held in shown) <= MOST_POINTS
    names = [set_label(theme.name, x=0, y=0, size=LETTERS) for theme, _ in shown]
    places = [_spread(len(held), name) if dotted else [] for (_, held), name in zip(shown, names, strict=True)]
    radii = _measure(shown, names, places)
    centres = pack_circles(radii, _find_pulls(shown, homes))
    frame = _Frame.around(centres, radii)
    colours = _colour(centres, radii)
    regions = []
    for number, (theme, held) in enumerate(shown):
        x, y = frame.place(centres[number])
        spots = _place_spots(number, held, places[number], centres, homes)
        moved = tuple(replace(spot, x=round(x + spot.x, 1), y=round(y + spot.y, 1)) for spot in spots)
        name = replace(names[number], x=x, y=y)
        regions.append(Region(theme, len(held), x, y, radii[number], colours[number], moved, name))
    letters = round(max(PHONE * frame.height, 12.0), 1)
    tall = _label_tall(regions, letters, width=frame.height, height=frame.width)
    return Map(frame.width, frame.height, tall, len(themes) - len(shown), LETTERS, letters)


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    height: float
    left: float
    top: float

    @staticmethod
    def around(centres: Sequence[Point], radii: Sequence[float]) -> _Frame:
        """The frame of the picture; what is smaller than the least stands in its middle."""
        boxes = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(centres, radii, strict=True)]
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        across, down = max(box[2] for box in boxes) - left, max(box[3] for box in boxes) - top
        height = max(LEAST[1], down + 2 * MARGIN + LETTERS)
        width = max(LEAST[0], across + 2 * MARGIN, height)
        return _Frame(round(width), round(height), left - (width - across) / 2, top - (height - LETTERS - down) / 2)

    def place(self, point: Point) -> Point:
        return round(point[0] - self.left, 1), round(point[1] - self.top, 1)


Held = tuple[Theme, Sequence[Article]]


def _find_homes(shown: Sequence[Held]) -> Mapping[str, tuple[int, ...]]:
    """For each article the numbers of the themes that show it, the one first that it is most central to."""
    numbers = {theme.slug: number for number, (theme, _) in enumerate(shown)}
    homes: dict[str, tuple[int, ...]] = {}
    for number, (_, held) in enumerate(shown):
        for article in held:
            ranked = [numbers[slug] for slug in article.themes if slug in numbers]
            homes[article.path] = tuple(dict.fromkeys([*ranked, *homes.get(article.path, ()), number]))
    return homes


def _spread(number: int, name: Label) -> list[Point]:
    return spread_points(number, distance=POINT, hole=(name.width + POINT, name.height + 0.8 * POINT))


def _measure(shown: Sequence[Held], names: Sequence[Label], places: Sequence[Sequence[Point]]) -> list[float]:
    """The radius of each theme: around its name and its points, or as its share of the articles asks."""
    one = min(FILLED / pi / sum(len(held) for _, held in shown), LARGEST**2 / max(len(held) for _, held in shown))
    radii = []
    for (_, held), name, points in zip(shown, names, places, strict=True):
        farthest = [sqrt(x * x + y * y) for x, y in [*points, (name.width / 2, name.height / 2)]]
        share = 0.0 if points else sqrt(one * len(held))
        radii.append(round(max(max(farthest) + MARGIN, share), 1))
    return radii


def _find_pulls(shown: Sequence[Held], homes: Mapping[str, tuple[int, ...]]) -> list[dict[int, float]]:
    """How alike themes are: by articles that stand in both, and by related ones, beside what both hold."""
    pulls: list[dict[int, float]] = [defaultdict(float) for _ in shown]
    for _, held in shown:
        for article in held:
            own, *others = homes[article.path]
            for related in article.related:
                other = homes.get(related.path, (own,))[0]
                pulls[own][other] += related.score
                pulls[other][own] += related.score
            for other in others:
                pulls[own][other] += ALIKE
                pulls[other][own] += ALIKE
    sizes = [len(held) for _, held in shown]
    return [
        {other: pull / sqrt(sizes[one] * sizes[other]) for other, pull in sorted(row.items()) if other != one}
        for one, row in enumerate(pulls)
    ]


def _place_spots(
    number: int,
    held: Sequence[Article],
    places: Sequence[Point],
    centres: Sequence[Point],
    homes: Mapping[str, tuple[int, ...]],
) -> list[Spot]:
    """A theme's articles around its centre, each towards the other themes that it is related to."""
    if not places:
        return []
    wanted = [_lean(article, number, centres, homes) for article in held]
    given = match_directions(places, wanted)
    return [
        Spot(held[one], x, y, first=homes[held[one].path][0] == number)
        for one, (x, y) in sorted(zip(given, places, strict=True))
    ]


def _lean(article: Article, number: int, centres: Sequence[Point], homes: Mapping[str, tuple[int, ...]]) -> Point:
    """Where an article is drawn to: to other themes as strong as its links lead there, of all its links."""
    ties = [(homes[related.path][0], related.score) for related in article.related if related.path in homes]
    ties += [(other, ALIKE) for other in homes[article.path]]
    total = sum(score for _, score in ties) or 1.0
    right = up = 0.0
    for other, score in ties:
        x, y = centres[other][0] - centres[number][0], centres[other][1] - centres[number][1]
        far = sqrt(x * x + y * y) or 1.0
        right, up = right + score / total * x / far, up + score / total * y / far
    return right, up


def _colour(centres: Sequence[Point], radii: Sequence[float]) -> list[int]:
    """A colour each, other than those of the circles beside it as far as there are enough: the one least used so far."""
    chosen: list[int] = []
    for (x, y), radius in zip(centres, radii, strict=True):
        worn = [0.0] * COLOURS
        for other, colour in enumerate(chosen):
            gap = sqrt((x - centres[other][0]) ** 2 + (y - centres[other][1]) ** 2) - radius - radii[other]
            worn[colour] += 100.0 if gap < 4 * MARGIN else 1.0
        chosen.append(min(range(COLOURS), key=lambda colour: (worn[colour], colour)))
    return chosen


def _label_tall(regions: Iterable[Region], letters: float, *, width: float, height: float) -> tuple[Region, ...]:
    """The regions with labels for the picture on its side, where few have room; those of large themes come first."""
    regions = tuple(regions)
    labels = [set_label(region.theme.name, x=region.y, y=region.x, size=letters) for region in regions]
    placed = place_labels(labels, width=width, height=height)
    return tuple(replace(region, tall=label) for region, label in zip(regions, placed, strict=True))
