"""Drafts to places in the library: stable ids, and one address for each article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from digest.markdown.slugs import INDEX, make_slug
from digest.model import Draft, HeldBack, Problem

ID_LENGTH = 8  # hex digits; two of 10,000 sources share them about once in a hundred libraries, and then all get more


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with its id, its slug and the path of its page."""

    draft: Draft
    id: str
    slug: str

    @property
    def path(self) -> str:
        """The article's page, relative to docs/."""
        return f"articles/{self.slug}.md"


def sort_drafts(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that are to be published, in the order of their paths."""
    return sorted((draft for draft in drafts if not draft.document.sidecar.draft), key=_order)


def count_held_back(drafts: Iterable[Draft]) -> tuple[HeldBack, ...]:
    """The sources of which some document is not published, in the order of their paths."""
    held: dict[str, list[bool]] = defaultdict(list)
    for draft in drafts:
        held[draft.document.source.path].append(bool(draft.document.sidecar.draft))
    return tuple(HeldBack(path, sum(marks), len(marks)) for path, marks in sorted(held.items()) if any(marks))


def place_drafts(published: Sequence[Draft]) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    """Every draft, in the order given, with its place, and a problem for each address wanted twice.

    The first keeps the address; each further one gets its id behind it, so nothing is lost.
    """
    held = Counter(draft.document.source.path for draft in published)
    ids = _make_ids([_identity(draft) for draft in published])
    taken: dict[str, Draft] = {}
    placed, problems = [], []
    for draft, own_id in zip(published, ids, strict=True):
        slug = make_slug(draft.document.title) or own_id
        if slug in taken or slug == INDEX:
            own = _free(f"{slug}-{own_id}", taken)
            problems.append(_clash(draft, taken.get(slug), slug, own=own, held=held))
            slug = own
        taken[slug] = draft
        placed.append(Placed(draft, own_id, slug))
    return tuple(placed), tuple(problems)


def _order(draft: Draft) -> tuple[str, str, str, str]:
    document = draft.document
    return document.source.path, document.url or "", document.key, document.title


def _identity(draft: Draft) -> str:
    """What a source is known by: its address, else its path; of several documents in one file, its key as well."""
    document = draft.document
    return document.url or "#".join(filter(None, (document.source.path, document.key)))


def _make_ids(identities: Sequence[str]) -> list[str]:
    """Eight hex digits each; two sources of one identity are told apart by their order."""
    seen: dict[str, int] = defaultdict(int)
    digests = []
    for identity in identities:
        seen[identity] += 1
        again = f"\n{seen[identity]}" if seen[identity] > 1 else ""
        digests.append(sha256((identity + again).encode("utf-8", "surrogatepass")).hexdigest())
    shared: dict[str, int] = defaultdict(int)
    for digest in digests:
        shared[digest[:ID_LENGTH]] += 1
    return [_widen(digest, digests) if shared[digest[:ID_LENGTH]] > 1 else digest[:ID_LENGTH] for digest in digests]


def _widen(digest: str, digests: Sequence[str]) -> str:
    alike = [other for other in digests if other != digest and other.startswith(digest[:ID_LENGTH])]
    length = ID_LENGTH
    while any(other[:length] == digest[:length] for other in alike):
        length += 1
    return digest[:length]


def _free(slug: str, taken: Mapping[str, Draft]) -> str:
    while slug in taken:
        slug += "-2"
    return slug


def _clash(draft: Draft, first: Draft | None, slug: str, *, own: str, held: Mapping[str, int]) -> Problem:
    path = draft.document.source.path
    other = first.document.source.path if first else "the list of all articles"
    return Problem(
        path,
        f"its title gives the same address as {other}: articles/{slug}.md",
        _mend_clash([name for name in (path, first and first.document.source.path) if name and held[name] == 1], own),
        "slug",
    )


def _mend_clash(alone: Sequence[str], own: str) -> str:
    """What can be done: a sidecar gives another title to a file of one document, and to no other."""
    if not alone:
        return f"its page is articles/{own}.md; to have another, change the title in the file itself"
    return f"give another title in {' or '.join(f'{name}.yml' for name in alone)}"
