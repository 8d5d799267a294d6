"""A page's word on itself is cut with its reason; a text that speaks of such things keeps them."""

from __future__ import annotations

import pytest

from digest.read.disclosure import why_disclosure
from digest.read.lines import Line


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param(
            "This post contains affiliate links. See our policy.", "a disclosure of paid links", id="affiliate links"
        ),
        pytest.param(
            "When you buy through links on our site, we may earn a commission.", "a disclosure of paid links", id="commission"
        ),
        pytest.param(
            "* Diese Seite enthält Affiliate-Links, für die wir eine Provision erhalten.",
            "a disclosure of paid links",
            id="in German",
        ),
        pytest.param("This week's letter is brought to you by Tarrow & Finch.", "a sponsor's line", id="a sponsor"),
        pytest.param("Sponsored by Holm Tools", "a sponsor's line", id="a sponsor alone"),
        pytest.param("View this email in your browser", "the frame of a letter", id="a letter's first line"),
        pytest.param("Unsubscribe | Update your preferences", "the frame of a letter", id="a letter's last line"),
        pytest.param(
            "You are receiving this email because you signed up.", "the frame of a letter", id="why a letter came"
        ),
        pytest.param("This page was last edited on 7 July 2023.", "a note on rights or versions", id="a wiki's foot"),
        pytest.param("本文为作者原创，未经授权不得转载。", "a note on rights or versions", id="rights in Chinese"),
    ],
)  # fmt: skip
def test_a_line_is_the_pages_word_on_itself(text: str, why: str) -> None:
    assert why_disclosure(Line(text)) == why


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Affiliate links pay for most of what is printed about mattresses.", id="an essay on such links"),
        pytest.param("Privacy Policy", id="a footer's link"),
        pytest.param(
            "The concert was sponsored by the town and drew three thousand people.", id="a sponsor in the news"
        ),
        pytest.param("A commission will receive the report in May.", id="a commission of people"),
    ],
)
def test_a_text_on_such_things_stays(text: str) -> None:
    assert why_disclosure(Line(text)) == ""
