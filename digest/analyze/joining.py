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
    """The two as one under the first's name; an acronym looks like a name whatever it stands for, so the kept one says."""
    return replace(join_candidates(kept, replace(gone, aka=(gone.term, *gone.aka))), named=kept.named)


def join_candidates(one: Candidate, other: Candidate) -> Candidate:
    """Two candidates for one term, under the name of the first: counted together, each at its best."""
    return replace(
        one,
        count=one.count + other.count,
        boost=max(one.boost, other.boost),
        zipf=min(one.zipf, other.zipf),
        aka=tuple(dict.fromkeys((*one.aka, *other.aka))),
        named=one.named or other.named,
    )
