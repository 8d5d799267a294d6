"""What is known of a page beside its text: title, authors, day, address and more, each with the place that states it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from lxml import html

from digest.documents import Origin
from digest.read.page_byline import Shown, find_shown
from digest.read.page_days import find_day
from digest.read.page_headline import find_headline, part_slogan
from digest.read.page_json_ld import Thing, find_piece, is_page, people_of, words_of
from digest.read.page_kind import Stated
from digest.read.page_meta import Head
from digest.read.page_names import clean_names
from digest.read.page_shapes import HEADINGS
from digest.read.page_url import find_base, find_url, read_saved
from digest.read.stated_day import read_day

TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "parsely-title", "sailthru.title", "twitter:title")
AUTHORS = (
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "parsely-author",
    "sailthru.author",
    "article:author",
    "byl",
    "og:article:author",
    "shareaholic:article_author_name",
)
OWN_AUTHORS = (
    "JSON-LD author",
    "citation_author",
)  # believed where they name the site; shops' systems stamp the others
DAYS = (
    *(
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "article:published_time",
        "og:article:published_time",
        "datepublished",
    ),
    *(
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
    ),
    *("published-date", "article.published", "article:published", "date.issued", "bt:pubdate"),
)
VAGUE_DAYS = ("date", "dc.date", "dcterms.date")  # of publication, or of any change since
SHOWN_DAYS = ("<time>", "the dateline")
TAGS = ("article:tag", "parsely-tags", "keywords", "news_keywords", "citation_keywords")
GROUP = re.compile(r"\b(?:the|staff|team|editors?|editorial|writers?|desk)\b", re.IGNORECASE)
MAX_TAGS = 12
MAX_TAG = 40  # characters


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page states of itself; None or empty where it states nothing."""

    title: str
    heading: html.HtmlElement | None
    authors: tuple[str, ...]
    published: str | None
    url: str | None
    base: str | None
    site: str | None
    lang: str | None
    summary: str | None
    tags: tuple[str, ...]
    accessed: str | None
    origins: tuple[Origin, ...]


def find_facts(
    content: bytes,
    tree: html.HtmlElement,
    stated: Stated,
    blocks: Sequence[html.HtmlElement],
    *,
    start: html.HtmlElement | None,
) -> Facts:
    """The facts of a page; `blocks` are those that have words of their own, in page order, and `start` opens the text."""
    head, things = stated.head, stated.things
    piece = find_piece(things)
    saved_url, accessed = read_saved(content)
    url, url_where = find_url(content, stated)
    host = urlsplit(url).hostname or "" if url else ""
    named, site_where = _site(head, piece)
    site = part_slogan(named, host=host)
    headline = find_headline(tree, list(_titles(head, piece)), site=site, host=host)
    near = start if headline.heading is None else headline.heading
    shown = find_shown(tree, blocks, find_place(headline.text, near, blocks), lang=head.lang)
    authors, authors_where = _authors(head, things, piece, shown, site, host)
    published, published_where = _published(head, piece, shown)
    summary, summary_where = stated_summary(stated)
    places = {"title": headline.where, "authors": authors_where, "published": published_where, "url": url_where}
    places |= {"site": site_where, "lang": "<html lang>" if head.lang else "", "deck": summary_where}
    return Facts(
        title=headline.text,
        heading=headline.heading,
        authors=authors,
        published=published,
        url=url,
        base=find_base(tree, url or saved_url),
        site=site or None,
        lang=head.lang,
        summary=summary or None,
        tags=tuple(_tags(head)),
        accessed=accessed,
        origins=tuple(Origin(field, where) for field, where in places.items() if where),
    )


def stated_summary(stated: Stated) -> tuple[str, str]:
    """What a page says of its text in a sentence or two, and where; two empty texts where it says nothing."""
    return stated.head.first("og:description", "description", "twitter:description")


def stated_people(stated: Stated) -> tuple[str, ...]:
    """The people that a page states for machines as its authors."""
    piece = find_piece(stated.things)
    return next((names for names, _ in _stated_authors(stated.head, stated.things, piece) if names), ())


def find_place(title: str, near: html.HtmlElement | None, blocks: Sequence[html.HtmlElement]) -> int | None:
    """Where the headline stands among the blocks: as found, or as a block of the same words, or where the text opens."""
    wanted = title.split()
    if near is None or near.tag not in HEADINGS:
        for place, block in enumerate(blocks):
            if wanted and block.text_content().split() == wanted:
                return place
    if near is None:
        return None
    return next((place for place, block in enumerate(blocks) if block is near or near in block.iterancestors()), None)


def _titles(head: Head, piece: Thing | None) -> Iterator[tuple[str, str]]:
    if piece is not None and (headline := words_of(piece.get("headline"))):
        yield headline, "JSON-LD headline"
    yield from ((head.meta[name][0], name) for name in TITLES if name in head.meta)
    if head.title:
        yield head.title, "<title>"


def _site(head: Head, piece: Thing | None) -> tuple[str, str]:
    name, where = head.first("og:site_name", "application-name", "citation_journal_title", "apple-mobile-web-app-title")
    if name:
        return name, where
    publisher = words_of(piece.get("publisher")) if piece is not None else ""
    return publisher, "JSON-LD publisher" if publisher else ""


# --- people and days


def _authors(
    head: Head, things: Sequence[Thing], piece: Thing | None, shown: Shown, site: str, host: str
) -> tuple[tuple[str, ...], str]:
    """The authors: people that the page states, else those that it shows, else the site where it names itself so."""
    stated = list(_stated_authors(head, things, piece))
    visible = (shown.authors, shown.authors_where)
    choices = [stated[0], visible, *stated[1:]] if piece is not None else [visible, *stated]
    for names, where in choices:
        people = tuple(name for name in names if not _is_site(name, site, host))
        if people:
            return people, where
    if shown.authors:
        return visible
    return next(((names, where) for names, where in stated if names and where in OWN_AUTHORS), ((), ""))


def _stated_authors(head: Head, things: Sequence[Thing], piece: Thing | None) -> Iterator[tuple[tuple[str, ...], str]]:
    if piece is not None:
        yield clean_names(people_of(piece, things)), "JSON-LD author"
    yield from ((clean_names(head.meta.get(name, ())), name) for name in AUTHORS)


def _is_site(name: str, site: str, host: str) -> bool:
    """Whether a name is that of the site, or of nobody in particular there."""
    bare = re.sub(r"\W+", "", GROUP.sub("", name).casefold())
    known = (
        re.sub(r"\W+", "", site.casefold()),
        host.removeprefix("www.").rpartition(".")[0].replace("-", "").replace(".", ""),
    )
    if bare in host.split(".")[:-1]:
        return True
    return any(other and (bare == other or (bare in other and 2 * len(bare) >= len(other))) for other in known)


def _published(head: Head, piece: Thing | None, shown: Shown) -> tuple[str | None, str]:
    """The day of publication as stated for machines, else as shown; a day worded for people is as good as shown.

    What a page shows beside its headline wins where the two are further apart than time zones are: systems
    state the day on which a text came into them.
    """
    day, where = next(_stated_days(head, piece, vague=not shown.day), ("", ""))
    if day and shown.day and _days_between(day, shown.day) > 1 and shown.day_where in SHOWN_DAYS:
        return shown.day, shown.day_where
    if day:
        return day, where
    if shown.day:
        return shown.day, shown.day_where
    worded = find_day(words_of(piece.get("datePublished"))) if piece is not None and not is_page(piece) else None
    return (worded, "JSON-LD datePublished") if worded else (None, "")


def _stated_days(head: Head, piece: Thing | None, *, vague: bool) -> Iterator[tuple[str, str]]:
    if piece is not None and not is_page(piece):
        stated = words_of(piece.get("datePublished"))
        if day := read_day(stated) if stated[:4].isdecimal() else None:
            yield day, "JSON-LD datePublished"
    for name in (*DAYS, *VAGUE_DAYS) if vague else DAYS:
        if day := _stated_day(head.meta.get(name, ("",))[0]):
            yield day, name


def _days_between(first: str, second: str) -> int:
    """How many days lie between two; none where either is a month or a year alone."""
    if len(first) < 10 or len(second) < 10:
        return 0
    return abs((date.fromisoformat(first[:10]) - date.fromisoformat(second[:10])).days)


def _stated_day(value: str) -> str | None:
    return read_day(value.replace("/", "-").replace(" ", "T", 1)) if value[:4].isdecimal() else find_day(value)


def _tags(head: Head) -> Iterator[str]:
    """The page's own tags; long lists are made for search engines."""
    for name in TAGS:
        values = head.meta.get(name, ())
        tags = [tag.strip() for value in values for tag in value.split(",") if 0 < len(tag.strip()) <= MAX_TAG]
        if tags and len(tags) <= MAX_TAGS:
            yield from dict.fromkeys(tags)
            return
