"""Key terms that do not lead to their articles in the search box, as problems of a build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from digest.config import Settings
from digest.model import Article, Digest, Problem
from digest.render.search_model import Answer, SearchModel, search
from digest.render.site_address import place_on_site

SHOWN = 3  # pages that a reader sees without scrolling
LOST, OUTRANKED = "search", "outranked"  # kinds of problems; the second is a remark


def find_unfound(digest: Digest, model: SearchModel, *, settings: Settings) -> tuple[Problem, ...]:
    """What keeps key terms from leading to their articles, at most two problems an article, in the articles' order.

    LOST: the page lacks words of the term, so no search for it can find the page. OUTRANKED: it has them, but among the
    first pages shown stand others that lack some. Where all of those have them too, many share the term and no page is
    wronged.
    """

    @cache
    def ask(name: str) -> Answer:
        return search(model, name, shown=SHOWN)

    listed = (article for article in digest.articles if not article.draft.document.sidecar.hide)
    return tuple(problem for article in listed for problem in _look_up(article, ask, settings))


def _look_up(article: Article, ask: Callable[[str], Answer], settings: Settings) -> Iterator[Problem]:
    page = place_on_site(article.path, directory_urls=settings.directory_urls)
    answers = {name: ask(name.lower()) for term in article.terms for name in (term.term, *term.aka)}
    lost = [name for name, answer in answers.items() if page not in answer.whole]
    below = [name for name, answer in answers.items() if name not in lost and _is_below(page, answer)]
    document = article.draft.document
    tell = partial(Problem, document.source.path)
    if lost:
        what = f"the search box does not find “{document.title}” by {_list(lost)}"
        yield tell(what, "see that templates/article.md.j2 shows its key terms outside of what search leaves out", LOST)
    if below:
        what = f"the search box shows other pages before “{document.title}” for {_list(below)}"
        yield tell(what, f"name it under `tags` in {document.source.path}.yml, or in its title", OUTRANKED)


def _is_below(page: str, answer: Answer) -> bool:
    return page not in answer.shown and not answer.all_whole


def _list(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
