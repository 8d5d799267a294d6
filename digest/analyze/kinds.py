"""Names among the candidates to what they name, where the text shows it: a person, an organisation, a work, a product."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.analyze.kind_cues import find_cues
from digest.analyze.name_shapes import OFFICES, TITLES, Told, is_full_name, tell_shape
from digest.analyze.passages import Passage
from digest.analyze.stopwords import ENGLISH, is_boundary
from digest.analyze.wording import make_key
from digest.blocks import Emphasis, plain_text, walk_inlines
from digest.documents import Document, TermKind
from digest.model import Candidate

REACH = 60, 200  # characters before and after a name that are looked at
ENOUGH = 2  # what different cues must tell together
OUTWEIGHS = 4  # so many times more than what speaks for another kind
WORD = (
    r"(?:(?:[A-ZÀ-ÖØ-Þ]|[a-z]{1,3}(?=[A-Z])|\d+(?=[A-Z]))\w*(?:(?!['’]s\b)[.&+’'-]\w+)*\+*"
    r"(?:(?:(?<=\b[A-Z])|(?<=\b(?:Inc|Ltd|Sen|Rep|Gov|Mrs))|(?<=\b(?:Corp|Prof))|(?<=\b[DMJS]r))\.)?)"
)
RUN = re.compile(rf"(?<![\w@#/.&-]){WORD}(?: (?:& )?{WORD})*")
BRANDED = re.compile(r"([A-Z][a-z]\w+) (?:[A-Z]\w* )?(?=\w*[A-Z])[\w-]*\d[\w-]*")  # Nikon Z9, Sony Alpha A1
SERIES = re.compile(r"([A-Z][A-Za-z]{2,}(?<!v))[- ]?(\d+(?:\.\d+)?)\w*")  # GPT-3, Pixel 8; not B12, IPv6
DIGITED = re.compile(r"(?=[\w-]*[A-Za-z])[\w-]*\d[\w-]*")

_Cues = dict[str, Told]  # what is told of a name, each cue once


class _Mention(NamedTuple):
    """A name as it stands in a text, and what stands before and after it."""

    name: str
    before: str
    after: str


def tell_kinds(
    candidates: Iterable[Candidate], document: Document, passages: Sequence[Passage], *, lang: str
) -> tuple[Candidate, ...]:
    """The candidates, those that are names with their kind and the words that show it.

    What all mentions tell is taken together; where they tell too little, or speak for two kinds, none is given.
    """
    found = tuple(candidates)
    if lang != "en" or not any(one.named for one in found):
        return found
    wanted = frozenset(key for one in found if is_written_as_name(one) for key in _keys(one, lang))
    mentions = [mention for passage in passages for mention in _find_mentions(passage.text)]
    told = _gather(mentions, document, wanted, lang)
    return tuple(_tell(one, told, lang) if is_written_as_name(one) else one for one in found)


def is_written_as_name(candidate: Candidate) -> bool:
    """Whether a candidate is a name, and its commonest way of writing shows it."""
    return candidate.named and not candidate.term.islower()


def _find_mentions(text: str) -> Iterator[_Mention]:
    """Every run of capitalized words; a title within it ends one name and begins the next."""
    for match in RUN.finditer(text):
        if match.group().casefold() in ENGLISH:
            continue
        before = text[max(0, match.start() - REACH[0]) : match.start()]
        after = text[match.end() : match.end() + REACH[1]]
        yield from _split_titles(match.group().split(" "), before, after)


def _split_titles(words: Sequence[str], before: str, after: str) -> Iterator[_Mention]:
    while len(words) > 1 and words[0] not in TITLES and is_boundary(words[0].casefold().replace("’", "'"), "en"):
        before, words = f"{before}{words[0]} ", words[1:]
    place = next((number for number, word in enumerate(words) if word in TITLES), None) if len(words) > 1 else None
    if place is None:
        yield _Mention(" ".join(words), before, after)
        return
    if place and words[place] in OFFICES:
        yield _Mention(" ".join(words[:place]), before, f" {' '.join(words[place:])}")
    if words[place + 1 :]:
        yield _Mention(" ".join(words[place + 1 :]), f"{before}{' '.join(words[: place + 1])} ", after)


def _keys(candidate: Candidate, lang: str) -> Iterator[str]:
    yield candidate.key
    yield from (make_key(name, lang) for name in candidate.aka)


def _gather(mentions: Sequence[_Mention], document: Document, wanted: frozenset[str], lang: str) -> Mapping[str, _Cues]:
    """What is told of each wanted name, and of whole names whose last word is wanted, by their keys."""
    told: dict[str, _Cues] = defaultdict(dict)
    series = _find_series(mentions)
    names = dict.fromkeys(mention.name for mention in mentions)
    keys = {name: key for name in names if (key := make_key(name, lang)) in wanted or is_full_name(name)}
    for name, before, after in mentions:
        if name in keys:
            told[keys[name]] = {**dict(find_cues(name, before, after)), **told[keys[name]]}
    for name, key in keys.items():
        told[key].update(_look_at(name, series))
    _add_stressed(told, keys, document)
    _join_last_names(told, keys, lang)
    return told


def _find_series(mentions: Iterable[_Mention]) -> frozenset[str]:
    """The stems that stand with different numbers, that of GPT-3 and GPT-4; brands with different codes, that of Z8 and Z9."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for name in {mention.name for mention in mentions}:
        match = SERIES.fullmatch(name) or BRANDED.fullmatch(name)
        if match:
            numbers[match[1]].add(name)
    return frozenset(stem for stem, found in numbers.items() if len(found) > 1)


def _look_at(name: str, series: frozenset[str]) -> Iterator[tuple[str, Told]]:
    """What a name tells by itself."""
    shape = tell_shape(name)
    if shape:
        yield "shape", shape
    if any(map(DIGITED.fullmatch, name.split())):
        yield "digits", Told("product", 1, "letters with digits")
    match = SERIES.fullmatch(name) or BRANDED.fullmatch(name)
    if match and match[1] in series:
        yield "series", Told("product", 1, "stands with other numbers or codes too")


def _add_stressed(told: dict[str, _Cues], keys: Mapping[str, str], document: Document) -> None:
    """What may be a work, by the words beside it, and is set apart where it stands: a title."""
    works = {name for name, key in keys.items() if any(one.kind == "work" for one in told[key].values())}
    if works:
        stressed = (plain_text(one.children) for one in walk_inlines(document.blocks) if isinstance(one, Emphasis))
        for name in sorted(works.intersection(text.strip() for text in stressed)):
            told[keys[name]]["stressed"] = Told("work", 1, "set apart in the text")


def _join_last_names(told: dict[str, _Cues], keys: Mapping[str, str], lang: str) -> None:
    """A whole name and its last word alone speak for each other, where only one name here ends so."""
    ending: dict[str, list[str]] = defaultdict(list)
    for name, key in keys.items():
        if is_full_name(name):
            ending[make_key(name.split()[-1], lang)].append(key)
    for last, whole in ending.items():
        if last in told and len(whole) == 1:
            told[whole[0]].update({f"{label} of the last name": one for label, one in told[last].items()})
            if _decide(told[whole[0]]) == "person":
                words = _words(told[whole[0]], "person")
                told[last]["whole name"] = Told("person", ENOUGH, f"the last name of one told by {words}")


def _tell(candidate: Candidate, told: Mapping[str, _Cues], lang: str) -> Candidate:
    cues: _Cues = {}
    for name in (candidate.term, *candidate.aka):
        cues = {**cues, **told.get(make_key(name, lang), {}), **dict(_look_at(name, frozenset()))}
    kind = _decide(cues)
    if kind == "person" and " " not in candidate.term and candidate.term.isupper():
        return candidate  # a thing that is named after one: DAWSON
    return replace(candidate, kind=kind, shown_by=_words(cues, kind)) if kind else candidate


def _decide(cues: _Cues) -> TermKind | None:
    """The kind that cues tell enough of, and far more than of any other."""
    sums: dict[TermKind, int] = defaultdict(int)
    for one in cues.values():
        sums[one.kind] += one.tells
    ranked = sorted(sums, key=lambda kind: (-sums[kind], kind))
    if not ranked or sums[ranked[0]] < ENOUGH:
        return None
    return ranked[0] if all(sums[ranked[0]] >= OUTWEIGHS * sums[other] for other in ranked[1:]) else None


def _words(cues: _Cues, kind: TermKind) -> str:
    """The words that tell most of a kind; the alphabet breaks a tie."""
    found = [one for one in cues.values() if one.kind == kind]
    best = max(one.tells for one in found)
    return "; ".join(sorted({one.words for one in found if one.tells == best})[:2])
