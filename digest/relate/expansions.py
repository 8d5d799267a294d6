"""Acronyms that stand for different things: which glossary entry a spelled-out name belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from digest.analyze.definitions import SPELLED_OUT, headword
from digest.analyze.stopwords import is_small_word
from digest.analyze.wording import make_key
from digest.model import CreditedDefinition

BEGINNING = 4  # letters that two forms of a word have in common: financial, finance; minimal, minimum


def is_acronym(name: str) -> bool:
    """Whether a name is written as initials are: more capitals than one, and no space."""
    return " " not in name and sum(letter.isupper() for letter in name) > 1


def find_home(
    acronym: str, meaning: str, *, lang: str, aliases: Mapping[str, str], forms: Mapping[str, Collection[str]]
) -> str:
    """The key of the entry where an acronym is said to stand for `meaning`.

    That of the name it is short for (`aliases`, by the acronym's key), or that of the term that is written so (`forms`,
    by key). Its own, as written, where these are something else: AIS is no plural of AI, FAR is not far, and an
    Authorizing Official is no Administrative Office, though both are AO.
    """
    key, meant = make_key(acronym, lang), make_key(meaning, lang)
    home = aliases.get(key)
    if home is not None and is_same_name(home, meant, lang):
        return home
    written = forms.get(key, ())
    if any(is_same_name(make_key(form, lang), meant, lang) for form in written):
        return key
    if home is None and (not written or any(_one(acronym) == _one(form) for form in written)):
        return key
    return acronym


def find_acronyms(definitions: Iterable[CreditedDefinition]) -> list[str]:
    """What definitions spell out, once for each that does, in the order of the alphabet."""
    told = (given.definition for given in definitions)
    found = [headword(given.term or "") for given in told if given.why.startswith(SPELLED_OUT)]
    return sorted(name for name in found if is_acronym(name))


def is_same_name(one: str, other: str, lang: str) -> bool:
    """Whether the keys of two names are variants of each other: word for word alike, but for endings and small words."""
    left, right = ([stem for stem in key.split() if not is_small_word(stem, lang)] for key in (one, other))
    return len(left) == len(right) and all(a[:BEGINNING] == b[:BEGINNING] for a, b in zip(left, right, strict=True))


def _one(acronym: str) -> str:
    return acronym.removesuffix("s")
