"""Addresses: of a page as seen from another, and of a site as people name it."""

from __future__ import annotations

from functools import lru_cache
from posixpath import dirname, relpath
from urllib.parse import urlsplit

REPEATED = 20_000  # pages as seen from the few folders of a library


def relative_url(path: str, *, page: str, at: str = "") -> str:
    """The address of a page as seen from another, both relative to docs/; `at` is a place on it."""
    place = f"#{at}" if at else ""
    return place if place and path == page else _find_way(path, dirname(page)) + place


@lru_cache(maxsize=REPEATED)
def _find_way(path: str, folder: str) -> str:
    return relpath(path, folder or ".")


def host(url: str) -> str:
    """The site of an address, without `www.`; the address itself where it names none."""
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url


def site_root(url: str) -> str:
    """The address of the site that a page of the web stands on; empty where it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.hostname}/" if parts.scheme in ("http", "https") and parts.hostname else ""
