"""Text as words: where they stand, their stems, and how common they are in the language at large."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import fsum, log10

import snowballstemmer
import wordfreq

from digest.folding import fold_text

WORD = re.compile(
    r"[A-Z]\.(?:[A-Z]\.)+|[^\W_]++(?:(?:['’.&+\-‐‑]|(?<=[^\W\d_])–(?=[^\W\d_]))[^\W_]++)*+(?:\+\+|#)?"
)  # C++, fine-tuning, cloud.gov, don't, U.S., Hamilton–Jacobi: each one word
ASCII_WORD = re.compile(  # the same where a text is ASCII alone, in half the time
    r"[A-Z]\.(?:[A-Z]\.)+|[0-9A-Za-z]++(?:['.&+\-][0-9A-Za-z]++)*+(?:\+\+|#)?"
)
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
LONGEST_WORD = 60  # characters; longer runs are addresses, hashes or noise, and cost a stemmer time
SPACED = 50_000  # pieces between spaces, of which most come again and again: "of", "cloud,"
RAREST = 1.5  # Zipf; a word that the background list lacks: a rare name as often as a slip of the pen
RAREST_COUNTS = 0.6  # share of a phrase's rarest word in how common it is; on key phrases 0.3 to 0.8 do as well
INITIALS_IN_S = re.compile(  # IaaS, AWS: the last letter is no plural's
    r"(?=[^\W_]*[A-Z][^\W_]+)([^\W_]{2,5}S)(?:['’]s?)?"
)
MANY_INITIALS = re.compile(r"([A-Z][A-Z0-9]+)s['’]?")  # RFPs, LLMs: what a stemmer for words leaves as it is
SHOUTED = 4.5  # Zipf; an everyday word in capitals is no initials: NEWS
UNKNOWN_LANGUAGE = 3.0  # Zipf; where there is no background list, every word counts alike
STEMMERS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali",
    "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sv": "swedish", "sr": "serbian", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


def words_of(text: str) -> frozenset[str]:
    """The words of a list written as a text."""
    return frozenset(text.split())


def is_cjk(text: str) -> bool:
    """Whether most letters are Chinese or Japanese, which put no space between words."""
    if text.isascii() or not CJK.search(text):
        return False
    return len(CJK.findall(text)) * 2 > sum(character.isalpha() for character in text) > 0


@lru_cache(maxsize=1_000)  # sentences, more than a text has; several ask the same of each
def split_words(text: str) -> Sequence[str]:
    """The words of a text as written, in order, but the longest; a hyphenated word is one."""
    return tuple([word for word in find_words(text) if len(word) <= LONGEST_WORD])


@lru_cache(maxsize=1_000)
def find_words(text: str) -> Sequence[str]:
    """All words of a text; neither letter nor digit stands between two of them."""
    return word_pattern(text).findall(text)


def word_pattern(text: str) -> re.Pattern[str]:
    """What finds the words of this very text."""
    return ASCII_WORD if text.isascii() else WORD


def make_key(phrase: str, lang: str) -> str:
    """The form in which variants of a phrase are equal: folded stems, hyphens and possessives gone."""
    return " ".join(filter(None, map(_spaced_key(lang), phrase.split())))


@lru_cache(maxsize=64)
def _spaced_key(lang: str) -> Callable[[str], str]:
    """What gives the key of a piece of text without a space: no word holds one, so that pieces can be remembered."""
    return lru_cache(maxsize=SPACED)(
        lambda piece: " ".join(filter(None, [word_key(word, lang) for word in word_pattern(piece).findall(piece)]))
    )


@lru_cache(maxsize=200_000)
def word_key(word: str, lang: str) -> str:
    """The folded stems of a word's hyphenated parts, without a possessive ending; initials are their own stem."""
    initials = INITIALS_IN_S.fullmatch(word)
    if initials and word_zipf(initials[1], lang) < SHOUTED:
        return fold_text(initials[1])
    many = MANY_INITIALS.fullmatch(word)
    if many:
        return stem_word(fold_text(many[1]), lang)
    return " ".join(stem_word(part, lang) for part in word_parts(word))


@lru_cache(maxsize=200_000)
def word_parts(word: str) -> tuple[str, ...]:
    """A word's folded parts: its hyphenated halves, without a possessive ending."""
    folded = fold_text(word)
    folded = folded.removesuffix("'s").removesuffix("'")
    return tuple(part for part in folded.split("-") if part)


@lru_cache(maxsize=200_000)
def stem_word(word: str, lang: str) -> str:
    """The folded stem of a lower-case word; the word itself where its language has no stemmer or it holds a digit."""
    stemmer = _stemmer(lang)
    if stemmer is None or len(word) > LONGEST_WORD or not word.isalpha():
        return word
    return fold_text(stemmer.stemWord(word)) or word


@lru_cache(maxsize=200_000)
def word_zipf(word: str, lang: str) -> float:
    """How common a word is on the Zipf scale, up to 8; a hyphenated word that no list has is as common as its halves.

    1.5 where the list lacks it, 3 where the language has no list.
    """
    frequencies = _frequencies(lang)
    if not frequencies:
        return UNKNOWN_LANGUAGE
    frequency = frequencies.get(word.casefold().replace("’", "'"), 0.0)
    if frequency:
        return max(RAREST, round(log10(frequency) + 9, 2))
    parts = word_parts(word)
    return phrase_zipf(parts, lang) if len(parts) > 1 and all(part.isalpha() for part in parts) else RAREST


def phrase_zipf(words: Sequence[str], lang: str) -> float:
    """How common a phrase is, on the Zipf scale: its rarest word counts for more than their average."""
    if len(words) == 1:
        return word_zipf(words[0], lang)
    zipfs = [word_zipf(word, lang) for word in words]
    return round(RAREST_COUNTS * min(zipfs) + (1 - RAREST_COUNTS) * fsum(zipfs) / len(zipfs), 2)


@lru_cache(maxsize=64)
def _stemmer(lang: str) -> snowballstemmer.stemmer | None:
    return snowballstemmer.stemmer(STEMMERS[lang]) if lang in STEMMERS else None


@lru_cache(maxsize=8)
def _frequencies(lang: str) -> Mapping[str, float]:
    if lang not in wordfreq.available_languages("best"):  # it would take a near language's words, and say so on stderr
        return {}
    found: Mapping[str, float] = wordfreq.get_frequency_dict(lang, wordlist="best")
    return found
