"""Second names that a text gives a thing: `X, also known as Y`, `Expanded Name (EN)`, `EN (Expanded Name)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from digest.analyze.passages import Passage
from digest.analyze.stopwords import is_boundary
from digest.analyze.wording import word_pattern, words_of
from digest.folding import fold_text

ALSO = re.compile(
    r"[,;]?\s*\(?(?:which is |who is )?(?:also|otherwise|commonly|better|sometimes|formerly) (?:known|called|referred to) as\s+"
    r"|[,;]?\s*\(?\ba\.?k\.?a\.?,?\s+"
)
ALSO_AT_ALL = ("known as", "called as", "referred to as", "aka", "a.k.a")  # one stands there; looked for first
QUOTED_BEFORE = re.compile(r"[“\"‘']([^“”\"‘’]{2,60})[”\"’'][,.;]?\s*\Z")
QUOTED_AFTER = re.compile(r"\A(?:the |an? )?[“\"‘]([^“”\"]{2,60}?)[,.]?[”\"’']")
NAME_BEFORE = re.compile(r"((?:[\w&'’‑-]+[ ]){0,4}[\w&'’‑-]+)\s*\Z")
NAME_AFTER = re.compile(r"\A(?:the |an? )?((?:[\w&‑-]+[ ]){0,4}[\w&‑-]+)")
BRACKETED = re.compile(r"\s?\((?:the |or |i\.e\.,? )?[“\"]?([^()“”\"]{2,80}?)[”\"]?\)")
ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&]*[A-Z0-9]s?")
LONGEST_ACRONYM = 8  # letters
FEWEST_INITIALS = 3  # letters; two words in capitals have the initials of something too often
INITIAL = r"[A-Z](?<![\w-][A-Z])"  # of a word; what stands before it is looked at last, for capitals are few
UNEXPLAINED = re.compile(rf"{INITIAL}[A-Z]{{{FEWEST_INITIALS - 1},{LONGEST_ACRONYM - 1}}}s?(?![\w-])")
CAPITALS = re.compile(rf"{INITIAL}[a-z]+(?: [A-Z][a-z]+){{2,11}}(?![\w-])")
BESIDE_INITIALS = words_of(  # words that lend no initial
    """
    a an and de du for in la of on the to with
    """
)


@dataclass(frozen=True, slots=True)
class Alias:
    """Two names of one thing: the first is the full one; `spelled` where the other is its initials.

    `stated`: the text puts the two side by side; else it uses both, and the initials alone join them.
    """

    name: str
    other: str
    at: str
    spelled: bool
    stated: bool = True


def find_aliases(passages: Sequence[Passage], lang: str) -> tuple[Alias, ...]:
    """Every pair of names that the text itself joins, in reading order, each pair once; then those by initials alone."""
    found: dict[tuple[str, str], Alias] = {}
    for passage in passages:
        for alias in [*_also_known(passage, lang), *_bracketed(passage)]:
            found.setdefault((fold_text(alias.name), fold_text(alias.other)), alias)
    told = {_singular(alias.other) for alias in found.values()}
    return (*found.values(), *(alias for alias in _by_initials(passages) if _singular(alias.other) not in told))


def _by_initials(passages: Sequence[Passage]) -> Iterator[Alias]:
    """Acronyms and the names in capitals that they are the initials of, where only one such name stands in the text."""
    acronyms = {_singular(word): word for passage in passages for word in UNEXPLAINED.findall(passage.text)}
    names: dict[str, dict[str, Alias]] = {}
    for name, at in _names_in_capitals(passages) if acronyms else ():
        acronym = acronyms.get("".join(word[0] for word in name.split()))
        if acronym:
            names.setdefault(acronym, {}).setdefault(fold_text(name), Alias(name, acronym, at, True, stated=False))
    yield from (alias for found in names.values() if len(found) == 1 for alias in found.values())


def _names_in_capitals(passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    """Every run of capitalized words that is long enough to have an acronym, and where it stands."""
    runs = ((run.split(), passage.at) for passage in passages for run in CAPITALS.findall(passage.text))
    for words, at in runs:
        for start, end in combinations(range(len(words) + 1), 2):
            if end - start >= FEWEST_INITIALS:
                yield " ".join(words[start:end]), at


def _singular(acronym: str) -> str:
    return acronym.removesuffix("s")


def spells(name: str, acronym: str) -> bool:
    """Whether the initials of a name make an acronym, letter by letter; small words may lend theirs or not."""
    letters = acronym.removesuffix("s") if acronym[:-1].isupper() else acronym
    return _matches([part for word in name.split() for part in re.split(r"[-‑/]", word) if part], letters.casefold())


def _matches(words: list[str], letters: str) -> bool:
    if not words or not letters:
        return not letters and not words
    first = fold_text(words[0])
    if first[:1] == letters[0] and _matches(words[1:], letters[1:]):
        return True
    return first in BESIDE_INITIALS and _matches(words[1:], letters)


def _also_known(passage: Passage, lang: str) -> Iterator[Alias]:
    text = passage.text
    for match in ALSO.finditer(text) if any(sign in text for sign in ALSO_AT_ALL) else ():
        before, after = text[: match.start()], text[match.end() :]
        name, other = _name_before(before, lang), _name_after(after, lang)
        if name and other and fold_text(name) != fold_text(other):
            yield Alias(name, other, passage.at, spells(name, other))


def _name_before(text: str, lang: str) -> str:
    quoted = QUOTED_BEFORE.search(text)
    if quoted:
        return quoted.group(1).strip()
    plain = NAME_BEFORE.search(text[-120:])
    return _last_run(plain.group(1), lang) if plain else ""


def _last_run(text: str, lang: str) -> str:
    words: list[str] = []
    for word in reversed(text.split()):
        if is_boundary(word.casefold(), lang):
            break
        words.append(word)
    return " ".join(reversed(words))


def _name_after(text: str, lang: str) -> str:
    quoted = QUOTED_AFTER.search(text)
    if quoted:
        return quoted.group(1).strip()
    plain = NAME_AFTER.search(text)
    words: list[str] = []
    for word in plain.group(1).split() if plain else ():
        if is_boundary(word.casefold(), lang):
            break
        words.append(word)
    return " ".join(words)


def _bracketed(passage: Passage) -> Iterator[Alias]:
    text = passage.text
    for match in BRACKETED.finditer(text) if "(" in text else ():
        inside, before = match.group(1).strip(" .,;!?"), text[: match.start()]
        if ACRONYM.fullmatch(inside) and len(inside) <= LONGEST_ACRONYM:
            name = _spelled_before(before, inside)
            if name:
                yield Alias(name, inside, passage.at, spelled=True)
        else:
            acronym = re.search(rf"({ACRONYM.pattern})\Z", before)
            if acronym and len(acronym.group(1)) <= LONGEST_ACRONYM and spells(inside, acronym.group(1)):
                yield Alias(inside, acronym.group(1), passage.at, spelled=True)


def _spelled_before(text: str, acronym: str) -> str:
    reach = text[-150:].rstrip("”\"’' ")
    starts = [match.start() for match in word_pattern(reach).finditer(reach)]
    for start in reversed(starts[-2 * LONGEST_ACRONYM :]):
        name = reach[start:]
        if re.search(r"[.,;:!?()]", name):
            return ""
        if fold_text(name.split()[0]) not in BESIDE_INITIALS and spells(name, acronym):
            return name
    return ""
