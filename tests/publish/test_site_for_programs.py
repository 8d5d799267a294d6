"""What programs read of a built site: the head of each page, feeds, the Markdown beside it; and nothing that is withheld."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from digest.project import open_project
from digest.publish.bundle import write_bundle
from digest.publish.site import build_site

CONFIG = """\
site_name: Soils & "Tides" <b>
site_description: What the ground </script><!-- remembers.
site_url: https://library.example/reads/
use_directory_urls: false
theme: {name: material, font: false}
plugins: [search, offline, {digest: {excerpt_words: 30}}]
extra: {polyfills: [assets/iframe-worker.js]}
"""
SITE = "https://library.example/reads/"
HOSTILE = "</script><!--<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
FILLER = "Soil is a living memory of the plants that grew in it, and humus is what remains of them. " * 6
WITHHELD = (  # more words than an excerpt may have, so that no summary may take it
    "The violet heron counted seventeen lanterns before the ferry left, and then it went on to the far bank, where it "
    "stood on one leg between the reeds until the miller came home."
)
BODY = f"# {{title}}\n\n{FILLER}\n\n> {WITHHELD}\n\nA lantern-keeper is a person who lights lamps. {WITHHELD}\n\n- {WITHHELD}\n"
SIDECARS = {
    "whole": f"url: https://example.org/whole\nauthors: [Ada Lovelace]\npublished: 2024-12-19\nsite: Example\nlicense: CC BY 4.0\nnote: Mine.\nrights: full\ntitle: {json.dumps(HOSTILE)}\nlang: en\n",
    "excerpt": "url: https://example.org/excerpt\nrights: excerpt\n",
    "link": "url: https://example.org/link\nrights: link\n",
    "hidden": "hide: true\n",
    "paper": "kind: paper\nsite: Journal of Soils\nauthors: [Grace Hopper]\npublished: 2021-03\n",
}
TEXTS = {
    "whole": f"# Whole\n\n{FILLER}\n",
    "excerpt": BODY.format(title="An excerpt of lamps"),
    "link": BODY.format(title="A link to lamps"),
    "hidden": "# The hidden one\n\nTides move more water than all rivers do, and sailors plan their days by them.\n",
    "paper": "# On soil\n\nPapers on the ground are few, and most of them count worms and weigh roots.\n\nHumus is the dark part of soil.\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project with a source of each kind of rights, built, and its bundle."""
    root = tmp_path_factory.mktemp("programs")
    (root / "seeds").mkdir()
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for name, text in TEXTS.items():
        (root / "seeds" / f"{name}.md").write_text(text, "utf-8")
        (root / "seeds" / f"{name}.md.yml").write_text(SIDECARS[name], "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1500000000")  # the plugin sets it for MkDocs
        build_site(open_project(root / "mkdocs.yml"))
        write_bundle(open_project(root / "mkdocs.yml"), root / "library.zip")
        yield root


def page_of(project: Path, name: str) -> Any:
    """The page of a source, which its front matter names."""
    (twin,) = [
        page for page in (project / "docs").rglob("articles/*.md") if f"seeds/{name}.md" in page.read_text("utf-8")
    ]
    return html.fromstring((project / "site" / "articles" / f"{twin.stem}.html").read_bytes())


def metas(page: Any, name: str) -> list[str]:
    return [str(found) for found in page.xpath(f"//head/meta[@name='{name}' or @property='{name}']/@content")]


def json_ld(page: Any) -> dict[str, Any]:
    script, *_ = page.xpath("//head/script[@type='application/ld+json']/text()")
    return dict(json.loads(script))


# --- the head


def test_every_generated_page_says_what_it_is_and_where_the_feeds_are(project: Path) -> None:
    for path in (project / "site").rglob("*.html"):
        if path.name == "404.html":
            continue
        page = html.fromstring(path.read_bytes())
        assert json_ld(page)["@context"] == "https://schema.org", path
        assert len(metas(page, "og:title")) == len(metas(page, "og:url")) == 1, path
        feeds = page.xpath(
            "//head/link[@rel='alternate ' and (contains(@type, 'xml') or contains(@type, 'json'))]/@href"
        )
        assert len(feeds) >= 3
        assert [feed for feed in feeds if not (path.parent / feed).is_file()] == []
        (twin,) = page.xpath("//head/link[@rel='alternate ' and @type='text/markdown']/@href")
        assert (path.parent / twin).is_file()


def test_a_shared_article_shows_its_picture(project: Path) -> None:
    page = page_of(project, "paper")
    (address,) = metas(page, "og:image")
    assert (project / "site" / address.removeprefix(SITE)).is_file()
    assert json_ld(page)["image"] == address
    assert metas(page, "twitter:card") == ["summary_large_image"]


def test_an_article_is_told_with_its_source(project: Path) -> None:
    said = json_ld(page_of(project, "whole"))
    assert said["@type"] == "Article"
    assert said["headline"] == HOSTILE
    assert said["author"] == [{"@type": "Person", "name": "Ada Lovelace"}]
    assert (said["datePublished"], said["inLanguage"], said["license"]) == ("2024-12-19", "en", "CC BY 4.0")
    assert said["isBasedOn"]["url"] == "https://example.org/whole"
    assert said["isPartOf"]["name"] == 'Soils & "Tides" <b>'


def test_reference_managers_find_a_paper(project: Path) -> None:
    page = page_of(project, "paper")
    assert [metas(page, f"citation_{name}") for name in ("title", "author", "publication_date", "journal_title")] == [
        ["On soil"],
        ["Grace Hopper"],
        ["2021/03"],
        ["Journal of Soils"],
    ]
    assert json_ld(page)["@type"] == "ScholarlyArticle"


def test_home_a_theme_and_a_term_are_told_as_what_they_are(project: Path) -> None:
    site = project / "site"
    assert json_ld(html.fromstring((site / "index.html").read_bytes()))["@type"] == "WebSite"
    assert json_ld(html.fromstring((site / "archive" / "index.html").read_bytes()))["@type"] == "CollectionPage"
    terms = [path for path in (site / "terms").glob("*.html") if path.name != "index.html"]
    assert {json_ld(html.fromstring(path.read_bytes()))["@type"] for path in terms} <= {"DefinedTerm"}


def test_hostile_words_end_no_script_and_no_attribute(project: Path) -> None:
    page = page_of(project, "whole")
    assert metas(page, "og:title") == [HOSTILE]
    assert metas(page, "citation_title") == [HOSTILE]
    assert page.xpath("//img[@onerror]") == []
    assert [script for script in page.xpath("//script/text()") if script.strip().startswith("alert")] == []
    written = etree.tostring(page.xpath("//head/script[@type='application/ld+json']")[0], encoding="unicode")
    assert "<!--" not in written
    assert written.count("<") == 2  # its own two tags


def test_an_article_is_an_h_entry_that_cites_its_piece(project: Path) -> None:
    (entry,) = page_of(project, "whole").xpath("//*[@class='h-entry']")
    (cited,) = entry.xpath("./*[contains(@class, 'h-cite')]")
    assert cited.xpath("./a/@href") == ["https://example.org/whole"]
    assert [found.text for found in cited.xpath("./*[contains(@class, 'p-author')]")] == ["Ada Lovelace"]
    assert entry.xpath("./time[@class='dt-published']/@datetime") == ["2024-12-19"]


@pytest.mark.parametrize(
    ("name", "robots"), [("whole", []), ("excerpt", ["noarchive"]), ("link", ["noarchive"]), ("hidden", ["noindex"])]
)
def test_robots_are_told_by_rights(name: str, robots: list[str], project: Path) -> None:
    assert metas(page_of(project, name), "robots") == robots


def test_the_sitemap_lists_what_may_be_indexed_and_no_day_of_the_build(project: Path) -> None:
    sitemap = (project / "site" / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{SITE}articles/on-soil.html</loc>" in sitemap
    assert "hidden" not in sitemap
    assert "lastmod" not in sitemap
    etree.fromstring(sitemap.encode())


# --- the Markdown


def test_the_markdown_of_each_page_stands_beside_it(project: Path) -> None:
    pages = sorted(path.relative_to(project / "docs") for path in (project / "docs").rglob("*.md"))
    assert [(project / "site" / path).read_bytes() for path in pages] == [
        (project / "docs" / path).read_bytes() for path in pages
    ]


def test_the_list_for_language_models_leads_to_it(project: Path) -> None:
    listed = (project / "site" / "llms.txt").read_text("utf-8")
    addresses = [line.split("](")[1].split(")")[0] for line in listed.splitlines() if line.startswith("- [")]
    assert f"{SITE}articles/on-soil.md" in addresses
    assert [url for url in addresses if not (project / "site" / url.removeprefix(SITE)).is_file()] == []
    assert "hidden" not in listed
    assert "<" not in listed


# --- rights


def contents_of(project: Path) -> Iterator[tuple[str, bytes]]:
    """Every file that a build publishes: docs/, site/, and the bundle."""
    for folder in ("docs", "site"):
        for file in (project / folder).rglob("*"):
            if file.is_file():
                content = file.read_bytes()
                yield str(file), gzip.decompress(content) if file.suffix == ".gz" else content
    with zipfile.ZipFile(project / "library.zip") as bundle:
        yield from ((name, bundle.read(name)) for name in bundle.namelist())


@pytest.mark.parametrize("words", [WITHHELD, "counted seventeen lanterns"])
def test_what_is_withheld_stands_in_no_output(words: str, project: Path) -> None:
    found = {name: content.decode("utf-8", "replace") for name, content in contents_of(project)}
    assert any(name.endswith("feeds/all.json") for name in found)
    assert [name for name, text in found.items() if words.lower() in text.lower()] == []


def test_what_is_not_withheld_stands_in_them(project: Path) -> None:
    shown = "Humus is the dark part of soil."
    holding = {Path(name).name for name, content in contents_of(project) if shown.encode() in content}
    assert holding >= {"all.atom.xml", "all.rss.xml", "all.json", "on-soil.md", "on-soil.html", "search_index.json"}
