"""Of a page, its text is kept, whole and with nothing else; what is cut is said, and why."""

from __future__ import annotations

import pytest
from saved_pages import SOURCE, TEXT, a_page, read_page

from digest.blocks import Image, plain_text, walk_blocks, walk_inlines
from digest.documents import Document
from digest.errors import SourceError
from digest.read.html import read_html


def words_of(document: Document) -> str:
    return " ".join(
        plain_text(block.children)
        for block in walk_blocks(document.blocks)
        if hasattr(block, "children")
        and not isinstance(block.children[0], tuple)
        and type(block).__name__ in ("Paragraph", "Heading")
    )


@pytest.mark.parametrize(
    "chrome",
    [
        pytest.param("<nav><ul><li><a href=/>Home</a><li><a href=/x>Zebra</a></ul></nav>", id="a menu"),
        pytest.param("<footer><p>Zebra, all rights reserved.</p></footer>", id="a footer"),
        pytest.param(
            '<div class="cookie-banner"><p>We use Zebra cookies on this page.</p></div>', id="a cookie banner"
        ),
        pytest.param('<div class="comments"><p>Zebra! I loved this.</p></div>', id="comments"),
        pytest.param('<div role="dialog"><p>Zebra subscribers read on.</p></div>', id="a dialog"),
        pytest.param("<h2>Related posts</h2><p>The Zebra of Ansley</p>", id="what stands below Related posts"),
        pytest.param("<div hidden><p>Zebra is hidden here.</p></div>", id="what is hidden"),
        pytest.param("<noscript><p>Zebra needs a script.</p></noscript>", id="what stands in for scripts"),
    ],
)
def test_the_text_has_none_of(chrome: str) -> None:
    long = a_page().replace(
        TEXT.encode(), (TEXT + "<h2>Later</h2>" + TEXT.replace("The mill", "The old mill") * 2 + chrome).encode()
    )
    assert "Zebra" not in words_of(read_page(long))


@pytest.mark.parametrize(
    "names",
    [
        pytest.param("elementor-widget-wrap elementor-element", id="a builder's box"),
        pytest.param("list list__side-bar", id="the look of a list"),
    ],
)
def test_a_name_that_frames_nothing_is_not_believed(names: str) -> None:
    said = "<p>Zebra Mills taught my daughter to grind, and she has not stopped since the first lesson in May.</p>"
    boxes = f'<section><div class="{names}"><ul><li>{said}</ul></div></section>'
    page = a_page().replace(TEXT.encode(), (TEXT + boxes + TEXT.replace("The mill", "The old mill")).encode())
    assert "Zebra" in words_of(read_page(page))


def test_a_name_of_joined_words_is_believed() -> None:
    page = a_page(after='<div class="shareContainer"><h3>Zebra Services</h3><p>All of them.</p></div>')
    assert [cut.why for cut in read_page(page.replace(b"</main>", b"").replace(b"</body>", b"</main></body>")).cut] == [
        "named shareContainer"
    ]


def test_a_page_that_names_its_text_as_others_name_a_box_is_read() -> None:
    menu = "<li><a href=/x>Mills and stones</a></li>" * 80
    page = f'<html><body><header><ul>{menu}</ul></header><h1>Mills</h1><div class="related-product">{TEXT}</div></body></html>'
    assert words_of(read_page(page.encode())).startswith("The mill at Ansley")


def test_the_footer_of_a_quotation_stays() -> None:
    quoted = "<blockquote><p>The water belongs to everybody.</p><footer>— Ada Weir, 1871</footer></blockquote>"
    assert "Ada Weir, 1871" in str(read_page(a_page(below=quoted)).blocks)


def test_what_is_cut_is_said_with_its_reason() -> None:
    document = read_page(a_page(after="<footer><p>All rights reserved.</p></footer>"))
    assert [(cut.text, cut.why) for cut in document.cut] == [("All rights reserved.", "<footer>")]


def test_the_title_is_not_said_twice() -> None:
    assert "The Water of Ansley" not in words_of(read_page(a_page()))


def test_a_page_that_waits_for_its_script_is_read_as_it_will_be() -> None:
    page = f"<html><body><div id=root>Loading</div><div hidden id=S:0><h1>The Water</h1>{TEXT}</div></body></html>"
    assert "sack of rye" in words_of(read_page(page.encode()))


def test_a_picture_within_the_page_stays_and_a_stand_in_goes() -> None:
    whole = "data:image/png;base64," + "A" * 3000
    page = a_page(
        below=f'<img src="{whole}"><img src="data:image/gif;base64,R0lGOD" data-src="/late.png"><img src="data:image/svg+xml,x">'
    )
    assert [inline.url for inline in walk_inlines(read_page(page).blocks) if isinstance(inline, Image)] == [
        whole,
        "/late.png",
    ]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(b" \n", "seeds/mill.html: empty (save the page again, or remove it)", id="white space"),
        pytest.param(
            bytes(range(256)) * 9,
            "seeds/mill.html: no page: its bytes are no text (save the page again, or remove it)",
            id="bytes of something else",
        ),
        pytest.param(
            b"<!-- x -->",
            "seeds/mill.html: no page: it holds no element (save the page again, or remove it)",
            id="a comment",
        ),
        pytest.param(
            b"<html><body><script>render()</script></body></html>",
            "seeds/mill.html: no words on this page: its text is loaded by a script (save it from a browser once it shows)",
            id="a script alone",
        ),
        pytest.param(
            b"<p>x</p>" * 3_000_000,
            "seeds/mill.html: too large: over 20 MiB (save only the article, or remove it)",
            id="24 MB",
        ),
        pytest.param(
            b"<p>x</p>" + b"<ul><li>" * 1500 + b"x",
            "seeds/mill.html: over 2,000 elements within one another (save only the article, or remove it)",
            id="what no parser reads to its end",
        ),
    ],
)
def test_no_page_is_found_in(content: bytes, error: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_html(content, SOURCE)
    assert str(caught.value) == error


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<div>" * 1000 + TEXT.encode(), id="a thousand elements within one another"),
        pytest.param(b"<div>" * 2500 + TEXT.encode(), id="more of them than the parser takes"),
        pytest.param(b"<blockquote><ul><li>" * 300 + TEXT.encode(), id="quotes and lists within one another"),
        pytest.param(b"<b><a href=x><p>" * 500 + TEXT.encode(), id="tags that are never closed"),
        pytest.param(b"<p " + b"a=1 " * 50_000 + b">" + TEXT.encode(), id="an element of fifty thousand attributes"),
        pytest.param(
            b"<table><tr>" + b"<td colspan=100000>x" * 50 + b"</table>" + TEXT.encode(), id="cells as wide as a field"
        ),
        pytest.param(TEXT.replace("mill", "m\0ill\x1b").encode(), id="control characters"),
        pytest.param(b"<base href='http://[x'><a href='http://[y'>z</a>" + TEXT.encode(), id="addresses that are none"),
    ],
)
def test_a_page_is_read_in_spite_of(content: bytes) -> None:
    (document,) = read_html(content, SOURCE)
    assert "sack of rye" in str(document.blocks)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        pytest.param("iso-8859-1", "utf-8", id="UTF-8, whatever it declares"),
        pytest.param("iso-8859-1", "cp1252", id="Windows-1252 that calls itself Latin-1"),
        pytest.param("shift_jis", "shift_jis", id="Shift JIS"),
        pytest.param("windows-1251", "cp1251", id="Cyrillic"),
        pytest.param("nonsense", "utf-16", id="UTF-16 with its mark"),
    ],
)
def test_a_page_is_decoded_from(declared: str, encoding: str) -> None:
    text = {"shift_jis": "これは水車です", "cp1251": "мельница"}.get(encoding, "café “rye”")
    page = a_page(f'<meta charset="{declared}">', below=f"<p>{text}</p>").decode().encode(encoding)
    assert text in words_of(read_page(page))
