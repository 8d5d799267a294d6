"""How near the names of pages are to the words of a question: the order in which the search box shows pages.

The same sums as in templates/assets/search.js, which does them in the browser; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from digest.render.search_names import KEY

EQUAL, TERM, BEGINS, HOLDS, TERM_BEGINS = range(5)  # how near a page is, nearest first
OTHERWISE = 1000  # places behind, for a term that is written in another way than it is typed, as in capitals
KINDS = ("article", "term", None)  # of pages that share a title, the text itself comes first
ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|#\d+);")
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"[^\W_]+")
LAST = "\U0010ffff"  # sorts behind every word that begins alike

Nearness: TypeAlias = tuple[int, int]  # how near, and among pages that are equally near


@dataclass(frozen=True, slots=True)
class Names:
    """The names of all pages. `titles` and `terms` are sorted by their words, so that what begins alike stands together.

    `titles` gives the number of the page; `terms` its number, the term's place on it, and how it is written; `words` has
    the words of all titles, each with the place of the title in `titles`. `kinds` is what each page is, as a place in KINDS.
    """

    kinds: Sequence[int]
    titles: Sequence[tuple[str, int]]
    terms: Sequence[tuple[str, int, int, str]]
    words: Sequence[tuple[str, int]]


def read_names(docs: Sequence[Mapping[str, Any]]) -> Names:
    """The names of pages, each given by the first section that the search index has of it."""
    named = [doc.get(KEY) or {} for doc in docs]
    pairs = zip(docs, named, strict=True)
    written = [[TAG.sub(" ", doc["title"]), *names.get("titles", ())] for doc, names in pairs]
    titles = sorted((name, page) for page, names in enumerate(written) for name in filter(None, map(to_words, names)))
    terms = ((page, names.get("terms", ())) for page, names in enumerate(named))
    return Names(
        [KINDS.index(names.get("kind")) for names in named],
        titles,
        sorted((to_words(term), page, place, term) for page, found in terms for place, term in enumerate(found)),
        sorted((word, at) for at, (name, _) in enumerate(titles) for word in name.split()),
    )


def to_words(text: str) -> str:
    """The words of a text in small letters without marks, one space between each two."""
    whole = unicodedata.normalize("NFKD", ESCAPED.sub(" ", text))
    bare = "".join([sign for sign in whole if not unicodedata.category(sign).startswith("M")])
    return " ".join(WORD.findall(bare.lower()))


def find_near(names: Names, question: str, *, stop_words: frozenset[str]) -> dict[int, Nearness]:
    """The pages whose titles or key terms are a question, begin with it or hold it; its last word may be a beginning."""
    near: dict[int, Nearness] = {}
    asked = to_words(question)
    for page, nearness in _compare(names, asked, question, stop_words) if asked else ():
        near[page] = min(near.get(page, nearness), nearness)
    return near


def _compare(names: Names, asked: str, question: str, stop_words: frozenset[str]) -> Iterator[tuple[int, Nearness]]:
    for title, page in _begin(names.titles, asked):
        yield page, (EQUAL, names.kinds[page]) if title == asked else (BEGINS, _count(title))
    for term, page, place, written in _begin(names.terms, asked):
        behind = 0 if written == question.strip() else OTHERWISE
        yield page, (TERM, place + behind) if term == asked else (TERM_BEGINS, _count(term))
    words = asked.split()
    meant = [word for word in words if word not in stop_words] or words
    holding = [_holding(names, [(word,), (word + "\0",)]) for word in meant[:-1]]
    last = _holding(names, [(meant[-1],), (meant[-1] + LAST,)])
    for at in sorted(last.intersection(*holding)):
        title, page = names.titles[at]
        yield page, (HOLDS, _count(title))


def _begin(listed: Sequence[tuple[Any, ...]], asked: str) -> Iterable[tuple[Any, ...]]:
    return listed[bisect_left(listed, (asked,)) : bisect_left(listed, (asked + LAST,))]


def _holding(names: Names, ends: Sequence[tuple[str]]) -> set[int]:
    """The titles with a word between two others, by their places."""
    low, high = (bisect_left(names.words, end) for end in ends)
    return {at for _, at in names.words[low:high]}


def _count(name: str) -> int:
    return name.count(" ") + 1
