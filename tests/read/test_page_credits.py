"""A day and an author are those of the piece: what a page says of its own making, of others or of a thing is neither."""

from __future__ import annotations

import re

import pytest
from saved_pages import TEXT, a_page, origin_of, read_page


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


# Paragraphs of more than a line or two end the place where a byline may stand.
LONG = "".join(f"<p>{opening} {re.sub('</?p>', ' ', TEXT)}</p>" for opening in ("At first:", "And later:"))
ARTICLE = json_ld('{"@type": "Article", "headline": "x", "datePublished": "2024-03-03", "dateModified": "2025-01-01"}')


@pytest.mark.parametrize(
    ("head", "below", "day"),
    [
        pytest.param(
            json_ld('{"@type": "WebPage", "datePublished": "2024-03-03"}'),
            "",
            None,
            id="none for the day on which a page was set up",
        ),
        pytest.param(
            json_ld(
                '{"@type": "Product", "review": {"@type": "Review", "author": "x", "datePublished": "2024-03-03"}}'
            ),
            "",
            None,
            id="none for a review of what the page sells",
        ),
        pytest.param(
            ARTICLE, "<p>30 December 2013</p>", "2013-12-30", id="the one shown, where a system took the text in"
        ),
        pytest.param(ARTICLE, "<p>2 March 2024</p>", "2024-03-03", id="the one stated, a time zone from the one shown"),
        pytest.param(ARTICLE, "<p>Updated 1 January 2025</p>", "2024-03-03", id="the one stated, beside a change"),
        pytest.param("", "<p>3 March 2024, updated 5 May 2025</p>", "2024-03-03", id="the one before a change"),
        pytest.param("", "<div>Release date: 3 March 2024</div>", None, id="none for a release"),
    ],
)
def test_the_day_of_a_piece_is(head: str, below: str, day: str | None) -> None:
    assert read_page(a_page(head, below=below)).published == day


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param("<p>Posted on March 3, 2024</p>", "2024-03-03", id="where it is the only one"),
        pytest.param("<p>Posted on March 3, 2024</p><p>Posted on May 5, 2024</p>", None, id="not where there are two"),
        pytest.param(
            '<div class="comment"><p>Posted on March 3, 2024</p></div>', None, id="not where a comment has it"
        ),
        pytest.param("<p>Posted on the door in March</p>", None, id="not where it names no day"),
    ],
)
def test_a_line_of_publication_below_the_text_is_believed(lines: str, day: str | None) -> None:
    page = a_page(below=LONG).replace(b"</main>", f"{LONG}{lines}</main>".encode())
    assert read_page(page).published == day


@pytest.mark.parametrize(
    ("head", "below", "authors", "where"),
    [
        pytest.param(
            json_ld('{"@type": "Product", "name": "x", "review": {"@type": "Review", "author": "Ron Bell"}}'),
            "",
            (),
            "",
            id="nobody for who reviewed the product",
        ),
        pytest.param(
            '<meta property="og:site_name" content="Mara Quill">'
            + json_ld('{"@type": "Article", "headline": "x", "author": {"@type": "Person", "name": "Mara Quill"}}'),
            "",
            ("Mara Quill",),
            "JSON-LD author",
            id="the person whose site it is",
        ),
        pytest.param(
            "",
            "<p>By Ansley Milling & Baking</p>",
            ("Ansley Milling & Baking",),
            "the byline",
            id="a firm with two trades",
        ),
        pytest.param(
            "", '<p class="byline"><a href="/s">Visit the shop</a></p>', (), "", id="nobody for a link's call"
        ),
        pytest.param(
            "", "<p>Some Deletes</p><p>Release date: 3 March 2024</p>", (), "", id="nobody for a line beside a release"
        ),
        pytest.param(
            "",
            "".join(f"<div>Share on {name}</div>" for name in ("Blue", "Red", "Green") * 6) + "<p>By Mara Quill</p>",
            ("Mara Quill",),
            "the byline",
            id="a byline below many buttons",
        ),
        pytest.param(
            "",
            LONG + "<h6>Author(s)</h6><ul><li>Mara Quill</li><li>Tom Weir</li></ul>",
            ("Mara Quill", "Tom Weir"),
            "the label",
            id="the list below a label",
        ),
        pytest.param(
            "",
            LONG + '<div class="blog_author-text"><div>Mara Quill</div><p>Mara grinds rye.</p></div>',
            ("Mara Quill",),
            "the only byline",
            id="the only one in a box for authors",
        ),
        pytest.param(
            "",
            LONG
            + '<div class="author-name"><div>Mara Quill</div></div><div class="author-name"><div>Tom Weir</div></div>',
            (),
            "",
            id="nobody where two texts have boxes for authors",
        ),
    ],
)
def test_the_authors_of_a_piece_are(head: str, below: str, authors: tuple[str, ...], where: str) -> None:
    document = read_page(a_page(head, below=below))
    assert (document.authors, origin_of(document, "authors")) == (authors, where)


def test_the_name_of_a_larger_site_on_top_is_not_the_title() -> None:
    page = (
        "<head><title>Grinding rye @ Ansley Mill :: Blogland</title></head>"
        f"<body><h1>Blogland</h1><main><h2>Grinding rye</h2>{TEXT}</main></body>"
    )
    assert read_page(page.encode()).title == "Grinding rye"


def test_a_byline_below_a_headline_in_a_box_is_found() -> None:
    page = f"<body><main><h1><center>Grinding rye</center></h1><p>by Mara Quill - 2024-03-03</p>{TEXT}</main></body>"
    document = read_page(page.encode())
    assert (document.authors, document.published) == (("Mara Quill",), "2024-03-03")
