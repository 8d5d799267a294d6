"""A digest is the same for the same drafts in any order; its links have reasons, its tags and terms lead somewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import a_document, a_draft

from digest.analyze.analyze import analyze_document
from digest.blocks import Link, Paragraph, Text, number_paragraphs
from digest.config import Settings
from digest.documents import Definition, Sidecar
from digest.model import Article, Digest, Draft, Problem
from digest.relate.relate import relate_drafts

CARBON = "Soil carbon is measured in ten fields. Cover crops bring soil carbon back. Farmers sow cover crops in autumn."
CROPS = "Cover crops protect a field in winter. Rye is the oldest of the cover crops. Soil carbon grows under rye."
BREAD = "A sourdough starter needs patience. Rye flour feeds the sourdough starter. Bakers proof sourdough overnight."
OVEN = "An oven spring makes the loaf rise. A sourdough starter gives more oven spring than yeast ever did."


def library(**settings: int) -> Digest:
    return relate_drafts(drafts(), settings=Settings(**settings))


def drafts() -> list[Draft]:
    texts = {"Soil carbon": CARBON, "Winter fields": CROPS, "Patient bread": BREAD, "The oven": OVEN}
    return [a_draft(title=title, text=text) for title, text in texts.items()]


def article(digest: Digest, title: str) -> Article:
    return next(one for one in digest.articles if one.draft.document.title == title)


def test_the_order_of_the_drafts_changes_nothing() -> None:
    assert relate_drafts(drafts()[::-1], settings=Settings()) == library()


def test_an_empty_library_is_a_digest_too() -> None:
    problem = Problem("seeds/a.txt", "is broken", "mend it")
    assert relate_drafts([], settings=Settings(), problems=[problem]) == Digest((), (), (), (problem,))


def test_a_single_article_has_terms_but_no_links_themes_or_tags() -> None:
    digest = relate_drafts(drafts()[:1], settings=Settings())
    (only,) = digest.articles
    assert only.terms[0].weight == 1
    assert (only.related, only.themes, only.tags, digest.themes) == ((), (), (), ())


def test_a_link_names_the_terms_of_both() -> None:
    links = [(link.path, link.why, link.terms) for link in article(library(), "Soil carbon").related]
    assert links == [("articles/winter-fields.md", "both discuss cover crops", ("cover crops",))]


def test_articles_that_share_nothing_rare_are_not_linked() -> None:
    one, other = a_draft(title="One", text="People like good days."), a_draft(title="Two", text="Good days are long.")
    assert [found.related for found in relate_drafts([one, other], settings=Settings()).articles] == [(), ()]


def test_no_more_links_are_shown_than_the_curator_set() -> None:
    assert all(one.related == () for one in library(related=0).articles)


def test_a_link_that_a_source_states_is_a_reason_in_both_directions() -> None:
    target = a_draft(title="The target", text="Nothing else is said.", url="https://www.a.example/target/")
    linking = replace(
        a_document(title="The source"),
        blocks=number_paragraphs((Paragraph((Link("http://a.example/target#top", (Text("there"),)),)),)),
    )
    digest = relate_drafts([target, analyze_document(linking, settings=Settings())], settings=Settings())
    assert [[(link.title, link.why) for link in one.related] for one in digest.articles] == [
        [("The target", "links to it")],
        [("The source", "is linked from it")],
    ]


def test_a_defined_term_has_an_entry_with_every_definition_and_its_credit() -> None:
    one = a_draft(title="One", text="Rot.", definitions=(Definition("Rotten leaves.", "p1", "compost"),))
    two = a_draft(title="Two", text="Food.", definitions=(Definition("Food for soil.", "p1", "Compost"),))
    entry = relate_drafts([one, two], settings=Settings()).glossary[0]
    assert [(found.definition.text, found.path) for found in entry.definitions] == [
        ("Rotten leaves.", "articles/one.md"),
        ("Food for soil.", "articles/two.md"),
    ]
    assert (entry.term, entry.path) == ("compost", "terms/compost.md")


def test_a_shared_term_has_an_entry_with_the_sentences_that_use_it() -> None:
    entry = next(found for found in library().glossary if found.term == "cover crops")
    assert entry.articles == ("articles/winter-fields.md", "articles/soil-carbon.md")
    assert [(shown.text, shown.at, shown.path) for shown in entry.context] == [
        ("Cover crops protect a field in winter.", "p1", "articles/winter-fields.md"),
        ("Rye is the oldest of the cover crops.", "p1", "articles/winter-fields.md"),
        ("Cover crops bring soil carbon back.", "p1", "articles/soil-carbon.md"),
        ("Farmers sow cover crops in autumn.", "p1", "articles/soil-carbon.md"),
    ]


def test_every_tag_of_ours_leads_to_an_entry_that_two_articles_share() -> None:
    digest = library()
    shared = {entry.term for entry in digest.glossary if len(entry.articles) > 1}
    assert {tag for one in digest.articles for tag in one.tags} <= shared


def test_tags_that_were_given_come_first_and_each_once() -> None:
    draft = a_draft(tags=("soil", "AI"), sidecar=Sidecar(tags=("ai", "farming")))
    assert relate_drafts([draft], settings=Settings()).articles[0].tags == ("ai", "farming", "soil")


def test_a_term_page_shows_the_sentences_that_write_the_term_with_a_hyphen() -> None:
    defined = Definition("A photograph of the roots of a plant", "", "X rays", "stated")
    texts = ["X-ray pictures show the roots of beans.", "Nobody digs the beans out."]
    drafted = a_draft(title="Roots", text=" ".join(texts))
    (entry,) = relate_drafts([replace(drafted, definitions=(defined,))], settings=Settings()).glossary
    assert [shown.text for shown in entry.context] == texts[:1]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        pytest.param("dry run", "Two dry runs came before the flight.", id="a stem that ends in i, and a plural"),
        pytest.param("possibility", "Three possibilities were left to the crew.", id="a stem that has other letters"),
        pytest.param("relational database", "The crew keeps relational databases aboard.", id="a long stem"),
    ],
)
def test_a_term_page_shows_the_sentences_that_write_the_term_in_another_form(term: str, text: str) -> None:
    defined = Definition("What the crew speaks of", "", term, "stated")
    drafted = replace(a_draft(title="Flight", text=f"{text} Nobody slept."), definitions=(defined,))
    entry = next(one for one in relate_drafts([drafted], settings=Settings()).glossary if one.definitions)
    assert [shown.text for shown in entry.context] == [text]


def test_a_link_source_shows_none_of_its_sentences_elsewhere() -> None:
    given = [replace(one.document, rights="link") for one in drafts()]
    digest = relate_drafts([analyze_document(one, settings=Settings()) for one in given], settings=Settings())
    assert all(not entry.context for entry in digest.glossary)
    assert all(not theme.says for theme in digest.themes)
    assert any(one.related for one in digest.articles)


def test_a_name_that_every_article_shares_is_no_term_tag_entry_or_reason() -> None:
    subjects = ("soil carbon", "cover crops", "crop rotation", "rye flour", "sourdough starter")
    given = [a_draft(title=one, text=f"We asked GROW about {one}. The GROW index of {one} is new.") for one in subjects]
    digest = relate_drafts(given, settings=Settings())
    named = [term.term for one in digest.articles for term in one.terms]
    assert "GROW" not in named
    assert "cover crops" in named
    assert [(one.tags, one.related) for one in digest.articles] == [((), ())] * 5


def test_a_name_that_every_article_shares_stays_where_one_defines_it() -> None:
    subjects = ("soil carbon", "cover crops", "crop rotation", "rye flour", "sourdough starter")
    given = [a_draft(title=one, text=f"We asked GROW about {one}. The GROW index of {one} is new.") for one in subjects]
    defined = Definition("A register of fields.", "p1", "GROW")
    told = a_draft(title="A register", text="We asked GROW about the register.", definitions=(defined,))
    digest = relate_drafts([*given, told], settings=Settings())
    assert "GROW" in [entry.term for entry in digest.glossary]


def test_a_plain_word_alone_is_no_reason() -> None:
    one = a_draft(title="One", text="The architecture is old. An architecture grows. We like architecture in spring.")
    two = a_draft(title="Two", text="The architecture is new. An architecture stays. They like architecture in autumn.")
    assert [found.related for found in relate_drafts([one, two], settings=Settings()).articles] == [(), ()]


def test_an_author_s_name_is_no_reason() -> None:
    one = a_draft(title="Bread", text="Ask Jane Q. Brown about the oven. Jane Brown bakes.", authors=("Jane Brown",))
    two = a_draft(title="Milk", text="Ask Jane Brown about the barn. Jane Brown milks. So says Jane Brown.")
    assert [found.related for found in relate_drafts([one, two], settings=Settings()).articles] == [(), ()]


def test_a_theme_s_name_opens_with_a_capital() -> None:
    assert [theme.name for theme in library().themes] == ["Cover crops", "Sourdough starter"]
