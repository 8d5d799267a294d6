"""What the first rows of a letter state of it: its address, title, author, day and deck, each said once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from digest.blocks import Image, Paragraph, walk_inlines
from digest.documents import Document, Origin
from digest.read.byline import stated_authors, stated_date
from digest.read.lines import Line
from digest.read.mail_address import name_letter_address
from digest.read.mail_page import PREVIEW
from digest.read.mail_rows import Row, fold_line
from digest.read.mail_sender import is_person

BROWSER = re.compile(
    r"(?:.{0,60}\b(?:view|read|open|see|show|display)\b.{0,40}\b(?:browser|online|on the web|web version|webpage|on our (?:site|website))\b.{0,60}"
    r"|web ?version|view (?:online|in browser|as (?:a )?web ?page)|.{0,60}(?:problems?|trouble|difficult\w*) (?:viewing|reading|displaying|seeing) this.{0,80}"
    r"|.{0,60}\b(?:im|in ihrem|in deinem) browser\b.{0,40}|(?:online|webversion) (?:ansehen|lesen)|.{0,60}\b(?:dans (?:votre|le|un) navigateur|en ligne)\b.{0,40}"
    r"|.{0,60}\b(?:en (?:tu|su|el) navegador|en línea)\b.{0,40}|.{0,60}\bnel (?:tuo )?browser\b.{0,40}|.{0,60}\bin (?:je|uw) browser\b.{0,40}|.{0,60}\bno (?:seu )?navegador\b.{0,40})",
    re.IGNORECASE,
)
PROFILE = re.compile(
    r"https?://[^/]+/(?:@|(?:authors?|people|profiles?|users?|contributors?|by)/)[^/]+/?(?:[?#].*)?", re.IGNORECASE
)
DAY = re.compile(
    r"(?:[^\W\d_]{3,9},? )?(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,9}\.?)"
)  # of a year that nobody need be told
NEAR_TOP = 10  # rows
MAX_LINE = 30  # words of a line about the letter itself; a longer one speaks of browsers for its own sake
OPENED = 30  # words; with a paragraph of so many the letter itself has begun
URL, AUTHORS, DECK = "url", "authors", "deck"

Reasons = dict[int, str]


def read_top(document: Document, rows: Sequence[Row], framed: Mapping[int, str]) -> tuple[Document, Reasons]:
    """The document with what its first rows state, and the rows that say nothing else; `framed` are cut already."""
    top = _find_top(rows)
    document = _take_address(document, top)
    reasons: Reasons = {}
    for place, row in enumerate(top):
        if place in framed:
            continue
        why, document = _read_row(row, document)
        before = all(not other.words or at in framed or at in reasons for at, other in enumerate(top[:place]))
        why = why or ("the sender's own sign" if before and _is_sign(row, document) else "")
        if why:
            reasons[place] = why
    return document, reasons


def _find_top(rows: Sequence[Row]) -> Sequence[Row]:
    for place, row in enumerate(rows[:NEAR_TOP]):
        if isinstance(row.block, Paragraph) and row.words >= OPENED and not BROWSER.search(row.text):
            return rows[:place]
    return rows[:NEAR_TOP]


def _take_address(document: Document, top: Sequence[Row]) -> Document:
    """The address of a link "view in browser", else of a row that says the title."""
    if document.url:
        return document
    title = fold_line(document.title)
    rules: tuple[tuple[str, Callable[[Row], bool]], ...] = (
        (
            "the link to view it in a browser",
            lambda row: row.words <= MAX_LINE and BROWSER.fullmatch(row.text) is not None,
        ),
        ("the link of its title", lambda row: bool(title) and fold_line(row.text) == title),
    )
    for why, is_meant in rules:
        addresses = (name_letter_address(url) for row in top if is_meant(row) for url in row.links)
        address = next(filter(None, addresses), None)
        if address:
            return _stated(document, URL, address, why)
    return document


def _read_row(row: Row, document: Document) -> tuple[str, Document]:
    """Why a row says only what the document states, and the document with it; no reason for any other row."""
    if not row.is_line or not row.words:
        return "", document
    if fold_line(row.text) == fold_line(document.title):
        return "the title once more", document
    if stated_date(row.text) or DAY.fullmatch(row.text):
        return "the line that states the date", document
    names = _read_names(row)
    if names:
        document = document if document.authors else _stated(document, AUTHORS, names, "the byline")
        is_own = document.site is not None and fold_line(document.site) in {fold_line(name) for name in names}
        return "the line that names the author", _forget_site(document) if is_own else document
    previews = [fold_line(cut.text) for cut in document.cut if cut.why == PREVIEW]
    if not document.deck and fold_line(row.text) in previews:
        return "the deck", _stated(document, DECK, row.text, "the line that the preview repeats")
    return "", document


def _read_names(row: Row) -> tuple[str, ...]:
    """The names in a byline, or in a row that leads to a person's profile and says nothing else."""
    names = stated_authors(Line(row.text))
    if names or not any(PROFILE.fullmatch(url) for url in row.links):
        return names
    bare = row.text.removeprefix("By ").removeprefix("by ")
    return (bare,) if is_person(bare) and row.is_linked else ()


def _forget_site(document: Document) -> Document:
    return replace(document, site=None, origins=tuple(origin for origin in document.origins if origin.field != "site"))


def _is_sign(row: Row, document: Document) -> bool:
    """Whether a row before all words is the picture of the publication's name, or the name itself."""
    names = {fold_line(name) for name in (document.site or "", *document.authors) if name}
    if row.words:
        return row.is_line and fold_line(row.text) in names
    alts = {fold_line(one.alt) for one in walk_inlines((row.block,)) if isinstance(one, Image)}
    return bool(alts) and (alts <= {*names, ""} or any("logo" in alt for alt in alts))


def _stated(document: Document, name: str, value: object, where: str) -> Document:
    others = tuple(origin for origin in document.origins if origin.field != name)
    stated: dict[str, object] = {name: value, "origins": (*others, Origin(name, where))}
    return replace(document, **stated)  # type: ignore[arg-type]  # one of the three names above, with a value of its type
