"""A key term leads to its article in the search box, or the build says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sample_digest import SETTINGS, a_document, a_draft, a_library, an_article

from digest.documents import Sidecar
from digest.model import Article, Term
from digest.render.findability import find_unfound
from digest.render.search_model import can_model, read_index, search

SEPARATOR = r"[\s\-,.]+"
SITE = replace(SETTINGS, directory_urls=False)


def an_index(*docs: dict[str, Any], **config: Any) -> dict[str, Any]:
    said = {"lang": ["en"], "separator": SEPARATOR, "pipeline": ["stopWordFilter"], **config}
    fields = {"title": {"boost": 2}, "text": {"boost": 1.0}, "tags": {"boost": 2}}
    return {"config": {"fields": fields, **said}, "docs": list(docs)}


def a_section(location: str, text: str, title: str = "", **more: Any) -> dict[str, Any]:
    return {"location": location, "title": title, "text": f"<p>{text}</p>", **more}


def first(query: str, *docs: dict[str, Any], shown: int = 9, stop_words: tuple[str, ...] = ()) -> list[str]:
    return list(search(read_index(an_index(*docs), stop_words=stop_words), query, shown=shown).shown)


# --- how pages are ranked


def test_a_page_that_holds_all_words_stands_before_one_that_repeats_a_word() -> None:
    repeating = a_section("a.html", "soil soil soil soil")
    assert first("soil water", repeating, a_section("b.html", "soil and water"), a_section("c.html", "sky")) == [
        "b.html",
        "a.html",
    ]


def test_a_word_finds_all_that_begin_so() -> None:
    assert first("scal", a_section("a.html", "scaling"), a_section("b.html", "a scale"), a_section("c.html", "x")) == [
        "a.html",
        "b.html",
    ]


def test_of_words_that_a_hyphen_joins_the_last_alone_is_a_beginning() -> None:
    docs = (a_section("a.html", "tests and times"), a_section("b.html", "test times"), a_section("c.html", "x"))
    assert first("test-time", *docs) == ["b.html", "a.html"]
    assert first("tes-time", *docs) == ["a.html", "b.html"]  # by `time` alone, so of equal weight


def test_a_title_weighs_twice_a_first_section_more_than_a_later_one_and_a_boost_as_it_says() -> None:
    other = a_section("z.html", "nothing")
    assert first("soil", a_section("a.html", "soil"), a_section("b.html", "x", "soil"), other)[0] == "b.html"
    later = (a_section("a.html", "x"), a_section("a.html#p", "soil"))
    assert first("soil", *later, a_section("b.html", "soil"), other)[0] == "b.html"
    assert first("soil", a_section("a.html", "soil"), a_section("b.html", "soil", boost=2), other)[0] == "b.html"


def test_words_within_tags_are_not_searched_and_those_of_tag_lists_are() -> None:
    assert first("p", a_section("a.html", "soil")) == []
    assert first("soil", a_section("a.html", "x", tags=["Living soil"]), a_section("b.html", "y")) == ["a.html"]


def test_stop_words_are_left_out() -> None:
    docs = (a_section("a.html", "the the the"), a_section("b.html", "soil"))
    assert first("the soil", *docs, stop_words=("the",)) == ["b.html"]


def test_a_page_need_not_hold_the_stop_words_of_a_query() -> None:
    docs = (a_section("a.html", "labor unions"), a_section("b.html", "offices"))
    model = read_index(an_index(*docs), stop_words=("of",))
    assert search(model, "labor of", shown=2).whole == {"a.html"}


def test_a_run_of_han_signs_is_cut_at_the_words_of_the_index() -> None:
    docs = (a_section("a.html", "模型 规模"), a_section("b.html", "模型"), a_section("c.html", "土"))
    assert first("模型规模", *docs) == ["a.html", "b.html"]


@pytest.mark.parametrize("query", ["", " - ", "zebra"])
def test_what_nothing_holds_finds_nothing(query: str) -> None:
    assert first(query, a_section("a.html", "soil")) == []


@pytest.mark.parametrize(
    ("config", "known"),
    [({}, True), ({"pipeline": ["stemmer"]}, False), ({"lang": ["ja"]}, False), ({"lang": ["de"]}, True)],
    ids=["as we set it", "a stemmer", "a segmenter", "another language"],
)
def test_an_index_of_another_kind_is_not_modelled(config: dict[str, Any], known: bool) -> None:
    assert can_model(an_index(**config)) is known


# --- what a build says


def an_article_on(title: str, *terms: str, **stated: Any) -> Article:
    named = tuple(Term(term, term, 1.0) for term in terms)
    return an_article(a_draft(a_document(title, **stated)), terms=named)


def told(*docs: dict[str, Any], articles: tuple[Article, ...]) -> list[str]:
    found = find_unfound(a_library(*articles), read_index(an_index(*docs)), settings=SITE)
    return [f"{problem.kind}: {problem}" for problem in found]


def test_nothing_is_said_of_terms_that_lead_to_their_articles() -> None:
    docs = (a_section("articles/soil.html", "soil and humus"), a_section("articles/tide.html", "a tide"))
    assert told(*docs, articles=(an_article_on("Soil", "humus"), an_article_on("Tide", "tide"))) == []


def test_a_term_whose_words_the_page_lacks_is_a_problem() -> None:
    docs = (a_section("articles/soil.html", "soil"), a_section("articles/tide.html", "humus"))
    assert told(*docs, articles=(an_article_on("Soil", "humus", "dark humus"),)) == [
        "search: seeds/soil.txt: the search box does not find “Soil” by “humus”, “dark humus” "
        "(see that templates/article.md.j2 shows its key terms outside of what search leaves out)"
    ]


def test_a_term_that_shows_pages_without_its_words_first_is_a_remark() -> None:
    others = [a_section(f"{name}.html", "x", "humus humus", boost=9) for name in "abc"]
    docs = (*others, a_section("articles/soil.html", "dark humus"), a_section("y.html", "y"))
    assert told(*docs, articles=(an_article_on("Soil", "dark humus"),)) == [
        "outranked: seeds/soil.txt: the search box shows other pages before “Soil” for “dark humus” "
        "(name it under `tags` in seeds/soil.txt.yml, or in its title)"
    ]


def test_a_term_that_many_share_wrongs_no_page() -> None:
    others = [a_section(f"{name}.html", "dark humus", boost=9) for name in "abc"]
    docs = (*others, a_section("articles/soil.html", "dark humus"), a_section("y.html", "y"))
    assert told(*docs, articles=(an_article_on("Soil", "dark humus"),)) == []


def test_an_article_that_the_curator_hides_need_not_be_found() -> None:
    hidden = an_article_on("Soil", "humus", sidecar=Sidecar(hide=True))
    assert told(a_section("articles/soil.html", "soil"), articles=(hidden,)) == []
