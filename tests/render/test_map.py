"""The map shows themes as circles that do not overlap, articles as points in them, and every name as plain signs."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import combinations
from math import dist

from sample_digest import SETTINGS, a_document, a_draft, a_library, an_article, read_templates

from digest.model import Article, Digest, Related, Theme
from digest.render.library import open_library
from digest.render.map import draw_map
from digest.render.map_layout import pack_circles, spread_points
from digest.render.render import render_digest
from digest.render.timeline import Bar, make_timeline


def a_theme(name: str, articles: list[Article]) -> Theme:
    slug = name.lower().replace(" ", "-")
    return Theme(name, slug, f"themes/{slug}.md", (), tuple(article.path for article in articles))


def themed(**articles: int) -> Digest:
    """A library of themes with so many articles each."""
    groups = {
        name: [an_article(a_draft(a_document(f"{name} {number}")), themes=(name.lower(),)) for number in range(size)]
        for name, size in articles.items()
    }
    library = a_library(*(article for group in groups.values() for article in group))
    return replace(library, themes=tuple(a_theme(name, group) for name, group in groups.items()))


def pages_of(digest: Digest) -> dict[str, str]:
    return {page.path: page.text for page in render_digest(digest, templates=read_templates(), settings=SETTINGS)}


def test_circles_touch_none_and_what_is_alike_lies_nearer() -> None:
    radii = [40.0, 30.0, 20.0, 20.0, 10.0]
    alike = [{1: 1.0}, {0: 1.0}, {3: 1.0}, {2: 1.0}, {}]
    centres = pack_circles(radii, alike)
    assert centres == pack_circles(radii, alike)
    assert [
        pair for pair in combinations(range(5), 2) if dist(*(centres[n] for n in pair)) < sum(radii[n] for n in pair)
    ] == []
    assert dist(centres[2], centres[3]) <= dist(centres[2], centres[1])


def test_points_leave_room_for_the_name() -> None:
    points = spread_points(50, distance=10, hole=(60, 20))
    assert len(set(points)) == 50
    assert [point for point in points if abs(point[0]) < 30 and abs(point[1]) < 10] == []


def test_few_points_fill_the_circle_around_a_long_name() -> None:
    points = spread_points(4, distance=10, hole=(120, 20))
    assert max(dist(point, (0, 0)) for point in points) > 40


def test_every_article_has_a_point_in_its_theme() -> None:
    drawn = draw_map(open_library(themed(Soil=7, Tide=3)))
    assert drawn is not None
    assert [(region.theme.name, len(region.spots)) for region in drawn.regions] == [("Soil", 7), ("Tide", 3)]
    astray = [
        spot
        for region in drawn.regions
        for spot in region.spots
        if dist((spot.x, spot.y), (region.x, region.y)) > region.radius
    ]
    assert astray == []


def test_a_library_of_thousands_shows_themes_and_no_points() -> None:
    drawn = draw_map(open_library(themed(Soil=900, Tide=300)))
    assert drawn is not None
    assert [len(region.spots) for region in drawn.regions] == [0, 0]
    assert drawn.regions[0].radius > drawn.regions[1].radius


def test_the_largest_of_hundreds_of_themes_are_drawn_as_circles_and_the_rest_is_counted() -> None:
    digest = themed(**{f"Theme{number}": 20 + number for number in range(200)})
    drawn = draw_map(open_library(digest))
    assert drawn is not None
    assert len(digest.articles) > 10_000
    assert {region.number for region in drawn.regions} == set(range(20 + 140, 20 + 200))
    assert [region for region in drawn.regions if region.spots] == []
    assert drawn.left_out == 140


def test_points_of_one_colour_are_one_line_from_point_to_point() -> None:
    page = pages_of(themed(Soil=3, Tide=2))["index.md"]
    drawn = draw_map(open_library(themed(Soil=3, Tide=2)))
    assert drawn is not None
    lines = re.findall(r'<path d="([^"]*)" stroke-width="[^"]*" class="digest-map-points ', page)
    assert len(lines) == 2
    reached = []
    for line in lines:
        x = y = 0
        for right, down in re.findall(r"m(-?\d+) ?(-?\d+)h0", line.replace("+", " ")):
            x, y = x + int(right), y + int(down)
            reached.append((x, y))
    assert sorted(reached) == sorted((round(spot.x), round(spot.y)) for one in drawn.regions for spot in one.spots)


def test_many_large_themes_fit_the_width_that_their_names_are_set_for() -> None:
    drawn = draw_map(open_library(themed(**{f"Theme{number}": 30 for number in range(60)})))
    assert drawn is not None
    assert drawn.width < 1500


def test_with_one_theme_there_is_no_map() -> None:
    digest = themed(Soil=7)
    assert draw_map(open_library(digest)) is None
    assert "No map yet" in pages_of(digest)["map.md"]
    assert "<svg" not in pages_of(digest)["index.md"]


def test_themes_and_points_lead_to_their_pages() -> None:
    pages = pages_of(themed(Soil=2, Tide=2))
    links = [unescape(link) for link in re.findall(r'<a href="([^"]*)"', pages["map.md"])]
    assert [link for link in links if "themes/soil" in link] != []
    assert len([link for link in links if "articles/" in link]) == 4
    assert "Tide 1" in pages["map.md"]


def test_the_map_on_a_theme_s_page_marks_that_theme_and_no_other() -> None:
    pages = pages_of(themed(Soil=2, Tide=2))
    marked = re.findall(
        r'<a href="[^"]*" class="[^"]*" aria-label="([^"]*)" aria-current="page">', pages["themes/soil.md"]
    )
    assert [unescape(name) for name in marked] == ["Soil, 2 articles"]
    assert "aria-current" not in pages["map.md"]


def test_a_hostile_name_stays_words() -> None:
    hostile = '"><script>x</script> <img onerror=x> [a](javascript:x) *b*'
    digest = themed(Soil=2, Tide=2)
    named = replace(digest, themes=(replace(digest.themes[0], name=hostile), digest.themes[1]))
    page = pages_of(named)["map.md"]
    svg = page[page.index("<svg") : page.index("</svg>")]
    assert "\n" not in svg
    assert [sign for sign in ("<script", "<img", "](", "*b*") if sign in svg] == []


def test_related_articles_draw_their_themes_together() -> None:
    digest = themed(Soil=2, Tide=2, Star=2)
    soil, tide = digest.articles[0], next(one for one in digest.articles if one.draft.document.title == "Tide 0")
    tied = replace(soil, related=(Related(tide.path, "Tide 0", 0.9, "both on salt"),))
    drawn = draw_map(open_library(replace(digest, articles=(tied, *digest.articles[1:]))))
    assert drawn is not None
    place = {region.theme.name: (region.x, region.y) for region in drawn.regions}
    assert dist(place["Soil"], place["Tide"]) <= dist(place["Soil"], place["Star"]) + 0.2


def test_a_timeline_has_a_bar_for_each_year_and_tells_gaps() -> None:
    years = [("2024", 4, "archive/2024.md", ""), ("2021", 1, "archive/2021.md", ""), ("Date not stated", 3, "x", "y")]
    assert make_timeline(years) == (
        Bar("2021", 1, 25, "archive/2021.md", ""),
        Bar("2022", 0, 0),
        Bar("2023", 0, 0),
        Bar("2024", 4, 100, "archive/2024.md", ""),
    )
    assert make_timeline(years[:1]) == ()
