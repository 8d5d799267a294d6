"""A feed of articles in its three forms: Atom 1.0, RSS 2.0 and JSON Feed 1.1."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from html import escape
from typing import Any

from lxml import etree

from digest.render.feed_entries import FeedEntry

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
CREATOR = "http://purl.org/dc/elements/1.1/"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
JSON_FEED = "https://jsonfeed.org/version/1.1"
UNSTATED = date(1980, 1, 1)  # Atom demands a day of each entry: this one stands for "not stated", as in the bundle
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MARKUP = re.compile(r"<[/!a-zA-Z]|&(?:#|\w+;)")
LANG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed before it takes a form. `addresses` are those of its forms: atom, rss, json; empty where no site is named.

    `home` is the page that it stands for.
    """

    id: str
    title: str
    description: str
    home: str
    addresses: Mapping[str, str]
    entries: tuple[FeedEntry, ...]


def write_atom(feed: Feed) -> str:
    """The feed as Atom (RFC 4287). Its addresses may be relative: readers take them from where the feed stands."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    if feed.description:
        _add(root, "subtitle", feed.description)
    _add(root, "updated", _moment(max((_day(entry) for entry in feed.entries), default=UNSTATED)))
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    if address := feed.addresses.get("atom"):
        _add(root, "link", rel="self", type="application/atom+xml", href=address)
    _add(_add(root, "author"), "name", feed.title)  # whoever made the library; each entry names its own where it can
    for entry in feed.entries:
        _add_atom_entry(root, entry)
    return xml_document(root)


def _add_atom_entry(root: Any, entry: FeedEntry) -> None:
    element = _add(root, "entry")
    if LANG.fullmatch(entry.lang):
        element.set(XML_LANG, entry.lang)
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "link", rel="alternate", type="text/html", href=entry.address)
    if entry.source:
        _add(element, "link", rel="related" if entry.kind == "link" else "via", href=entry.source)
    for name in entry.authors:
        _add(_add(element, "author"), "name", name)
    if entry.published:
        _add(element, "published", _moment(entry.published))
    _add(element, "updated", _moment(_day(entry)))
    for tag in entry.tags:
        _add(element, "category", term=tag)
    if entry.license:
        _add(element, "rights", entry.license)
    _add(element, "summary", entry.summary)
    _add(element, "content", entry.html, type="html")


def write_rss(feed: Feed) -> str:
    """The feed as RSS 2.0, its entries whole in `content:encoded`; a day that nobody states is left out."""
    root = etree.Element("rss", nsmap={"atom": ATOM, "content": CONTENT, "dc": CREATOR}, version="2.0")
    channel = etree.SubElement(root, "channel")
    _put(channel, "title", feed.title)
    _put(channel, "link", feed.home)
    _put(channel, "description", feed.description or feed.title)
    if address := feed.addresses.get("rss"):
        _add(channel, "link", rel="self", type="application/rss+xml", href=address)
    for entry in feed.entries:
        _put_rss_entry(channel, entry)
    return xml_document(root)


def _put_rss_entry(channel: Any, entry: FeedEntry) -> None:
    element = etree.SubElement(channel, "item")
    _put(element, "title", _as_words(entry.title))
    _put(element, "link", entry.address)
    _put(element, "guid", entry.id).set("isPermaLink", "false")
    if entry.updated:
        moment = datetime.combine(entry.published or entry.updated, time(), UTC)
        _put(element, "pubDate", format_datetime(moment, usegmt=True))
    for name in entry.authors:
        _put(element, f"{{{CREATOR}}}creator", name)
    for tag in entry.tags:
        _put(element, "category", tag)
    _put(element, "description", escape(entry.summary, quote=False))
    _put(element, f"{{{CONTENT}}}encoded", entry.html)


def _as_words(title: str) -> str:
    """A title that holds what looks like HTML as HTML that shows it: RSS does not say which it is, and readers guess."""
    return escape(title, quote=False) if MARKUP.search(title) else title


def write_json_feed(feed: Feed) -> str:
    """The feed as JSON Feed 1.1; `external_url` leads to the piece itself."""
    record = {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.addresses.get("json"),
        "description": feed.description,
        "items": [_json_entry(entry) for entry in feed.entries],
    }
    return json.dumps(_stated(record), ensure_ascii=False, indent=1) + "\n"


def _json_entry(entry: FeedEntry) -> dict[str, Any]:
    return _stated(
        {
            "id": entry.id,
            "url": entry.address,
            "external_url": entry.source,
            "title": entry.title,
            "content_html": entry.html or "\n",  # the form demands a content, if an empty one
            "summary": entry.summary,
            "date_published": _moment(entry.published) if entry.published else None,
            "date_modified": _moment(entry.updated) if entry.updated else None,
            "authors": [{"name": name} for name in entry.authors],
            "tags": list(entry.tags),
            "language": entry.lang,
        }
    )


def _stated(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record without what is not known; a feed without entries keeps its empty list."""
    return {key: value for key, value in record.items() if value or key == "items"}


def _day(entry: FeedEntry) -> date:
    return entry.updated or UNSTATED


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
    """An element of Atom within another."""
    element = _put(parent, f"{{{ATOM}}}{name}", text)
    for key, value in attributes.items():
        element.set(key, xml_text(value))
    return element


def _put(parent: Any, name: str, text: str) -> Any:
    element = etree.SubElement(parent, name)
    if text:
        element.text = xml_text(text)
    return element


def xml_text(text: str) -> str:
    """The text without what XML has no way to say."""
    return NOT_XML.sub("", text)


def xml_document(root: Any) -> str:
    """A tree as a file, one element a line."""
    etree.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + str(etree.tostring(root, encoding="unicode")) + "\n"
