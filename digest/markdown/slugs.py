"""Text to a part of an address, in the letters that every file system and every tool agrees on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anyascii import anyascii

from digest.folding import fold_text

SLUG_LENGTH = 80  # characters; a longer address is cut at a word
INDEX = "index"  # the slug of a folder's own page


def make_slug(text: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens, at most 80 characters; may be empty.

    Other scripts are written in Latin letters, `含金量` as `han-jin-liang`: an address that keeps them is percent-encoded
    by some tools and not by others.
    """
    folded = fold_text(text).replace("'", "")
    latin = re.sub(r"[^\x00-\x7f]+", lambda run: _romanize(run[0]), folded)
    slug = re.sub(r"[^a-z0-9]+", "-", latin.lower()).strip("-")
    if len(slug) <= SLUG_LENGTH:
        return slug
    return slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]


def make_unique_slugs(names: Iterable[str], *, fallback: str) -> list[str]:
    """A slug for every name, in their order: the second that wants a taken one gets a number.

    None is `index`, where the page of a folder stands.
    """
    slugs: list[str] = []
    taken = {INDEX}
    for name in names:
        first = slug = make_slug(name) or fallback
        number = 1
        while slug in taken:
            number += 1
            slug = f"{first}-{number}"
        taken.add(slug)
        slugs.append(slug)
    return slugs


def _romanize(run: str) -> str:
    """A run of another script in Latin letters; signs of one syllable each, as in Chinese, are kept apart."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", anyascii(run))
