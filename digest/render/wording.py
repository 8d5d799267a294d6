"""Words made of values: a day as people write it, a text cut to a length."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from digest.documents import TermKind

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STATED_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")  # ISO 8601: at least the year
SENTENCE_END = re.compile(r"[.!?。！？][\"'”’»)\]]*(?=\s|$)|[。！？]")
KIND_NAMES: Mapping[TermKind, str] = {
    "person": "People",
    "organisation": "Organisations",
    "work": "Works",
    "product": "Products and models",
}
EARLIEST_CUT = 0.4  # share of the length: a sentence that ends sooner says too little alone


def when(stated: str) -> str:
    """A stated date in words, the same in every locale: `19 Dec 2024`, `Dec 2024`, `2024`; what is no date stays."""
    found = STATED_DATE.fullmatch(stated.strip())
    if found is None or not 1 <= int(found[2] or 1) <= len(MONTHS):
        return stated
    year, month, day = found.groups()
    return " ".join(filter(None, (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year)))


def full_day(stated: str | None) -> date | None:
    """The day that a date states; None for a year or month alone, and for no day of the calendar."""
    found = STATED_DATE.fullmatch((stated or "").strip())
    if found is None or not found[3]:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def shorten(text: str, length: int) -> str:
    """Plain text of at most `length` characters: cut at a sentence's end, else at a word with `…`."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    ends = [found.end() for found in SENTENCE_END.finditer(text[: length + 1]) if found.end() <= length]
    if ends and ends[-1] >= length * EARLIEST_CUT:
        return text[: ends[-1]]
    words = text[:length].rpartition(" ")[0] or text[: length - 1]
    return words.rstrip(" ,;:–—-") + "…"
