"""A feed becomes its entries: RSS of all ages, Atom, JSON Feed; hostile and damaged ones cost themselves at most."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from described_documents import describe_documents
from feed_damage import damage_feeds

from digest.blocks import Link, Paragraph, Text
from digest.documents import Cut, Document, Origin, Reference, Source
from digest.errors import SourceError
from digest.markdown.writer import write_blocks
from digest.read.feed import read_feed, read_json_feed
from digest.read.media import guess_media_type
from digest.read.reading import READERS, read_source

Golden = Callable[[str, str], None]
FEEDS = Path(__file__).parent / "feeds"
ALL = [pytest.param(file, id=file.name) for file in sorted(FEEDS.iterdir())]


def a_source(path: str = "seeds/feed.xml", media_type: str = "application/rss+xml") -> Source:
    return Source(path, media_type, "0")


def documents_of(name: str) -> tuple[Document, ...]:
    content = (FEEDS / name).read_bytes()
    return read_source(content, a_source(f"seeds/{name}", guess_media_type(name, content)))


def an_item(inner: str, *, head: str = "") -> bytes:
    channel = f"<channel><title>T</title><item>{inner}</item></channel>"
    return f'<?xml version="1.0"?>{head}<rss version="2.0">{channel}</rss>'.encode()


def titles(documents: tuple[Document, ...]) -> list[str]:
    return [document.title for document in documents]


@pytest.mark.parametrize("file", ALL)
def test_the_documents_of_a_feed_are_those_beside_it(file: Path, golden: Golden) -> None:
    golden(f"feeds/{file.name}.md", describe_documents(documents_of(file.name)))


def test_the_day_is_the_one_that_the_writer_states() -> None:
    (document,) = read_feed(an_item("<title>T</title><pubDate>Tue, 14 May 2024 23:30:00 -0500</pubDate>"), a_source())

    assert document.published == "2024-05-14"


def test_an_entry_that_only_says_when_it_changed_is_dated_by_that_and_says_so() -> None:
    document = documents_of("atom.xml")[1]

    assert document.published == "2024-06-01"
    assert Origin("published", "updated, since no other date is stated") in document.origins


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        pytest.param("&lt;b&gt;Bold&lt;/b&gt; moves", "Bold moves", id="its tags are no words"),
        pytest.param("Fish &amp;amp; chips", "Fish & chips", id="its entities are their characters"),
        pytest.param("&lt;script&gt;alert(1)&lt;/script&gt;Soil", "Soil", id="a script is no words"),
        pytest.param("a &lt; b", "a < b", id="a lone sign stays"),
        pytest.param("&lt;img src=x onerror=alert(1)&gt;", "example.org: a", id="a picture is no title"),
        pytest.param("one\n   two", "one two", id="it stands in one line"),
    ],
)
def test_a_title_in_rss_gives_its_words(stated: str, title: str) -> None:
    (document,) = read_feed(an_item(f"<title>{stated}</title><link>https://example.org/a</link>"), a_source())

    assert document.title == title


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//", "https://"])
def test_a_link_that_leads_to_no_web_address_is_none(link: str) -> None:
    (document,) = read_feed(an_item(f"<title>T</title><link>{link}</link>"), a_source())

    assert document.url is None


@pytest.mark.parametrize(
    "stated",
    ["ada@mills.example (Ada Morgan)", "ada@mills.photography (Ada Morgan)", "Ada Morgan", "a@b.de (Ada Morgan)"],
)
def test_an_author_is_named_whatever_the_address_before_the_name(stated: str) -> None:
    (document,) = read_feed(an_item(f"<title>T</title><author>{stated}</author>"), a_source())

    assert document.authors == ("Ada Morgan",)


def test_a_heading_that_says_the_title_again_is_dropped() -> None:
    content = an_item(
        "<title>Two gates</title><description>&lt;h1&gt;Two gates&lt;/h1&gt;&lt;p&gt;One.&lt;/p&gt;</description>"
    )
    (document,) = read_feed(content, a_source())

    assert document.blocks == (Paragraph((Text("One."),)),)


def test_tracking_goes_from_the_address_and_the_rest_stays() -> None:
    link = "https://Example.org:443/a?utm_source=x&amp;page=2&amp;fbclid=1#part"
    (document,) = read_feed(an_item(f"<title>T</title><link>{link}</link>"), a_source())

    assert document.url == "https://example.org/a?page=2#part"


def test_an_enclosure_that_the_text_leads_to_is_not_named_twice() -> None:
    content = an_item(
        '<title>T</title><description>&lt;a href="https://e.org/a.mp3"&gt;Hear it&lt;/a&gt;</description>'
        '<enclosure url="https://e.org/a.mp3" type="audio/mpeg" length="1"/>'
    )
    (document,) = read_feed(content, a_source())

    assert document.blocks == (Paragraph((Link("https://e.org/a.mp3", (Text("Hear it"),)),)),)


def test_the_piece_that_an_entry_is_about_is_a_reference() -> None:
    document = documents_of("atom.xml")[0]

    assert document.references == (Reference("example.net: original", "https://example.net/original"),)


def test_the_summary_that_opens_the_text_again_is_cut() -> None:
    document = documents_of("rss2.xml")[0]

    assert document.abstract is None
    assert (
        Cut("A weir that does not leak is a dam, and a dam wants […]", "a summary that repeats the text")
        in document.cut
    )


def test_a_broken_entry_leaves_the_rest() -> None:
    content = (
        b"<rss version='2.0'><channel><title>T</title><item><title>One</title><link>https://e.org/1</link></item>"
        b"<item><title>T<wo &bogus; </item><item><title>Three</title><link>https://e.org/3</link></item></channel></rss>"
    )
    read = read_feed(content, a_source())

    assert {"One", "Three"} <= set(titles(read))


def test_documents_without_an_address_are_told_apart_by_their_key() -> None:
    content = an_item("<guid isPermaLink='false'>a</guid><description>One.</description>").replace(
        b"</channel>", b"<item><guid isPermaLink='false'>b</guid><description>One.</description></item></channel>"
    )
    read = read_feed(content, a_source())

    assert [document.key for document in read] == ["a", "b"]


LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(f'<!DOCTYPE r [<!ENTITY l0 "lol">{LAUGHS}]>', id="grows without end"),
        pytest.param('<!DOCTYPE r [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>', id="names a file"),
        pytest.param('<!DOCTYPE r [<!ENTITY l9 SYSTEM "http://localhost:9/x">]>', id="names an address"),
    ],
)
def test_a_feed_is_refused_whose_own_entity(head: str) -> None:
    with pytest.raises(SourceError) as raised:
        read_feed(an_item("<title>a &l9; b</title>", head=head), a_source())
    assert str(raised.value) == (
        "seeds/feed.xml: a feed that declares entities of its own in a DTD (take the DTD, its first lines, out, or remove it)"
    )


def test_a_document_type_elsewhere_is_not_looked_up() -> None:
    head = '<!DOCTYPE r SYSTEM "http://localhost:9/x.dtd">'
    (document,) = read_feed(an_item("<title>a &l9; b</title>", head=head), a_source())

    assert document.title == "a &l9; b"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(b"", "seeds/feed.xml: empty (fill it, or remove it)", id="empty"),
        pytest.param(
            b"<rss version='2.0'><channel><title>T</title></channel></rss>",
            "seeds/feed.xml: a feed without entries (save it anew, or remove it)",
            id="no entries",
        ),
        pytest.param(
            b"<html><body>404</body></html>",
            "seeds/feed.xml: no feed that can be read (save it anew, as its site sends it)",
            id="an error page",
        ),
        pytest.param(b"\x00\x01" * 40, "seeds/feed.xml: not text (save it as plain text, or remove it)", id="bytes"),
        pytest.param(
            b"<rss>" + b"<item>" * 20_001,
            "seeds/feed.xml: over 20,000 entries, which no feed has (split it, or remove it)",
            id="endless entries",
        ),
    ],
)
def test_one_line_says_why_a_feed_cannot_be_read(content: bytes, error: str) -> None:
    with pytest.raises(SourceError) as raised:
        read_feed(content, a_source())

    assert str(raised.value) == error


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(
            b'{"version": "https://jsonfeed.org/version/1", "items": [',
            "seeds/feed.json: broken JSON in line 1: expecting value (export it anew)",
            id="cut off",
        ),
        pytest.param(
            b'{"version": "https://jsonfeed.org/version/1"}',
            "seeds/feed.json: a feed without entries (save it anew, or remove it)",
            id="no items",
        ),
        pytest.param(
            b"[" * 100_000, "seeds/feed.json: JSON that no exporter writes (export it anew)", id="nested without end"
        ),
    ],
)
def test_one_line_says_why_a_json_feed_cannot_be_read(content: bytes, error: str) -> None:
    with pytest.raises(SourceError) as raised:
        read_json_feed(content, a_source("seeds/feed.json", "application/feed+json"))

    assert str(raised.value) == error


@pytest.mark.parametrize("seed", range(8))
def test_fifty_damaged_feeds_give_documents_or_one_line_each(seed: int) -> None:
    feeds = [file.read_bytes() for file in sorted(FEEDS.iterdir())]

    outcomes = [outcome_of(content) for content in damage_feeds(feeds, seed=seed, number=50)]

    assert [outcome for outcome in outcomes if not outcome.strip() or "\n" in outcome] == []


def outcome_of(content: bytes) -> str:
    """The titles, once the documents have gone the way to a page; else the error."""
    media_type = guess_media_type("x.json" if content.lstrip()[:1] == b"{" else "x.xml", content)
    source = a_source(media_type=media_type if media_type in READERS else "application/rss+xml")
    try:
        documents = read_source(content, source)
    except SourceError as error:
        return str(error)
    pages = [f"{document}{write_blocks(document.blocks, page=True)}".encode() for document in documents]
    return f"{len(pages)} pages: {'; '.join(titles(documents))}"
