"""Text to a part of an address, in the letters that every file system and every tool agrees on."""

from __future__ import annotations

import re

from anyascii import anyascii

from digest.folding import fold_text

SLUG_LENGTH = 80  # characters; a longer address is cut at a word


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


def _romanize(run: str) -> str:
    """A run of another script in Latin letters; signs of one syllable each, as in Chinese, are kept apart."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", anyascii(run))
