"""The pages of a library: there is one for everything, each says what it is, and none breaks when there is little to say."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from sample_digest import (
    SETTINGS,
    TEMPLATES,
    a_document,
    a_draft,
    a_library,
    an_article,
    read_templates,
    sample_digest,
)

from digest.blocks import CodeBlock
from digest.documents import Sidecar
from digest.markdown.front_matter import split_front_matter
from digest.model import Credited, Digest, Page, Redirect, Sentence, Theme
from digest.render.render import render_digest

SCHEMA = json.loads((TEMPLATES / "schema" / "article.json").read_text("utf-8"))
EMPTY = Digest((), (), ())
INDEX_PAGES = (
    "archive/index.md",
    "health.md",
    "index.md",
    "map.md",
    "people/index.md",
    "questions/index.md",
    "quotations/index.md",
    "reading.md",
    "subscribe.md",
    "terms/index.md",
    "themes/index.md",
)


def render(digest: Digest, **templates: str) -> dict[str, str]:
    pages = render_digest(digest, templates={**read_templates(), **templates}, settings=SETTINGS)
    return {page.path: page.text for page in pages}


def front_matter(text: str) -> dict[str, Any]:
    return split_front_matter(text, where="page")[0]


def body(text: str) -> str:
    return split_front_matter(text, where="page")[1].lstrip("\n")


def test_a_library_has_a_page_for_each_article_theme_and_term_and_every_list() -> None:
    made = {path for path in render(sample_digest()) if not path.startswith(("exports/", "feeds/", "llms.txt"))}
    assert made == {
        *INDEX_PAGES,
        "articles/is-ai-progress-slowing-down.md",
        "articles/scarcity-of-research.md",
        "articles/the-amnesia-of-scale.md",
        "assets/digest.css",
        "terms/inference-scaling.md",
        "terms/rag.md",
        "terms/scaling-laws.md",
        "themes/inference-scaling.md",
        "themes/soil.md",
    }


def test_assets_pass_as_they_are() -> None:
    pages = render_digest(EMPTY, templates={**read_templates(), "assets/own.js": "{{ x }}"}, settings=SETTINGS)
    assert Page("assets/own.js", "{{ x }}") in pages


@pytest.mark.parametrize("path", sorted(p for p in render(sample_digest()) if p.startswith("articles/")))
def test_the_front_matter_of_an_article_keeps_the_schema(path: str) -> None:
    matter = front_matter(render(sample_digest())[path])
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(matter)


def test_keys_stand_in_the_contracts_order() -> None:
    matter = front_matter(render(sample_digest())["articles/is-ai-progress-slowing-down.md"])
    assert list(matter) == ["title", "description", "date", "tags", "search", "digest"]
    assert list(matter["digest"]) == list(SCHEMA["$defs"]["digest"]["properties"])


@pytest.mark.parametrize(
    ("published", "stated"),
    [("2024-12-19", "2024-12-19"), ("2024-12", None), ("2024", None), (None, None)],
)
def test_a_date_stands_at_the_top_only_when_a_full_day_is_stated(published: str | None, stated: str | None) -> None:
    pages = render(a_library(an_article(a_draft(a_document("Soil", published=published)))))
    assert front_matter(pages["articles/soil.md"]).get("date") == stated


def test_a_description_is_at_most_300_characters_even_when_escapes_lengthen_it() -> None:
    long = a_document("Soil", deck="A & B < C and more words; " * 30)
    description = front_matter(render(a_library(an_article(a_draft(long))))["articles/soil.md"])["description"]
    assert 200 < len(description) <= 300
    assert description.endswith("…")


def test_every_page_has_a_title() -> None:
    pages = render(sample_digest())
    assert all(front_matter(text)["title"] for path, text in pages.items() if path.endswith(".md"))


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("index.md", "Nothing is published yet: put a text into the folder of sources, and build again."),
        ("archive/index.md", "Nothing is published yet."),
        ("themes/index.md", "No themes yet: they appear when articles share terms."),
        ("terms/index.md", "No terms yet: they appear when articles define or share them."),
        ("people/index.md", "No source here names its author or a speaker."),
        ("questions/index.md", "No article here is put as a question."),
        ("quotations/index.md", "No article here quotes anybody."),
        ("health.md", "0 sources read, 0 articles made, nothing failed."),
    ],
)
def test_an_empty_library_says_so_in_a_sentence(path: str, sentence: str) -> None:
    assert sentence in render(EMPTY)[path]


def test_a_hidden_article_has_a_page_and_stands_in_no_list() -> None:
    hidden = an_article(a_draft(a_document("Secret soil", authors=("Ada",), sidecar=Sidecar(hide=True))))
    pages = render(a_library(hidden, an_article(a_draft(a_document("Clay")))))
    assert "# Secret soil" in pages["articles/secret-soil.md"]
    lists = {path for path in INDEX_PAGES if path != "health.md"}
    assert [path for path in sorted(lists) if "Secret soil" in pages[path]] == []


def test_home_shows_the_pinned_then_the_newest_then_the_undated_by_title() -> None:
    library = a_library(
        an_article(a_draft(a_document("Alder"))),
        an_article(a_draft(a_document("Beech", published="2023"))),
        an_article(a_draft(a_document("Cedar", published="2024-01-02"))),
        an_article(a_draft(a_document("Aspen"))),
        an_article(a_draft(a_document("Elm", sidecar=Sidecar(pin=True)))),
    )
    home = body(render(library)["index.md"])
    titles = ("Elm", "Cedar", "Beech", "Alder", "Aspen")
    assert sorted(titles, key=lambda title: home.index(f"[{title}]")) == list(titles)


def test_home_leads_with_the_newest_article_and_all_of_its_summary() -> None:
    said = (Sentence("Soil remembers.", "p1"), Sentence("It does so for years.", "p1"), Sentence("We forget.", "p1"))
    newest = an_article(a_draft(a_document("Cedar", published="2024-01-02"), summary=said))
    older = an_article(a_draft(a_document("Beech", published="2019")))
    home = body(render(a_library(older, newest))["index.md"])
    assert (
        '-   <span class="digest-label">Newest</span> **[Cedar](articles/cedar.md)**\n\n'
        "    Soil remembers. It does so for years. We forget.\n" in home
    )
    assert "[2 articles](archive/index.md), 2019 to 2024" in home
    assert home.count("digest-label") == 1


def test_home_names_the_widest_themes_before_the_first_article() -> None:
    home = body(render(sample_digest())["index.md"])
    named = "[Inference scaling](themes/inference-scaling.md) · [Soil](themes/soil.md)"
    assert home.index(named) < home.index("](articles/")


def test_home_stays_one_screenful_with_five_hundred_articles() -> None:
    library = a_library(*(an_article(a_draft(a_document(f"Soil {number:03}"))) for number in range(500)))
    pages = render(library)
    assert pages["index.md"].count("](articles/") == SETTINGS.home_articles
    assert pages["archive/index.md"].count("](../articles/") == 0
    assert pages["archive/date-not-stated.md"].count("](../articles/") == 500


def test_a_long_archive_has_a_page_for_each_year() -> None:
    years = [f"{2000 + number % 3}" for number in range(300)]
    library = a_library(*(an_article(a_draft(a_document(f"Soil {n:03}", published=y))) for n, y in enumerate(years)))
    pages = render(library)
    assert body(pages["archive/index.md"]) == (
        '# Archive\n\n<div class="digest-rows" markdown="1">\n\n'
        '- [2002](2002.md) <span class="digest-count">100</span>\n'
        '- [2001](2001.md) <span class="digest-count">100</span>\n'
        '- [2000](2000.md) <span class="digest-count">100</span>\n\n</div>\n'
    )
    assert "[Archive](index.md) · [2002](2002.md) · [2000](2000.md)" in pages["archive/2001.md"]
    assert '[2001](archive/2001.md) <span class="digest-number">100</span>' in pages["index.md"]


def test_an_author_among_many_is_found_on_the_page_of_their_letter() -> None:
    names = [f"{first} Grower{number}" for first in ("Ann", "Bo", "Elan", "Ян") for number in range(60)]
    pages = render(a_library(*(an_article(a_draft(a_document(n, authors=(n,)))) for n in names)))
    assert "[Elan Grower7](../people/e.md#person-elan-grower7)" in pages["articles/elan-grower7.md"]
    assert '<a id="person-elan-grower7"></a>Elan Grower7' in pages["people/e.md"]


def test_an_article_leads_on_through_its_theme() -> None:
    articles = tuple(an_article(a_draft(a_document(f"Soil {n}")), themes=("soil",)) for n in (1, 2, 3))
    theme = Theme("Soil", "soil", "themes/soil.md", (), tuple(article.path for article in articles))
    page = render(replace(a_library(*articles), themes=(theme,)))["articles/soil-2.md"]
    assert '<span class="digest-before">← [Soil 1](soil-1.md)</span>' in page
    assert '<span class="digest-after">[Soil 3](soil-3.md) →</span>' in page


def test_a_question_opens_with_it_and_its_short_answer() -> None:
    page = body(render(sample_digest())["articles/scarcity-of-research.md"])
    order = [
        "# Scarcity",
        "Generated by AI",
        "Are there still few",
        "Yes, largely.",
        "copied from the text",
        '<a id="p1">',
    ]
    assert [page.index(part) for part in order] == sorted(page.index(part) for part in order)


def test_what_was_cut_is_counted_with_its_reason_and_not_printed() -> None:
    page = body(render(sample_digest())["articles/is-ai-progress-slowing-down.md"])
    assert "What was cut (2)" in page
    assert "- list of other articles (2)" in page
    assert "20th January" not in page


def test_an_excerpt_says_so_and_where_the_whole_stands() -> None:
    document = a_document("Soil", url="https://www.example.org/soil")
    page = render(a_library(an_article(a_draft(document, rights="excerpt"))))["articles/soil.md"]
    assert "An excerpt. Read the whole at [example.org](https://www.example.org/soil)." in page


def test_a_summary_names_its_voice() -> None:
    said = (Sentence("Good soil.", ""),)
    draft = a_draft(a_document("Soil"), summary=said, summary_by="curator")
    page = body(render(a_library(an_article(draft)))["articles/soil.md"])
    assert "In short, in the curator’s words" in page
    assert "- Good soil.\n" in page


def test_a_template_of_the_project_replaces_ours() -> None:
    pages = render(EMPTY, **{"archive.md.j2": "# Mine\n\n{{ groups | length }}"})
    assert body(pages["archive/index.md"]) == "# Mine\n\n0\n"


def test_blank_lines_in_code_stay() -> None:
    document = a_document("Soil", blocks=(CodeBlock("a\n\n\n\nb"),))
    page = render(a_library(an_article(a_draft(document))))["articles/soil.md"]
    assert "```\na\n\n\n\nb\n```" in page


def test_an_article_is_cited_in_words_and_in_the_forms_of_reference_managers() -> None:
    page = body(render(sample_digest())["articles/is-ai-progress-slowing-down.md"])
    cite = page[page.index(">Cite<") : page.index("</details>", page.index(">Cite<"))]
    forms = ["“Is AI progress slowing down?”", "@online{", "TY  - ELEC", '"type": "webpage"']
    assert [form for form in forms if form not in cite] == []


def test_equal_digests_give_equal_pages() -> None:
    once, again = sample_digest(), sample_digest()
    shuffled = replace(again, articles=again.articles)
    assert render(once) == render(shuffled)


def test_a_merged_name_has_a_page_that_leads_on() -> None:
    moved = Redirect("themes/old-soil.md", "Old *soil*", "themes/soil.md")
    page = render(replace(sample_digest(), redirects=(moved,)))["themes/old-soil.md"]
    assert body(page) == "# Old \\*soil\\*\n\nThis page is now [Soil](soil.md).\n"
    assert front_matter(page)["digest"]["moved"] == {"from": "old-soil", "to": "soil"}
    assert (front_matter(page)["robots"], front_matter(page)["search"]) == ("noindex", {"exclude": True})


def test_a_theme_shows_what_differs_and_the_curator_s_words() -> None:
    digest = sample_digest()
    one, other = (Credited(text, "p1", digest.articles[0].path, "A piece") for text in ("Yes *so*.", "Not so."))
    theme = replace(digest.themes[1], differs=((one, other),), about="My *own* words.")
    page = body(render(replace(digest, themes=(digest.themes[0], theme)))["themes/soil.md"])
    assert "Where they differ</h2>" in page
    assert page.index("- Yes \\*so\\*. <span") < page.index("    Not so. <span")
    assert "> My *own* words." in page


def test_a_theme_of_several_years_shows_how_many_articles_each_has() -> None:
    days = {"Soil": "2019-05-01", "Carbon": "2021", "Rain": "2021-02-03"}
    articles = [an_article(a_draft(a_document(title, published=day))) for title, day in days.items()]
    theme = Theme("Ground", "ground", "themes/ground.md", (), tuple(one.path for one in articles))
    page = body(render(replace(a_library(*articles), themes=(theme,)))["themes/ground.md"])
    lines = [line.split(" <span")[0] for line in page.split("Year by year</h2>")[1].splitlines() if line.strip()]
    assert [line for line in lines if line.startswith("-")] == ["- 2019", "- 2021"]
    assert ['style="--share: 50"' in page, 'style="--share: 100"' in page] == [True, True]


def test_an_entry_shows_the_curator_s_words_in_place_of_a_missing_definition() -> None:
    digest = sample_digest()
    entry = replace(digest.glossary[0], about="My *own* words.", definitions=())
    page = body(render(replace(digest, glossary=(entry, *digest.glossary[1:])))[entry.path])
    assert "> My *own* words." in page
    assert "No article here defines it" not in page
