"""RSS of all ages and Atom, as text, to a feed: feedparser reads them, nothing is fetched, no entity is expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from digest.read.feed_entry import Enclosure, Feed, FeedEntry, Prose, read_lang, read_words
from digest.read.page_address import clean_url
from digest.read.stated_day import read_day

ROOT = re.compile(r"<(rss|feed|(?:\w+:)?RDF)\b", re.IGNORECASE)
ENTRY = re.compile(r"<(?:item|entry)\b", re.IGNORECASE)
MAX_APART = 1000  # entries; reading each apart takes a thousandth of a second
MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w+);")
DATES = ("published", "created", "updated")
UPDATED = "updated, since no other date is stated"
CHARACTER = re.compile(r"&#([xX][0-9a-fA-F]+|[0-9]+);?")
LEGAL = ((0x9, 0xA, 0xD), range(0x20, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000))  # of XML 1.0
# What feedparser is known to end with on feeds that are damaged enough.
BREAKS = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
PLAIN = "text/plain"
MAX_AUTHORS = 50
IN_BRACKETS = re.compile(
    r"\S*\s*\((?P<name>[^()]+)\)?"
)  # `nora@heron.example (Nora Quill)`, or what feedparser leaves of it
MAX_TAGS = 50


def parse_xml_feed(text: str) -> Feed | None:
    """The feed that a text holds; None where there is no root of a feed.

    What stands before the root is left out: a document type can make a small file huge, and no feed needs one. Where
    a damage swallows entries that come after it, each is read apart.
    """
    root = ROOT.search(text)
    if root is None:
        return None
    whole = CHARACTER.sub(_mend_character, text[root.start() :])
    parsed = _parse(whole)
    if parsed is None:
        return None
    entries, about, is_atom = parsed.entries, parsed.feed, str(parsed.get("version") or "").startswith("atom")
    starts = [found.start() for found in ENTRY.finditer(whole)]
    if parsed.bozo and len(entries) < len(starts) <= MAX_APART:
        entries = [entry for piece in _part_entries(whole, starts, root[1]) for entry in _parse_entries(piece)]
    return Feed(
        _prose(about.get("title_detail"), is_atom=is_atom),
        _read_authors(about),
        read_lang(about.get("language")),
        tuple(_read_entry(entry, about, is_atom=is_atom) for entry in entries),
    )


def _parse(whole: str) -> Any:
    """What feedparser makes of a feed; None where it is at a loss."""
    import feedparser  # a tenth of a second to import

    content = b'<?xml version="1.0" encoding="utf-8"?>' + whole.encode("utf-8", "replace")
    try:
        # A stream and no text: a text that looks like an address or a path would be opened.
        return feedparser.parse(BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except BREAKS:
        return None


def _parse_entries(piece: str) -> list[Any]:
    parsed = _parse(piece)
    return [] if parsed is None else list(parsed.entries[:1])


def _part_entries(whole: str, starts: Sequence[int], root: str) -> Iterator[str]:
    """A feed of each entry alone, closed where the damage left it open."""
    head = whole[: starts[0]]
    closings = "</channel></rss>" if root.lower() == "rss" else f"</{root}>"
    for start, end in zip(starts, [*starts[1:], len(whole)], strict=True):
        name = "entry" if whole[start + 1] in "eE" else "item"
        closing = f"</{name}>"
        inner = whole[start:end].rpartition(closing)[0] or whole[start:end]
        yield head + inner + closing + closings


def _mend_character(stated: re.Match[str]) -> str:
    """A character stated by its number; U+FFFD for a number that stands for none."""
    digits = stated[1].lstrip("xX0") or "0"
    code = int(digits, 16 if stated[1][0] in "xX" else 10) if len(digits) < 8 else 0
    return stated[0] if any(code in known for known in LEGAL) else "\ufffd"


def _read_entry(entry: Mapping[str, Any], about: Mapping[str, Any], *, is_atom: bool) -> FeedEntry:
    url = _read_address(entry)
    contents = [part for part in _mappings(entry.get("content")) if _is_readable(part)]
    best = max(contents, key=lambda part: len(str(part.get("value") or "")), default={})
    day, said = _read_date(entry, is_atom=is_atom)
    return FeedEntry(
        key=read_words(entry.get("id")) or url,
        title=_prose(entry.get("title_detail"), is_atom=is_atom),
        content=_prose(best, is_atom=is_atom),
        summary=_prose(entry.get("summary_detail"), is_atom=is_atom),
        url=url,
        about=next(_links(entry, "related"), ""),
        base=clean_url(read_words(best.get("base"))) or url or clean_url(read_words(about.get("link"))),
        published=day,
        published_from=said,
        authors=_read_authors(entry),
        tags=tuple(_read_tags(entry)),
        lang=read_lang(best.get("language") or entry.get("language")),
        enclosures=tuple(_read_enclosures(entry)),
    )


def _mappings(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _is_readable(part: Mapping[str, Any]) -> bool:
    """Whether content is text; a podcast or picture within the feed is not."""
    return str(part.get("type") or PLAIN).startswith(("text/", "application/xhtml"))


def _prose(detail: object, *, is_atom: bool) -> Prose:
    """Words with what they are: Atom says so; in RSS, words with tags or entities are HTML."""
    if not isinstance(detail, Mapping):
        return Prose()
    words = read_words(detail.get("value"))
    is_html = str(detail.get("type") or PLAIN) != PLAIN if is_atom else MARKUP.search(words) is not None
    return Prose(words, is_html)


def _read_address(entry: Mapping[str, Any]) -> str:
    """Where the piece stands: FeedBurner keeps the true address aside."""
    stated = (entry.get("feedburner_origlink"), entry.get("link"), *_links(entry, "alternate"))
    return next((url for address in stated if (url := clean_url(read_words(address)))), "")


def _links(entry: Mapping[str, Any], rel: str) -> Iterator[str]:
    for link in _mappings(entry.get("links")):
        if link.get("rel") == rel and (url := clean_url(read_words(link.get("href")))):
            yield url


def _read_date(entry: Mapping[str, Any], *, is_atom: bool) -> tuple[str | None, str]:
    """The day of publication and the field that states it.

    An Atom feed without that date states when the entry last changed: readers of feeds show it, and so do we, but say
    so. In RSS a lone date is the date.
    """
    stated = dict(entry.items())  # a plain dict: feedparser's own gives one date in place of another
    for field in DATES:
        if day := read_day(read_words(stated.get(field))):
            return day, field if field != "updated" else UPDATED if is_atom else "date"
    return None, ""


def _read_authors(stated: Mapping[str, Any]) -> tuple[str, ...]:
    """The names; an address of electronic mail is none."""
    people = _mappings(stated.get("authors"))[:MAX_AUTHORS]
    names = [read_words(person.get("name")) for person in people] or [read_words(stated.get("author"))]
    bracketed = ((IN_BRACKETS.fullmatch(name.strip()), name) for name in names)
    bare = (found["name"] if found else name for found, name in bracketed)
    return tuple(dict.fromkeys(" ".join(name.split()) for name in bare if name and "@" not in name))


def _read_tags(entry: Mapping[str, Any]) -> Iterator[str]:
    tags = _mappings(entry.get("tags"))[:MAX_TAGS]
    names = (read_words(tag.get("label") or tag.get("term")) for tag in tags)
    yield from dict.fromkeys(name for name in names if name and name.lower() != "uncategorized")


def _read_enclosures(entry: Mapping[str, Any]) -> Iterator[Enclosure]:
    for link in _mappings(entry.get("links")):
        if link.get("rel") == "enclosure" and (url := clean_url(read_words(link.get("href")))):
            yield Enclosure(url, read_words(link.get("type")), read_words(link.get("title")))
