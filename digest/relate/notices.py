"""Sentences that stand word for word in several articles, and the terms that only they use: a series' notice, an address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter

from digest.analyze.wording import make_key
from digest.model import Draft, Term

REPEATED = 3  # articles; two may quote the same words, three share a notice


def find_noticed(drafts: Sequence[Draft]) -> list[frozenset[str]]:
    """For each draft the keys of the candidates that stand in such sentences alone: they tell nothing of the piece."""
    texts = attrgetter("text")
    articles = Counter(chain.from_iterable(set(map(texts, draft.sentences)) for draft in drafts))
    repeated = {text for text, count in articles.items() if count >= REPEATED}
    return [_only_in(repeated, draft) for draft in drafts]


def leave_out(noticed: Sequence[frozenset[str]], terms: Sequence[tuple[Term, ...]]) -> list[tuple[Term, ...]]:
    """The key terms of each draft without those."""
    return [tuple(term for term in own if term.key not in gone) for own, gone in zip(terms, noticed, strict=True)]


def _only_in(repeated: set[str], draft: Draft) -> frozenset[str]:
    notices = [make_key(one.text, draft.lang) for one in draft.sentences if one.text in repeated]
    if not notices:
        return frozenset()
    text = " | ".join(["", *notices, ""])
    return frozenset(one.key for one in draft.candidates if text.count(f" {one.key} ") >= one.count)
