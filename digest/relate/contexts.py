"""The terms of a glossary to the sentences of the articles that use them, for their pages to choose from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from digest.analyze.wording import make_key
from digest.model import Credited
from digest.relate.slugs import Placed
from digest.relate.uses import MANY, leans

CONTEXT = 3  # sentences of an article that show a term in use
LONGEST_CONTEXT = 400  # characters; a longer sentence shows nothing at a glance
BEGINNING = 3  # letters of a word that no stemmer changes
CHANGED = 2  # letters at the end of a stem that the English one may have changed, beside a last i for y


class Wanted(NamedTuple):
    """A term that is looked for: its names, the articles that have it, by number, and whether one of them defines it."""

    names: Sequence[str]
    articles: Sequence[int]
    defined: bool


class _Name(NamedTuple):
    """A name that is looked for in sentences: its entry's key, its own between spaces, how its first two words begin."""

    entry: str
    spaced: str
    first: str
    second: str

    @classmethod
    def of(cls, entry: str, key: str, lang: str) -> _Name:
        first, second, *_ = (_beginning(stem, lang) for stem in f"{key} ".split(" "))
        return cls(entry, f" {key} ", first, second)


def find_contexts(placed: Sequence[Placed], terms: Mapping[str, Wanted]) -> Mapping[str, list[tuple[int, Credited]]]:
    """By the key of each term, the first few sentences of each of its articles that use it, with the article's number.

    Of a term that many articles use, a page shows one sentence of each: the first that stands alone is then the last
    that is looked for, unless it could be a definition that the page has already.
    """
    wanted: dict[int, list[_Name]] = defaultdict(list)
    for key, term in terms.items():
        by_language: dict[str, list[_Name]] = {}
        for index in term.articles:
            lang = placed[index].draft.lang
            if lang not in by_language:
                by_language[lang] = _names_in_text(key, term, lang)
            wanted[index] += by_language[lang]
    contexts: dict[str, list[tuple[int, Credited]]] = defaultdict(list)
    articles: Counter[str] = Counter()
    at_once: set[str] = set()  # the terms of which one sentence of each article that is still to come will do
    for index in sorted(wanted):
        found = list(_show(placed[index], wanted[index], at_once))
        for key, shown in found:
            contexts[key].append((index, shown))
        keys = {key for key, _ in found}
        articles.update(keys)
        at_once |= {key for key in keys if articles[key] >= MANY and not terms[key].defined}
    return contexts


def _names_in_text(key: str, term: Wanted, lang: str) -> list[_Name]:
    """What a text may name a term by: FEC, or the Federal Election Commission."""
    names = dict.fromkeys([key, *(make_key(name, lang) for name in term.names)])
    return [_Name.of(key, name, lang) for name in names]


def _show(one: Placed, left: Sequence[_Name], at_once: Collection[str]) -> Iterator[tuple[str, Credited]]:
    """The sentences of an article that use a term, the first few of each; for some, up to the first that stands alone."""
    shown: Counter[str] = Counter()
    for sentence in one.draft.sentences:
        near = _may_hold(sentence.text, left) if len(sentence.text) <= LONGEST_CONTEXT else ()
        if not near:
            continue
        text = f" {make_key(sentence.text, one.draft.lang)} "
        found = {wanted.entry for wanted in near if wanted.spaced in text}
        if found:
            credited = Credited(sentence.text, sentence.at, one.path, one.draft.document.title)
            yield from ((key, credited) for key in sorted(found))
            shown.update(found)
            alone = not leans(sentence.text)
            done = {key for key in found if shown[key] == CONTEXT or (alone and key in at_once)}
            left = [wanted for wanted in left if wanted.entry not in done]


def _may_hold(text: str, keys: Sequence[_Name]) -> Sequence[_Name]:
    """The keys that a sentence could hold, before its words are stemmed: stems keep how a word begins."""
    if not text.isascii():
        return keys
    lowered = text.lower()
    return [wanted for wanted in keys if wanted.first in lowered and wanted.second in lowered]


def _beginning(stem: str, lang: str) -> str:
    """What of a stem stands in each of its forms: in English all but its end (possibl: possibility, dri: dry)."""
    return stem[: max(BEGINNING, len(stem) - CHANGED)].rstrip("i") if lang == "en" else stem[:BEGINNING]
