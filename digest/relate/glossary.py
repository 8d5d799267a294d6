"""Key terms and definitions to the glossary: terms that a source defines, and terms that several articles share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from typing import NamedTuple

from digest.analyze.definitions import SPELLED_OUT, headword
from digest.analyze.wording import make_key
from digest.documents import Ruling, TermKind
from digest.folding import fold_text
from digest.markdown.slugs import make_unique_slugs
from digest.model import Credited, CreditedDefinition, Entry, Term
from digest.relate.expansions import find_acronyms, find_home, is_acronym, is_same_name
from digest.relate.slugs import Placed
from digest.relate.uses import choose_uses

CONTEXT = 3  # sentences of an article that show a term in use
LONGEST_CONTEXT = 400  # characters; a longer sentence shows nothing at a glance
BEGINNING = 3  # letters of a word that no stemmer changes
CHANGED = 2  # letters at the end of a stem that the English one may have changed, beside a last i for y
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


class _Wanted(NamedTuple):
    """A name that is looked for in sentences: its entry's key, its own between spaces, how its first two words begin."""

    entry: str
    spaced: str
    first: str
    second: str

    @classmethod
    def of(cls, entry: str, key: str, lang: str) -> _Wanted:
        first, second, *_ = (_beginning(stem, lang) for stem in f"{key} ".split(" "))
        return cls(entry, f" {key} ", first, second)


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
    contexts = _find_contexts(placed, chosen)
    entries = [_enter(key, chosen[key], names[key], slugs[key], contexts[key], placed) for key in ordered]
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
    for key in sorted(chosen.keys() - pinned):
        one = chosen[key]
        acronyms = find_acronyms(one.definitions)
        only = acronyms and len(acronyms) == len(one.definitions) and one.forms[names[key]] < SEVERAL
        if only and acronyms[0] not in names.values():
            names[key] = acronyms[0]
    return names


def _commonest(one: _Gathered) -> str:
    return min(one.forms, key=lambda form: (-one.forms[form], form != form.lower(), is_acronym(form), form))


def _find_contexts(
    placed: Sequence[Placed], chosen: Mapping[str, _Gathered]
) -> Mapping[str, list[tuple[int, Credited]]]:
    wanted: dict[int, list[_Wanted]] = defaultdict(list)
    for key, found in chosen.items():
        by_language: dict[str, list[_Wanted]] = {}
        for index in found.weights:
            lang = placed[index].draft.lang
            if lang not in by_language:
                by_language[lang] = _names_in_text(key, found, lang)
            wanted[index] += by_language[lang]
    contexts: dict[str, list[tuple[int, Credited]]] = defaultdict(list)
    for index in sorted(wanted):
        for key, shown in _show(placed[index], wanted[index]):
            contexts[key].append((index, shown))
    return contexts


def _names_in_text(key: str, one: _Gathered, lang: str) -> list[_Wanted]:
    """What a text may name a term by: FEC, or the Federal Election Commission."""
    names = dict.fromkeys([key, *(make_key(name, lang) for name in (*one.forms, *one.aka))])
    return [_Wanted.of(key, name, lang) for name in names]


def _show(one: Placed, left: Sequence[_Wanted]) -> Iterator[tuple[str, Credited]]:
    """The sentences of an article that use a term, the first few of each."""
    shown: Counter[str] = Counter()
    for sentence in one.draft.sentences:
        near = _may_hold(sentence.text, left) if len(sentence.text) <= LONGEST_CONTEXT else ()
        if not near:
            continue
        text = f" {make_key(sentence.text, one.draft.lang)} "
        found = {wanted.entry for wanted in near if wanted.spaced in text}
        if found:
            credited = Credited(sentence.text, sentence.at, one.path, one.draft.document.title)
            yield from ((key, credited) for key in sorted(found))
            shown.update(found)
            left = [wanted for wanted in left if shown[wanted.entry] < CONTEXT]


def _may_hold(text: str, keys: Sequence[_Wanted]) -> Sequence[_Wanted]:
    """The keys that a sentence could hold, before its words are stemmed: stems keep how a word begins."""
    if not text.isascii():
        return keys
    lowered = text.lower()
    return [wanted for wanted in keys if wanted.first in lowered and wanted.second in lowered]


def _beginning(stem: str, lang: str) -> str:
    """What of a stem stands in each of its forms: in English all but its end (possibl: possibility, dri: dry)."""
    return stem[: max(BEGINNING, len(stem) - CHANGED)].rstrip("i") if lang == "en" else stem[:BEGINNING]


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
