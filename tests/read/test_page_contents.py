"""A labelled list of links to places on the page itself is a table of contents, and no part of the text."""

from __future__ import annotations

import pytest

from digest.documents import Source
from digest.markdown.writer import write_blocks
from digest.read.html import read_html

PROSE = f"<p>{'The tide comes in twice a day and takes the sand away again. ' * 4}</p>"
ENTRIES = '<ul><li><a href="#ebb">Why it ebbs</a></li><li><a href="#flow">How it flows</a></li></ul>'
PARTS = f'<h2 id="ebb">Why it ebbs</h2>{PROSE * 3}<h2 id="flow">How it flows</h2>{PROSE * 3}'


def words_of(body: str) -> str:
    """The words that a page is read as."""
    page = f"<html><head><title>Tides</title></head><body><article><h1>Tides</h1>{body}</article></body></html>"
    (document,) = read_html(page.encode(), Source("page.html", "text/html", "0"))
    return write_blocks(document.blocks)


@pytest.mark.parametrize(
    ("above", "times"),
    [
        pytest.param(f"<p>In this article</p>{ENTRIES}", 1, id="a labelled list goes"),
        pytest.param(f"<h2>Table of contents</h2>{ENTRIES}", 1, id="below a heading as well"),
        pytest.param(f"<p>Two questions are asked of it:</p>{ENTRIES}", 2, id="a list that a sentence opens stays"),
        pytest.param(f"<p>In this article</p>{ENTRIES.replace('#', '/')}", 2, id="a list of other pages stays"),
    ],
)
def test_a_table_of_contents_goes(above: str, times: int) -> None:
    assert words_of(f"{PROSE}{above}{PARTS}").count("How it flows") == times
