"""A map as SVG within a page: one line of tags, in which the words of sources stand as plain signs and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from jinja2 import pass_context
from jinja2.runtime import Context

from digest.render.addresses import relative_url
from digest.render.filters import Written, attribute, count
from digest.render.map import POINT, Map, Region, Spot
from digest.render.map_labels import LEADING, WIDE, Label
from digest.render.site_address import place_on_site
from digest.render.wording import shorten

Linked = Literal["themes", "first", "all"]  # whose points lead to their articles: none's, the first theme's, all

TITLE = 88  # letters of an article's title below the map, where there is room for so many
TIES = 5  # lines from a point to related ones
RADIUS = 0.37  # of a point, in its distance to the next
BASELINE = 0.34  # of the size of letters: from their middle down to the line that they stand on


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is drawn upon: the page with its kind of addresses, the map, and where each article's own point is."""

    page: str
    directory_urls: bool
    shown: Map
    at: Mapping[str, Spot]


@pass_context
def draw_svg(context: Context, shown: Map, linked: Linked = "themes") -> Written:
    """The map as SVG. The stylesheet cuts its square view to the picture, and lays it on its side on a narrow screen.

    Themes are links, and points where `linked` says so. All else is for the eye alone.
    """
    own = {spot.article.path: spot for region in shown.regions for spot in region.spots if spot.first}
    ground = _Ground(context["page"], context["settings"].directory_urls, shown, own)
    side = max(shown.width, shown.height)
    size = f"--across: {shown.width:g}; --down: {shown.height:g}"
    letters = f"--letters: {shown.letters:g}px; --tall-letters: {shown.tall_letters:g}px"
    return _tag(
        "svg",
        [
            _tag("g", _draw_ground(ground, linked), **{"class": "digest-map-turned"}),
            _tag("g", _draw_names(region.name for region in shown.regions), **_unheard("digest-map-wide")),
            _tag("g", _draw_names(region.tall for region in shown.regions), **_unheard("digest-map-tall")),
        ],
        role="group",
        viewBox=Written(f"0 0 {side:g} {side:g}"),
        preserveAspectRatio="xMinYMin slice",
        style=Written(f"{size}; {letters}"),
        **{"aria-label": "Map of the library"},
    )


def _draw_ground(ground: _Ground, linked: Linked) -> Iterator[Written]:
    """Circles, then points upon them; those that are links come last, as no other may lie over what they show."""
    regions = ground.shown.regions
    leading = [linked == "all" or (linked == "first" and number == 0) for number in range(len(regions))]
    for region in regions:
        yield _draw_theme(ground, region)
    pairs = [(region, leads) for region, leads in zip(regions, leading, strict=True)]
    yield from _draw_points(
        "digest-map-points", (region for region, leads in pairs if not leads), lambda spot: spot.first
    )
    seconds = (region for region, leads in pairs if not (leads and linked == "first"))
    yield from _draw_points("digest-map-points digest-map-second", seconds, lambda spot: not spot.first)
    for region, leads in zip(regions, leading, strict=True):
        if leads:
            yield from (_draw_spot(ground, region, spot) for spot in region.spots if spot.first or linked == "first")


def _draw_theme(ground: _Ground, region: Region) -> Written:
    told = f"{region.theme.name}, {count(region.number, 'article')}"
    circle = _tag("circle", cx=region.x, cy=region.y, r=region.radius)
    drawn = [_tag("title", [attribute(told)]), circle]
    return _link(ground, region.theme.path, drawn, "digest-map-theme", region, heard=told)


def _draw_points(kind: str, regions: Iterable[Region], chosen: Callable[[Spot], bool]) -> Iterator[Written]:
    """Points of a colour as one line, each a dash without length; in whole numbers, since a map has hundreds of them."""
    places: dict[int, list[tuple[int, int]]] = {}
    wide = 0.0
    for region in regions:
        wide = round(2 * RADIUS * POINT * region.scale, 1)  # one scale holds for a whole picture
        spots = filter(chosen, region.spots)
        places.setdefault(region.colour, []).extend((round(spot.x), round(spot.y)) for spot in spots)
    for colour, points in sorted(places.items()):
        if points:
            steps = ((x - a, y - b) for (a, b), (x, y) in pairwise([(0, 0), *points]))
            line = "".join(f"m{x}{y:+}h0" if y < 0 else f"m{x} {y}h0" for x, y in steps)
            yield _tag("path", d=Written(line), **{"stroke-width": wide}, **_unheard(f"{kind} digest-map-{colour}"))


def _draw_spot(ground: _Ground, region: Region, spot: Spot) -> Written:
    """A point that leads to its article; its title shows below the map, and lines to related articles, when it is reached."""
    ends = [ground.at[one.path] for one in spot.article.related[:TIES] if one.path in ground.at]
    ties = "".join(f"M{spot.x:g} {spot.y:g}L{end.x:g} {end.y:g}" for end in ends)
    drawn = [_tag("path", d=Written(ties), **{"class": "digest-map-ties"})] if ties else []
    below = {"x": ground.shown.width / 2, "y": ground.shown.height - ground.shown.letters * 0.6}
    room = int(ground.shown.width / ground.shown.letters / WIDE)
    title = attribute(shorten(spot.article.draft.document.title, min(TITLE, room)))
    drawn += [
        _tag("circle", cx=spot.x, cy=spot.y, r=round(RADIUS * POINT * region.scale, 1)),
        _tag("text", [title], opacity=0, **below),
    ]
    kind = "digest-map-point" if spot.first else "digest-map-point digest-map-second"
    return _link(ground, spot.article.path, drawn, kind, region, heard=spot.article.draft.document.title)


def _draw_names(names: Iterable[Label | None]) -> Iterator[Written]:
    for label in filter(None, names):
        step = label.size * LEADING
        top = label.y - step * (len(label.lines) - 1) / 2 + BASELINE * label.size
        x, tops = round(label.x), [round(top + number * step) for number in range(len(label.lines))]
        if len(label.lines) == 1:
            yield _tag("text", [attribute(label.lines[0])], x=x, y=tops[0])
        else:
            lines = zip(label.lines, tops, strict=True)
            yield _tag("text", [_tag("tspan", [attribute(line)], x=x, y=y) for line, y in lines])


def _link(ground: _Ground, path: str, inside: Iterable[Written], kind: str, region: Region, *, heard: str) -> Written:
    """A link, and what a screen reader says of it: what it shows may be hidden."""
    here = place_on_site(ground.page, directory_urls=ground.directory_urls)
    there = place_on_site(path, directory_urls=ground.directory_urls)
    address = relative_url(there, page=here) + ("/" if there.endswith("/") else "")
    told = {"class": f"{kind} digest-map-{region.colour}", "aria-label": heard}
    if path == ground.page:
        told["aria-current"] = "page"
    return _tag("a", inside, href=address, **told)


def _unheard(kind: str) -> dict[str, str]:
    return {"class": kind, "aria-hidden": "true"}


def _tag(name: str, inside: Iterable[Written] = (), /, **attributes: object) -> Written:
    """An element. Numbers, and what is `Written` of numbers alone, stand as they are; any other value is escaped."""
    stated = "".join(f' {key}="{_state(value)}"' for key, value in attributes.items())
    return Written(f"<{name}{stated}>{''.join(inside)}</{name}>")


def _state(value: object) -> str:
    if isinstance(value, int | float):
        return f"{value:g}"
    return value if isinstance(value, Written) else attribute(value)
