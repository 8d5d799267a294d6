"""The address of a saved page, as its head, its JSON-LD or the browser's own note states it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml import html

from digest.read.page_address import clean_url
from digest.read.page_days import find_day
from digest.read.page_json_ld import Thing, find_piece, words_of
from digest.read.page_kind import Stated
from digest.read.page_meta import Head

SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)", re.IGNORECASE)
SINGLE_FILE = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)(?:\s+saved date:\s*([^\n]+))?", re.IGNORECASE
)
SAVED_DAY = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4})")
HEAD_BYTES = 8192


def find_url(content: bytes, stated: Stated) -> tuple[str | None, str]:
    """The address of a page and the place that states it."""
    return _address(stated.head, find_piece(stated.things), read_saved(content)[0])


def host_of(address: str | None) -> str:
    """The host of an address, without `www.`; empty where it has none."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _address(head: Head, piece: Thing | None, saved: str | None) -> tuple[str | None, str]:
    stated = [(head.links.get("canonical", ""), "canonical link"), (head.first("og:url")[0], "og:url")]
    if piece is not None:
        page = piece.get("mainEntityOfPage")
        stated.append(
            (
                words_of(piece.get("url")) or (words_of(page.get("@id")) if isinstance(page, dict) else words_of(page)),
                "JSON-LD url",
            )
        )
    stated.append((saved or "", "the browser's note"))
    for address, where in stated:
        cleaned = clean_url(address, base=saved or "")
        if cleaned and not _is_front(cleaned, saved):
            return cleaned, where
    return None, ""


def _is_front(address: str, saved: str | None) -> bool:
    """Whether an address is that of the site's front page while the page was saved from elsewhere: a common slip."""
    return bool(saved) and urlsplit(address).path in ("", "/") and urlsplit(str(saved)).path not in ("", "/")


def find_base(tree: html.HtmlElement, url: str | None) -> str | None:
    """The address that relative links start from."""
    stated = next((href for element in tree.iter("base") if (href := element.get("href"))), "")
    return clean_url(stated, base=url or "") or url


def read_saved(content: bytes) -> tuple[str | None, str | None]:
    """The address that the browser or SingleFile noted when the page was saved, and the day if it did."""
    top = content[:HEAD_BYTES]
    if found := SINGLE_FILE.search(top):
        day = SAVED_DAY.search((found[2] or b"").decode("ascii", "replace"))
        return clean_url(found[1].decode("utf-8", "replace")) or None, find_day(
            f"{day[1]} {day[2]}, {day[3]}"
        ) if day else None
    found = SAVED_FROM.search(top)
    return (clean_url(found[1].decode("utf-8", "replace")) or None if found else None), None
