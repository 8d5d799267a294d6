"""A passage's words as chunks: runs between small words and punctuation, in which terms are found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from digest.analyze.compounds import find_compounds
from digest.analyze.name_shapes import OFFICES, PERSONAL
from digest.analyze.passages import Passage
from digest.analyze.shapes import is_code
from digest.analyze.stopwords import is_boundary
from digest.analyze.wording import LONGEST_WORD, find_words, make_key, words_of

JOINED = re.compile(r"[ \t\n\u00a0\u202f]+\Z")  # between two words of one phrase stands white space alone
OPENING = re.compile(
    r"(?:\A|(?<!\b[DMS][rst])(?<!\bMrs)(?<!\bProf)[.!?:…][\"”’')\]]*\s+|\s[–—-]\s+|\n)[\"“‘'(\[]*\Z"
)  # before a word that opens a sentence
CITES = ("such as", "like", "including", "e.g", "called", "known as", "namely")  # without these nothing is cited
CITING = re.compile(
    r"\b(?:such as|like|including|e\.g\.,?|called|known as|namely) (?:[\w-]+(?:, | and | or |, and |, or ))*\Z"
)
POSSESSIVE = re.compile(r"(?:['’]s|['’])\Z")

ELIDING = frozenset({"ca", "fr", "it", "oc"})  # languages that join an article to its noun: l'eau, dell'acqua
ELIDED = re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis)?qu|un|(?:d?a|co|su|de|ne|que)ll|quest)['’](?=\w)", re.IGNORECASE)

PLURAL = re.compile(r"[^sui]s\Z")
ACTING = words_of(  # after a noun they tell what it does, or where to: the model works, a leap forward
    """
    forward matures matters suffices works
    """
)
ACTING_FOR_MANY = words_of(  # after a noun in the plural: models work, prices drop
    """
    age attack beat benefit boost cause change claim compete cost crash dominate double drive drop fall fund
    guide help hold limit match matter mature measure need offer outpace own pass promise race rank rise
    rule run scale settle shape share shift signal slip span spread start stay stop supply surge swap
    switch talk target track trade trust value visit work
    """
)
NOUNS_IN_S = words_of(  # they open compounds though they end like a plural: news value, systems work
    """
    arms business civics communications customs earnings economics electronics ethics glass graphics
    logistics materials mathematics news operations physics politics process robotics sales savings
    services sports statistics systems
    """
)
NOUNS_IN_ED = words_of(  # nouns with the ending of a participle
    """
    breed creed embed exceed greed hundred indeed kindred proceed sacred shed sled speed steed succeed weed
    """
)


class Token(NamedTuple):
    """A word as written, without a possessive ending, and its stems.

    `capital`: one opens it. `mixed`: a capital stands within. `code`: it looks like an acronym or a model. `opens`: a
    sentence begins with it. `cited`: it follows "such as" or "like", so that what it opens is an instance.
    """

    text: str
    key: str
    capital: bool
    mixed: bool
    code: bool
    opens: bool = False
    cited: bool = False


Chunk = tuple[Token, ...]
MIXED = attrgetter("mixed")  # of a token


class _Read(NamedTuple):
    """What a word is wherever it stands: as a token, whether it ends a chunk, and after which nouns it acts."""

    token: Token
    ends: bool
    acts: str


ANY, MANY = "any", "many"  # nouns; the second, those in the plural


def find_chunks(passage: Passage, lang: str) -> Iterator[Chunk]:
    """The runs of words of a passage that no small word, vague word, verb or punctuation interrupts."""
    chunk: list[Token] = []
    at = end = 0
    text = passage.text
    cites = any(words in text for words in CITES)
    compounds = find_compounds(text) if lang == "en" else {}
    for word in find_words(text):
        start = text.find(word, at)
        at = start + len(word)
        if start < end:
            continue  # within a name that was read whole
        if lang in ELIDING:
            start += _article_length(word)
            word = text[start:at]
        if start in compounds:
            word = text[start : compounds[start]]
        token, ends, acts = _read_word(word, lang)
        if chunk and (ends or not _joins(text[end:start]) or _begins_name(chunk[-1].text, word)):
            yield tuple(chunk)
            chunk = []
        end = start + len(word)
        if ends:
            continue
        if acts and chunk and _is_acted(acts, chunk[-1].text):
            yield tuple(chunk)
            chunk = []
            continue
        opens = not _goes_on(text, start) and bool(OPENING.search(text[max(0, start - 8) : start]))
        cited = cites and not chunk and bool(CITING.search(text[max(0, start - 50) : start]))
        chunk.append(token._replace(opens=opens, cited=cited) if opens or cited else token)
        if len(token.text) != len(word):  # "OpenAI's model" holds two names, not one
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)


def _begins_name(before: str, word: str) -> bool:
    """Whether a name begins after a word, or an office ends one: the economist | Ada Brandt; Acme | CEO | Ada Brandt."""
    if not word[:1].isupper():
        return False
    return word in OFFICES or before in OFFICES or before in PERSONAL


def _article_length(word: str) -> int:
    """How much of a word is an article that is joined to it."""
    elided = ELIDED.match(word)
    return elided.end() if elided else 0


@lru_cache(maxsize=200_000)
def _read_word(word: str, lang: str) -> _Read:
    bare = POSSESSIVE.sub("", word)
    ends = len(word) > LONGEST_WORD or is_boundary(_plain(word), lang)
    acts = _find_acting(word) if lang == "en" else ""
    key = "" if ends else make_key(bare, lang)
    mixed = any(map(str.isupper, bare[1:]))
    return _Read(Token(bare, key, bare[:1].isupper(), mixed, is_code(bare)), ends, acts)


def _find_acting(word: str) -> str:
    """After which nouns a word is what they do: `LSTMs handled`; before one it describes: `supervised learning`."""
    if not word.islower():
        return ""
    if word.endswith("ed"):
        return ANY if len(word) > 4 and word not in NOUNS_IN_ED else ""
    return MANY if word in ACTING_FOR_MANY else ANY if word in ACTING else ""


def _is_acted(acts: str, noun: str) -> bool:
    return acts == ANY or (PLURAL.search(noun) is not None and noun.casefold() not in NOUNS_IN_S)


def _goes_on(text: str, start: int) -> bool:
    """Whether a plain space after a letter or comma stands before a word: no sentence begins there."""
    return start > 1 and text[start - 1] == " " and (text[start - 2] == "," or text[start - 2].isalnum())


def is_name(part: Chunk) -> bool:
    """Whether a phrase within a sentence is written like a name."""
    return (part[0].capital and not part[0].opens) or any(map(MIXED, part))


def _joins(gap: str) -> bool:
    return gap == " " or bool(JOINED.fullmatch(gap))


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")
