"""Who wrote a page and when, as it shows beside its headline; and what microformats and microdata mark so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from lxml import html

from digest.read.page_credits import Line, find_credits, find_posted
from digest.read.page_dateline import find_days, shows_day, writes_day_first
from digest.read.page_days import cut_day
from digest.read.page_names import clean_names
from digest.read.page_own_lines import own_inlines, own_text
from digest.read.page_shapes import HEADINGS, names_of

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
AUTHOR_NAMES = re.compile(
    r"(?:^|[\s_-])(?:p-)?(?:authors?|by-?line|writers?|contributors?)(?:-?(?:name|link|info|text))?(?:$|[\s_-])",
    re.IGNORECASE,
)
NAME_ALONE = re.compile(
    r"(?P<name>[A-ZÀ-ÞĀ-Ž][\w.’'-]+(?: (?:de|van|von|der|[A-ZÀ-ÞĀ-Ž][\w.’'-]*)){1,3})(?: (?:in|on) .{3,40})?"
)
MAX_BYLINE = 80  # characters
PARTICLES = frozenset(
    {
        "de",
        "da",
        "do",
        "dos",
        "di",
        "del",
        "della",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "bin",
        "al",
        "y",
        "e",
    }
)
SHARING = re.compile(r"(?:share|tweet|pin|print|resize|email|more options)\b(?: \S+){0,4}$", re.IGNORECASE)
READING_TIME = re.compile(r"\b\d+\s*min(?:ute)?s?(?: read)?\b", re.IGNORECASE)
NO_AUTHOR = re.compile(
    r"bio\b|box|comment|avatar|image|photo|desc|title|role|social|reviewer|related|card-", re.IGNORECASE
)
AUTHOR_ADDRESS = re.compile(
    r"/(?:authors?|people|contributors?|profile|staff|writers?|by)/[\w%.@-]+/?(?:$|[?#])", re.IGNORECASE
)
OTHERS = re.compile(
    r"\b(?:(?:medically )?reviewed|edited|fact[- ]checked|photographs?|illustrat\w+) by\b", re.IGNORECASE
)


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
    day, day_where = next(find_days(body, near, lang), (None, ""))
    lines = [(own_text(block), block) for block in blocks] if not authors or not day else []
    if not authors:
        authors, authors_where = next(chain(find_credits(lines), _only_byline(lines)), ((), ""))
    if not day:
        day, day_where = next(find_posted(lines, day_first=writes_day_first(lang)), (None, ""))
    return Shown(authors, authors_where, day, day_where)


def _near(blocks: Sequence[html.HtmlElement], place: int | None) -> Iterator[html.HtmlElement]:
    """The short blocks around the headline, those below it first."""
    if place is None:
        return
    long: set[str] = set()  # some pages show their deck twice, for wide and for narrow screens
    below = (block for block in blocks[place + 1 :] if not SHARING.match(own_text(block)) and not _is_listed(block))
    for block, _ in zip(below, range(AFTER), strict=False):
        words = len(own_text(block).split())
        long |= {own_text(block)} if words > LONG else set()
        if len(long) > 1:
            break
        if words <= NEAR_WORDS:
            yield block
    yield from (
        block
        for block in reversed(blocks[max(0, place - BEFORE) : place])
        if len(own_text(block).split()) <= NEAR_WORDS and not _is_listed(block)
    )


def _is_listed(block: html.HtmlElement) -> bool:
    """Whether a block is a cell of a table with a head: its names and days are those of the table's rows."""
    table = next(block.iterancestors("table"), None)
    return block.tag == "td" and table is not None and table.find("thead") is not None


# --- authors


def _authors(body: html.HtmlElement, near: Sequence[html.HtmlElement]) -> Iterator[tuple[tuple[str, ...], str]]:
    for block in near:
        if names := _named_so(block):
            yield names, "the byline"
    labels = [block for block in near if LABEL.fullmatch(own_text(block))]
    for label, block in pairwise(near) if len(labels) == 1 else ():  # several are those of several texts
        if LABEL.fullmatch(own_text(label)) and (names := clean_names([own_text(block)])):
            yield names, "the byline"
    for block in near:
        line = LINE.match(own_text(block))
        names = clean_names([line["names"] or line["others"]]) if line else ()
        if names and all(map(_is_spelled_as_name, names)):  # a sentence can begin with "By" too
            yield names, "the byline"
    for place, block in enumerate(near):
        beside = [shows_day(other) for other in near[max(0, place - 1) : place + 2]]
        name = NAME_ALONE.fullmatch(READING_TIME.sub("", cut_day(own_text(block))).strip(" ,•·|–—-/"))
        if name and any(beside) and block.tag not in HEADINGS and (names := clean_names([name["name"]])):
            yield names, "the name beside the date"
    marked = [element for element in body.iter("a", "span", "address", "div") if _is_marked_author(element)]
    if marked and (names := clean_names(own_text(element) for element in marked[:1])):
        yield names, "p-author"


def _named_so(block: html.HtmlElement) -> tuple[str, ...]:
    """The names in a block whose element, or one within, says that it holds the author."""
    within = list(own_inlines(block))
    links = [element for element in within if element.tag == "a" and _leads_to_author(element)]
    named = OTHERS.split(own_text(block))[0]  # who wrote it stands before who reviewed it
    links = [link for link in links if own_text(link) in named] or links[:1]
    if links and (names := clean_names(own_text(link) for link in links)):
        line = LINE.match(named)  # not every author has a page to link to
        stated = clean_names([line["names"] or line["others"]]) if line else ()
        more = [name for name in stated if NAME_ALONE.fullmatch(name)]
        return tuple(more) if set(names) < set(more) else names
    for element in within:
        if _says_author(element) and (names := clean_names([own_text(element)])):
            return () if _names_subjects(names, own_text(element)) else names
    alone = NAME_ALONE.fullmatch(own_text(block))
    return clean_names([alone["name"]]) if alone and any(map(_says_author, _around(block))) else ()


def _names_subjects(names: tuple[str, ...], text: str) -> bool:
    """Whether a line holds single words joined by `&` and no "By": what the text is about, not who wrote it."""
    return len(names) > 1 and "&" in text and not any(" " in name for name in names) and not LINE.match(text)


def _is_spelled_as_name(name: str) -> bool:
    """Whether all words of a name have capitals, but for its particles; signs of other scripts have none."""
    return all(word.lower() in PARTICLES or not word[0].islower() for word in name.split())


def _around(block: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The two elements around a block, as far as it opens them."""
    words = own_text(block).split()
    for parent, _ in zip(block.iterancestors(), range(2), strict=False):
        opening = (word for text in parent.itertext("*") for word in text.split())
        if list(islice(opening, len(words))) != words:
            return
        yield parent


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


def _only_byline(lines: Sequence[Line]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The names that a page has in all of its bylines, wherever they stand; lists of texts have one for each."""
    found = {names for text, block in lines if len(text) <= MAX_BYLINE and (names := _named_so(block))}
    if len(found) == 1 and all(NAME_ALONE.fullmatch(name) for name in next(iter(found))):
        yield found.pop(), "the only byline"
