"""How often the search box shows the expected page first: `python benchmarks/search.py PROJECT [--queries 200]`.

PROJECT is a folder with docs/ and site/ as a build left them. Half of the queries are titles of articles, half key terms,
both taken evenly from all in the order of the alphabet. Expected for a title: an article of that title. For a term: its own
page; where at most MANY articles have it among their key terms, one of these serves as well. The pages shown are those of
the model of the search box that the browser tests hold against the real one.
Exit status 1: fewer than FIRST are first, or fewer than AMONG among SHOWN.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.markdown.front_matter import split_front_matter
from digest.publish.search_index import INDEX, read_stop_words
from digest.render.search_model import SearchModel, read_index, search

SHOWN = 3  # pages that a reader sees without scrolling
MANY = 3  # articles; a term that more of them have is better served by its own page
FIRST, AMONG = 0.95, 0.99  # shares of the queries


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
    options = parser.parse_args()
    queries = list(find_queries(options.project / "docs", options.queries))
    model = read_model(options.project / "site")
    ranks = [find_rank(query, model) for query in queries]
    shares = [sum(rank <= limit for rank in ranks) / len(ranks) for limit in (1, SHOWN)]
    for query, rank in zip(queries, ranks, strict=True):
        if rank > 1:
            shown = ", ".join(search(model, query.words, shown=SHOWN).shown)
            sys.stdout.write(f"{query.kind} “{query.words}”: at {rank}, behind {shown}\n")
    sys.stdout.write(f"{shares[0]:8.3f}  first, of {len(ranks)}\n{shares[1]:8.3f}  among {SHOWN}\n")
    sys.exit(shares[0] < FIRST or shares[1] < AMONG)


def find_queries(docs: Path, number: int) -> Iterator[Query]:
    """So many queries, half of them titles and half terms, and what is expected of each."""
    titled: dict[str, set[str]] = {}
    serving: dict[str, set[str]] = {}
    for path in sorted((docs / "articles").glob("*.md")):
        meta, page = read_meta(path), f"articles/{path.stem}.html"
        if "id" in meta.get("digest", {}):  # else the page at an old address
            titled.setdefault(str(meta["title"]), set()).add(page)
            for term in meta["digest"]["terms"]:
                serving.setdefault(term["term"], set()).add(page)
    own = {str(meta["digest"]["term"]): page for page, meta in read_terms(docs)}
    for term in serving.keys() & own.keys():
        serving[term] = {own[term], *(serving[term] if len(serving[term]) <= MANY else ())}
    for kind, found in (("title", titled), ("term", serving)):
        yield from (Query(kind, words, frozenset(found[words])) for words in take(sorted(found), number // 2))


def read_terms(docs: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The address of each term's page, and its front matter."""
    for path in sorted((docs / "terms").glob("*.md")):
        meta = read_meta(path)
        if "term" in meta.get("digest", {}):
            yield f"terms/{path.stem}.html", meta


def read_meta(path: Path) -> dict[str, Any]:
    """The front matter of a page of docs/."""
    return split_front_matter(path.read_text("utf-8"), where=str(path))[0]


def take(names: Sequence[str], number: int) -> list[str]:
    """So many of the names, at even distances."""
    return [names[at * len(names) // number] for at in range(number)] if number < len(names) else [*names]


def read_model(site: Path) -> SearchModel:
    """The search box of a built site."""
    index = json.loads((site / INDEX).read_text("utf-8"))
    return read_index(index, stop_words=read_stop_words(site) or ())


def find_rank(query: Query, model: SearchModel) -> int:
    """The place of the first expected page; one behind all pages of the site, where none is found."""
    everything = len(model.pages)
    shown = search(model, query.words, shown=everything).shown
    return next((at for at, page in enumerate(shown, start=1) if page in query.expected), everything + 1)


if __name__ == "__main__":
    main()
