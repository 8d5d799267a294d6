"""A saved page that only points elsewhere is a link post; what it points at, and who found it, is kept."""

from __future__ import annotations

import pytest
from saved_pages import TEXT, read_page

from digest.blocks import Link, walk_inlines
from digest.documents import Document, Via

NOTE = "<p>Somebody has measured every stream of the valley again, and the numbers are not those of the drawer.</p>"
LONG = "".join(
    TEXT.replace("The mill", f"Mill {number}").replace("numbers", f"{number}").replace("autumn", f"{number}")
    for number in range(20)
)
AWAY = "https://rivers.example/streams"


def read(body: str) -> Document:
    head = '<title>The streams, measured</title><link rel="canonical" href="https://mill.example/notes/7">'
    return read_page(f"<html><head>{head}</head><body><main>{body}</main></body></html>".encode())


def addresses(document: Document) -> list[str]:
    return [inline.url for inline in walk_inlines(document.blocks) if isinstance(inline, Link)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f'<h1><a href="{AWAY}">The streams, measured</a></h1>{NOTE}', id="its headline"),
        pytest.param(
            f'<h1>The streams, measured</h1><a class="u-bookmark-of h-cite" href="{AWAY}"></a>{NOTE}', id="its marks"
        ),
        pytest.param(
            f'<h1>The streams, measured</h1><p class="h-cite u-like-of"><a class="u-url p-name" href="{AWAY}">Streams</a></p>{NOTE}',
            id="marks around a link",
        ),
        pytest.param(
            f'<h1>The streams, measured</h1><p>Read <a href="{AWAY}">the streams</a>.</p>{NOTE}', id="its only link"
        ),
    ],
)
def test_a_page_points_elsewhere_by(body: str) -> None:
    document = read(body)
    assert (document.kind, document.url, addresses(document)) == ("link", "https://mill.example/notes/7", [AWAY])


@pytest.mark.parametrize(
    "said",
    [
        pytest.param('(via <a href="https://weir.example/">The Weir</a>)', id="via, in brackets"),
        pytest.param('Via: <a href="https://weir.example/">The Weir</a>', id="via, in a line of its own"),
        pytest.param('h/t <a href="https://weir.example/">The Weir</a>', id="h/t"),
    ],
)
def test_the_finder_is_named_by(said: str) -> None:
    document = read(f'<h1><a href="{AWAY}">The streams, measured</a></h1>{NOTE}<p>{said}</p>')
    assert document.via == Via(url="https://weir.example/", title="The Weir")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f'<h1><a href="/notes/7">The streams, measured</a></h1>{NOTE}', id="its headline leads to itself"),
        pytest.param(f'<h1><a href="{AWAY}">The streams, measured</a></h1>{LONG}', id="it is a piece of its own"),
        pytest.param(
            f'<h1>The streams, measured</h1><p><a href="{AWAY}">These</a> and <a href="https://brook.example/">those</a>.</p>{NOTE}',
            id="it leads to several places",
        ),
        pytest.param(f"<h1>The streams, measured</h1>{NOTE}<p>To Rome via the old road.</p>", id="it only says via"),
    ],
)
def test_a_page_is_no_link_post_where(body: str) -> None:
    assert read(body).kind in ("article", "note")
