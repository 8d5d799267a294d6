"""Drafts with the curator's terms: merged under one name, spelled as the curator does, hidden ones gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.analyze.definitions import headword
from digest.analyze.joining import join_candidates
from digest.analyze.wording import make_key
from digest.documents import Definition, Ruling
from digest.model import Candidate, Draft


def rule_terms(drafts: Sequence[Draft], rulings: Sequence[Ruling]) -> list[Draft]:
    """The same drafts, in which a merged term is its new one and a hidden term does not occur among the candidates."""
    if not rulings:
        return list(drafts)
    by_language: dict[str, _Rules] = {}
    return [_rule(draft, by_language.setdefault(draft.lang, _Rules.of(rulings, draft.lang))) for draft in drafts]


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rulings by every key that they speak of, in one language."""

    rulings: Mapping[str, Ruling]
    keys: Mapping[str, str]  # of their names, by the name

    @classmethod
    def of(cls, rulings: Sequence[Ruling], lang: str) -> _Rules:
        spoken = {make_key(name, lang): one for one in rulings for name in (one.name, *one.merge)}
        return cls(spoken, {one.name: make_key(one.name, lang) for one in rulings})


def _rule(draft: Draft, rules: _Rules) -> Draft:
    candidates: dict[str, Candidate] = {}
    for candidate in draft.candidates:
        ruling = rules.rulings.get(candidate.key)
        ruled = _rename(candidate, ruling, rules) if ruling else candidate
        if not (ruling and ruling.hide):
            other = candidates.get(ruled.key)
            candidates[ruled.key] = join_candidates(other, ruled) if other else ruled
    definitions = [_define(one, rules, draft.lang) for one in draft.definitions]
    kept = tuple(definition for definition in definitions if definition)
    return replace(draft, candidates=tuple(candidates.values()), definitions=kept)


def _rename(candidate: Candidate, ruling: Ruling, rules: _Rules) -> Candidate:
    key = rules.keys[ruling.name]
    merged = candidate.key != key
    aka = (*([candidate.term] if merged else []), *candidate.aka)
    return replace(candidate, term=ruling.name, key=key, aka=tuple(name for name in aka if name != ruling.name))


def _define(definition: Definition, rules: _Rules, lang: str) -> Definition | None:
    ruling = rules.rulings.get(make_key(headword(definition.term or ""), lang))
    if ruling is None:
        return definition
    return None if ruling.hide else replace(definition, term=ruling.name)
