"""Which pages the search box would show for some words: a model of lunr under Material's front end, over the shipped index.

The ranking is theirs: BM25 without regard to length, boosts of fields and pages, each word taken for the beginning of
one, five times the weight for a page's first section that holds all words and twice for another. Left out: typing slips
(`~`), quotes and signs of the query language, which no key term has; stemmers and the segmenters of Japanese, Thai and
Hindi (`can_model` says so); Han words are cut greedily, where the front end weighs several cuts.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

K1 = 1.2  # lunr's own, which Material leaves as it is
ROUNDED = 3  # digits that lunr keeps of a weight
TAG = re.compile(r"<[^>]*>")
HAN = re.compile("[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
SEGMENTED = {"ja", "th", "hi"}
LAST = "\U0010ffff"  # sorts behind every word that begins alike

Numbers: TypeAlias = "NDArray[np.int64]"
Weights: TypeAlias = "NDArray[np.float64]"


@dataclass(frozen=True, slots=True)
class SearchModel:
    """An index as it is searched. The postings of `words[n]` are those from `starts[n]` to `starts[n + 1]`.

    A posting is a section and the weight of the word in one of its fields; words that begin alike stand together, so a
    beginning is one slice. `page_of` is the page of each section, `first` whether it opens its page.
    """

    words: Sequence[str]
    starts: Numbers
    sections: Numbers
    weights: Weights
    pages: Sequence[str]
    page_of: Numbers
    first: NDArray[np.bool_]
    separator: re.Pattern[str]
    stop_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clause:
    """A word of a query: the whole word, or the beginning of one."""

    word: str
    beginning: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search shows: its first pages, whether each has all words, and all pages that have them.

    Stop words, which the index lacks, are none of them: in a query they call for words that begin so.
    """

    shown: tuple[str, ...]
    all_whole: bool
    whole: frozenset[str]


def can_model(index: Mapping[str, Any]) -> bool:
    """Whether an index is of the kind that is modelled: no stemmer, no segmenter."""
    config = index["config"]
    return "stemmer" not in config.get("pipeline", ()) and not SEGMENTED & set(config.get("lang", ()))


def read_index(index: Mapping[str, Any], *, stop_words: Iterable[str] = ()) -> SearchModel:
    """The model of a search index as Material writes it; `stop_words` are those that its front end leaves out."""
    config, docs = index["config"], index["docs"]
    separator = re.compile(config["separator"])
    dropped = frozenset(stop_words) if "stopWordFilter" in config.get("pipeline", ()) else frozenset()
    places: dict[str, int] = {}
    page_of = np.array([places.setdefault(doc["location"].partition("#")[0], len(places)) for doc in docs], np.int64)
    first = np.zeros(len(docs), bool)
    first[np.unique(page_of, return_index=True)[1]] = True
    boosts = {name: float(spec.get("boost") or 1) for name, spec in config["fields"].items()}
    words, starts, sections, weights = _weigh_words(docs, boosts, separator, dropped)
    return SearchModel(words, starts, sections, weights, list(places), page_of, first, separator, dropped)


def search(model: SearchModel, query: str, *, shown: int) -> Answer:
    """What the search box shows for some words, best first."""
    clauses = Counter(_split_query(query, model))
    slices = {clause: _expand(model, clause) for clause in clauses}
    postings = np.concatenate([np.arange(0), *(np.arange(low, high) for low, high in slices.values())])
    sizes = [high - low for low, high in slices.values()]
    asked = [n for n in clauses if slices[n][0] < slices[n][1] or n.word not in model.stop_words]
    found, place = np.unique(model.sections[postings], return_inverse=True)
    scores = np.bincount(place, model.weights[postings] * np.repeat(list(clauses.values()), sizes), len(found))
    matched = np.zeros((len(clauses), len(found)), bool)  # by clause and section
    matched[np.repeat(np.arange(len(clauses)), sizes), place] = True
    lifted = scores * (1 + (model.first[found] + matched.sum(axis=0) / max(len(asked), 1)) ** 2)
    meant = np.array([clause.word not in model.stop_words for clause in clauses], bool)
    return _rank(model, found, lifted, matched[meant], shown=shown)


def _weigh_words(
    docs: Sequence[Mapping[str, Any]], boosts: Mapping[str, float], separator: re.Pattern[str], dropped: frozenset[str]
) -> tuple[list[str], Numbers, Numbers, Weights]:
    """All words in order, where the postings of each begin, and the postings: section and weight."""
    numbers: dict[str, int] = {}
    word, section, count, boost = array("q"), array("q"), array("q"), array("d")
    for number, doc, name in ((number, doc, name) for number, doc in enumerate(docs) for name in boosts):
        counted = Counter(one for one in _split(_text_of(doc, name), separator) if one not in dropped)
        word.extend(numbers.setdefault(one, len(numbers)) for one in counted)
        count.extend(counted.values())
        section.extend([number] * len(counted))
        boost.extend([boosts[name] * float(doc.get("boost") or 1)] * len(counted))
    words = sorted(numbers)
    order = np.empty(len(words), np.int64)
    order[[numbers[one] for one in words]] = np.arange(len(words))
    places = order[np.array(word, np.int64)]
    holding = np.bincount(places, minlength=len(words))
    by_word = np.argsort(places, kind="stable")
    starts = np.concatenate([[0], np.cumsum(holding)]).astype(np.int64)
    rarity = np.log1p(np.abs((len(docs) - holding + 0.5) / (holding + 0.5)))
    weights = rarity[places] * _dampen(np.array(count, np.float64)) * np.array(boost)
    return words, starts, np.array(section, np.int64)[by_word], np.round(weights, ROUNDED)[by_word]


def _dampen(counts: Weights) -> Weights:
    """What a word counts that stands there so often: more than once, but never K1 + 1 times."""
    return (K1 + 1) * counts / (K1 + counts)


def _text_of(doc: Mapping[str, Any], name: str) -> str:
    value = doc.get(name) or ""
    return " ".join(value) if isinstance(value, list) else TAG.sub(" ", value)


def _split(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    return filter(None, separator.split(text.lower()))


def _split_query(query: str, model: SearchModel) -> Iterator[Clause]:
    """The clauses of a query, some of them twice: of words that hyphens join, each calls for all, the last as a beginning."""
    for part in query.lower().split():
        pieces = [piece for piece in part.split("-") if piece]
        for at, piece in enumerate(pieces):
            for word in _split_piece(piece, model):
                yield from _join(*pieces[:at], word, *pieces[at + 1 :])


def _split_piece(piece: str, model: SearchModel) -> Iterator[str]:
    for word in _split(piece, model.separator):
        yield from _cut_han(word, model) if HAN.search(word) else (word,)


def _join(*words: str) -> Iterator[Clause]:
    return (Clause(word, beginning=at == len(words)) for at, word in enumerate(words, start=1))


def _cut_han(word: str, model: SearchModel) -> Iterator[str]:
    """A word with Han signs, cut into the longest beginnings that the index has."""
    yield from filter(None, HAN.split(word))
    for run in HAN.findall(word):
        while run:
            length = next((n for n in range(len(run), 1, -1) if _begins(model, run[:n])), len(run))
            yield run[:length]
            run = run[length:]


def _begins(model: SearchModel, word: str) -> bool:
    low, high = _expand(model, Clause(word, beginning=True))
    return low < high


def _expand(model: SearchModel, clause: Clause) -> tuple[int, int]:
    """The postings of all words that a clause calls for."""
    low = bisect_left(model.words, clause.word)
    last = clause.word + (LAST if clause.beginning else "\0")
    return int(model.starts[low]), int(model.starts[bisect_left(model.words, last)])


def _rank(model: SearchModel, sections: Numbers, scores: Weights, matched: NDArray[np.bool_], *, shown: int) -> Answer:
    """Pages by their best section; of equal ones the earlier."""
    pages, place = np.unique(model.page_of[sections], return_inverse=True)
    best, says = np.zeros(len(pages)), np.zeros((len(matched), len(pages)), bool)
    np.maximum.at(best, place, scores)
    np.logical_or.at(says.T, place, matched.T)
    whole = np.logical_and.reduce(says, axis=0)
    order = np.argsort(-best, kind="stable")[:shown]
    return Answer(
        tuple(model.pages[pages[at]] for at in order),
        bool(whole[order].all()),
        frozenset(model.pages[page] for page in pages[whole]),
    )
