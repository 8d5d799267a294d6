"""Whatever a template prints is escaped for Markdown; a mistake in it is one line that says where."""

from __future__ import annotations

import pytest

from digest.errors import TemplateError
from digest.markdown.writer import escape_text
from digest.render.environment import make_environment, render_template
from digest.render.filters import anchor

HOSTILE = "*a* [b](javascript:c) <script>"
ESCAPED = escape_text(HOSTILE)


def render(template: str, **context: object) -> str:
    environment = make_environment(
        {"article.md.j2": template, "own.md.j2": "{% macro bold(x) %}**{{ x }}**{% endmacro %}"}
    )
    return render_template(environment, "article.md.j2", {"page": "articles/x.md", **context})


@pytest.mark.parametrize(
    ("template", "rendered"),
    [
        pytest.param("{{ x }}", ESCAPED, id="printed"),
        pytest.param("{{ x | e }}", ESCAPED, id="escaped once, and not for HTML"),
        pytest.param("{{ [x, x] | join(', ') }}", f"{ESCAPED}, {ESCAPED}", id="joined"),
        pytest.param("{{ 'by ' ~ x }}", f"by {ESCAPED}", id="joined by a tilde"),
        pytest.param("{{ anchor ~ x }}", f'<a id="p1"></a>{ESCAPED}', id="joined to something written"),
        pytest.param("{{ [anchor, x] | join(' ') }}", f'<a id="p1"></a> {ESCAPED}', id="in a row with it"),
        pytest.param("{% set y %}{{ x }}{% endset %}{{ y }}", ESCAPED, id="kept and printed"),
        pytest.param("{% from 'own.md.j2' import bold %}{{ bold(x) }}", f"**{ESCAPED}**", id="by a macro, once"),
        pytest.param("{{ x | replace('b', 'c') }}", ESCAPED.replace("b", "c"), id="changed and printed"),
        pytest.param("{{ ' ' ~ x ~ ' ' }}", f" {ESCAPED} ", id="with the spaces around it"),
    ],
)
def test_a_string_is_escaped_wherever_a_template_prints_it(template: str, rendered: str) -> None:
    assert render(template, x=HOSTILE, anchor=anchor("p1")) == rendered


def test_nothing_is_printed_for_none() -> None:
    assert render("[{{ x }}]", x=None) == "[]"


def test_the_words_of_an_attribute_hold_no_syntax_of_either_language() -> None:
    assert render('<a title="{{ x | attribute }}">', x='"> *a* _b_ [c]') == (
        '<a title="&#34;&#62; &#42;a&#42; &#95;b&#95; &#91;c&#93;">'
    )


@pytest.mark.parametrize(
    ("template", "message"),
    [
        pytest.param("a\n{{ titel }}", "line 2: 'titel' is undefined", id="a name that nobody gave"),
        pytest.param("{{ x.y.z }}", "line 1: 'str object' has no attribute 'y'", id="a field that there is not"),
        pytest.param("{% if %}", "line 1: Expected an expression, got 'end of statement block'", id="a broken tag"),
        pytest.param("a\nb\n{{ x | bold }}", "line 3: No filter named 'bold'.", id="an unknown filter"),
        pytest.param("{{ x + 1 }}", 'line 1: can only concatenate str (not "int") to str', id="a wrong sum"),
        pytest.param("\n{% include 'gone.md.j2' %}", "line 2: there is no template gone.md.j2", id="a missing part"),
    ],
)
def test_a_mistake_names_its_line_and_how_to_mend_it(template: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render(template, x="text")
    assert str(caught.value) == (
        f"templates/article.md.j2, {message} (mend the template, or delete it to use the packaged one)"
    )


def test_a_missing_template_is_named() -> None:
    with pytest.raises(TemplateError) as caught:
        render_template(make_environment({}), "article.md.j2", {})
    assert str(caught.value) == (
        "templates/article.md.j2: there is no template article.md.j2 "
        "(mend the template, or delete it to use the packaged one)"
    )


def test_a_bug_in_a_filter_is_no_mistake_of_the_template() -> None:
    environment = make_environment({"article.md.j2": "{{ x | broken }}"})
    environment.filters["broken"] = lambda value: value.nothing
    with pytest.raises(AttributeError):
        render_template(environment, "article.md.j2", {"x": "text"})


@pytest.mark.parametrize(
    ("page", "call", "link"),
    [
        pytest.param("articles/x.md", "link('terms/a.md', 'A')", "[A](../terms/a.md)", id="to another folder"),
        pytest.param("index.md", "link('terms/a.md', 'A', 'p2')", "[A](terms/a.md#p2)", id="from home to a place"),
        pytest.param("articles/x.md", "link('articles/x.md', '↓', 'p2')", "[↓](#p2)", id="within the page"),
        pytest.param("index.md", "web('javascript:x', 'A')", "A", id="to no safe address"),
    ],
)
def test_links_lead_from_the_page_that_is_made(page: str, call: str, link: str) -> None:
    assert render("{{ " + call + " }}", page=page) == link
