"""Key terms to tags: the few that lead somewhere, beside those that the source or the curator gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.folding import fold_text
from digest.model import Entry, Term
from digest.relate.slugs import Placed

MOST = 4  # tags of ours an article
PER_ARTICLE = 0.3  # different tags of ours beside the number of articles; 10,000 articles must not make 10,000 tags
AT_LEAST = 12


def choose_tags(
    placed: Sequence[Placed], terms: Sequence[tuple[Term, ...]], glossary: Sequence[Entry]
) -> list[tuple[str, ...]]:
    """The tags of each article: the curator's, the source's, then key terms with an entry that two articles share."""
    names = _leading(terms, glossary, len(placed))
    return [_choose(one, own, names) for one, own in zip(placed, terms, strict=True)]


def _leading(terms: Sequence[tuple[Term, ...]], glossary: Sequence[Entry], articles: int) -> Mapping[str, str]:
    entries = {entry.key: entry.term for entry in glossary}
    weights: dict[str, list[float]] = {}
    for own in terms:
        for term in own:
            weights.setdefault(term.key, []).append(term.weight)
    sums = {key: sum(found) for key, found in weights.items() if len(found) > 1 and key in entries}
    shared = sorted(sums, key=lambda key: (-sums[key], key))
    return {key: entries[key] for key in shared[: max(AT_LEAST, int(PER_ARTICLE * articles))]}


def _choose(one: Placed, own: tuple[Term, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    document = one.draft.document
    given = [tag.strip() for tag in (*document.sidecar.tags, *document.tags) if tag.strip()]
    ours = [names[term.key] for term in own if term.key in names][:MOST]
    kept: dict[str, str] = {}
    for tag in [*given, *ours]:
        kept.setdefault(fold_text(tag), tag)
    return tuple(kept.values())
