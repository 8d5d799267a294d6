"""What two articles state in common: a person whom both quote, a work that both cite, a page that both link to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from textwrap import shorten
from typing import NamedTuple
from urllib.parse import urlsplit

from digest.folding import fold_text
from digest.model import Draft
from digest.relate.slugs import Placed
from digest.relate.statements import plain_address, stated_addresses

LINK = "link to"
DEEP = 2  # folders of a page that both link to; the front page of a part of a site is linked by anybody
FEW = 4  # articles; what more of them quote, cite or link to is no bond between any two
LONGEST_NAME = 70  # characters of a cited work; longer ones are cut
LONGEST_ADDRESS = 60  # characters; a longer address says nothing to a reader
EVERYWHERE = frozenset({"about", "contact", "donate", "imprint", "privacy", "subscribe", "terms"})  # pages of any site
CODE = re.compile(r"[a-z][A-Z]|\d[^\W\d]|[^\W\d]\d|[?&=%]|\A\d+\Z")  # a short link or a number tells a reader nothing

TELLS_ALONE = re.compile(
    r"both (?:quote|cite) |both link to [^/]+/[^/]+/"
)  # the front page of a part of a site is no bond

Named = Iterable[tuple[str, str]]  # what makes two the same, and how it is named


class Common(NamedTuple):
    """What two articles state in common, in words, and whether that is reason enough without a term that both have."""

    said: str
    alone: bool


def find_cocitations(placed: Sequence[Placed]) -> list[Mapping[int, Common]]:
    """For each draft, the others with which it quotes, cites or links to the same, with that in words."""
    own_sites = {_site(one.draft.document.url) for one in placed if one.draft.document.url}
    kinds: tuple[tuple[str, Callable[[Draft], Named]], ...] = (
        ("quote", _quoted),
        ("cite", _cited),
        (LINK, lambda draft: _linked(draft, own_sites)),
    )
    said: list[dict[int, list[Common]]] = [defaultdict(list) for _ in placed]
    for verb, find in kinds:
        for name, members in _gather([dict(find(one.draft)) for one in placed]):
            common = Common(f"both {verb} {name}", verb != LINK or name.count("/") >= DEEP)
            for one, other in permutations(members, 2):
                said[one][other].append(common)
    return [{other: reasons[0] for other, reasons in sorted(own.items())} for own in said]


def _gather(found: Sequence[Mapping[str, str]]) -> Iterator[tuple[str, list[int]]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, names in enumerate(found):
        for key in names:
            holders[key].append(index)
    for key, members in sorted(holders.items()):
        if 1 < len(members) <= FEW:
            yield found[members[0]][key], members


def _quoted(draft: Draft) -> Named:
    authors = {fold_text(name) for name in draft.document.authors}
    for quotation in draft.quotations:
        yield from ((fold_text(name), name) for name in quotation.by if fold_text(name) not in authors)


def _cited(draft: Draft) -> Named:
    for reference in draft.document.references:
        text = " ".join(reference.text.split())
        key = "".join(sign for sign in fold_text(text) if sign.isalnum())
        if key:
            yield plain_address(reference.url) if reference.url else key, shorten(text, LONGEST_NAME, placeholder="…")


def _linked(draft: Draft, own_sites: set[str]) -> Named:
    """Single pages outside the library's own sites; a site's front page or address of contact is linked by anybody."""
    for url in stated_addresses(draft):
        plain = plain_address(url)
        if len(plain) <= LONGEST_ADDRESS and _is_telling(plain, own_sites):
            yield plain, plain


def _is_telling(address: str, own_sites: set[str]) -> bool:
    site, _, path = address.partition("/")
    last = path.rpartition("/")[2]
    return bool(path) and site not in own_sites and path.lower() not in EVERYWHERE and not CODE.search(last)


def _site(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
