"""Who wrote a page and when, as it shows beside its headline; and what microformats and microdata mark so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree, html

from digest.read.page_days import cut_day, find_day
from digest.read.page_names import clean_names
from digest.read.page_shapes import BLOCK_TAGS, HEADINGS, UNSEEN, names_of
from digest.read.stated_day import read_day

BEFORE, AFTER = 8, 14  # blocks around the headline: above it stands a date at times, below it deck, byline and picture
LONG = 25  # words; the second such block below the headline is the text itself
NEAR_WORDS = 25  # words of a block that may hold a byline or a date
LINE = re.compile(
    r"(?:(?:written|posted|published|words|text|story|authored)\s+)?by:?\s+(?P<names>\S.{1,90})|(?:von|par|por|door|autor(?:in)?|author|written by)\s*:?\s+(?P<others>[^\W\d_].{1,90})",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:(?:written|posted|published|words|text|story|authored) by|by|authors?|von|par|por)\s*:?", re.IGNORECASE
)
CLOSING_LINE = re.compile(
    r"(?:this (?:post|article) was )?(?:written|authored|posted) by:? (?P<names>\S.{1,80})", re.IGNORECASE
)
AUTHOR_NAMES = re.compile(
    r"(?:^|[\s_-])(?:p-)?(?:authors?|by-?line|writers?|contributors?)(?:-?(?:name|link|info|text))?(?:$|[\s_-])",
    re.IGNORECASE,
)
NAME_ALONE = re.compile(
    r"(?P<name>[A-ZÀ-ÞĀ-Ž][\w.’'-]+(?: (?:de|van|von|der|[A-ZÀ-ÞĀ-Ž][\w.’'-]*)){1,3})(?: (?:in|on) .{3,40})?"
)
READING_TIME = re.compile(r"\b\d+\s*min(?:ute)?s?(?: read)?\b", re.IGNORECASE)
NO_AUTHOR = re.compile(
    r"bio\b|box|comment|avatar|image|photo|desc|title|role|social|reviewer|related|card-", re.IGNORECASE
)
AUTHOR_ADDRESS = re.compile(
    r"/(?:authors?|people|contributors?|profile|staff|writers?|by)/[\w%.@-]+/?(?:$|[?#])", re.IGNORECASE
)
CHANGED = re.compile(
    r"\b(?:updated?|modified|reviewed|edited|revised|changed|last|expires?|until|aktualisiert|geändert|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt|event|copyright)\b|©",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(?:(?:medically )?reviewed|edited|fact[- ]checked|photographs?|illustrat\w+) by\b", re.IGNORECASE
)
DAY_FIRST = re.compile(r"(?!en-US|en$|zh|ja|ko|hu|lt|sv|fa)[a-z]{2,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """Names and a day that the page shows or marks, each with its place."""

    authors: tuple[str, ...] = ()
    authors_where: str = ""
    day: str | None = None
    day_where: str = ""


def find_shown(
    body: html.HtmlElement, blocks: Sequence[html.HtmlElement], place: int | None, *, lang: str | None
) -> Shown:
    """What a page shows of its authors and day; `blocks` are those that have words of their own, `place` the headline's."""
    near = list(_near(blocks, place))
    authors, authors_where = next(_authors(body, near), ((), ""))
    day, day_where = next(_days(body, near, bool(lang and DAY_FIRST.match(lang))), (None, ""))
    if not authors:
        authors, authors_where = next(_closing_authors(blocks), ((), ""))
    return Shown(authors, authors_where, day, day_where)


def _near(blocks: Sequence[html.HtmlElement], place: int | None) -> Iterator[html.HtmlElement]:
    """The short blocks around the headline, those below it first."""
    if place is None:
        return
    long: set[str] = set()  # some pages show their deck twice, for wide and for narrow screens
    for block in blocks[place + 1 : place + 1 + AFTER]:
        words = len(_text(block).split())
        long |= {_text(block)} if words > LONG else set()
        if len(long) > 1:
            break
        if words <= NEAR_WORDS:
            yield block
    yield from (
        block for block in reversed(blocks[max(0, place - BEFORE) : place]) if len(_text(block).split()) <= NEAR_WORDS
    )


# --- authors


def _authors(body: html.HtmlElement, near: Sequence[html.HtmlElement]) -> Iterator[tuple[tuple[str, ...], str]]:
    for block in near:
        if names := _named_so(block):
            yield names, "the byline"
    for label, block in pairwise(near):
        if LABEL.fullmatch(_text(label)) and (names := clean_names([_text(block)])):
            yield names, "the byline"
    for block in near:
        line = LINE.match(_text(block))
        if line and (names := clean_names([line["names"] or line["others"]])):
            yield names, "the byline"
    for place, block in enumerate(near):
        beside = [find_day(_text(other)) for other in near[max(0, place - 1) : place + 2]]
        name = NAME_ALONE.fullmatch(READING_TIME.sub("", cut_day(_text(block))).strip(" ,•·|–—-/"))
        if name and any(beside) and block.tag not in HEADINGS and (names := clean_names([name["name"]])):
            yield names, "the name beside the date"
    marked = [element for element in body.iter("a", "span", "address", "div") if _is_marked_author(element)]
    if marked and (names := clean_names(_text(element) for element in marked[:1])):
        yield names, "p-author"


def _named_so(block: html.HtmlElement) -> tuple[str, ...]:
    """The names in a block whose element, or one within, says that it holds the author."""
    within = list(_inlines(block))
    links = [element for element in within if element.tag == "a" and _leads_to_author(element)]
    named = OTHERS.split(_text(block))[0]  # who wrote it stands before who reviewed it
    links = [link for link in links if _text(link) in named] or links[:1]
    if links and (names := clean_names(_text(link) for link in links)):
        return names
    for element in [*within, *_parents(block)]:
        if _says_author(element) and (names := clean_names([_text(element)])):
            return names
    return ()


def _parents(block: html.HtmlElement) -> Iterable[html.HtmlElement]:
    """The element around a block and the one around that, where they hold little else."""
    parents = [parent for parent, _ in zip(block.iterancestors(), range(2), strict=False)]
    return [parent for parent in parents if len(_text(parent)) <= len(_text(block)) + 3]


def _leads_to_author(link: html.HtmlElement) -> bool:
    return (
        "author" in (link.get("rel") or "").lower().split() or AUTHOR_ADDRESS.search(link.get("href") or "") is not None
    )


def _says_author(element: html.HtmlElement) -> bool:
    names = f"{names_of(element)} {element.get('itemprop') or ''} {element.get('rel') or ''} {element.get('data-testid') or ''}"
    return AUTHOR_NAMES.search(names) is not None and not NO_AUTHOR.search(names)


def _is_marked_author(element: html.HtmlElement) -> bool:
    """Microformats (`h-entry`'s `p-author`) and microdata; an h-cite around it makes it somebody else's."""
    marks = (element.get("class") or "").split()
    if "p-author" not in marks and element.get("itemprop") != "author":
        return False
    around = " ".join(parent.get("class") or "" for parent in element.iterancestors())
    return not re.search(r"\bh-cite\b|comment", around)


def _closing_authors(blocks: Sequence[html.HtmlElement]) -> Iterator[tuple[tuple[str, ...], str]]:
    for block in reversed(blocks):
        line = CLOSING_LINE.match(_text(block)[:160])
        if line and (names := clean_names([line["names"].split(",")[0].split(". ")[0]])):
            yield names, "the closing line"


# --- days


def _days(body: html.HtmlElement, near: Sequence[html.HtmlElement], day_first: bool) -> Iterator[tuple[str, str]]:
    for element in body.iter("time", "span", "div", "meta", "abbr"):
        marks = (element.get("class") or "").split()
        if ("dt-published" in marks or element.get("itemprop") == "datePublished") and not _is_cited(element):
            stated = element.get("datetime") or element.get("content") or element.get("title") or ""
            if day := read_day(stated) if len(stated) > 7 else find_day(_text(element), day_first=day_first):
                yield day, "datePublished" if element.get("itemprop") else "dt-published"
    for block in near:
        for time in (inner for inner in _inlines(block) if inner.tag == "time"):
            stated = time.get("datetime") or ""
            if len(stated) > 7 and (day := read_day(stated.replace(" ", "T", 1))) and not _says_changed(block, time):
                yield day, "<time>"
    for block in near:
        text = _text(block)
        if not _says_changed(block, block) and (day := find_day(text, day_first=day_first)):
            yield day, "the dateline"


def _is_cited(element: html.HtmlElement) -> bool:
    return any(re.search(r"\bh-cite\b|comment", parent.get("class") or "") for parent in element.iterancestors())


def _says_changed(block: html.HtmlElement, element: html.HtmlElement) -> bool:
    """Whether a date is said to be that of a change, by the words before it or by its names."""
    words = _text(block)
    if re.match(r"(?:first |originally )?(?:published|posted)\b", words, re.IGNORECASE):
        return False
    before = block.getprevious()
    label = _text(before) if before is not None and len(_text(before).split()) <= 4 else ""
    return (
        CHANGED.search(f"{label} {words}") is not None or re.search(r"updated|modified", names_of(element)) is not None
    )


def _inlines(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """An element and what stands in its own lines."""
    walker = etree.iterwalk(element, events=("start",))
    for _, inner in walker:
        if inner is not element and (inner.tag in BLOCK_TAGS or inner.tag in UNSEEN):
            walker.skip_subtree()
        else:
            yield inner


def _text(element: html.HtmlElement) -> str:
    """The words of an element's own lines; names and dates stand in spans without a space between them."""
    walker = etree.iterwalk(element, events=("start", "end"))
    pieces: list[str] = []
    for event, inner in walker:
        if event == "end":
            pieces.append(inner.tail or "" if inner is not element else "")
        elif inner is not element and (inner.tag in BLOCK_TAGS or inner.tag in UNSEEN):
            walker.skip_subtree()
        else:
            pieces.append(f" {inner.text or ''}")
    return " ".join("".join(pieces).split())
