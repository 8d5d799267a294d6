"""The day of publication, as a page marks it or shows it beside its headline; days of a change are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import html

from digest.read.page_days import find_day
from digest.read.page_own_lines import own_inlines, own_text
from digest.read.page_shapes import names_of
from digest.read.stated_day import read_day

CHANGED = re.compile(
    r"\b(?:updated?|modified|reviewed|edited|revised|changed|last|expires?|released?|release date|until|aktualisiert|geändert|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt|event|copyright)\b|©",
    re.IGNORECASE,
)
DAY_FIRST = re.compile(r"(?!en-US|en$|zh|ja|ko|hu|lt|sv|fa)[a-z]{2,3}", re.IGNORECASE)


def find_days(body: html.HtmlElement, near: Sequence[html.HtmlElement], lang: str | None) -> Iterator[tuple[str, str]]:
    """The days that a page marks or shows as those of publication, each with its place, the surest first."""
    day_first = writes_day_first(lang)
    for element in body.iter("time", "span", "div", "meta", "abbr"):
        marks = (element.get("class") or "").split()
        if ("dt-published" in marks or element.get("itemprop") == "datePublished") and not _is_cited(element):
            stated = element.get("datetime") or element.get("content") or element.get("title") or ""
            if day := read_day(stated) if len(stated) > 7 else find_day(own_text(element), day_first=day_first):
                yield day, "datePublished" if element.get("itemprop") else "dt-published"
    for block in near:
        for time in (inner for inner in own_inlines(block) if inner.tag == "time"):
            stated = time.get("datetime") or ""
            if len(stated) > 7 and (day := read_day(stated.replace(" ", "T", 1))) and not _says_changed(block, time):
                yield day, "<time>"
    yield from ((day, "the dateline") for block in near if (day := _find_shown_day(block, day_first)))


def _find_shown_day(block: html.HtmlElement, day_first: bool) -> str | None:
    """The day that a block names, or the one before it says when the text was changed: `3 May, updated 5 June`."""
    text = own_text(block)
    if not _says_changed(block, block):
        return find_day(text, day_first=day_first)
    changed = CHANGED.search(text)
    return find_day(text[: changed.start()], day_first=day_first) if changed else None


def shows_day(block: html.HtmlElement) -> bool:
    """Whether a block names a day that is not said to be that of a change."""
    return find_day(own_text(block)) is not None and not _says_changed(block, block)


def writes_day_first(lang: str | None) -> bool:
    """Whether people who write a language put the day before the month in figures."""
    return bool(lang and DAY_FIRST.match(lang))


def _is_cited(element: html.HtmlElement) -> bool:
    return any(re.search(r"\bh-cite\b|comment", parent.get("class") or "") for parent in element.iterancestors())


def _says_changed(block: html.HtmlElement, element: html.HtmlElement) -> bool:
    """Whether a date is said to be that of a change, by the words before it or by its names."""
    words = own_text(block)
    if re.match(r"(?:first |originally )?(?:published|posted)\b", words, re.IGNORECASE):
        return False
    before = block.getprevious()
    label = own_text(before) if before is not None and len(own_text(before).split()) <= 4 else ""
    return (
        CHANGED.search(f"{label} {words}") is not None or re.search(r"updated|modified", names_of(element)) is not None
    )
