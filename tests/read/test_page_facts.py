"""What a page states of itself comes first, each fact with the place that states it; nothing is made up."""

from __future__ import annotations

import pytest
from saved_pages import a_page, origin_of, read_page


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


# --- title


@pytest.mark.parametrize(
    ("head", "h1", "title"),
    [
        pytest.param(
            "<title>Rye | The Paper</title>", "Rye", "Rye", id="the headline, where <title> names the site too"
        ),
        pytest.param(
            '<title>All About Rye</title><meta property="og:title" content="Rye and You">',
            "<span>Rye</span> and You",
            "Rye and You",
            id="the headline that og:title confirms",
        ),
        pytest.param("<title>Rye</title>", "Title: Rye", "Rye", id="the headline without its label"),
        pytest.param("<title>Rye</title>", 'Rye<a href="#rye">¶</a>', "Rye", id="the headline without its anchor"),
        pytest.param(
            "<title>Rye for Bakers — Grains 2.0 Documentation</title>",
            "Grains 2.0 Documentation</h1><h1>Rye for Bakers",
            "Rye for Bakers",
            id="the headline below that of the whole site, which is longer",
        ),
        pytest.param(
            "<title>The Heart of the Valley</title>",
            '</h1><h1 id="post-title-3">Which stone is best for rye?',
            "Which stone is best for rye?",
            id="the headline that is named the post's title, where <title> is the site's",
        ),
        pytest.param(
            '<title>The Paper | Rye and You | The Paper</title><meta property="og:site_name" content="The Paper">',
            "",
            "Rye and You",
            id="<title> without the site's name, which it holds twice",
        ),
        pytest.param(
            '<title>The Paper: Rye and You - The Paper</title><meta property="og:site_name" content="The Paper">',
            "",
            "Rye and You",
            id="<title> without the site's name before a colon",
        ),
        pytest.param("<title>How to Grind Rye Slowly - The Paper</title>", "", "How to Grind Rye Slowly", id="<title>"),
        pytest.param(
            '<title>Grind – Mill &amp; Co</title><meta property="og:site_name" content="Mill &amp; Co">',
            "Mill & Co",
            "Grind",
            id="<title> without the site's name, which is no headline",
        ),
        pytest.param(
            json_ld('{"@type": "Article", "headline": "Rye: A Life"}'), "", "Rye: A Life", id="JSON-LD's headline"
        ),
        pytest.param(
            '<meta name="citation_title" content="On the Grinding of Rye"><title>Vol. 3</title>',
            "",
            "On the Grinding of Rye",
            id="citation_title of a journal",
        ),
    ],
)
def test_the_title_is(head: str, h1: str, title: str) -> None:
    document = read_page(a_page(head, h1=h1))
    assert (document.title, document.title_from) == (title, "stated")


def test_a_page_without_a_title_gets_a_derived_one() -> None:
    document = read_page(a_page(h1=""))
    assert document.title_from == "derived"


# --- authors


@pytest.mark.parametrize(
    ("head", "below", "authors", "where"),
    [
        pytest.param(
            json_ld(
                '{"@type": "NewsArticle", "headline": "x", "author": [{"@type": "Person", "name": "Mara Quill"}, "Tom Weir"]}'
            ),
            "",
            ("Mara Quill", "Tom Weir"),
            "JSON-LD author",
            id="those of JSON-LD",
        ),
        pytest.param(
            json_ld(
                '{"@graph": [{"@type": "Article", "author": {"@id": "#mq"}, "headline": "x"}, {"@id": "#mq", "@type": "Person", "name": "Mara Quill"}]}'
            ),
            "",
            ("Mara Quill",),
            "JSON-LD author",
            id="a person described elsewhere in the graph",
        ),
        pytest.param(
            json_ld('{"@type": "Article", "author": {"@type": "Organization", "name": "The Valley Paper"}}'),
            "<p>By Mara Quill, PhD</p>",
            ("Mara Quill",),
            "the byline",
            id="the byline's, where JSON-LD names an organization",
        ),
        pytest.param(
            '<meta name="citation_author" content="Quill, Mara"><meta name="citation_author" content="Weir, Tom">',
            "",
            ("Mara Quill", "Tom Weir"),
            "citation_author",
            id="those of a journal, the right way round",
        ),
        pytest.param(
            "",
            '<p class="meta"><a rel="author" href="/mq">Mara Quill</a></p>',
            ("Mara Quill",),
            "the byline",
            id="rel=author",
        ),
        pytest.param(
            "", "<div>Written by</div><div>Mara Quill</div>", ("Mara Quill",), "the byline", id="a name below its label"
        ),
        pytest.param(
            "",
            "<p>Mara Quill · March 3, 2024</p>",
            ("Mara Quill",),
            "the name beside the date",
            id="a name beside the date",
        ),
        pytest.param(
            "",
            "<p>By Mara Quill and Tom Weir | Updated Monday</p>",
            ("Mara Quill", "Tom Weir"),
            "the byline",
            id="two in a line",
        ),
        pytest.param('<meta name="author" content="admin">', "", (), "", id="nobody for the name of an account"),
        pytest.param('<meta name="author" content="mq@example.org">', "", (), "", id="nobody for an address"),
        pytest.param(
            '<meta property="article:author" content="https://social.example/mq">', "", (), "", id="nobody for a link"
        ),
        pytest.param(
            '<meta property="og:site_name" content="Valley Paper"><meta name="author" content="Valley Paper Staff">',
            "",
            (),
            "",
            id="nobody for the site itself",
        ),
        pytest.param(
            '<link rel=canonical href="https://news.valleypaper.example/rye"><meta name="author" content="ValleyPaper">',
            "",
            (),
            "",
            id="nobody for the site by a part of its address",
        ),
        pytest.param(
            "", '<p class="byline">Milling &amp; Baking</p>', (), "", id="nobody for the subjects in the byline's place"
        ),
        pytest.param(
            "", '<p><a href="https://social.example/profile/mill">Bluesky</a></p>', (), "", id="nobody for a network"
        ),
        pytest.param(
            "",
            "<h3>Stones</h3><p>By:</p><p>Mara Quill</p><h3>Wheels</h3><p>By:</p><p>Tom Weir</p>",
            (),
            "",
            id="nobody where several texts have a byline each",
        ),
        pytest.param("", "<p>By the river stood a mill, and nobody knew why.</p>", (), "", id="nobody for a sentence"),
    ],
)
def test_the_authors_are(head: str, below: str, authors: tuple[str, ...], where: str) -> None:
    document = read_page(a_page(head, below=below))
    assert (document.authors, origin_of(document, "authors")) == (authors, where)


# --- day of publication


@pytest.mark.parametrize(
    ("head", "below", "day"),
    [
        pytest.param(
            json_ld('{"@type": "Article", "datePublished": "2024-03-03T10:00:00+01:00", "dateModified": "2025-01-01"}'),
            "",
            "2024-03-03",
            id="that of JSON-LD",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-03-03T23:30:00-05:00">', "", "2024-03-03", id="meta"
        ),
        pytest.param(
            '<meta name="citation_publication_date" content="2024/03/03">', "", "2024-03-03", id="a journal's"
        ),
        pytest.param("", '<time datetime="2024-03-03">yesterday</time>', "2024-03-03", id="a time beside the headline"),
        pytest.param("", '<p class="dt-published" title="x">3 March 2024</p><p>x</p>', "2024-03-03", id="a dateline"),
        pytest.param("", "<p>Published on March 3rd, 2024 · 4 min read</p>", "2024-03-03", id="a dateline in words"),
        pytest.param("", "<p>Veröffentlicht am 3. März 2024</p>", "2024-03-03", id="a dateline in German"),
        pytest.param("", "<p>3 de marzo de 2024</p>", "2024-03-03", id="a dateline in Spanish"),
        pytest.param("", "<p>2024年3月3日</p>", "2024-03-03", id="a dateline in Japanese"),
        pytest.param("", "<p>13.03.2024</p>", "2024-03-13", id="figures that can be read in one way"),
        pytest.param("", "<p>03/04/2024</p>", None, id="none for figures that can be read in two ways"),
        pytest.param('<meta property="article:modified_time" content="2024-03-03">', "", None, id="none for a change"),
        pytest.param("", "<p>Last updated: March 3, 2024</p>", None, id="none for a change that is shown"),
        pytest.param(
            "",
            "<p>Ansley burned on March 3, 1871, and with it the mill, the bakery, the church, the school, the inn, the bridge and all of the houses by the river.</p>",
            None,
            id="none for a day in the text",
        ),
        pytest.param("", "<p>© 2024 March 3, 2024</p>", None, id="none for a copyright"),
        pytest.param(
            json_ld('{"@type": "Article", "datePublished": "2024-13-45"}'), "", None, id="none for a day that is none"
        ),
    ],
)
def test_the_day_of_publication_is(head: str, below: str, day: str | None) -> None:
    assert read_page(a_page(head, below=below)).published == day


# --- address and the rest


@pytest.mark.parametrize(
    ("head", "url"),
    [
        pytest.param(
            '<link rel="canonical" href="https://Valley.example/rye?utm_source=x&amp;id=7#top">',
            "https://valley.example/rye?id=7#top",
            id="the canonical one, without what tells where a visitor came from",
        ),
        pytest.param(
            '<meta property="og:url" content="https://valley.example/rye">', "https://valley.example/rye", id="og:url"
        ),
        pytest.param('<link rel="canonical" href="javascript:alert(1)">', None, id="none for a script"),
        pytest.param("", None, id="none that nobody states"),
    ],
)
def test_the_address_is(head: str, url: str | None) -> None:
    assert read_page(a_page(head)).url == url


def test_a_browser_notes_where_a_page_was_saved_from() -> None:
    page = a_page().replace(b"<html", b"<!-- saved from url=(0027)https://valley.example/rye -->\n<html")
    document = read_page(page)
    assert (document.url, origin_of(document, "url")) == ("https://valley.example/rye", "the browser's note")


def test_single_file_notes_the_address_and_the_day_of_saving() -> None:
    note = b"<!--\n Page saved with SingleFile \n url: https://valley.example/rye \n saved date: Tue Jan 02 2024 10:00:00 GMT -->"
    document = read_page(a_page().replace(b"<head>", note + b"<head>"))
    assert (document.url, document.accessed, document.published) == ("https://valley.example/rye", "2024-01-02", None)


@pytest.mark.parametrize(
    ("stated", "site"),
    [
        pytest.param("The Paper - News from the whole valley, every day", "The Paper", id="before a slogan"),
        pytest.param("Home of Rye | The Ansley Paper", "The Ansley Paper", id="as its address spells it"),
        pytest.param("The Ansley Paper: News from the Valley", "The Ansley Paper", id="before a colon"),
        pytest.param("The Paper - North", "The Paper - North", id="with its edition"),
    ],
)
def test_the_site_is_named(stated: str, site: str) -> None:
    head = f'<meta property="og:site_name" content="{stated}"><link rel=canonical href="https://www.theansleypaper.example/rye">'
    assert read_page(a_page(head)).site == site


def test_site_language_and_tags_are_taken_as_stated() -> None:
    head = '<meta property="og:site_name" content="Valley Paper"><meta property="article:tag" content="rye"><meta property="article:tag" content="mills">'
    document = read_page(a_page(head, html='lang="de_AT"'))
    assert (document.site, document.lang, document.tags) == ("Valley Paper", "de-AT", ("rye", "mills"))


def test_a_deck_is_a_description_that_the_page_shows_outside_its_text() -> None:
    head = '<meta name="description" content="A drawer holds the answer to it all.">'
    shown = a_page(head).replace(
        b"<main><h1>The Water of Ansley</h1>",
        b"<header><h1>The Water of Ansley</h1><p>A drawer holds the answer to it all.</p></header><main>",
    )
    assert (read_page(shown).deck, read_page(a_page(head)).deck) == ("A drawer holds the answer to it all.", None)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param('{"@type": "Article", "author": ', id="that is cut short"),
        pytest.param("[" * 100_000, id="of a hundred thousand brackets"),
        pytest.param("null", id="of nothing"),
        pytest.param('{"@type": 7, "author": {"name": {"name": []}}, "datePublished": {}}', id="of the wrong types"),
    ],
)
def test_broken_json_ld_states_nothing(script: str) -> None:
    document = read_page(a_page(json_ld(script)))
    assert (document.title, document.authors, document.published) == ("The Water of Ansley", (), None)


def test_json_ld_is_read_with_its_usual_slips() -> None:
    script = '//<![CDATA[\n{"@type": "BlogPosting", "author": "Mara\n Quill", "headline": "x",}\n//]]>'
    assert read_page(a_page(json_ld(script))).authors == ("Mara Quill",)
