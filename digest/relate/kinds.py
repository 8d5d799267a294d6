"""What articles tell of their names, one by one, to what the library knows: the kind of each name, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from digest.analyze.kinds import is_written_as_name
from digest.analyze.name_shapes import is_full_name
from digest.analyze.wording import make_key
from digest.documents import Document, Ruling, TermKind
from digest.folding import fold_text
from digest.model import Candidate, Draft

OUTWEIGHS = 4  # so many times more articles tell of one kind than of any other
BY_CURATOR = "the vocabulary file"

Kind = tuple[TermKind | None, str]  # of a term, and the words that show it
NOTHING: Kind = (None, "")


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of names by their keys: as the articles tell, None where they do not agree; and as the curator says."""

    told: Mapping[str, Kind] = field(default_factory=dict)
    ruled: Mapping[str, Kind] = field(default_factory=dict)

    def find(self, candidate: Candidate) -> Kind:
        """The kind of a candidate: the curator's word, else what the library tells of it where it is written as a name."""
        ruled = self.ruled.get(candidate.key)
        if ruled is not None:
            return ruled
        return self.told.get(candidate.key, NOTHING) if is_written_as_name(candidate) else NOTHING


def find_kinds(drafts: Sequence[Draft], rulings: Sequence[Ruling] = ()) -> Kinds:
    """What all articles together tell: one that tells speaks for those that do not; where they disagree, none is given."""
    told: dict[str, dict[TermKind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for draft in drafts:
        for candidate in draft.candidates:
            if candidate.kind:
                told[candidate.key][candidate.kind].append(candidate.shown_by)
        for name, words in _named_people(draft):
            told[make_key(name, draft.lang)]["person"].append(words)
    agreed = {key: _agree(found) for key, found in told.items()}
    languages = sorted({draft.lang for draft in drafts})
    ruled = {make_key(one.name, lang): _rule(one) for lang in languages for one in rulings if one.kind}
    return Kinds(agreed, ruled)


def _named_people(draft: Draft) -> Iterator[tuple[str, str]]:
    """Whole names of those who wrote or speak, without those that are the site's."""
    document = draft.document
    stated = [(name, f"wrote “{document.title}”") for name in document.authors]
    quoted = [(name, f"speaks in “{document.title}”") for one in draft.quotations for name in one.by]
    yield from (
        (name, words) for name, words in (*stated, *quoted) if is_full_name(name) and not _is_site(name, document)
    )


def _is_site(name: str, document: Document) -> bool:
    spelled = fold_text(name).replace(" ", "")
    known = (document.site or "", urlsplit(document.url or "").netloc)
    return any(spelled in fold_text(one).replace(" ", "").replace("-", "") for one in known)


def _agree(found: Mapping[TermKind, list[str]]) -> Kind:
    ranked = sorted(found, key=lambda kind: (-len(found[kind]), kind))
    first = ranked[0]
    clear = all(len(found[first]) >= OUTWEIGHS * len(found[other]) for other in ranked[1:])
    return (first, min(found[first])) if clear else NOTHING


def _rule(ruling: Ruling) -> Kind:
    return (None if ruling.kind == "concept" else ruling.kind, BY_CURATOR)
