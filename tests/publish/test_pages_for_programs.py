"""Each kind of page says in schema.org's terms and in microformats what its type asks for, with whole addresses or none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from digest.project import open_project
from digest.publish.site import build_site

SITE = "https://library.example/reads/"
CONFIG = """\
site_name: Soils
site_url: "{site_url}"
use_directory_urls: {folders}
theme: {{name: material, font: false}}
plugins: [search, digest]
"""
ANSWER = "A stone of basalt, since rye is soft and a basalt stone keeps its edge for years without being dressed."
ASKED = "I mill rye at home and ask which stone lasts."
SEEDS = {
    "essay.md": "# Soil remembers\n\nSoil is a living memory of the plants that grew in it, and a field forgets slowly.\n\n"
    "## References\n\n- Ada Lovelace. Notes on Ground. https://example.org/notes\n",
    "essay.md.yml": "url: https://example.org/soil\nauthors: [Ada Lovelace, 王小明]\npublished: 2024-12-19\nsite: Example\n"
    "license: CC BY 4.0\nlang: en\n",
    "own.md": "# My own plot\n\nA plot of clay takes years before the worms return to it and open the ground. Humus is slow.\n",
    "paper.md": "# On humus\n\nPapers on the ground are few, and most of them count worms and weigh their roots.\n\n"
    "Humus is the dark part of soil that remains of plants. Much of humus is carbon.\n",
    "paper.md.yml": "kind: paper\nauthors: [Grace Hopper]\npublished: 2021-03\nsite: Journal of Soils\nurl: https://example.org/p\n",
    "asked.html": f"""<html><head><title>Which stone for rye?</title><script type="application/ld+json">
    {{"@type": "QAPage", "mainEntity": {{"@type": "Question", "name": "Which stone for rye?", "text": "{ASKED}",
    "acceptedAnswer": {{"@type": "Answer", "text": "<p>{ANSWER}</p>"}}}}}}</script></head>
    <body><h1>Which stone for rye?</h1><p>{ASKED}</p><p>{ANSWER}</p></body></html>""",
}
VOCABULARY = """\
themes: [{name: Ground, articles: [seeds/essay.md, seeds/own.md]}]
terms: [{name: humus, about: What the ground keeps., pin: true}]
"""


def build(root: Path, **config: str) -> Path:
    """The site of a project with a piece of each kind."""
    (root / "seeds").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG.format(**config), "utf-8")
    (root / "vocabulary.yml").write_text(VOCABULARY, "utf-8")
    for name, text in SEEDS.items():
        (root / "seeds" / name).write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1500000000")  # the plugin sets it for MkDocs
        build_site(open_project(root / "mkdocs.yml"))
    return root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that knows its address."""
    return build(tmp_path_factory.mktemp("addressed"), site_url=SITE, folders="false")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that does not, whose pages are folders."""
    return build(tmp_path_factory.mktemp("bare"), site_url="", folders="true")


def told(site: Path, place: str) -> list[dict[str, Any]]:
    """What a page says as JSON-LD, its own type first."""
    page = html.fromstring((site / place).read_bytes())
    return [json.loads(found) for found in page.xpath("//head/script[@type='application/ld+json']/text()")]


def all_values(value: Any, *keys: str) -> Iterator[str]:
    """Every value of these keys, however deep."""
    if isinstance(value, dict):
        yield from (inner for key, inner in value.items() if key in keys and isinstance(inner, str))
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from all_values(inner, *keys)


# --- schema.org


def test_an_article_names_its_people_day_piece_and_references(site: Path) -> None:
    article, _ = told(site, "articles/soil-remembers.html")
    assert article["@type"] == "Article"
    assert article["headline"] == "Soil remembers"
    assert article["author"] == [{"@type": "Person", "name": name} for name in ("Ada Lovelace", "王小明")]
    assert article["datePublished"] == "2024-12-19"
    assert article["url"] == f"{SITE}articles/soil-remembers.html"
    assert (article["isBasedOn"]["@type"], article["isBasedOn"]["url"]) == ("CreativeWork", "https://example.org/soil")
    assert [(work["@type"], "Notes on Ground" in work["name"]) for work in article["citation"]] == [
        ("CreativeWork", True)
    ]
    assert (site / article["image"].removeprefix(SITE)).is_file()


def test_a_piece_that_states_nothing_claims_nothing(site: Path) -> None:
    article, _ = told(site, "articles/my-own-plot.html")
    assert article["headline"] == "My own plot"
    assert {"author", "datePublished", "license", "isBasedOn", "citation"} & article.keys() == set()


def test_a_paper_is_a_scholarly_article(site: Path) -> None:
    paper, _ = told(site, "articles/on-humus.html")
    assert (paper["@type"], paper["datePublished"]) == ("ScholarlyArticle", "2021-03")


def test_a_question_has_its_accepted_answer(site: Path) -> None:
    page, _ = told(site, "articles/which-stone-for-rye.html")
    assert page["@type"] == "QAPage"
    question = page["mainEntity"]
    assert (question["@type"], question["answerCount"]) == ("Question", 1)
    assert question["name"]
    assert question["acceptedAnswer"]["@type"] == "Answer"
    assert ANSWER.startswith(question["acceptedAnswer"]["text"].rstrip("…"))
    assert question["acceptedAnswer"]["url"] == f"{SITE}articles/which-stone-for-rye.html"


def test_a_term_is_a_defined_term_of_the_library(site: Path) -> None:
    term, _ = told(site, "terms/humus.html")
    assert (term["@type"], term["name"]) == ("DefinedTerm", "humus")
    assert term["description"] == "What the ground keeps."
    assert term["inDefinedTermSet"] == {"@type": "DefinedTermSet", "name": "Soils"}


def test_a_theme_is_a_collection_that_lists_its_articles(site: Path) -> None:
    theme, _ = told(site, "themes/ground.html")
    assert theme["@type"] == "CollectionPage"
    listed = theme["mainEntity"]
    assert (listed["@type"], listed["numberOfItems"]) == ("ItemList", 2)
    assert [(item["@type"], item["position"]) for item in listed["itemListElement"]] == [
        ("ListItem", 1),
        ("ListItem", 2),
    ]
    assert {item["url"] for item in listed["itemListElement"]} == {
        f"{SITE}articles/{name}.html" for name in ("soil-remembers", "my-own-plot")
    }


@pytest.mark.parametrize(
    ("place", "steps"),
    [
        pytest.param("articles/my-own-plot.html", ["", "archive/index.html"], id="an article"),
        pytest.param("themes/ground.html", ["", "themes/index.html"], id="a theme"),
        pytest.param("terms/humus.html", ["", "terms/index.html"], id="a term"),
    ],
)
def test_a_page_says_where_it_stands(place: str, steps: list[str], site: Path) -> None:
    _, way = told(site, place)
    assert way["@type"] == "BreadcrumbList"
    assert [step["position"] for step in way["itemListElement"]] == [1, 2, 3]
    assert [step["item"] for step in way["itemListElement"]] == [SITE + step for step in [*steps, place]]
    assert all(step["name"] for step in way["itemListElement"])


def test_every_address_is_whole_and_leads_to_a_page(site: Path) -> None:
    for page in site.rglob("*.html"):
        own = list(all_values(told(site, str(page.relative_to(site))), "url", "item", "image"))
        within = [url.removeprefix(SITE) or "index.html" for url in own if not url.startswith("https://example.org/")]
        assert [url for url in own if not url.startswith("https://")] == []
        assert [place for place in within if not (site / place).exists()] == []


def test_without_an_address_there_is_none(bare: Path) -> None:
    for page in bare.rglob("*.html"):
        said = told(bare, str(page.relative_to(bare)))
        urls = [url for url in all_values(said, "url", "item", "image") if not url.startswith("https://example.org/")]
        assert urls == []
        assert [one["@type"] for one in said if one["@type"] == "BreadcrumbList"] == []
    (theme,) = told(bare, "themes/ground/index.html")
    assert {item["name"] for item in theme["mainEntity"]["itemListElement"]} == {"Soil remembers", "My own plot"}


# --- microformats


def entry_of(site: Path, place: str) -> dict[str, list[Any]]:
    """The one thing that a page is about, read as a parser of microformats2 reads it."""
    page = html.fromstring((site / place).read_bytes(), base_url=SITE + place)
    page.make_links_absolute()
    (entry,) = read_roots(page)
    assert entry["type"] == ["h-entry"]
    return entry


def read_roots(element: Any) -> list[dict[str, list[Any]]]:
    """The roots below an element, outermost alone."""
    found = []
    for child in element:
        names = child.get("class", "").split() if isinstance(child.tag, str) else []
        roots = [name for name in names if name.startswith("h-")]
        found += [read_properties(child, {"type": roots})] if roots else read_roots(child)
    return found


def read_properties(element: Any, properties: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """What the elements below a root say of it: `u-` an address, `dt-` a day, `p-` words, each of them or a root of its own."""
    for child in element:
        names = child.get("class", "").split()
        roots = [name for name in names if name.startswith("h-")]
        words = child.text_content().strip()
        for kind, _, name in (found.partition("-") for found in names if found not in roots):
            plain = {"u": child.get("href"), "dt": child.get("datetime"), "p": words}[kind]
            own = read_properties(child, {"type": roots}) if roots else plain
            properties.setdefault(name, []).append(own)
        if roots and "name" not in (own := properties[names[0].partition("-")[2]][-1]):
            own["name"] = [words]  # a root without properties is named by its words
        if not roots:
            read_properties(child, properties)
    return properties


def test_a_page_about_a_piece_is_an_h_entry_that_cites_it(site: Path) -> None:
    entry = entry_of(site, "articles/soil-remembers.html")
    assert (entry["name"], entry["url"]) == (["Soil remembers"], [f"{SITE}articles/soil-remembers.html"])
    assert entry["published"] == ["2024-12-19"]
    (cited,) = entry["repost-of"]
    assert cited["type"] == ["h-cite"]
    assert cited["url"] == ["https://example.org/soil"]
    assert [author["name"] for author in cited["author"]] == [["Ada Lovelace"], ["王小明"]]


def test_a_piece_of_one_s_own_cites_nothing(site: Path) -> None:
    entry = entry_of(site, "articles/my-own-plot.html")
    assert {"repost-of", "published", "author"} & entry.keys() == set()
