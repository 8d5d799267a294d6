"""A page of many linked headlines with a few lines each lists pieces, and is none."""

from __future__ import annotations

import pytest

from digest.documents import Source
from digest.read.html import read_html

TEASER = '<article><h2><a href="/{0}">Story {0}</a></h2><p>What came of it in the valley.</p><p class="byline">By Ann Lee</p></article>'
LONG = f"<p>{'The mill at Aske kept its floor dry through the night. ' * 8}</p>"


def remarks_on(body: str, *, head: str = "") -> tuple[str, ...]:
    """The remarks on a page."""
    page = f"<html><head><title>The Courier</title>{head}</head><body><main>{body}</main></body></html>"
    (document,) = read_html(page.encode(), Source("page.html", "text/html", "0"))
    return document.provenance


def teasers(number: int) -> str:
    """Some teasers in a row."""
    return "".join(TEASER.format(place) for place in range(number))


@pytest.mark.parametrize(
    ("body", "head", "is_remarked"),
    [
        pytest.param(teasers(8), "", True, id="eight teasers are a front page"),
        pytest.param(teasers(4), "", False, id="four are too few"),
        pytest.param(teasers(8) + LONG, "", False, id="a long paragraph makes a text of it"),
        pytest.param(teasers(8), '<meta property="og:type" content="article">', False, id="unless it says otherwise"),
    ],
)
def test_a_front_page_is_told(body: str, head: str, is_remarked: bool) -> None:
    assert remarks_on(body, head=head) == ("A list of pieces, not an article",) * is_remarked
