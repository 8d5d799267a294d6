"""The region of a page's text is the element around what was chosen, unless that is too little to be a text."""

from __future__ import annotations

import pytest
from lxml import html

from digest.read.page_passages import find_passages
from digest.read.page_region import find_region

LINE = "The mill at Ansley stood idle for forty years before anybody asked who owned the water that drove its wheel. "
CARD = f"<div><a href=/x><h3>Another mill</h3><p>{LINE}</p></a></div>"


def region_of(markup: str, *, article: bool = True) -> str:
    """The id of the region of a page of which the blocks marked `title=took` were chosen."""
    body = html.document_fromstring(f"<body id=body>{markup}</body>").find("body")
    passages = find_passages(body)
    chosen = {block for block in passages.words if block.get("title") == "took"}
    return find_region(passages, chosen, set(passages.words), article=article).get("id") or ""


@pytest.mark.parametrize(
    ("markup", "region"),
    [
        pytest.param(
            f"<div id=text><p title=took>{LINE * 4}</p><p title=took>{LINE * 4}</p></div><div><p>{LINE * 20}</p></div>",
            "text",
            id="a text of some paragraphs, beside more words of others",
        ),
        pytest.param(
            f"<div><p id=card title=took>{LINE * 3}</p></div><div id=rest><p>{LINE}</p><p>{LINE}</p></div><ul><li>{LINE * 6}</ul>",
            "body",
            id="the whole page, where only a paragraph was chosen",
        ),
        pytest.param(f"<p id=one title=took>{LINE * 9}</p><div>{LINE}</div>", "body", id="never a paragraph by itself"),
    ],
)
def test_the_region_is(markup: str, region: str) -> None:
    assert region_of(markup) == region


@pytest.mark.parametrize(
    ("beside", "region"),
    [
        pytest.param(CARD * 9, "text", id="the text below its only headline, beside cards that lead elsewhere"),
        pytest.param(CARD * 9 + f"<p>{LINE * 6}</p>", "body", id="the whole page, where other words stand beside it"),
        pytest.param(CARD * 9 + "<h1>Rivers</h1>", "body", id="the whole page, where it has several headlines"),
    ],
)
def test_of_a_page_that_is_no_article_the_region_is(beside: str, region: str) -> None:
    text = f"<div id=text><h1>Mills</h1><p title=took>{LINE * 6}</p></div>"
    assert region_of(f"{text}<div>{beside}</div>", article=False) == region
