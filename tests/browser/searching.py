"""How a reader uses the search box: type, wait for the answer, read the titles from the top."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

LIST = ".md-search-result__list"
# The theme empties the list before it shows an answer, so a mark left in it tells when the answer has come.
MARK_OLD_ANSWER = f"() => {{ document.querySelector('{LIST}').innerHTML = '<li id=old-answer></li>'; }}"
ANSWER_IS_NEW = "() => !document.getElementById('old-answer')"
PAGES_FOUND = f"""() => [...document.querySelectorAll('{LIST} > li')].map(
  (found) => decodeURI(found.querySelector('a').href).split(/[?#]/)[0])"""


def find_pages(page: Page, words: str, *, below: str) -> list[str]:
    """The addresses of the pages that the search box finds, best first, without the site's address and their ending."""
    box = page.locator(".md-search__input")
    box.click()
    page.evaluate(MARK_OLD_ANSWER)
    box.fill(words)
    box.press("End")  # the theme listens to keys, not to the text
    page.wait_for_function(ANSWER_IS_NEW)
    return [plain_address(found, below=below) for found in page.evaluate(PAGES_FOUND)]


def plain_address(url: str, *, below: str) -> str:
    """`articles/x` for each form of its address: `…/articles/x/`, `…/articles/x.html`, `…/articles/x/index.html`."""
    return url.removeprefix(below).removesuffix("index.html").removesuffix(".html").strip("/")
