"""A project's rule for a site says where its text, authors and day stand, and wins over what the reader finds."""

from __future__ import annotations

import pytest
from saved_pages import SOURCE, a_page

from digest.errors import ConfigError
from digest.read.html import read_html
from digest.read.page_rules import SiteRule, find_rule, read_rules

HEAD = '<link rel="canonical" href="https://www.valley.example/rye">'
RULE = SiteRule("valley.example", content="div.real", cut=("p.ad",), author="i.who", date="i.when")


def test_a_rule_wins_over_what_the_reader_finds() -> None:
    body = '<div class="real"><p>The text of the rule.</p><p class="ad">Buy!</p></div><i class="who">By Mara Quill</i><i class="when">3 March 2024</i>'
    (document,) = read_html(a_page(HEAD, after=body), SOURCE, rules=[RULE])
    assert (document.authors, document.published, document.chosen) == (
        ("Mara Quill",),
        "2024-03-03",
        "the rule for valley.example",
    )
    assert "The text of the rule." in str(document.blocks)
    assert "idle" not in str(document.blocks)
    assert [(cut.text, cut.why) for cut in document.cut] == [("Buy!", "the rule for valley.example: p.ad")]


def test_a_rule_that_finds_nothing_leaves_the_page_to_the_reader() -> None:
    (document,) = read_html(a_page(HEAD), SOURCE, rules=[RULE])
    assert "sack of rye" in str(document.blocks)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        pytest.param("https://valley.example/x", "valley.example", id="the site"),
        pytest.param(
            "https://news.valley.example/x", "news.valley.example", id="its subdomain, which has a rule of its own"
        ),
        pytest.param("https://old.valley.example/x", "valley.example", id="a subdomain without one"),
        pytest.param("https://notvalley.example/x", None, id="no site whose name only ends so"),
        pytest.param(None, None, id="no page without an address"),
    ],
)
def test_a_rule_holds_for(url: str | None, site: str | None) -> None:
    rules = (SiteRule("valley.example"), SiteRule("news.valley.example"))
    found = find_rule(rules, url)
    assert (found.site if found else None) == site


def test_rules_are_read_from_a_mapping_sorted_by_site() -> None:
    stated = {"www.Valley.example": {"content": "article", "cut": [".ad", "aside"]}, "a.example": {"author": ".by"}}
    assert read_rules(stated, where="rules") == (
        SiteRule("a.example", author=".by"),
        SiteRule("valley.example", content="article", cut=(".ad", "aside")),
    )


@pytest.mark.parametrize(
    ("stated", "error"),
    [
        pytest.param(
            [], "rules: not a mapping of sites to rules (write: example.org: {content: article})", id="a list"
        ),
        pytest.param(
            {"a.example": "article"},
            "rules.a.example: not a rule (write: {content: article})",
            id="a rule that is text",
        ),
        pytest.param(
            {"a.example": {"contents": "p"}},
            "rules.a.example.contents: unknown key (did you mean content?)",
            id="a slip",
        ),
        pytest.param(
            {"a.example": {"cut": [3]}},
            "rules.a.example.cut: 3 is not a selector (for example div.article-body)",
            id="a number",
        ),
        pytest.param(
            {"a.example": {"content": "div["}},
            "rules.a.example.content: 'div[' is not a CSS selector: Expected ident or '*', got <EOF at 4> (for example div.article-body)",
            id="half a selector",
        ),
    ],
)
def test_a_wrong_rule_is_refused(stated: object, error: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_rules(stated, where="rules")  # type: ignore[arg-type]  # settings hold what a person wrote
    assert str(caught.value) == error
