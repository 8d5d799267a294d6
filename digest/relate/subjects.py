"""Drafts to what each speaks of: more than in passing, in its title, or as one of its key terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from digest.analyze.wording import make_key
from digest.model import Candidate, Draft, Term

MORE_THAN_IN_PASSING = 2  # times that a word or phrase stands in a text
TELLING = 0.15  # of the articles; a word of fewer stands for the phrase that holds it: "cloud" for "cloud computing"


@dataclass(frozen=True, slots=True)
class Subjects:
    """By article: the keys that it speaks of, those that stand in its title, its key terms, and its candidates by key.

    `uses` says in how many articles a key stands at all; `people` are the keys that name persons, in full or in part.
    """

    spoken: tuple[frozenset[str], ...]
    titles: tuple[frozenset[str], ...]
    terms: tuple[frozenset[str], ...]
    candidates: tuple[Mapping[str, Candidate], ...]
    uses: Mapping[str, int]
    people: frozenset[str]

    def speaks_of(self, article: int, key: str) -> bool:
        """Whether an article speaks of something, or of a telling word of it."""
        few = TELLING * len(self.spoken)
        spoken = self.spoken[article]
        return key in spoken or any(
            part in spoken and self.uses.get(part, len(self.spoken)) <= few for part in key.split() if part != key
        )


def find_subjects(drafts: Sequence[Draft], terms: Sequence[tuple[Term, ...]], uses: Mapping[str, int]) -> Subjects:
    """What each draft speaks of, given its key terms; in the drafts' order."""
    titles = [frozenset(make_key(draft.document.title, draft.lang).split()) for draft in drafts]
    keys = [frozenset(term.key for term in own) for own in terms]
    named = Counter(term.key for own in terms for term in own)
    people = Counter(term.key for own in terms for term in own if term.kind == "person")
    whole = {key for key, count in people.items() if 2 * count > named[key]}
    return Subjects(
        tuple(_find_spoken(draft, title) | own for draft, title, own in zip(drafts, titles, keys, strict=True)),
        tuple(titles),
        tuple(keys),
        tuple({one.key: one for one in draft.candidates} for draft in drafts),
        uses,
        frozenset(whole | _first_names(drafts, whole)),
    )


def _first_names(drafts: Sequence[Draft], people: Collection[str]) -> set[str]:
    """The keys of words that are a part of a person's name, and are written as names wherever they stand."""
    parts = {part for key in people for part in key.split()}
    written = Counter((one.key, one.named) for draft in drafts for one in draft.candidates if one.key in parts)
    return {part for part in parts if written[part, True] and not written[part, False]}


def _find_spoken(draft: Draft, title: frozenset[str]) -> frozenset[str]:
    counts = [(word.stem, word.count) for word in draft.vocabulary]
    counts += [(one.key, one.count) for one in draft.candidates]
    return frozenset(key for key, count in counts if count >= MORE_THAN_IN_PASSING or title.issuperset(key.split()))
