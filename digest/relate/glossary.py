"""Key terms and definitions to the glossary: terms that a source defines, and terms that several articles share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nsmallest

from digest.analyze.definitions import SPELLED_OUT, headword
from digest.analyze.wording import make_key
from digest.documents import Ruling, TermKind
from digest.folding import fold_text
from digest.markdown.slugs import make_unique_slugs
from digest.model import Credited, CreditedDefinition, Entry, Term
from digest.relate.contexts import Wanted, find_contexts
from digest.relate.expansions import find_acronyms, find_home, is_acronym, is_same_name
from digest.relate.slugs import Placed
from digest.relate.uses import choose_uses

NEIGHBOURS = 6
STRONG = 0.3  # weight of a term in an article of which it is a subject
SEVERAL = 3  # articles that write a name in full; from there on it is known by that
SHARED_PER_ARTICLE = 0.5  # entries without a definition, of the terms that most articles share
SHARED_AT_LEAST = 12  # in a small library


@dataclass(slots=True)
class _Gathered:
    """What the articles together say of one term."""

    forms: Counter[str] = field(default_factory=Counter)
    aka: list[str] = field(default_factory=list)
    weights: dict[int, float] = field(default_factory=dict)
    kinds: Counter[TermKind | None] = field(default_factory=Counter)
    definitions: list[CreditedDefinition] = field(default_factory=list)


def make_glossary(
    placed: Sequence[Placed], terms: Sequence[tuple[Term, ...]], rulings: Sequence[Ruling] = ()
) -> tuple[Entry, ...]:
    """The entries by their terms' folded spelling: every defined term, the strongest of the shared ones, the pinned ones.

    Definitions of several sources stand side by side, each with its credit, in the order of their paths.
    """
    gathered = _gather(placed, terms)
    shared = _strongest_shared(gathered, len(placed))
    ruled = {make_key(ruling.name, one.draft.lang): ruling for one in placed for ruling in rulings}
    pinned = {key for key, ruling in ruled.items() if ruling.pin or ruling.about}
    chosen = {key: one for key, one in gathered.items() if one.definitions or key in shared or key in pinned}
    names = _name_entries(chosen, pinned)
    ordered = sorted(chosen, key=lambda key: (fold_text(names[key]), key))
    slugs = dict(zip(ordered, make_unique_slugs([names[key] for key in ordered], fallback="term"), strict=True))
    contexts = find_contexts(placed, {key: _wanted(one) for key, one in chosen.items()})
    entries = [_enter(key, chosen[key], names[key], slugs[key], contexts.get(key, ()), placed) for key in ordered]
    told = [replace(one, about=ruled[one.key].about) if one.key in ruled else one for one in entries]
    return _join_up(told)


def _gather(placed: Sequence[Placed], terms: Sequence[tuple[Term, ...]]) -> dict[str, _Gathered]:
    gathered: dict[str, _Gathered] = defaultdict(_Gathered)
    for index, own in enumerate(terms):
        for term in own:
            found = gathered[term.key]
            found.forms[term.term] += 1
            found.weights[index] = term.weight
            found.kinds[term.kind] += 1
            found.aka += term.aka
    aliases = {make_key(name, "en"): key for key, found in sorted(gathered.items()) for name in found.aka}
    forms = {key: frozenset(found.forms) for key, found in gathered.items()}
    for index, one in enumerate(placed):
        for definition in one.draft.definitions:
            name, lang = headword(definition.term or ""), one.draft.lang
            key = make_key(name, lang)
            if definition.why.startswith(SPELLED_OUT) and is_acronym(name):
                home = find_home(name, definition.text, lang=lang, aliases=aliases, forms=forms)
            else:
                home = aliases.get(key, key)
            found = gathered[home]
            found.forms[name] += 0 if found.forms else 1
            found.definitions.append(CreditedDefinition(definition, one.path, one.draft.document.title))
            found.weights.setdefault(index, 0.0)
    return {key: found for key, found in gathered.items() if key}


def _strongest_shared(gathered: Mapping[str, _Gathered], articles: int) -> frozenset[str]:
    """The keys of the terms that most articles have among their subjects."""
    worth = {
        key: sum(one.weights.values())
        for key, one in gathered.items()
        if len(one.weights) > 1 and max(one.weights.values()) >= STRONG
    }
    most = max(SHARED_AT_LEAST, int(SHARED_PER_ARTICLE * articles))
    return frozenset(sorted(worth, key=lambda key: (-worth[key], key))[:most])


def _name_entries(chosen: Mapping[str, _Gathered], pinned: Collection[str]) -> dict[str, str]:
    """What each entry is called: the acronym where all that texts do is to spell it out, if no other entry has it.

    What several articles write in full keeps that name: nobody looks it up by initials.
    """
    names = {key: _commonest(one) for key, one in chosen.items()}
    taken = set(names.values())
    for key in sorted(chosen.keys() - pinned):
        one = chosen[key]
        acronyms = find_acronyms(one.definitions)
        only = acronyms and len(acronyms) == len(one.definitions) and one.forms[names[key]] < SEVERAL
        if only and acronyms[0] not in taken:
            taken.add(acronyms[0])
            names[key] = acronyms[0]
    return names


def _commonest(one: _Gathered) -> str:
    return min(one.forms, key=lambda form: (-one.forms[form], form != form.lower(), is_acronym(form), form))


def _wanted(one: _Gathered) -> Wanted:
    return Wanted((*one.forms, *one.aka), tuple(one.weights), bool(one.definitions))


def _enter(
    key: str, one: _Gathered, name: str, slug: str, context: Sequence[tuple[int, Credited]], placed: Sequence[Placed]
) -> Entry:
    langs = {placed[index].path: placed[index].draft.lang for index in one.weights if one.definitions}
    strongest = sorted(one.weights, key=lambda index: (-one.weights[index], placed[index].path))
    ranks = {index: rank for rank, index in enumerate(strongest)}
    ordered = sorted(enumerate(context), key=lambda pair: (ranks[pair[1][0]], pair[0]))
    lang = placed[strongest[0]].draft.lang
    others = sorted({*one.aka, *find_acronyms(one.definitions), _commonest(one)}, key=lambda one: (fold_text(one), one))
    by_key = {make_key(other, lang): other for other in reversed(others)}
    definitions = _telling((key, *one.forms, *one.aka), name, _distinct(one.definitions), langs)
    return Entry(
        term=name,
        key=key,
        slug=slug,
        path=f"terms/{slug}.md",
        aka=tuple(sorted((other for own, other in by_key.items() if own != make_key(name, lang)), key=fold_text)),
        definitions=definitions,
        context=choose_uses([credited for _, (_, credited) in ordered], {told.definition.text for told in definitions}),
        articles=tuple(placed[index].path for index in strongest),
        kind=max(one.kinds, key=lambda kind: (one.kinds[kind], kind or ""), default=None),
    )


def _distinct(definitions: Sequence[CreditedDefinition]) -> tuple[CreditedDefinition, ...]:
    """Each wording of a definition once, with its first source."""
    kept: dict[str, CreditedDefinition] = {}
    for one in sorted(definitions, key=lambda one: one.path):
        kept.setdefault(fold_text(one.definition.text), one)
    return tuple(kept.values())


def _telling(
    names: Collection[str], name: str, definitions: Sequence[CreditedDefinition], langs: Mapping[str, str]
) -> tuple[CreditedDefinition, ...]:
    """The definitions that say more than the entry's names; else one that spells its name out."""
    more = [one for one in definitions if not _is_name_again(one, names, langs[one.path])]
    spelled = [one for one in definitions if not _is_name_again(one, (name,), langs[one.path])]
    return tuple(more or spelled[:1])


def _is_name_again(one: CreditedDefinition, names: Collection[str], lang: str) -> bool:
    key = make_key(one.definition.text, lang)
    return any(is_same_name(key, make_key(name, lang), lang) for name in names)


def _join_up(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    held: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for path in entry.articles:
            held[path].append(number)
    joined = []
    for number, entry in enumerate(entries):
        beside: Counter[int] = Counter()
        for path in entry.articles:
            beside.update(held[path])
        del beside[number]
        near = nsmallest(NEIGHBOURS, beside, key=lambda other: (-beside[other], other))
        joined.append(replace(entry, neighbours=tuple(entries[other].key for other in near)))
    return tuple(joined)
