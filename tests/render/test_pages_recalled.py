"""A page is made anew when anything that it shows has changed, and not when nothing has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sample_digest import SETTINGS, read_templates, sample_digest

from digest.config import Settings
from digest.model import Article, Digest, Entry
from digest.render.render import render_digest

FIRST = "articles/is-ai-progress-slowing-down.md"
SECOND = "articles/scarcity-of-research.md"
LAST = "articles/the-amnesia-of-scale.md"


def remade(
    digest: Digest,
    *,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
    settings: Settings = SETTINGS,
) -> set[str]:
    """The articles' pages made again when the sample became another; each page is what it is without memory."""
    known: dict[bytes, str] = {}
    made: list[str] = []

    def recall(key: bytes, make: Callable[[], str]) -> str:
        if key not in known:
            known[key] = make()
            made.append(known[key])
        return known[key]

    first = {**read_templates(), **(before or {})}
    render_digest(sample_digest(), templates=first, settings=SETTINGS, recall=recall)
    made.clear()
    then = {**first, **(after or {})}
    pages = render_digest(digest, templates=then, settings=settings, recall=recall)
    assert pages == render_digest(digest, templates=then, settings=settings)
    return {page.path for page in pages if page.text in made and page.path.startswith("articles/")}


def retitled(path: str) -> Digest:
    def change(article: Article) -> Article:
        document = replace(article.draft.document, title="Other")
        return replace(article, draft=replace(article.draft, document=document)) if article.path == path else article

    return replace(sample_digest(), articles=tuple(map(change, sample_digest().articles)))


def test_nothing_is_made_again_where_nothing_changed() -> None:
    assert remade(sample_digest()) == set()


def test_a_new_title_makes_its_page_again_and_those_that_name_it() -> None:
    assert remade(retitled(SECOND)) == {FIRST, SECOND}
    assert remade(retitled(LAST)) == {FIRST, LAST}


def test_a_term_that_moved_makes_the_pages_again_that_mention_it() -> None:
    def move(entry: Entry) -> Entry:
        return replace(entry, path="terms/moved.md") if entry.slug == "inference-scaling" else entry

    digest = sample_digest()
    assert remade(replace(digest, glossary=tuple(map(move, digest.glossary)))) == {FIRST}


def test_a_setting_or_a_template_makes_all_again() -> None:
    every = {FIRST, SECOND, LAST}
    assert remade(sample_digest(), settings=replace(SETTINGS, home_articles=3)) == every
    assert remade(sample_digest(), after={"term.md.j2": "# {{ entry.term }}"}) == every


PART = "{% macro all() %}{{ library.shown | length }}{% endmacro %}{{ all() if library is defined }}"


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("{{ document.title }} {{ library.shown | length }}", id="itself"),
        pytest.param("{% include 'part.md.j2' %}", id="in a part that it takes in"),
        pytest.param("{% import 'part.md.j2' as part with context %}{{ part.all() }}", id="in a macro"),
        pytest.param("{% include document.title and 'part.md.j2' %}", id="in a part named by a value"),
    ],
)
def test_a_template_that_asks_for_the_library_has_it_as_it_is(template: str) -> None:
    digest = sample_digest()
    fewer = replace(digest, articles=tuple(one for one in digest.articles if one.path != SECOND))
    templates = {"article.md.j2": template, "part.md.j2": PART}
    assert remade(fewer, before=templates) == set()  # for they are not remembered
