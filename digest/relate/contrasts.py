"""Sentences of a theme's articles to those that contradict each other: one affirms of the same terms what the other denies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import sqrt
from typing import NamedTuple

from digest.analyze.stopwords import is_small_word
from digest.analyze.wording import split_words, stem_word
from digest.model import Credited, Sentence, Term
from digest.relate.slugs import Placed

MOST = 3  # pairs a theme
LOOKED_AT = 25  # articles, the most central ones
WORDS = (5, 32)  # of a sentence; a shorter one claims nothing, a longer one claims too much to be set against another
ALIKE = 0.6  # cosine of the two sentences' words; below, they speak of different things
LEAST_SHARED = 3  # stems, beside what makes the contrast
DENIALS = {
    "en": r"(?:\b(?:not|never|no longer|cannot|hardly)|(?<=\w)n['’]t)\b",
    "de": r"\b(?:nicht|nie|niemals|kein\w*|kaum)\b",
    "fr": r"\b(?:ne|n['’]\w+|jamais|aucun\w*)\b",
    "es": r"\b(?:no|nunca|jamás|tampoco|ningun\w*)\b",
}
DENIED = {lang: re.compile(pattern, re.IGNORECASE) for lang, pattern in DENIALS.items()}
DENYING = {  # pieces of words; where none of them stands in a text, nothing is denied, and that is known in a tenth of the time
    "en": ("n't", "n’t", "not", "never", "no longer", "hardly"),
    "de": ("nicht", "nie", "kein", "kaum"),
    "fr": ("ne", "n'", "n’", "jamais", "aucun"),
    "es": ("no", "nunca", "jamás", "tampoco", "ningun"),
}
IS_NOT = re.compile(r"\b(?:is|are|was|were)(?: not|n['’]t| no longer| never| hardly)\b", re.IGNORECASE)
IS = re.compile(r"\b(?:is|are|was|were|remains?|stays?|becomes?)\b((?:\W+[\w’'-]+){1,4})", re.IGNORECASE)
SUPPOSING = re.compile(r"\b(?:if|unless|whether|would|could|might|wenn|falls|si)\b")  # in lower case, as the next
HALF_DENIED = re.compile(r"\bnot (?:only|just|merely|necessarily|all|every)\b")
SUPPOSED = "?"  # stands for the stem of a word that supposes: who supposes or asks claims nothing
OPPOSED = (
    ("accelerate", "slow"), ("better", "worse"), ("cheaper", "costlier"), ("decline", "grow"), ("decrease", "increase"),
    ("easier", "harder"), ("fail", "succeed"), ("faster", "slower"), ("fewer", "more"), ("higher", "lower"),
    ("impossible", "possible"), ("less", "more"), ("overestimate", "underestimate"), ("overhyped", "underrated"),
    ("reliable", "unreliable"), ("safe", "unsafe"), ("sustainable", "unsustainable"), ("stronger", "weaker"),
)  # fmt: skip
OPPOSED_WORDS = frozenset(word for pair in OPPOSED for word in pair)
OPPOSITES = [(stem_word(one, "en"), stem_word(other, "en")) for one, other in OPPOSED]
OPPOSITES_OF = {
    stem: frozenset(word for pair in OPPOSITES for word in pair if stem in pair and word != stem)
    for stem in sorted({word for pair in OPPOSITES for word in pair})
}


class _Claim(NamedTuple):
    """A sentence as what it says of what: its stems, those that it denies, and those that have an opposite."""

    stems: frozenset[str]
    denied: frozenset[str]
    opposed: frozenset[str]
    article: int
    said: Sentence


def find_contrasts(members: Sequence[Placed], own: Sequence[Term]) -> tuple[tuple[Credited, Credited], ...]:
    """The pairs that are most alike but for the denial, each from two articles; none rather than a doubtful one."""
    claims = [claim for index, one in enumerate(members[:LOOKED_AT]) for claim in _claims(one, index, own)]
    rarity = _rarity(claims)
    found = []
    for left, right in _pair(claims):
        alike = _alike(left, right, rarity)
        if alike >= ALIKE:
            said = (_credit(left, members), _credit(right, members))
            found.append((-round(alike, 6), left.said.text, right.said.text, said))
    chosen: dict[frozenset[str], tuple[Credited, Credited]] = {}
    for _, _, _, (one, other) in sorted(found, key=lambda row: row[:3]):
        chosen.setdefault(frozenset((one.path, other.path)), (one, other))
    return tuple(chosen.values())[:MOST]


def _claims(one: Placed, index: int, own: Sequence[Term]) -> Iterator[_Claim]:
    """The sentences that speak of the theme's terms, and neither ask, suppose nor half deny."""
    draft = one.draft
    subjects = {stem for term in own for stem in term.key.split()}
    for sentence in draft.sentences if draft.lang in DENIED and subjects else ():
        words = _read(sentence.text, draft.lang)
        if not WORDS[0] <= len(words) <= WORDS[1]:
            continue
        stems = frozenset(filter(None, words))
        if not subjects.isdisjoint(stems) and SUPPOSED not in stems and not _half_denies(sentence.text):
            yield _Claim(stems, _denied(sentence.text, draft.lang), stems & OPPOSITES_OF.keys(), index, sentence)


def _credit(claim: _Claim, members: Sequence[Placed]) -> Credited:
    one = members[claim.article]
    return Credited(claim.said.text, claim.said.at, one.path, one.draft.document.title)


def _half_denies(text: str) -> bool:
    lowered = text.lower()
    return "?" in text or ("not " in lowered and HALF_DENIED.search(lowered) is not None)


def _denied(text: str, lang: str) -> frozenset[str]:
    """The word that follows each denial: what is denied."""
    lowered = text.lower()
    if not any(piece in lowered for piece in DENYING[lang]):
        return frozenset()
    after = (list(filter(None, _read(text[found.end() :], lang)))[:1] for found in DENIED[lang].finditer(text))
    return frozenset(stem for first in after for stem in first)


def _read(text: str, lang: str) -> list[str | None]:
    """The stems of a text's words, in their order; None for one that says nothing by itself."""
    return [stem for piece in text.split() for stem in _read_piece(piece, lang)]


@lru_cache(maxsize=100_000)
def _read_piece(piece: str, lang: str) -> Sequence[str | None]:
    """The same of a piece without a space: no word holds one, so that pieces can be remembered."""
    return tuple([_stem(word, lang) for word in split_words(piece)])


def _stem(word: str, lang: str) -> str | None:
    """The stem of a word; None of a word that says nothing by itself, unless it supposes or is one of two opposites."""
    folded = word.casefold()
    if SUPPOSING.search(word.lower()):
        return SUPPOSED
    if folded not in OPPOSED_WORDS and (is_small_word(folded, lang) or folded.endswith(("n't", "n’t"))):
        return None
    return stem_word(folded, lang)


def _rarity(claims: Sequence[_Claim]) -> Mapping[str, float]:
    counts: dict[str, int] = defaultdict(int)
    for claim in claims:
        for stem in claim.stems:
            counts[stem] += 1
    return {stem: 1 / sqrt(count) for stem, count in counts.items()}


def _pair(claims: Sequence[_Claim]) -> Iterator[tuple[_Claim, _Claim]]:
    """Claims of two articles, of which one denies a word of the other, or says its opposite; never both at once."""
    plain: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        for stem in claim.stems if not claim.denied else ():
            plain[stem].append(claim)
    for denying in claims:
        for other in _denied_by(denying, plain[min(denying.denied)]) if denying.denied else ():
            if denying.article != other.article and not _count_turned(denying, other):
                yield other, denying
    for word, opposite in OPPOSITES:
        for left, right in product(plain[word], plain[opposite]):
            if left.article != right.article and _count_turned(left, right) == 1:
                yield left, right


def _denied_by(denying: _Claim, plain: Sequence[_Claim]) -> Iterator[_Claim]:
    """The claims that say what another denies: "A is not B" contradicts "A is B" alone, not all that speaks of both."""
    of_being = IS_NOT.search(denying.said.text) is not None
    for claim in plain:
        if denying.denied <= claim.stems and (not of_being or denying.denied <= _told(claim)):
            yield claim


def _told(claim: _Claim) -> frozenset[str]:
    """The stems that follow soon after a verb of being."""
    after = (_read(found[1], "en") for found in IS.finditer(claim.said.text))
    return frozenset(stem for words in after for stem in words if stem)


def _count_turned(left: _Claim, right: _Claim) -> int:
    """Of how many opposites each of the two has one."""
    if not (left.opposed and right.opposed):
        return 0
    only_right = right.opposed - left.opposed
    return sum(len(OPPOSITES_OF[stem] & only_right) for stem in left.opposed - right.opposed)


def _alike(left: _Claim, right: _Claim, rarity: Mapping[str, float]) -> float:
    shared = left.stems & right.stems
    if len(shared) < LEAST_SHARED:
        return 0.0
    both, one, other = (sum([rarity[stem] for stem in sorted(stems)]) for stems in (shared, left.stems, right.stems))
    return both / sqrt(one * other)
