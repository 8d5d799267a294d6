"""A page whose mark-up names its text is believed where that holds nearly all of its prose."""

from __future__ import annotations

import pytest
from lxml import html

from digest.read.page_own_text import find_own_text
from digest.read.page_passages import find_passages

PROSE = "<p>" + "The tide comes in twice a day and takes the sand away again. " * 3 + "</p>"


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        pytest.param(f'<div class="entry-content">{PROSE * 6}</div>', 6, id="by a class"),
        pytest.param(f'<div itemprop="articleBody">{PROSE * 6}</div>', 6, id="by microdata"),
        pytest.param(f"<article>{PROSE * 6}</article><p>About us</p>", 6, id="by the only large article"),
        pytest.param(f'<div class="entry-content">{PROSE}</div>{PROSE * 6}', 0, id="not for a part of its prose"),
        pytest.param(f"<article>{PROSE * 6}</article>" * 2, 0, id="not for one of two"),
        pytest.param(f'<div class="entry-content">{PROSE}</div>', 0, id="not for a teaser"),
    ],
)
def test_a_text_is_named(body: str, paragraphs: int) -> None:
    assert len(find_own_text(find_passages(html.fromstring(f"<body>{body}</body>")))) == paragraphs


@pytest.mark.parametrize(
    ("within", "counts"),
    [
        pytest.param("<h2>Ebb</h2>", True, id="a heading"),
        pytest.param("<table><tr><td><div>7 m</div></td></tr></table>", True, id="a cell"),
        pytest.param("<div>Share</div>", False, id="a label of its own"),
        pytest.param(
            '<div class="related-posts"><p>Why the moon pulls at all water</p></div>', False, id="a named box"
        ),
        pytest.param('<div id="comments"><p>I saw a seal there last year</p></div>', False, id="a discussion"),
        pytest.param("<aside><p>Our tide tables are out in spring</p></aside>", False, id="an aside"),
        pytest.param('<ul><li><a href="/a">Why the moon</a></li></ul>', False, id="a list of links"),
    ],
)
def test_what_stands_within_a_named_text(within: str, counts: bool) -> None:
    tree = html.fromstring(f'<body><div class="post-body">{PROSE * 6}{within}</div></body>')
    words = "".join(html.fromstring(within).itertext())
    found = {"".join(block.itertext()) for block in find_own_text(find_passages(tree))}
    assert (words in found) is counts
