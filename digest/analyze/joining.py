"""Candidates that a text names twice, as `PEFT` and in full, made one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from digest.analyze.aliases import Alias
from digest.analyze.wording import make_key, phrase_zipf, split_words
from digest.model import Candidate

COMMON_WORD = 4.0  # Zipf; an acronym that reads like a word from here on may be the word


def join_names(candidates: dict[str, Candidate], aliases: Iterable[Alias], lang: str) -> list[Candidate]:
    """The candidates, two names of one thing made one: under the name that the text uses more, else the full one."""
    joined = dict(candidates)
    for alias in aliases:
        name, other = (_named(text, joined, lang) for text in (alias.name, alias.other))
        if name.key == other.key or not (name.count or other.count) or _is_other_word(other, alias):
            continue
        kept, gone = (other, name) if other.count > name.count else (name, other)
        joined.pop(gone.key, None)
        joined[kept.key] = _merge(kept, gone)
    return list(joined.values())


def _named(text: str, candidates: dict[str, Candidate], lang: str) -> Candidate:
    key = make_key(text, lang)
    words = split_words(text) or [text]
    found = candidates.get(key) or Candidate(text, key, 0, len(words), phrase_zipf(words, lang))
    return replace(found, term=text) if found.term != text and text[:1].isupper() else found


def _is_other_word(candidate: Candidate, alias: Alias) -> bool:
    """Whether an acronym looks like an everyday word that the text uses too: PLAIN is not plain."""
    return alias.spelled and candidate.zipf > COMMON_WORD


def _merge(kept: Candidate, gone: Candidate) -> Candidate:
    return replace(
        kept,
        count=kept.count + gone.count,
        boost=max(kept.boost, gone.boost),
        zipf=min(kept.zipf, gone.zipf),
        aka=tuple(dict.fromkeys((*kept.aka, gone.term, *gone.aka))),
    )
