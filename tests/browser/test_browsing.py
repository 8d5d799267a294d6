"""A reader gets from any page to the next by clicking, and from copied words to their place in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import Article, Library
from searching import plain_address

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

IN_VIEW = """(place) => {
  const { top } = place.getBoundingClientRect();
  const header = document.querySelector('.md-header').getBoundingClientRect().bottom;
  return top >= header - 1 && top < innerHeight;
}"""
TEXT_AT = "(place) => (place.closest('p, li, pre, td, h2, h3, h4') || place).innerText"


def test_a_reader_clicks_from_home_to_a_theme_an_article_a_related_one_and_the_glossary(
    library: Library, page: Page, address: str
) -> None:
    trail = [follow(page, folder, below=address) for folder in ("themes", "articles")]
    related = [near["path"].removesuffix(".md") for near in find_article(library, trail[-1]).meta["digest"]["related"]]
    trail.append(follow(page, related[0], below=address))
    trail.append(follow(page, "terms", below=address))
    assert trail == [trail[0], trail[1], related[0], trail[3]]
    assert page.locator("h1").inner_text()


def test_each_arrow_of_a_summary_leads_to_its_sentence(library: Library, page: Page, address: str) -> None:
    astray = []
    for article in library.articles:
        page.goto(address + page_address(page, article, below=address))
        copied = [
            said for said in article.meta["digest"]["summary"] if (said["at"] or "deck") != "deck"
        ]  # it stands above
        astray += [said["text"] for said in copied if not leads_there(page, said)]
    assert astray == []


def follow(page: Page, folder: str, *, below: str) -> str:
    """Click the first link of the text that leads into a folder, or to one page; the address that it led to."""
    left = page.url.split("#")[0]
    find_link(page, folder, below=below).click()
    page.wait_for_url(lambda url: url.split("#")[0] != left)
    return plain_address(page.url.split("#")[0], below=below)


def find_link(page: Page, folder: str, *, below: str) -> Locator:
    """The first visible link of the text to a page in a folder, not to the folder's own index."""
    for link in page.locator("article a[href]:visible").all():
        found = plain_address(link.evaluate("(link) => link.href").split("#")[0], below=below)
        if re.fullmatch(folder if "/" in folder else rf"{folder}/[^/]+", found):
            return link
    raise AssertionError(f"{page.url} has no link to {folder}")


def find_article(library: Library, address: str) -> Article:
    """The article at an address."""
    (article,) = [article for article in library.articles if article.address == address]
    return article


def page_address(page: Page, article: Article, *, below: str) -> str:
    """The address of an article's page in the form that this site uses."""
    ending = "/" if page.request.get(f"{below}{article.address}/").ok else ".html"
    return article.address + ending


def leads_there(page: Page, said: dict[str, str]) -> bool:
    """Whether the summary's arrow brings the place of a sentence into view, and the sentence stands there."""
    page.evaluate("scrollTo(0, 0)")
    page.locator(f'article a[href$="#{said["at"]}"]').first.click()
    place = page.locator(f'[id="{said["at"]}"]')
    page.wait_for_function(IN_VIEW, arg=place.element_handle())
    return " ".join(said["text"].split()) in " ".join(place.evaluate(TEXT_AT).split())
