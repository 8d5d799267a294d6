"""Which pages the search box would show for some words: a model of lunr, Material's front end and our own script.

Material ranks by BM25 without regard to length, boosts of fields and pages, and five times the weight for a page's first
section that holds all words and twice for another. templates/assets/search.js asks it for whole words, which count
WHOLE times what a beginning does, and puts those pages first whose names are near (`search_nearness.py`). Left out: quotes
and signs of the query language, which the script passes on as they are; stemmers and the segmenters of Japanese, Thai and
Hindi (`can_model` says so); Han words are cut greedily, where the front end weighs several cuts.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from digest.render.search_names import STOP_WORDS
from digest.render.search_nearness import LAST, TAG, Names, find_near, read_names

K1 = 1.2  # lunr's own, which Material leaves as it is
WHOLE = 4  # times that a whole word of a question weighs what one does that only begins so
UNFOUND = -1.0  # the score of a page that has none; a very common word may count nothing where it is found
ROUNDED = 3  # digits that lunr keeps of a weight
HAN = re.compile("[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
SEGMENTED = {"ja", "th", "hi"}

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
    names: Names
    separator: re.Pattern[str]
    stop_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clause:
    """A word of a question: all that begins so is found, and the word itself weighs `whole` times more."""

    word: str
    whole: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search shows: its first pages, and how many it finds in all."""

    shown: tuple[str, ...]
    found: int


def can_model(index: Mapping[str, Any]) -> bool:
    """Whether an index is of the kind that is modelled: with names, no stemmer, no segmenter."""
    config = index["config"]
    return (
        STOP_WORDS in config
        and "stemmer" not in config.get("pipeline", ())
        and not SEGMENTED & set(config.get("lang", ()))
    )


def read_index(index: Mapping[str, Any]) -> SearchModel:
    """The model of a search index as Material and `search_names.py` write it."""
    config, docs = index["config"], index["docs"]
    separator = re.compile(config["separator"])
    stop_words = frozenset(config.get(STOP_WORDS, ()))
    dropped = stop_words if "stopWordFilter" in config.get("pipeline", ()) else frozenset()
    places: dict[str, int] = {}
    page_of = np.array([places.setdefault(doc["location"].partition("#")[0], len(places)) for doc in docs], np.int64)
    first = np.zeros(len(docs), bool)
    first[np.unique(page_of, return_index=True)[1]] = True
    names = read_names([doc for doc, opens in zip(docs, first, strict=True) if opens])
    boosts = {name: float(spec.get("boost") or 1) for name, spec in config["fields"].items()}
    words, starts, sections, weights = _weigh_words(docs, boosts, separator, dropped)
    return SearchModel(words, starts, sections, weights, list(places), page_of, first, names, separator, stop_words)


def search(model: SearchModel, query: str, *, shown: int) -> Answer:
    """What the search box shows for some words, best first; of equal pages the earlier."""
    scores, whole = _score(model, list(_split_query(query, model)))
    near = find_near(model.names, query, stop_words=model.stop_words)
    named = sorted(near, key=lambda page: (near[page], -scores[page], page))  # nearer than any page that has the words
    scores[named] = UNFOUND
    others = np.flatnonzero(scores > UNFOUND)
    best = others[np.lexsort((-scores[others], ~whole[others]))[:shown]]  # a stable order: of equal pages the earlier
    return Answer(tuple(model.pages[page] for page in [*named, *best][:shown]), len(named) + len(others))


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
    """The words that are looked for: without stop words if others remain; whole words weigh more, unless Han signs are cut."""
    words = dict.fromkeys(_split(query, model.separator))
    meant = [word for word in words if word not in model.stop_words]
    if not meant or HAN.search(query):
        yield from (Clause(cut, 0) for word in words for cut in _cut_han(word, model))
    else:
        yield from (Clause(word, WHOLE) for word in meant)


def _cut_han(word: str, model: SearchModel) -> Iterator[str]:
    """A word with its runs of Han signs cut into the longest beginnings that the index has."""
    yield from filter(None, HAN.split(word))
    for run in HAN.findall(word):
        while run:
            ends = (_expand(model, run[:n], LAST) for n in range(len(run), 1, -1))
            length = next((len(run) - at for at, (low, high) in enumerate(ends) if low < high), len(run))
            yield run[:length]
            run = run[length:]


def _expand(model: SearchModel, word: str, end: str) -> tuple[int, int]:
    """Where the postings begin and end of all words from one to the one with this end."""
    low, high = bisect_left(model.words, word), bisect_left(model.words, word + end)
    return int(model.starts[low]), int(model.starts[high])


def _gather(postings: NDArray[Any], slices: Sequence[tuple[int, int]]) -> NDArray[Any]:
    return np.concatenate([postings[:0], *(postings[low:high] for low, high in slices)])


def _score(model: SearchModel, clauses: Sequence[Clause]) -> tuple[Weights, NDArray[np.bool_]]:
    """The best section's score for each page, or UNFOUND; and whether it has all words."""
    slices = [_expand(model, clause.word, LAST) for clause in clauses]
    sections, count = _gather(model.sections, slices), len(model.page_of)
    scores = np.zeros(count)
    scores += np.bincount(sections, _gather(model.weights, slices), minlength=count)
    for clause in clauses:
        low, high = _expand(model, clause.word, "\0")
        np.add.at(scores, model.sections[low:high], clause.whole * model.weights[low:high])
    matched, whole = np.zeros(count), np.ones(len(model.pages), bool)  # words by section, all of them by page
    for low, high in slices:
        matched += _mark(model.sections[low:high], count)
        whole &= _mark(model.page_of[model.sections[low:high]], len(model.pages))
    scores *= 1 + (model.first + matched / max(len(clauses), 1)) ** 2
    found = np.flatnonzero(matched)
    best = np.full(len(model.pages), UNFOUND)
    np.maximum.at(best, model.page_of[found], scores[found])
    return best, whole


def _mark(places: Numbers, count: int) -> NDArray[np.bool_]:
    marks = np.zeros(count, bool)
    marks[places] = True
    return marks
