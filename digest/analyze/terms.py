"""Passages to candidates: the phrases that may be key terms, with what weighing them needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, prod

from digest.analyze.aliases import Alias
from digest.analyze.definitions import defined_keys
from digest.analyze.figures import is_figure
from digest.analyze.forms import OPENED, best_form, write_form
from digest.analyze.ideographs import find_ideographs
from digest.analyze.joining import join_names
from digest.analyze.passages import Passage, Place
from digest.analyze.phrases import PLURAL, Chunk, find_chunks, is_name
from digest.analyze.shapes import (
    count_halves,
    describes,
    is_describing_compound,
    is_vague_phrase,
    tells_degree,
)
from digest.analyze.wording import is_cjk, make_key, phrase_zipf
from digest.documents import Definition, Document
from digest.model import Candidate

LONGEST_PHRASE = 5  # words; of the phrases that people mark, 19 of 20 are no longer
LONGEST_PART = 4  # words; a part of a longer chunk
MOST = 100  # candidates a document; far more than an article shows, so that the collection can choose
IN_TITLE = 1.6
IN_HEADING = 1.25
DEFINED = 1.5
NAMED = 1.15  # a name within a sentence
CODED = 2.2  # an acronym, or a name with a capital or digit within, that stands alone: MCTS, DeepSeek, GPT-4
RECURRING = 0.25  # what the words of a phrase earn by standing elsewhere in the text too, for each e-fold
CITED = 1.6  # what "such as" or "like" introduces
CITED_NAME = 1.2  # and once more where it is a name
NAME_ZIPF = 3.0  # Zipf; the most that "tools like Lean" counts for: word lists know lean and Lean as one
NAME_ALONE = 1.6  # a capitalized word within a sentence: Coq, Rust
CHAINED = 4  # hyphens; a word with so many is an address or a whole sentence run together
VAGUE = 0.35  # a phrase that stands once and names nothing: "hopeful optimism", "recent advances"
EARLY = 0.15  # the first phrase of the text earns so much more than the last
NO_NOUN = 0.3  # a phrase that ends in a describing word is rarely a term
LENGTHS = {1: 0.5, 2: 1.2, 3: 1.3}  # words to factor; four and more as two
COUNT_POWER = 0.7  # a phrase used ten times is worth five used once


@dataclass(slots=True)
class _Found:
    """What has been counted of one phrase so far."""

    tokens: list[str]
    forms: dict[str, int] = field(default_factory=dict)
    count: int = 0
    alone: int = 0
    told: int = 0  # times, not in titles and headings
    first: int = 0
    named: bool = False
    coded: bool = False
    cited: bool = False


def find_candidates(
    document: Document,
    passages: Sequence[Passage],
    *,
    lang: str,
    definitions: Iterable[Definition] = (),
    aliases: Iterable[Alias] = (),
) -> tuple[Candidate, ...]:
    """At most a hundred candidates, strongest first by what the document alone tells; ties go to the alphabet."""
    texts = [passage for passage in passages if passage.place != "aside"]
    if is_cjk(" ".join(passage.text for passage in texts)):
        return find_ideographs(document.title, texts, most=MOST)
    titled = list(find_chunks(_title_passage(document), lang))
    others = [(chunk, passage.place) for passage in texts for chunk in find_chunks(passage, lang)]
    chunks: list[tuple[Chunk, Place]] = [*((chunk, "heading") for chunk in titled), *others]
    places = _Places(
        title=_part_keys(titled),
        headings=_part_keys(chunk for chunk, place in others if place == "heading"),
        defined=defined_keys(definitions, lang),
        size=len(chunks) or 1,
    )
    counted = _count(chunks)
    for found in counted.values():
        found.named = found.named and not best_form(found.forms).islower()
    people = {make_key(name, lang) for name in document.authors}
    candidates = {
        key: _weigh(key, found, lang, _place(key, found, places) * _recurrence(key, counted))
        for key, found in counted.items()
        if _stands(found, lang) and key not in people and _is_phrase(found, key, lang)
    }
    ranked = sorted(join_names(candidates, aliases, lang), key=lambda one: (-strength(one), one.key))
    return tuple(ranked[:MOST])


def strength(candidate: Candidate) -> float:
    """What a candidate weighs by what its document and the language alone tell."""
    return prod(find_factors(candidate, rarity=8 - candidate.zipf).values())


def find_factors(candidate: Candidate, *, rarity: float) -> Mapping[str, float]:
    """What a candidate's weight is the product of: its count, damped, its rarity, its length, and where it stands."""
    return {
        "count": candidate.count**COUNT_POWER,
        "rarity": rarity,
        "length": LENGTHS.get(candidate.words, LENGTHS[2]),
        "place": candidate.boost,
    }


def _title_passage(document: Document) -> Passage:
    stated = document.title if document.title_from != "derived" else ""
    return Passage(stated, "", "heading")


def _part_keys(chunks: Iterable[Chunk]) -> frozenset[str]:
    """Every run of words within the chunks, as keys."""
    return frozenset(_key(part) for chunk in chunks for part in _parts(chunk))


def _parts(chunk: Chunk) -> list[Chunk]:
    return [chunk[start:end] for start, end in _spans(len(chunk))] if len(chunk) > 1 else [chunk]


@lru_cache(maxsize=100)
def _spans(length: int) -> tuple[tuple[int, int], ...]:
    """Where the parts of a chunk of so many words begin and end, the shortest first."""
    longest = LONGEST_PHRASE if length == LONGEST_PHRASE else LONGEST_PART
    sizes = range(1, min(length, longest) + 1)
    return tuple((start, start + size) for size in sizes for start in range(length - size + 1))


def _key(tokens: Chunk) -> str:
    return " ".join([token.key for token in tokens])


def _count(chunks: Iterable[tuple[Chunk, Place]]) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    for number, (chunk, place) in enumerate(chunks):
        for part in _parts(chunk):
            key = _key(part) if len(part) > 1 else part[0].key
            seen = found.get(key)
            if seen is None:
                seen = found[key] = _Found(" ".join([token.text for token in part]).split(), first=number)
            seen.count += 1
            seen.alone += len(part) == len(chunk)
            form = write_form(part, place)
            seen.forms[form] = seen.forms.get(form, 0) + 1
            seen.told += place != "heading"
            if part[0].cited:
                seen.cited = True
            if len(part) == 1 and part[0].code:
                seen.coded = seen.named = True
            elif not seen.named:
                seen.named = place != "heading" and is_name(part)
    return found


def _recurrence(key: str, counted: Mapping[str, _Found]) -> float:
    times = [counted[stem].count for stem in key.split() if stem in counted] if " " in key else ()
    return 1 + RECURRING * log(sum(times) / len(times)) if times else 1.0


def _stands(found: _Found, lang: str) -> bool:
    """Whether a run of words is one in the text: a chunk, or a code; where no list of ours tells verbs, what recurs.

    Names may stand once there, but in German, which writes each noun like one.
    """
    if lang == "en" or found.coded:
        return bool(found.alone or found.coded)
    return found.count > 1 or (found.named and lang != "de" and all(word[:1].isupper() for word in found.tokens))


def _is_phrase(found: _Found, key: str, lang: str) -> bool:
    """Whether a run of words may be a term: mostly letters, no describing word alone, no figure of speech."""
    words, joined = found.tokens, "".join(found.tokens)
    if len(words) == 1 and len(joined) < 3 and not (found.named and joined.isupper()):
        return False
    if max(word.count("-") for word in words) >= CHAINED:
        return False
    if (len(words) == 1 and is_describing_compound(joined)) or tells_degree(words):
        return False
    if len(words) == 1 and found.count == 1 and lang == "en" and joined.islower() and joined.endswith("ing"):
        return False  # a word that stands once and ends so is what somebody does: by reevaluating our goals
    if is_figure(key, lang) and not found.named:
        return False
    return len(joined) > 1 and (joined.isalpha() or sum(map(str.isalpha, joined)) * 2 >= len(joined))


@dataclass(frozen=True, slots=True)
class _Places:
    """The keys that stand where a text says what it is about, and how many chunks it has."""

    title: frozenset[str]
    headings: frozenset[str]
    defined: frozenset[str]
    size: int


def _place(key: str, found: _Found, places: _Places) -> float:
    boost = 1 + EARLY * (1 - found.first / places.size)
    if found.told and found.count > 1:  # what only a title or heading says is how it is put, not what the text is about
        boost *= IN_TITLE if key in places.title else IN_HEADING if key in places.headings else 1
    boost *= DEFINED if key in places.defined else CITED if found.cited else 1
    if (found.count == 1 and is_vague_phrase(found.tokens)) or (not found.told and len(found.tokens) > 2):
        boost *= VAGUE
    elif found.named:
        boost *= CITED_NAME if found.cited else 1
        return round(boost * (CODED if found.coded else NAME_ALONE if len(found.tokens) == 1 else NAMED), 3)
    return round(boost * NO_NOUN, 3) if describes(best_form(found.forms).split()[-1]) else round(boost, 3)


def _spelled(found: _Found) -> set[str]:
    """A phrase's wordings; of a plain word in the plural the singular too, for a thing is as common as its name is."""
    forms = {form.removeprefix(OPENED).casefold() for form in found.forms}
    plain = len(found.tokens) == 1 and not found.named
    return forms | {form[:-1] for form in forms if PLURAL.search(form)} if plain else forms


def _weigh(key: str, found: _Found, lang: str, boost: float) -> Candidate:
    words = sum(map(count_halves, found.tokens))
    zipf = max([phrase_zipf(form.split(), lang) for form in _spelled(found)])
    if found.cited and found.named and len(found.tokens) == 1:
        zipf = min(zipf, NAME_ZIPF)
    words = min(words, LONGEST_PHRASE)
    return Candidate(best_form(found.forms), key, found.count, words, zipf, boost, named=found.named)
