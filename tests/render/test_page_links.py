"""A link of a source leads somewhere from its page, or is words."""

from __future__ import annotations

import pytest

from digest.blocks import Link, Paragraph, Quote, Text
from digest.render.links import settle_links

PAGE = "https://example.org/guide/soil"


def settled(url: str, *, base: str = "") -> str | None:
    """The address that a link gets on a page; None where it becomes words."""
    (paragraph,) = settle_links((Paragraph((Link(url, (Text("clover"),)),)),), base=base)
    assert isinstance(paragraph, Paragraph)
    (inline,) = paragraph.children
    return inline.url if isinstance(inline, Link) else None


@pytest.mark.parametrize("url", ["https://example.org/x", "mailto:ann@example.org", "clover.md", "clover.md#p2", "#p2"])
def test_what_leads_somewhere_stays(url: str) -> None:
    assert settled(url) == url


@pytest.mark.parametrize("url", ["/title/Clover", "clover.html", "/guide/clover.md", "http://[clover"])
def test_what_leads_nowhere_is_words(url: str) -> None:
    assert settled(url) is None


def test_the_address_of_the_source_makes_a_relative_link_whole() -> None:
    assert settled("/title/Clover", base=PAGE) == "https://example.org/title/Clover"
    assert settled("clover.html", base=PAGE) == "https://example.org/guide/clover.html"


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        pytest.param("https://a.example/said", "https://a.example/said", id="elsewhere"),
        pytest.param("/said", "https://example.org/said", id="on the same site"),
        pytest.param(PAGE, None, id="the source itself"),
        pytest.param("", None, id="nowhere"),
    ],
)
def test_a_quotation_says_where_it_stands_unless_that_is_the_source(url: str, whole: str | None) -> None:
    (quote,) = settle_links((Quote((Paragraph((Text("So."),)),), url=url),), base=PAGE)
    assert isinstance(quote, Quote)
    assert (quote.url or None) == whole
