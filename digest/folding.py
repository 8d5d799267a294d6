"""Text as search and terms see it: case, diacritics, curly quotes, dashes and odd spaces folded away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

FOLDED: Mapping[str, str] = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff", ""),
    "\u00df": "ss",
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u00f8": "o",
    "\u0142": "l",
    "\u0131": "i",
}
FOLDABLE = re.compile(f"[{''.join(FOLDED)}]")


def fold_text(text: str) -> str:
    """The text in lower case without diacritics, with plain quotes, hyphens and spaces."""
    if text.isascii():  # nine of ten words: nothing to fold but case
        return text.lower()
    plain = _replace(text.casefold())
    if plain.isascii():  # only its quotes and dashes were not
        return plain
    decomposed = unicodedata.normalize("NFKD", plain)
    bare = "".join([character for character in decomposed if not unicodedata.combining(character)])
    return _replace(unicodedata.normalize("NFC", bare))


def _replace(text: str) -> str:
    """As `text.translate(FOLDED)`, in half the time where few characters of a text are among them."""
    return FOLDABLE.sub(lambda found: FOLDED[found.group()], text)
