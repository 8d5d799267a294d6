"""How often the search box shows the expected page first: `python benchmarks/search.py PROJECT [--browser http|file]`.

PROJECT is a folder with docs/ and site/ as a build left them. Half of the queries are titles of articles, half key terms,
both taken evenly from all in the order of the alphabet. Expected for a title: an article of that title. For a term: its own
page; where at most MANY articles have it among their key terms, one of these serves as well. Two spellings that differ in
capitals and marks alone are one term. The last line is stricter: of as many key terms of one article, that very article.
The pages shown are those of the model of the search box, or with `--browser` what Chromium shows, of site/ as it is served
or opened from its folder, with the time from the last key to the answer.
Exit status 1: fewer than FIRST are first, or fewer than AMONG among SHOWN.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.markdown.front_matter import split_front_matter
from digest.publish.search_index import INDEX
from digest.render.search_model import read_index, search
from digest.render.search_nearness import to_words

SHOWN = 3  # pages that a reader sees without scrolling
MANY = 3  # articles; a term that more of them have is better served by its own page
FIRST, AMONG = 0.95, 0.99  # shares of the queries
PATIENCE = 120_000  # milliseconds: on a slow machine the index of a large library takes that long

Ask = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Query:
    """Words that a reader types, and the pages that serve them."""

    kind: str
    words: str
    expected: frozenset[str]


def main() -> None:
    """Ask all queries; print each that misses, then the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--browser", choices=["http", "file"])
    options = parser.parse_args()
    queries = list(find_queries(options.project / "docs", options.queries))
    with open_box((options.project / "site").resolve(), options.browser) as ask:
        found = {words: timed(ask, words) for words in dict.fromkeys(query.words for query in queries)}
    answers = [(query, *found[query.words]) for query in queries]
    met = tell_shares(
        [(query, shown) for query, shown, _ in answers if query.kind != "of one article"], "title or term"
    )
    tell_shares(
        [(query, shown) for query, shown, _ in answers if query.kind == "of one article"], "term of one article"
    )
    if options.browser:
        took = sorted(milliseconds for _, _, milliseconds in answers)
        sys.stdout.write(f"{statistics.median(took):8.0f}  milliseconds, the median; at most {took[-1]:.0f}\n")
    sys.exit(not met)


def tell_shares(answers: Sequence[tuple[Query, Sequence[str]]], kind: str) -> bool:
    """Print the queries that miss, and how many do not; whether these are enough."""
    firsts = [bool(query.expected.intersection(shown[:1])) for query, shown in answers]
    among = [bool(query.expected.intersection(shown[:SHOWN])) for query, shown in answers]
    for (query, shown), first in zip(answers, firsts, strict=True):
        if not first and kind == "title or term":
            sys.stdout.write(f"{query.kind} “{query.words}”: behind {', '.join(shown[:SHOWN])}\n")
    shares = sum(firsts) / len(answers), sum(among) / len(answers)
    sys.stdout.write(f"{shares[0]:8.3f}  first, of {len(answers)} by {kind}\n{shares[1]:8.3f}  among {SHOWN}\n")
    return shares[0] >= FIRST and shares[1] >= AMONG


def timed(ask: Ask, words: str) -> tuple[Sequence[str], float]:
    """The pages shown, and the milliseconds that it took."""
    start = time.perf_counter()
    return ask(words), (time.perf_counter() - start) * 1000


def find_queries(docs: Path, number: int) -> Iterator[Query]:
    """So many queries, half of them titles and half terms, and what is expected of each; then terms of one article."""
    titled: dict[str, set[str]] = {}
    having: dict[str, set[str]] = {}
    pairs: dict[tuple[str, str], set[str]] = {}
    for path in sorted((docs / "articles").glob("*.md")):
        meta, page = read_meta(path).get("digest", {}), f"articles/{path.stem}"
        if "id" in meta:  # else the page at an old address
            titled.setdefault(str(meta["source"]["title"]), set()).add(page)
            for term in meta["terms"]:
                having.setdefault(term["term"], set()).add(page)
                pairs[term["term"], page] = {page}
    terms = find_serving(having, dict(read_terms(docs)))
    for kind, found in (("title", titled), ("term", terms)):
        yield from (Query(kind, words, frozenset(found[words])) for words in take(sorted(found), number // 2))
    for pair in take(sorted(pairs), number // 2):
        yield Query("of one article", pair[0], frozenset(pairs[pair]))


def find_serving(having: dict[str, set[str]], own: dict[str, set[str]]) -> dict[str, set[str]]:
    """The pages that serve each term."""
    shared: dict[str, set[str]] = {}
    for term, pages in having.items():
        shared.setdefault(to_words(term), set()).update(pages)
    serving = {}
    for term in having:
        pages, page = shared[to_words(term)], own.get(to_words(term), set())
        serving[term] = page | pages if not page or len(pages) <= MANY else page
    return serving


def read_terms(docs: Path) -> Iterator[tuple[str, set[str]]]:
    """The words of each term that has a page, and the page's address."""
    for path in sorted((docs / "terms").glob("*.md")):
        meta = read_meta(path).get("digest", {})
        if "term" in meta:
            yield to_words(meta["term"]), {f"terms/{path.stem}"}


def read_meta(path: Path) -> dict[str, Any]:
    """The front matter of a page of docs/."""
    return split_front_matter(path.read_text("utf-8"), where=str(path))[0]


def take(names: Sequence[Any], number: int) -> list[Any]:
    """So many of the names, at even distances."""
    return [names[at * len(names) // number] for at in range(number)] if number < len(names) else [*names]


@contextmanager
def open_box(site: Path, browser: str | None) -> Iterator[Ask]:
    """The search box of a built site, once it is ready: what it shows for some words."""
    if browser is None:
        model = read_index(json.loads((site / INDEX).read_text("utf-8")))
        yield lambda words: [bare_address(found) for found in search(model, words, shown=SHOWN).shown]
        return
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))  # the tests know how to use the box
    from conftest import opened, served, started
    from searching import find_pages

    with started() as chromium, served(site) as hosted:
        address = hosted if browser == "http" else f"{site.as_uri()}/"
        with opened(chromium, address) as page:
            page.set_default_timeout(PATIENCE)
            page.goto(address + "index.html")
            find_pages(page, "ready", below=address)
            yield lambda words: find_pages(page, words, below=address)


def bare_address(location: str) -> str:
    """`articles/x` for both forms of an address, `articles/x.html` and `articles/x/`."""
    return location.removesuffix(".html").strip("/")


if __name__ == "__main__":
    main()
