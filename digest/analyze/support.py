"""The gate before the page: a summary's sentence must stand in its source, or say nothing that the source does not hold."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.analyze.passages import Passage
from digest.analyze.stopwords import is_small_word
from digest.analyze.wording import word_zipf
from digest.folding import fold_text
from digest.model import Sentence

LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'“”‘’()\[\]]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|io|ai|dev|info)\b[^\s<>\"]*"
)
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ’']\d{3})*(?:[.,]\d+)*")
NUMBER_WORDS: Mapping[str, str] = {
    word: str(number)
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
} | {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80",
     "ninety": "90", "hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000"}  # fmt: skip
QUOTED = re.compile(r"[“\"«「]([^“”\"«»「」]{3,})[”\"»」]")
WORD = re.compile(r"[^\W\d_][\w.&’'‑-]*\w|[^\W\d_]")
KATAKANA = re.compile(r"[\u30a0-\u30ff]{3,}")  # Japanese writes foreign names so
POSSESSIVE = re.compile(r"['’]s?\Z")
CAPITAL_NOUNS = frozenset(["de", "lb"])  # languages that write every noun with a capital
EVERYDAY = 3.5  # Zipf; from here on a capital may be due to the word's place or its language, not to a name


@dataclass(frozen=True, slots=True)
class Checked:
    """The sentences that may be shown, and for each that may not, its words and the reason."""

    kept: tuple[Sentence, ...]
    dropped: tuple[tuple[str, str], ...]


def check_support(
    sentences: Iterable[Sentence], passages: Sequence[Passage], *, lang: str, beside: Sequence[str] = ()
) -> Checked:
    """The gate. A sentence with an anchor is a copy, and must stand in that paragraph letter by letter.

    One without is a summarizer's own words: every number, name, link and quote in it must stand in the source.
    `beside` are texts of the source that are no passages: its title, its authors, the addresses of its links.
    """
    source = _Source.of([*(passage.text for passage in passages), *beside])
    standing: dict[str, list[str]] = {}
    for passage in passages:
        standing.setdefault(passage.at, []).append(passage.text)
    kept, dropped = [], []
    for sentence in sentences:
        if sentence.at:
            copied = any(sentence.text in text for text in standing.get(sentence.at, ()))
            why = "" if copied else "it does not stand in its paragraph"
        else:
            why = _find_invented(sentence.text, source, lang)
        if why:
            dropped.append((sentence.text, why))
        else:
            kept.append(sentence)
    return Checked(tuple(kept), tuple(dropped))


@dataclass(frozen=True, slots=True)
class _Source:
    """A source's text in the forms that claims are looked up in: folded, its words alone, its numbers."""

    text: str
    words: str
    known: frozenset[str]
    numbers: frozenset[str]
    named: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> _Source:
        written = "\n".join(texts)
        spelled = {POSSESSIVE.sub("", word) for word in WORD.findall(written)}
        named = {word for word in spelled if word[:1].isupper() and word.lower() not in spelled}
        text = fold_text(written)
        words = [POSSESSIVE.sub("", word) for word in WORD.findall(text)]
        numbers = {_number(found) for found in NUMBER.findall(text)}
        numbers |= {NUMBER_WORDS[word] for word in words if word in NUMBER_WORDS}
        return cls(text, f" {' '.join(words)} ", frozenset(words), frozenset(numbers), frozenset(named))


def _find_invented(sentence: str, source: _Source, lang: str) -> str:
    """The first thing in a sentence that its source does not hold, said as a reason; empty where all is there."""
    plain = LINK.sub(" ", sentence)
    missing = itertools.chain(
        (f"link {link}" for link in LINK.findall(sentence) if fold_text(link.rstrip(".,;:!?")) not in source.text),
        (f"number {number}" for number in NUMBER.findall(plain) if _number(number) not in source.numbers),
        (f"number {word}" for word in WORD.findall(plain) if not _counts_right(word, source)),
        (f"quote “{quote}”" for quote in QUOTED.findall(plain) if fold_text(quote.rstrip(".,;!?")) not in source.text),
        (f"name {name}" for name in KATAKANA.findall(plain) if fold_text(name) not in source.text),
        (f"name {name}" for name in _names(plain, lang, source) if not _holds(name, source)),
    )
    return next((f"the source has no {what}" for what in missing), "")


def _counts_right(word: str, source: _Source) -> bool:
    return NUMBER_WORDS.get(fold_text(word), "") in {*source.numbers, ""}


def _number(text: str) -> str:
    """A number without what groups its digits: 1,000 and 1000 are one, 3.5 and 3,5 too."""
    grouped = re.sub(r"(?<=\d)[.,\u00a0\u202f ’'](?=\d{3}(?!\d))", "", text)
    return grouped.replace(",", ".")


def _names(sentence: str, lang: str, source: _Source) -> list[str]:
    """The runs of words written like names; a first word only if it is no everyday word, or if the source writes it so alone."""
    runs: list[list[str]] = []
    end = -1
    for match in WORD.finditer(sentence):
        word = POSSESSIVE.sub("", match.group())
        if word in source.named or _is_named(word, lang, opens=not sentence[: match.start()].strip("\"“‘'(«「 ")):
            joined = runs and sentence[end : match.start()].isspace()
            if joined:
                runs[-1].append(word)
            else:
                runs.append([word])
            end = match.end() if word == match.group() else len(sentence)  # a possessive ends a name
    return [" ".join(run) for run in runs]


def _is_named(word: str, lang: str, *, opens: bool) -> bool:
    if not any(map(str.isupper, word)):
        return False
    if any(map(str.isupper, word[1:])):
        return True
    if is_small_word(word.casefold(), lang):
        return False
    return not (opens or lang in CAPITAL_NOUNS) or word_zipf(word.casefold(), lang) < EVERYDAY


def _holds(name: str, source: _Source) -> bool:
    """Whether a source has a name: its words in that order; one that stands alone may be part of a compound there."""
    folded = fold_text(name)
    return f" {folded} " in source.words or (
        " " not in folded and (folded in source.known or _is_compound(folded, source))
    )


def _is_compound(folded: str, source: _Source) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", source.text))
