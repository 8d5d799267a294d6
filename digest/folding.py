"""Text as search, terms and addresses see it: case, diacritics, curly quotes, dashes and odd spaces folded away."""

from __future__ import annotations

import re
import unicodedata

FOLDED = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff"),
        "\u00df": "ss",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00f8": "o",
        "\u0142": "l",
        "\u0131": "i",
    }
)
SLUG_LENGTH = 80  # characters; a longer address is cut at a word


def fold_text(text: str) -> str:
    """The text in lower case without diacritics, with plain quotes, hyphens and spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(FOLDED))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", bare).translate(FOLDED)


def make_slug(text: str) -> str:
    """The text as a part of an address: letters, digits and single hyphens, at most 80 characters; may be empty."""
    slug = re.sub(r"[\W_]+", "-", re.sub(r"'", "", fold_text(text))).strip("-")
    if len(slug) <= SLUG_LENGTH:
        return slug
    return slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]
