"""The feeds say what their forms demand, nothing that the rights withhold, and are read back as what they were made of."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import feedparser
import pytest
from lxml import etree
from sample_digest import SETTINGS, a_document, a_draft, a_library, a_paragraph, an_article, sample_digest

from digest.blocks import Code, Heading, Image, Link, Paragraph, Text
from digest.documents import Attachment, Document, Sidecar, Source
from digest.markdown.writer import write_blocks
from digest.model import Article, Digest, Redirect
from digest.read.feed import read_feed, read_json_feed
from digest.render.feeds import NEWEST, feed_pages
from digest.render.library import open_library

SITE = replace(SETTINGS, site_url="https://library.example/reads/", directory_urls=False)
ATOM = "{http://www.w3.org/2005/Atom}"
SOURCE = Source("seeds/feed.xml", "application/atom+xml", "0")
HOSTILE = "<script>alert(1)</script> ]]> <!-- & \x00\x0b\ud800 \ufffe"


def feeds_of(digest: Digest, settings: Any = SITE) -> dict[str, str]:
    return {page.path: page.text for page in feed_pages(open_library(digest), settings=settings)}


def a_dated(title: str, *texts: str, **stated: Any) -> Article:
    return an_article(a_draft(a_document(title, *texts, **stated)))


def parsed(text: str) -> Any:
    found = feedparser.parse(text)
    assert not found.bozo, found.bozo_exception
    return found


def xml(text: str) -> Any:
    return etree.fromstring(text.encode())


# --- which there are


def test_the_whole_each_theme_and_each_kind_have_one_of_each_form() -> None:
    stems = {path.removeprefix("feeds/").partition(".")[0] for path in feeds_of(sample_digest())}
    assert stems == {"all", "theme-inference-scaling", "theme-soil", "kind-article", "kind-question", "kind-link"}
    assert sorted(path for path in feeds_of(sample_digest()) if "soil" in path) == [
        "feeds/theme-soil.atom.xml",
        "feeds/theme-soil.json",
        "feeds/theme-soil.rss.xml",
    ]


def test_a_theme_that_took_another_name_keeps_its_old_feed() -> None:
    moved = Redirect("themes/ground.md", "Ground", "themes/soil.md")
    feeds = feeds_of(replace(sample_digest(), redirects=(moved,)))
    for ending in ("atom.xml", "rss.xml", "json"):
        assert feeds[f"feeds/theme-ground.{ending}"] == feeds[f"feeds/theme-soil.{ending}"]


def test_a_library_without_articles_has_a_feed_that_waits() -> None:
    feeds = feeds_of(a_library())
    assert sorted(feeds) == ["feeds/all.atom.xml", "feeds/all.json", "feeds/all.rss.xml"]
    assert json.loads(feeds["feeds/all.json"])["items"] == []
    assert [parsed(feeds[name]).entries for name in ("feeds/all.atom.xml", "feeds/all.rss.xml")] == [[], []]


def test_the_latest_stated_days_come_first_and_undated_pieces_last() -> None:
    digest = a_library(
        a_dated("A", published="2020-01-01"),
        a_dated("B"),
        a_dated("C", published="2001-01-01", accessed="2024-05-06"),
        a_dated("D", published="2023"),
    )
    feed = json.loads(feeds_of(digest)["feeds/all.json"])
    assert [entry["title"] for entry in feed["items"]] == ["C", "A", "D", "B"]


def test_a_feed_has_the_newest_alone() -> None:
    digest = a_library(*(a_dated(f"N{number}") for number in range(NEWEST + 5)))
    assert len(json.loads(feeds_of(digest)["feeds/all.json"])["items"]) == NEWEST


def test_what_the_curator_hides_is_in_none() -> None:
    hidden = a_dated("Hidden", sidecar=Sidecar(hide=True))
    assert [path for path, text in feeds_of(a_library(hidden, a_dated("Shown"))).items() if "Hidden" in text] == []


# --- what each form demands


@pytest.mark.parametrize("settings", [SITE, SETTINGS], ids=["with an address", "without one"])
def test_atom_has_what_rfc_4287_demands(settings: Any) -> None:
    for text in (text for path, text in feeds_of(sample_digest(), settings).items() if "atom" in path):
        feed = xml(text)
        entries = feed.findall(f"{ATOM}entry")
        assert [len(feed.findall(ATOM + name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert [len(entry.findall(ATOM + name)) for entry in entries for name in ("id", "title", "updated")] == (
            [1] * 3 * len(entries)
        )
        assert feed.find(f"{ATOM}author/{ATOM}name").text  # entries without authors take the feed's
        ids = [element.text for element in feed.iter(f"{ATOM}id")]
        assert len(set(ids)) == len(ids)
        assert all(name.startswith("urn:uuid:") for name in ids)
        alternates = [[link for link in e.findall(f"{ATOM}link") if link.get("rel") == "alternate"] for e in entries]
        assert [len(links) for links in alternates] == [1] * len(entries)
        order = [element.tag for element in feed]
        assert order.index(f"{ATOM}entry") > max(n for n, tag in enumerate(order) if tag != f"{ATOM}entry")


def test_rss_has_what_the_form_demands() -> None:
    for text in (text for path, text in feeds_of(sample_digest()).items() if "rss" in path):
        (channel,) = xml(text)
        assert [len(channel.findall(name)) for name in ("title", "link", "description")] == [1, 1, 1]
        for element in channel.findall("item"):
            assert element.find("guid").get("isPermaLink") == "false"
            assert all(element.find(name).text for name in ("title", "link", "guid", "description"))


def test_json_feed_has_what_the_form_demands() -> None:
    for feed in (json.loads(text) for path, text in feeds_of(sample_digest()).items() if path.endswith("json")):
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"].startswith(SITE.site_url)
        assert all(entry["id"] and "content_html" in entry for entry in feed["items"])


def test_feedparser_has_no_complaint() -> None:
    for path, text in feeds_of(sample_digest()).items():
        if path.endswith("xml"):
            assert parsed(text).entries


# --- days, ids, addresses


def test_a_day_that_nobody_states_is_left_out_where_the_form_allows() -> None:
    feeds = feeds_of(a_library(a_dated("Soil")))
    assert "pubDate" not in feeds["feeds/all.rss.xml"]
    assert "date_" not in feeds["feeds/all.json"]
    assert [element.text for element in xml(feeds["feeds/all.atom.xml"]).iter(f"{ATOM}updated")] == [
        "1980-01-01T00:00:00Z"
    ] * 2


def test_stated_days_are_told_in_each_form_s_own_way() -> None:
    feeds = feeds_of(a_library(a_dated("Soil", published="2024-12-19", accessed="2025-01-03")))
    (entry,) = json.loads(feeds["feeds/all.json"])["items"]
    assert (entry["date_published"], entry["date_modified"]) == ("2024-12-19T00:00:00Z", "2025-01-03T00:00:00Z")
    assert "<pubDate>Thu, 19 Dec 2024 00:00:00 GMT</pubDate>" in feeds["feeds/all.rss.xml"]
    (entry,) = xml(feeds["feeds/all.atom.xml"]).findall(f"{ATOM}entry")
    assert [entry.findtext(ATOM + name) for name in ("published", "updated")] == [
        "2024-12-19T00:00:00Z",
        "2025-01-03T00:00:00Z",
    ]


def ids_in(feed: str) -> list[str]:
    return [entry["id"] for entry in json.loads(feed)["items"]]


def test_an_id_stays_when_the_title_changes_and_differs_from_site_to_site() -> None:
    first, renamed = a_dated("Soil"), replace(a_dated("The soil"), id="id-soil")
    old, new = (ids_in(feeds_of(a_library(article))["feeds/all.json"]) for article in (first, renamed))
    elsewhere = ids_in(feeds_of(a_library(first), replace(SITE, site_url="https://other.example/"))["feeds/all.json"])
    assert old == new != elsewhere


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        pytest.param(SITE, "https://library.example/reads/articles/soil.html", id="with an address"),
        pytest.param(
            replace(SITE, directory_urls=True), "https://library.example/reads/articles/soil/", id="as a folder"
        ),
        pytest.param(replace(SITE, site_url=""), "../articles/soil.html", id="without an address"),
        pytest.param(replace(SITE, site_url="", directory_urls=True), "../articles/soil/", id="without, as a folder"),
    ],
)
def test_an_entry_leads_to_its_page(settings: Any, address: str) -> None:
    feeds = feeds_of(a_library(a_dated("Soil")), settings)
    assert json.loads(feeds["feeds/all.json"])["items"][0]["url"] == address
    assert f"<link>{address}</link>" in feeds["feeds/all.rss.xml"]
    assert f'type="text/html" href="{address}"' in feeds["feeds/all.atom.xml"]


def test_an_entry_of_a_link_leads_to_the_piece_as_well() -> None:
    feeds = feeds_of(a_library(a_dated("Soil", kind="link", url="https://example.org/soil")))
    (entry,) = json.loads(feeds["feeds/all.json"])["items"]
    assert entry["external_url"] == "https://example.org/soil"
    assert '<p><a href="https://example.org/soil">The piece itself</a></p>' in entry["content_html"]
    assert 'rel="related" href="https://example.org/soil"' in feeds["feeds/all.atom.xml"]


def test_pictures_and_notes_of_the_library_are_named_as_a_feed_sees_them() -> None:
    inlines = (Image("attachment:0a.png", "a bed"), Text(" "), Link("other.md", (Text("more"),)))
    picture = Attachment("0a.png", "image/png", b"")
    digest = a_library(a_dated("Soil", blocks=(Paragraph(inlines),), attachments=(picture,)))
    whole, bare = (
        json.loads(feeds_of(digest, settings)["feeds/all.json"])["items"][0]["content_html"]
        for settings in (SITE, replace(SITE, site_url=""))
    )
    assert whole == (
        '<p><img src="https://library.example/reads/assets/pictures/0a.png" alt="a bed" /> '
        '<a href="https://library.example/reads/articles/other.html">more</a></p>\n'
    )
    assert bare == (
        '<p><img src="../assets/pictures/0a.png" alt="a bed" /> <a href="../articles/other.html">more</a></p>\n'
    )


# --- text


def test_a_note_of_the_curator_stands_first_and_is_named() -> None:
    digest = a_library(a_dated("Soil", "It is alive.", sidecar=Sidecar(note="Read *this*.")))
    (entry,) = json.loads(feeds_of(digest)["feeds/all.json"])["items"]
    assert entry["content_html"] == (
        "<blockquote><p><strong>The curator’s note</strong></p>\n<p>Read <em>this</em>.</p>\n</blockquote>\n"
        "<p>It is alive.</p>\n"
    )


def test_a_text_that_runs_to_the_left_does_so_in_a_feed_reader_and_the_note_does_not() -> None:
    digest = a_library(a_dated("ספרייה", "טקסט.", sidecar=Sidecar(note="Read it.")))
    (entry,) = json.loads(feeds_of(digest)["feeds/all.json"])["items"]
    assert entry["content_html"].endswith('<p>Read it.</p>\n</blockquote>\n<div dir="auto">\n<p>טקסט.</p>\n</div>\n')


def test_an_excerpt_leads_to_the_whole() -> None:
    document = a_document("Soil", url="https://example.org/soil?a=1&b=2")
    digest = a_library(an_article(a_draft(document, rights="excerpt")))
    (entry,) = json.loads(feeds_of(digest)["feeds/all.json"])["items"]
    assert entry["content_html"].endswith('<p><a href="https://example.org/soil?a=1&amp;b=2">Read the whole</a></p>\n')


def test_hostile_words_stay_words() -> None:
    blocks = (a_paragraph(HOSTILE), Paragraph((Link("javascript:alert(1)", (Text("x"),)),)))
    stated = {"authors": (HOSTILE,), "url": "https://example.org/?<!--", "license": HOSTILE, "lang": '"><script>'}
    hostile = an_article(a_draft(a_document(HOSTILE, blocks=blocks, **stated)), slug="x", tags=(HOSTILE,))
    for path, text in feeds_of(a_library(hostile), replace(SITE, site_name=HOSTILE)).items():
        if path.endswith("xml"):
            assert "<script" not in text
            (entry,) = parsed(text).entries
            assert "<script" not in entry.content[0].value
        else:
            (entry,) = json.loads(text)["items"]
            assert "<script" not in entry["content_html"]
            assert "javascript:" not in entry["content_html"]


# --- our own reader takes them back


def read_back(digest: Digest, form: str) -> tuple[Document, ...]:
    text = feeds_of(digest)[f"feeds/all.{form}"].encode()
    return read_json_feed(text, SOURCE) if form == "json" else read_feed(text, SOURCE)


@pytest.mark.parametrize("form", ["atom.xml", "rss.xml", "json"])
def test_our_own_reader_takes_them_back(form: str) -> None:
    blocks = (
        Heading(2, (Text("Ground & water"),)),
        Paragraph((Text("Soil “remembers” <rain>. "), Code("a < b"))),
        a_paragraph("It does so for years, and longer than the people who till it: " + "year after year, " * 20),
    )
    stated: dict[str, Any] = {"authors": ("Ada Lovelace", "王小明"), "published": "2024-12-19", "lang": "en"}
    article = an_article(
        a_draft(a_document("Soil & <water>", blocks=blocks, **stated)), path="articles/soil.md", tags=("soil",)
    )
    (document,) = read_back(a_library(article), form)
    assert (document.title, document.authors, document.published) == (
        "Soil & <water>",
        stated["authors"],
        "2024-12-19",
    )
    assert document.tags == ("soil",)
    assert document.url == "https://library.example/reads/articles/soil.html"
    assert write_blocks(document.blocks) == write_blocks(blocks)
