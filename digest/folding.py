"""Text as search and terms see it: case, diacritics, curly quotes, dashes and odd spaces folded away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

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
TABLE = str.maketrans(dict(FOLDED))
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")  # nine of ten words hold none: nothing to fold but case


def fold_text(text: str) -> str:
    """The text in lower case without diacritics, with plain quotes, hyphens and spaces."""
    if text.isascii():
        return text.lower()
    return NOT_ASCII.sub(lambda found: _fold_signs(found.group()), text.casefold())


@lru_cache(maxsize=10_000)  # runs of signs; a curly quote is asked for in every other line
def _fold_signs(signs: str) -> str:
    decomposed = unicodedata.normalize("NFKD", signs.translate(TABLE))
    bare = "".join([sign for sign in decomposed if not unicodedata.combining(sign)])
    return unicodedata.normalize("NFC", bare).translate(TABLE)
