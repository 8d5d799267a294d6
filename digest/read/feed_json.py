"""JSON Feed 1.0 and 1.1, loaded, to a feed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from digest.read.feed_entry import Enclosure, Feed, FeedEntry, Prose, read_lang, read_words
from digest.read.page_address import clean_url
from digest.read.stated_day import read_day

VERSION = "https://jsonfeed.org/version/1"
DATES = (("date_published", "date_published"), ("date_modified", "date_modified, since no other date is stated"))


def parse_json_feed(loaded: object) -> Feed | None:
    """The feed that was loaded; None where it is something else."""
    if not isinstance(loaded, Mapping) or not read_words(loaded.get("version")).startswith(VERSION):
        return None
    items = loaded.get("items")
    return Feed(
        Prose(read_words(loaded.get("title"))),
        _read_authors(loaded),
        read_lang(loaded.get("language")),
        tuple(_read_entry(item, loaded) for item in items if isinstance(item, Mapping))
        if isinstance(items, list)
        else (),
    )


def _read_entry(item: Mapping[str, Any], feed: Mapping[str, Any]) -> FeedEntry:
    url = clean_url(read_words(item.get("url")))
    html, text = read_words(item.get("content_html")), read_words(item.get("content_text"))
    dated = ((read_day(item.get(field)), said) for field, said in DATES)
    day, said = next(((day, said) for day, said in dated if day), (None, ""))
    return FeedEntry(
        key=_read_id(item) or url,
        title=Prose(read_words(item.get("title"))),
        content=Prose(html, is_html=True) if html else Prose(text),
        summary=Prose(read_words(item.get("summary"))),
        url=url or clean_url(_read_id(item)),
        about=clean_url(read_words(item.get("external_url"))),
        base=url or clean_url(read_words(feed.get("home_page_url"))),
        published=day,
        published_from=said,
        authors=_read_authors(item),
        tags=_read_tags(item.get("tags")),
        lang=read_lang(item.get("language")),
        enclosures=tuple(_read_attachments(item)),
    )


def _read_id(item: Mapping[str, Any]) -> str:
    """The entry's own mark; some feeds write it as a number, which the form allows to be read."""
    mark = item.get("id")
    return str(mark) if isinstance(mark, int) and not isinstance(mark, bool) else read_words(mark)


def _read_authors(stated: Mapping[str, Any]) -> tuple[str, ...]:
    """The names under `authors` (1.1) or `author` (1.0)."""
    people = stated.get("authors")
    people = people if isinstance(people, list) else [stated.get("author")]
    names = (read_words(person.get("name")) for person in people if isinstance(person, Mapping))
    return tuple(dict.fromkeys(name for name in names if name))


def _read_tags(stated: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(read_words, stated)))) if isinstance(stated, list) else ()


def _read_attachments(item: Mapping[str, Any]) -> Iterator[Enclosure]:
    stated = item.get("attachments")
    for one in stated if isinstance(stated, list) else []:
        if isinstance(one, Mapping) and (url := clean_url(read_words(one.get("url")))):
            yield Enclosure(url, read_words(one.get("mime_type")), read_words(one.get("title")))
