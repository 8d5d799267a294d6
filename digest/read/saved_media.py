"""Tells feeds, bookmark files and exports by their first bytes, whatever they are called."""

from __future__ import annotations

import codecs
import csv
import re

from digest.read.export_forms import CSV_FORMS, JSON_FORMS, Form

# Atomic groups: a comment that ends is over, so that many comments cost no time.
FEED = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+<(?:(?P<atom>feed)|rss|(?:\w{1,20}:)?RDF)\b",
    re.DOTALL | re.IGNORECASE,
)
BOOKMARKS = re.compile(
    r"\s*<!DOCTYPE\s+NETSCAPE-Bookmark-file-1\b|(?s:.*?)<title>\s*Pocket Export\s*</title>", re.IGNORECASE
)
JSON_FEED = re.compile(r'"version"\s*:\s*"https://jsonfeed\.org/version/1')
JSON_KEY = re.compile(r'"([A-Za-z_]{1,40})"\s*:')


def tell_saved(head: bytes) -> str | None:
    """The media type of a feed, a bookmark file or a known export; None for anything else."""
    text = _decode(head)
    if feed := FEED.match(text):
        return "application/atom+xml" if feed["atom"] else "application/rss+xml"
    if BOOKMARKS.match(text):
        return "text/x-bookmarks"
    if text.lstrip()[:1] in ("{", "["):
        return _tell_json(text)
    return "text/csv" if _suits(set(_header(text)), CSV_FORMS) else None


def _decode(head: bytes) -> str:
    for bom in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if head.startswith(bom):
            return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace").removeprefix("\ufeff")


def _tell_json(text: str) -> str | None:
    if JSON_FEED.search(text):
        return "application/feed+json"
    keys = {key.lower() for key in JSON_KEY.findall(text)}
    return "application/json" if _suits(keys, JSON_FORMS) else None


def _header(text: str) -> list[str]:
    """The names in the first line, if it were that of a CSV file."""
    line = text.lstrip().partition("\n")[0]
    try:
        return [name.strip().lower() for name in next(csv.reader([line]), [])]
    except csv.Error:
        return []


def _suits(names: set[str], forms: tuple[Form, ...]) -> bool:
    return any(form.needs <= names for form in forms)
