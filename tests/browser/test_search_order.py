"""Our script puts pages in order behind the theme's search box, and leaves all else of it as it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import Library, opened
from searching import LIST, find_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).parents[2] / "templates" / "assets" / "search.js"
FIRST_LINK = f"{LIST} > li:first-child a"
# What passes between the page and the theme's worker, noted behind our script.
NOTE_MESSAGES = """() => {
  window.noted = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    if (!this.noted) {
      this.noted = true;
      this.addEventListener("message", ({ data }) => window.noted.push(JSON.parse(JSON.stringify(data))));
    }
    window.noted.push(JSON.parse(JSON.stringify(message)));
    return post.apply(this, arguments);
  };
}"""
# A worker that answers each message with what it was sent; `said` is what the page hears.
ECHO = """() => {
  window.Worker = class extends EventTarget {
    postMessage(message) {
      this.dispatchEvent(new MessageEvent("message", { data: structuredClone(message) }));
    }
  };
}"""
SAY = """(messages) => {
  const said = [], worker = new Worker("x.js");
  worker.addEventListener("message", ({ data }) => said.push(data));
  for (const message of messages) worker.postMessage(message);
  return said;
}"""
SETUP = {
    "type": 0,
    "data": {
        "config": {"lang": ["en"], "separator": "\\s+", "stop_words": ["the"]},
        "docs": [{"location": "a.html", "title": "Soil", "text": "<p>x</p>"}],
    },
}


@pytest.fixture
def bare(chromium: Browser) -> Any:
    """A page of no site, where our script stands before a worker that echoes."""
    context: BrowserContext = chromium.new_context()
    page = context.new_page()
    page.evaluate(ECHO)
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    yield page
    context.close()


def test_a_title_shows_its_article_first(library: Library, chromium: Browser, address: str) -> None:
    titles = {article.meta["digest"]["source"]["title"]: article.address for article in library.articles}
    with opened(chromium, address) as page:
        page.goto(address)
        assert {title: find_pages(page, title, below=address)[0] for title in titles} == titles


def test_the_enter_key_opens_the_page_that_is_shown_first(library: Library, page: Page, address: str) -> None:
    title = library.articles[0].meta["digest"]["source"]["title"]
    find_pages(page, title, below=address)
    first = page.locator(FIRST_LINK).first.get_attribute("href")
    page.locator(".md-search__input").press("Enter")
    page.wait_for_url("**/articles/**")
    assert page.url == first


def test_words_that_were_found_are_marked(page: Page, address: str) -> None:
    find_pages(page, "the reasoning models", below=address)
    assert "reasoning" in {word.lower() for word in page.locator(f"{LIST} mark").all_inner_texts()}


def test_a_word_is_completed_as_before(page: Page, address: str) -> None:
    find_pages(page, "is ai progr", below=address)
    page.wait_for_function("() => document.querySelector('[data-md-component=search-suggest]').textContent")
    assert page.locator("[data-md-component=search-suggest]").text_content() == "is ai progress"


def test_what_is_written_in_the_query_language_reaches_the_worker_as_it_is_written(bare: Page) -> None:
    written = ['"dark soil"', "+soil water", "soil -water", "title:soil", "soi*", "soil~1", "土壤"]
    questions = [{"type": 2, "data": text} for text in written]
    assert bare.evaluate(SAY, [SETUP, *questions]) == [SETUP, *questions]


def test_a_plain_question_loses_its_stop_words(bare: Page) -> None:
    said = bare.evaluate(SAY, [SETUP, {"type": 2, "data": "The dark soil"}])
    assert said[1] == {"type": 2, "data": "dark^4 dark soil^4 soil"}


@pytest.mark.parametrize(
    "messages",
    [
        pytest.param([{"type": 2, "data": "the soil"}], id="a question before the index"),
        pytest.param([{"type": 0, "data": {"config": {}, "docs": []}}, {"type": 2, "data": "the soil"}], id="no names"),
        pytest.param([{"kind": "setup"}, {"kind": "query", "words": "the soil"}], id="other messages"),
        pytest.param(["setup", 7, None], id="other values"),
        pytest.param([SETUP, {"type": 3, "data": {"items": [[{"location": "b.html"}]]}}], id="an answer unasked"),
    ],
)
def test_another_way_of_speaking_passes_as_it_is(bare: Page, messages: list[Any]) -> None:
    assert bare.evaluate(SAY, messages) == messages


def test_answers_of_another_shape_pass_as_they_are_and_so_does_all_that_follows(bare: Page) -> None:
    strange = {"type": 3, "data": {"found": []}}
    question = {"type": 2, "data": "the soil"}
    said = bare.evaluate(SAY, [SETUP, question, strange, question])
    assert said[2:] == [strange, question]


def test_the_box_answers_without_our_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/assets/search.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(address)
    found = find_pages(page, "scaling", below=address)
    context.close()
    assert found


def test_the_theme_speaks_with_its_worker_as_our_script_expects(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    context.add_init_script(f"({NOTE_MESSAGES})()")
    page = context.new_page()
    page.goto(address)
    find_pages(page, "scaling", below=address)
    noted = page.evaluate("() => window.noted")
    context.close()
    setup, ready, asked, answer = ([one for one in noted if one["type"] == kind][-1] for kind in range(4))
    assert (sorted(setup["data"]), ready) == (["config", "docs", "options"], {"type": 1})
    assert asked == {"type": 2, "data": "scaling^4 scaling"}
    best = answer["data"]["items"][0][0]
    assert best.keys() >= {"location", "title", "text", "score"}
    assert best["terms"] == {"scaling": True}
