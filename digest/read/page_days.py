"""Days as pages write them in words and in figures; a figure that may be day or month names none."""

from __future__ import annotations

import re

from digest.read.byline import MONTHS
from digest.read.stated_day import read_day

FIGURES = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y2>\d{4}))(?!\d)"
)
IDEOGRAPHS = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
WORDED = re.compile(
    r"(?:(?<!\d)(?P<d1>\d{1,2})(?:st|nd|rd|th|\.|er|º|ª)?\s*(?:(?:of|de|di|do)\s+)?(?P<m1>[^\W\d_]{3,12})\.?,?\s*(?:(?:de|del|do|di)\s+)?(?P<y1>(?:19|20)\d{2})"
    r"|(?P<m2>[^\W\d_]{3,12})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?[.,]?,?\s*(?P<y2>(?:19|20)\d{2}))(?!\d)",
    re.IGNORECASE,
)


def find_day(text: str, *, day_first: bool = False) -> str | None:
    """The first day that a line names, as ISO 8601; `day_first` where the page's language writes 3/12 for December."""
    for found in WORDED.finditer(text):
        month = MONTHS.get((found["m1"] or found["m2"]).lower())
        if month:
            return _iso(found["y1"] or found["y2"], month, found["d1"] or found["d2"])
    if stated := IDEOGRAPHS.search(text):
        return _iso(*stated.groups())
    figures = FIGURES.search(text)
    if figures is None:
        return None
    if figures["y"]:
        return _iso(figures["y"], figures["m"], figures["d"])
    return _parted(figures, day_first)


def cut_day(text: str) -> str:
    """A line without the days that it names."""
    return FIGURES.sub(
        "", WORDED.sub(lambda found: "" if MONTHS.get((found["m1"] or found["m2"]).lower()) else found[0], text)
    )


def _parted(figures: re.Match[str], day_first: bool) -> str | None:
    first, second = int(figures["a"]), int(figures["b"])
    if first > 12 or (day_first and second <= 12):
        return _iso(figures["y2"], second, first)
    return _iso(figures["y2"], first, second) if second > 12 or first == second else None


def _iso(year: str | int, month: str | int, day: str | int) -> str | None:
    return read_day(f"{int(year):04}-{int(month):02}-{int(day):02}")
