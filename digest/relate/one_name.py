"""Drafts to drafts in which an acronym and the name it is short for are one term in the whole library, not in each text alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from digest.analyze.joining import join_candidates
from digest.analyze.wording import make_key
from digest.documents import Ruling
from digest.model import Candidate, Draft
from digest.relate.expansions import is_acronym, is_same_name


def give_one_name(drafts: Sequence[Draft], *, rulings: Sequence[Ruling] = ()) -> list[Draft]:
    """The same drafts, in which a spelled-out name has the key of its acronym, which has no variants.

    One text calls it FEC and says what that is, the next the Federal Election Commission: for the glossary, for themes and
    for reasons it is one thing. Each keeps its own writing. Names that stand for two things, or of which the curator
    speaks, stay as they are.
    """
    languages = sorted({draft.lang for draft in drafts})
    ruled = {make_key(name, lang) for one in rulings for name in (one.name, *one.merge) for lang in languages}
    keys = {name: acronym for acronym, names in _pair(drafts) if ruled.isdisjoint((acronym, *names)) for name in names}
    return [_rename(draft, keys) if any(one.key in keys for one in draft.candidates) else draft for draft in drafts]


def _pair(drafts: Sequence[Draft]) -> Iterator[tuple[str, Sequence[str]]]:
    """The key of each acronym and those of its name's variants, if it has one name alone, which has no other acronym."""
    acronyms: dict[str, set[str]] = defaultdict(set)
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for draft in drafts:
        for acronym, name in _spelled_out(draft):
            acronyms[name].add(acronym)
            names[acronym][name] = draft.lang
    for acronym, found in sorted(names.items()):
        if _are_one(found) and all(len(acronyms[name]) == 1 for name in found):
            yield acronym, tuple(found)


def _spelled_out(draft: Draft) -> Iterator[tuple[str, str]]:
    """The keys of an acronym and of what it stands for, as the text says."""
    for candidate in draft.candidates:
        for other in candidate.aka:
            one, two = (candidate.term, other) if is_acronym(candidate.term) else (other, candidate.term)
            if is_acronym(one) and " " in two:
                yield make_key(one, draft.lang), make_key(two, draft.lang)


def _are_one(names: Mapping[str, str]) -> bool:
    """Whether names are variants of each other: Federal Register, the federal registers."""
    first, *others = sorted(names)
    return all(is_same_name(first, other, names[other]) for other in others)


def _rename(draft: Draft, keys: Mapping[str, str]) -> Draft:
    joined: dict[str, Candidate] = {}
    for candidate in draft.candidates:
        renamed = replace(candidate, key=keys.get(candidate.key, candidate.key))
        other = joined.get(renamed.key)
        joined[renamed.key] = join_candidates(other, renamed) if other else renamed
    return replace(draft, candidates=tuple(joined.values()))
