"""A library to proposals for the curator's vocabulary: what looks like two names of one thing, and the themes that are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from digest.folding import fold_text
from digest.model import Digest, Entry, Theme

SHORTEST = 3  # letters of an acronym; two stand for anything
TERMS = 3  # of a theme, enough to say which articles belong to it


def propose_vocabulary(digest: Digest) -> dict[str, list[dict[str, Any]]]:
    """Entries in the form of the vocabulary file: every theme with its address and terms, and terms that may be one.

    A theme whose name is another name of one of a larger theme's terms is proposed as a part of it.
    """
    themes = sorted(digest.themes, key=lambda theme: (-len(theme.articles), theme.name))
    merged = dict(_pairs([theme.name for theme in themes]))
    return {
        "themes": [_entry(theme, merged) for theme in themes if theme.name not in merged],
        "terms": _merge_terms(digest.glossary),
    }


def _entry(theme: Theme, merged: dict[str, str]) -> dict[str, Any]:
    parts = sorted(name for name, into in merged.items() if into == theme.name)
    entry: dict[str, Any] = {"name": theme.name, "slug": theme.slug, "terms": list(theme.terms[:TERMS])}
    return {**entry, "merge": parts} if parts else entry


def _merge_terms(glossary: Sequence[Entry]) -> list[dict[str, Any]]:
    ordered = sorted(glossary, key=lambda entry: (-len(entry.articles), entry.term))
    merged: dict[str, list[str]] = {}
    for name, into in _pairs([entry.term for entry in ordered]):
        merged.setdefault(into, []).append(name)
    return [{"name": name, "merge": sorted(parts)} for name, parts in sorted(merged.items())]


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each name that looks like another before it in the list, with that one; no chains."""
    kept: dict[str, str] = {}
    for name in names:
        own = set(_shapes(name))
        into = next((kept[shape] for shape in sorted(own) if shape in kept), None)
        if into is not None:
            yield name, into
        else:
            kept.update(dict.fromkeys(own, name))


def _shapes(name: str) -> Iterable[str]:
    """What two spellings of a name have in common: its letters run together, and its initials if it is written so."""
    folded = fold_text(name)
    words = re.findall(r"[^\W_]+", folded)
    yield "".join(words)
    initials = "".join(word[0] for word in words)
    if len(initials) >= SHORTEST:
        yield initials
