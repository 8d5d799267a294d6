"""How much each sentence of a text says of the whole: its likeness to the text and the title, and where it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import log, sqrt
from statistics import fmean

from digest.analyze.cues import announces, defines, only_opens, speaks_of_writer, tells_news
from digest.analyze.standing import ASKED, follows_well, is_complete
from digest.analyze.stopwords import is_small_word
from digest.analyze.wording import is_cjk, split_words, word_key, word_zipf
from digest.model import Sentence

WEIGHTS = {  # round on purpose: over random fifths of a blog's posts, finer ones did no better on the fifth left out
    "opening": 3.0,  # likeness to the whole, less with each sentence before: openings sum up only if they are on the subject
    "title": 1.0,
    "centre": 0.5,
    "next": 0.5,  # the sentence after it speaks of the title
    "words": 0.5,
    "announces": 0.4,  # it says what this piece does or found
    "news": 0.3,  # it says what is new
    "cue": 0.2,  # it says what a thing is, or what for
    "member": -0.6,  # it speaks of one thing of a list, and the text of them all
    "writer": -1.0,  # it says who speaks and what they sell
}
CUES = {"announces": announces, "news": tells_news, "cue": defines, "writer": speaks_of_writer}
OPENING = 12  # sentences that are asked whether they lead up to the subject; from there on each counts as none
RARE_SHARE = 0.6  # of likeness to the title: by rarity of the words; the rest is the plain share of its words
COMMONEST = 8.0  # Zipf; no word is commoner
LEAST_RARITY = 0.5  # of a word that is about as common
STRONGEST = 10  # stems of a text; what it talks of most
CARRIED = 6  # stems of a sentence that are compared with them

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence's place among all, its score, the parts of it, its vector, and its length in words."""

    index: int
    score: float
    parts: Mapping[str, float]
    vector: Vector
    length: int


@dataclass(frozen=True, slots=True)
class _Words:
    """The stems of each sentence and of the title, and how rare each is in the language at large."""

    rows: tuple[Counter[str], ...]
    title: Counter[str]
    rarity: Mapping[str, float]


def weigh_sentences(
    every: Sequence[Sentence], *, title: str, lang: str, members: Collection[str] = (), most: int | None = None
) -> list[Weighed]:
    """The sentences with their scores, in source order; `members` are the paragraphs about one thing of a list.

    Only the `most` best by place and stems are given, and searched for cues. Source: Edmundson 1969 (place, title, cue,
    key words), Erkan and Radev 2004 (centrality); that the opening counts by its centrality, and not by its place alone,
    is our own finding.
    """
    units = [_units(sentence.text) for sentence in every]
    words = _read_words(units, _units(title), lang)
    vectors = _vectors(words.rows)
    centre, titled = _centrality(vectors), _title_likeness(words)
    columns = {
        "opening": [central / (1 + rank) for central, rank in zip(centre, _ranks(every), strict=True)],
        "title": titled,
        "centre": centre,
        "next": [titled[i + 1] if _goes_on(every, i) else 0.0 for i in range(len(every))],
        "words": _carried(words),
        "member": [float(sentence.at in members) for sentence in every],
    }
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    best = nlargest(len(every) if most is None else most, range(len(every)), key=lambda i: (_score(rows[i]), -i))
    weighed = []
    for index in sorted(best):
        parts = _with_cues(rows[index], every[index].text)
        length = _length(every[index].text, units[index])
        weighed.append(Weighed(index, round(_score(parts), 6), parts, vectors[index], length))
    return weighed


def _score(parts: Mapping[str, float]) -> float:
    return sum([WEIGHTS[name] * part for name, part in parts.items()])


def _with_cues(parts: Mapping[str, float], text: str) -> Mapping[str, float]:
    """The parts of a sentence's score and what its words say of it; it opens no text that it only leads up to."""
    told, leads_up = _read_cues(text)
    return {**parts, **told, "opening": 0.0 if leads_up else parts["opening"]}


@lru_cache(maxsize=ASKED)
def _read_cues(text: str) -> tuple[Mapping[str, float], bool]:
    """What a sentence's words say of it, and whether it only leads up to the subject."""
    lowered = f" {text.lower()}"
    told = {name: float(is_said(lowered)) for name, is_said in CUES.items()}
    return told, not told["announces"] and bool(told["writer"] or only_opens(lowered))


def likeness(left: Vector, right: Vector) -> float:
    """The cosine of two vectors of length one."""
    return sum([weight * right[stem] for stem, weight in left.items() if stem in right])


def _units(text: str) -> Sequence[str]:
    """The words of a sentence; of Chinese and Japanese, pairs of signs."""
    if is_cjk(text):
        return [text[start : start + 2] for start in range(len(text) - 1)]
    return split_words(text)


def _length(text: str, units: Sequence[str]) -> int:
    """Words of a sentence; of Chinese and Japanese, two signs count as one."""
    return len(units) // 2 if is_cjk(text) else len(units)


def _read_words(units: Sequence[Sequence[str]], title: Sequence[str], lang: str) -> _Words:
    rarity: dict[str, float] = {}
    stems: dict[str, str] = {}
    for unit in set(title).union(*units):
        stem, rare = _stem(unit, lang)
        if stem:
            stems[unit] = stem
            rarity[stem] = min(rare, rarity.get(stem, rare))
    rows = tuple(Counter([stems[unit] for unit in row if unit in stems]) for row in units)
    return _Words(rows, Counter([stems[unit] for unit in title if unit in stems]), rarity)


@lru_cache(maxsize=200_000)
def _stem(unit: str, lang: str) -> tuple[str, float]:
    """The stem of a word and how rare the word is; no stem where it carries no subject."""
    folded = unit.casefold()
    if is_small_word(folded, lang):
        return "", LEAST_RARITY
    return word_key(unit, lang), max(LEAST_RARITY, COMMONEST - word_zipf(folded, lang))


def _vectors(rows: Sequence[Counter[str]]) -> list[Vector]:
    """For each sentence a vector of length one: its stems, damped, times how rare they are among the sentences."""
    seen = Counter([stem for row in rows for stem in row])
    rarity = {stem: log(1 + len(rows) / count) for stem, count in seen.items()}
    return [_rare_vector(row, rarity) for row in rows]


def _unit(weights: Mapping[str, float]) -> Vector:
    length = sqrt(sum([weight * weight for weight in weights.values()]))
    return {stem: weight / length for stem, weight in weights.items()} if length else {}


def _centrality(vectors: Sequence[Vector]) -> list[float]:
    """How like each sentence is to all the others together, 1 for the most: degree centrality over cosines.

    Source: Erkan and Radev 2004, who find it as good as LexRank; it takes time linear in the text.
    """
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for stem, weight in vector.items():
            total[stem] += weight
    sums = [likeness(vector, total) - (1.0 if vector else 0.0) for vector in vectors]
    most = max(sums, default=0.0)
    return [one / most if most > 0 else 0.0 for one in sums]


def _title_likeness(words: _Words) -> list[float]:
    """How much of the title each sentence holds: by cosine, where a rare word counts for more, and by the plain share."""
    title, wanted = _rare_vector(words.title, words.rarity), words.title.keys()
    return [
        RARE_SHARE * likeness(_rare_vector(row, words.rarity), title)
        + (1 - RARE_SHARE) * (len(wanted & row.keys()) / len(wanted))
        if not wanted.isdisjoint(row)
        else 0.0
        for row in words.rows
    ]


def _rare_vector(row: Counter[str], rarity: Mapping[str, float]) -> Vector:
    """The stems, damped, times how rare they are, as a vector of length one."""
    return _unit({stem: (1 + log(count)) * rarity[stem] if count > 1 else rarity[stem] for stem, count in row.items()})


def _carried(words: _Words) -> list[float]:
    """How much of what the text talks of most each sentence carries; a stem that stands once is no subject."""
    counts = Counter([stem for row in words.rows for stem in row.elements()])
    weight = {stem: log(1 + count) * words.rarity[stem] for stem, count in counts.items() if count > 1}
    top = nlargest(STRONGEST, weight.values())
    if not top:
        return [0.0] * len(words.rows)
    usual = fmean(top)
    return [
        sum(sorted([weight[stem] for stem in row if stem in weight], reverse=True)[:CARRIED]) / CARRIED / usual
        for row in words.rows
    ]


def _ranks(every: Sequence[Sentence]) -> Iterator[int]:
    """For each sentence, how many before it could open the text: captions do not, nor what only leads up to the subject."""
    rank = 0
    for index, sentence in enumerate(every):
        yield rank
        rank += index >= OPENING or _could_open(sentence.text)


def _could_open(text: str) -> bool:
    return not _read_cues(text)[1] and is_complete(text) and follows_well(text)


def _goes_on(every: Sequence[Sentence], index: int) -> bool:
    return index + 1 < len(every) and every[index + 1].at == every[index].at
