"""A title or key term leads to its article in the search box, or the build says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sample_digest import SETTINGS, a_document, a_draft, a_library, an_article

from digest.documents import Sidecar
from digest.model import Article, Entry, Term
from digest.render.findability import find_unfound
from digest.render.search_model import can_model, read_index, search
from digest.render.search_names import add_names, name_pages
from digest.render.search_nearness import to_words

SEPARATOR = r"[\s\-,.]+"
SITE = replace(SETTINGS, directory_urls=False)


def an_index(*docs: dict[str, Any], **config: Any) -> dict[str, Any]:
    said = {
        "lang": ["en"],
        "separator": SEPARATOR,
        "pipeline": ["stopWordFilter"],
        "stop_words": ["of", "the"],
        **config,
    }
    fields = {"title": {"boost": 2}, "text": {"boost": 1.0}, "tags": {"boost": 2}}
    return {"config": {"fields": fields, **said}, "docs": list(docs)}


def a_section(location: str, text: str, title: str = "", **more: Any) -> dict[str, Any]:
    return {"location": location, "title": title, "text": f"<p>{text}</p>", **more}


def named(kind: str, *terms: str, titles: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"kind": kind, "titles": list(titles), "terms": list(terms)}


def first(query: str, *docs: dict[str, Any], shown: int = 9) -> list[str]:
    return list(search(read_index(an_index(*docs)), query, shown=shown).shown)


# --- how pages are ranked by what they say


def test_a_page_that_holds_all_words_stands_before_one_that_repeats_a_word() -> None:
    repeating = a_section("a.html", "soil soil soil soil", boost=9)
    assert first("soil water", repeating, a_section("b.html", "soil and water"), a_section("c.html", "sky")) == [
        "b.html",
        "a.html",
    ]


def test_a_word_finds_all_that_begin_so() -> None:
    assert first("scal", a_section("a.html", "scaling"), a_section("b.html", "a scale"), a_section("c.html", "x")) == [
        "a.html",
        "b.html",
    ]


def test_a_whole_word_weighs_more_than_one_that_begins_so() -> None:
    docs = (a_section("a.html", "scales scales"), a_section("b.html", "scale"), a_section("c.html", "x"))
    assert first("scale", *docs) == ["b.html", "a.html"]


def test_words_that_a_hyphen_joins_are_words() -> None:
    docs = (a_section("a.html", "tests and times"), a_section("b.html", "test time"), a_section("c.html", "x"))
    assert first("test-time", *docs) == ["b.html", "a.html"]


def test_a_title_weighs_twice_a_first_section_more_than_a_later_one_and_a_boost_as_it_says() -> None:
    other = a_section("z.html", "nothing")
    assert first("soil", a_section("a.html", "soil"), a_section("b.html#p", "x", "soil"), other)[0] == "b.html"
    later = (a_section("a.html", "x"), a_section("a.html#p", "soil"))
    assert first("soil", *later, a_section("b.html", "soil"), other)[0] == "b.html"
    assert first("soil", a_section("a.html", "soil"), a_section("b.html", "soil", boost=2), other)[0] == "b.html"


def test_words_within_tags_are_not_searched_and_those_of_tag_lists_are() -> None:
    assert first("p", a_section("a.html", "soil")) == []
    assert first("soil", a_section("a.html", "x", tags=["Living soil"]), a_section("b.html", "y")) == ["a.html"]


def test_stop_words_are_left_out() -> None:
    docs = (a_section("a.html", "the theatre"), a_section("b.html", "soil"))
    assert first("the soil", *docs) == ["b.html"]


def test_stop_words_alone_are_beginnings() -> None:
    assert first("the", a_section("a.html", "the theatre"), a_section("b.html", "soil")) == ["a.html"]


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


def test_an_index_without_names_is_not_modelled() -> None:
    index = an_index()
    del index["config"]["stop_words"]
    assert not can_model(index)


# --- how pages are ranked by their names


def test_names_come_before_words_the_nearest_first() -> None:
    docs = (
        a_section("says.html", "dark soil " * 9, "Says", boost=9),
        a_section("begun.html", "x", "Begun", digest=named("article", "dark soil life")),
        a_section("holds.html", "x", "On dark old soil"),
        a_section("begins.html", "x", "Dark soil at night"),
        a_section("about.html", "x", "About", digest=named("article", "peat", "dark soil")),
        a_section("nearer.html", "x", "Nearer", digest=named("article", "dark soil")),
        a_section("theme.html", "x", "Dark soil"),
        a_section("term.html", "x", "Dark soil", digest=named("term")),
        a_section("text.html", "x", "The dark soil", digest=named("article", titles=("Dark soil",))),
        a_section("half.html", "soil", "Half"),
    )
    found = [location.removesuffix(".html") for location in first("dark soil", *docs)]
    assert found == ["text", "term", "theme", "nearer", "about", "begins", "holds", "begun", "says"]


def test_a_term_that_is_written_as_it_is_typed_comes_first() -> None:
    docs = [a_section(f"{term}.html", "x", "X", digest=named("article", term)) for term in ("Lab", "lab", "LAB")]
    assert [first(query, *docs)[0] for query in ("lab", "LAB", "Lab")] == ["lab.html", "LAB.html", "Lab.html"]


def test_of_titles_that_begin_alike_the_shortest_comes_first() -> None:
    docs = (a_section("a.html", "x", "Soil life at night"), a_section("b.html", "x", "Soil life"))
    assert first("soil li", *docs) == ["b.html", "a.html"]


def test_a_page_is_found_by_its_title_though_all_its_words_are_stop_words() -> None:
    docs = (a_section("a.html", "theatre " * 9), a_section("b.html", "x", "Of the"))
    assert first("of the", *docs)[0] == "b.html"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Benedikt Ströbl’s “view”", "benedikt strobl s view", id="marks and quotes go"),
        pytest.param("Q&amp;A: what&#39;s new?", "q a what s new", id="escapes go"),
        pytest.param("  GPT-4/5_a ", "gpt 4 5 a", id="signs part words"),
        pytest.param("机器学习", "机器学习", id="unspaced words stay whole"),
        pytest.param("—", "", id="no words"),
    ],
)
def test_names_are_compared_as_words_in_small_letters(text: str, words: str) -> None:
    assert to_words(text) == words


# --- which names the index is given


def test_the_index_is_told_the_names_of_articles_and_terms() -> None:
    soil = Term("living soil", "soil", 1.0, ("humus",))
    article = replace(
        an_article_on("Soil", sidecar=Sidecar(aliases=("Earth",))), terms=(soil, Term("peat", "peat", 0.5))
    )
    other = replace(an_article_on("Tide"), terms=(Term("living soils", "soil", 1.0),))
    entry = Entry("living soil", "soil", "soil", "terms/soil.md", ("humus",), (), (), ())
    digest = a_library(article, other, an_article_on("Ebb", sidecar=Sidecar(hide=True)), glossary=(entry,))
    assert name_pages(digest, settings=SITE) == {
        "articles/soil.html": named("article", "living soil", "peat", "humus", titles=("Earth",)),
        "articles/tide.html": named("article", "living soils"),
        "terms/soil.html": named("term", titles=("humus", "living soils")),
    }


def test_the_names_of_a_page_stand_at_its_first_section_and_replace_older_ones() -> None:
    index = an_index(
        a_section("a.html", "x"),
        a_section("a.html#p", "y"),
        a_section("b.html", "z", digest=named("term")),
        stop_words=[],
    )
    names = {"a.html": named("article", "soil"), "c.html": named("term")}
    assert add_names(index, names, stop_words=["the"]) == an_index(
        a_section("a.html", "x", digest=named("article", "soil")),
        a_section("a.html#p", "y"),
        a_section("b.html", "z"),
        stop_words=["the"],
    )


# --- what a build says


def an_article_on(title: str, *terms: str, **stated: Any) -> Article:
    found = tuple(Term(term, term, 1.0) for term in terms)
    return an_article(a_draft(a_document(title, **stated)), terms=found)


def told(*docs: dict[str, Any], articles: tuple[Article, ...], glossary: tuple[Entry, ...] = ()) -> list[str]:
    digest = a_library(*articles, glossary=glossary)
    index = add_names(an_index(*docs), name_pages(digest, settings=SITE), stop_words=[])
    return [f"{problem.kind}: {problem}" for problem in find_unfound(digest, read_index(index), settings=SITE)]


def test_nothing_is_said_of_names_that_lead_to_their_articles() -> None:
    docs = (a_section("articles/soil.html", "x", "Soil"), a_section("articles/tide.html", "soil soil", "Tide"))
    assert told(*docs, articles=(an_article_on("Soil", "humus"), an_article_on("Tide", "ebb"))) == []


def test_an_article_that_the_index_lacks_is_a_problem() -> None:
    assert told(a_section("articles/tide.html", "humus"), articles=(an_article_on("Soil", "humus"),)) == [
        "search: seeds/soil.txt: the search box does not find “Soil” "
        "(see that neither templates/article.md.j2 nor a plugin keeps its page out of search)"
    ]


def test_names_that_other_articles_bear_as_titles_are_a_remark() -> None:
    named_so = Sidecar(aliases=("Soil", "dark humus"))
    others = [an_article_on(f"Tide {number}", sidecar=named_so) for number in "123"]
    docs = [a_section(f"articles/tide-{number}.html", "soil", f"Tide {number}", boost=9) for number in "123"]
    soil = a_section("articles/soil.html", "soil", "Soil")
    assert told(*docs, soil, articles=(*others, an_article_on("Soil", "dark humus", "worms"))) == [
        "outranked: seeds/soil.txt: the search box shows other pages before “Soil” for “Soil”, “dark humus” "
        "(name it under `aliases` in seeds/soil.txt.yml)"
    ]


def test_a_term_whose_own_page_comes_first_wrongs_no_article() -> None:
    others = [an_article_on(f"Tide {number}", "humus") for number in "123"]
    docs = [a_section(f"articles/tide-{number}.html", "x", f"Tide {number}", boost=9) for number in "123"]
    entry = Entry("humus", "humus", "humus", "terms/humus.md", (), (), (), ())
    soil = a_section("articles/soil.html", "x", "Soil")
    page = a_section("terms/humus.html", "x", "humus")
    assert told(*docs, soil, page, articles=(*others, an_article_on("Soil", "humus")), glossary=(entry,)) == []


def test_a_term_that_many_share_wrongs_no_article() -> None:
    others = [an_article_on(f"Tide {number}", "humus") for number in "123"]
    docs = [a_section(f"articles/tide-{number}.html", "x", f"Tide {number}", boost=9) for number in "123"]
    soil = a_section("articles/soil.html", "x", "Soil")
    assert told(*docs, soil, articles=(*others, an_article_on("Soil", "humus"))) == []


def test_an_article_that_the_curator_hides_need_not_be_found() -> None:
    hidden = an_article_on("Soil", "humus", sidecar=Sidecar(hide=True))
    assert told(a_section("articles/soil.html", "soil"), articles=(hidden,)) == []
