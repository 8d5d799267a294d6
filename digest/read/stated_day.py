"""A moment as feeds and exports write it, to the day that it names: ISO 8601, RFC 822, or seconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate

from digest.read.byline import stated_date

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", re.DOTALL)
MONTH = re.compile(r"(\d{4})-(\d{2})")
TICKS = {10: 1, 13: 1_000, 16: 1_000_000}  # digits that a moment of our days has, and how many of its units a second
EARLIEST, LATEST = date(1500, 1, 1), date(2200, 1, 1)  # outside stands a clock that was never set, or a slip
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read_day(moment: object) -> str | None:
    """The day as ISO 8601, in the writer's own time zone; a moment counted in seconds is taken in UTC.

    A month or year alone stays as it is. None for what names no day, or one that cannot be meant.
    """
    if isinstance(moment, bool) or not isinstance(moment, str | int | float):
        return None
    text = str(moment).strip()
    if found := ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if _is_month(text):
        return text
    return _count(text) or _worded(text)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        stated = date(year, month, day)
    except ValueError:
        return None
    return stated.isoformat() if EARLIEST < stated < LATEST else None


def _is_month(text: str) -> bool:
    """True for `2024-05`, and for a year alone."""
    found = MONTH.fullmatch(text)
    if found:
        return _day(int(found[1]), int(found[2]), 1) is not None
    return re.fullmatch(r"\d{4}", text) is not None and _day(int(text), 1, 1) is not None


def _count(text: str) -> str | None:
    """Seconds since 1970, or thousandths or millionths of them, as browsers count."""
    whole = text.partition(".")[0]
    if not re.fullmatch(r"\d{8,17}", whole):
        return None
    ticks = next((ticks for digits, ticks in TICKS.items() if len(whole) in (digits, digits - 1)), None)
    if ticks is None or int(whole) == 0:
        return None
    day = (EPOCH + timedelta(seconds=int(whole) // ticks)).date()
    return day.isoformat()


def _worded(text: str) -> str | None:
    """`Tue, 14 May 2024 10:00:00 +0200`, with the slips that feeds make in it."""
    try:
        stated = parsedate(text) if any(character.isalpha() for character in text) else None
    except (ValueError, IndexError, TypeError, OverflowError):  # parsedate is at a loss with some broken dates
        return None
    return _day(*stated[:3]) if stated else stated_date(text)
