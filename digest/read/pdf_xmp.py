"""The metadata packet (XMP) of a PDF: when and where it was published, as far as it says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from digest.read.stated_day import read_day

PACKET = re.compile(rb"<x:xmpmeta\b.{0,262144}?</x:xmpmeta>", re.DOTALL)
FIELDS = {  # never xmp:CreateDate or dc:date: programs write the day of export there
    "published": ("prism:publicationDate", "prism:coverDate"),
    "doi": ("prism:doi",),
    "url": ("prism:url",),
    "site": ("prism:publicationName",),
}
DOI = re.compile(r"10\.\d{4,9}/\S+")


def read_xmp(content: bytes) -> Mapping[str, str]:
    """`published`, `url` and `site`, those that are stated; the last packet holds what the file says now."""
    packets = PACKET.findall(content)
    text = packets[-1].decode("utf-8", "replace") if packets else ""
    stated = {name: words for name, keys in FIELDS.items() if (words := _first(text, keys))}
    found: dict[str, str] = {}
    if day := read_day(stated.get("published", "")):
        found["published"] = day
    if DOI.fullmatch(stated.get("doi", "")):
        found["url"] = f"https://doi.org/{stated['doi']}"
    elif stated.get("url", "").startswith(("http://", "https://")):
        found["url"] = stated["url"]
    if stated.get("site"):
        found["site"] = stated["site"]
    return found


def _first(text: str, keys: tuple[str, ...]) -> str:
    """The first value of some keys, as an element or an attribute."""
    for key in keys:
        found = re.search(rf"<{key}\b[^>]*>(.{{0,2000}}?)</{key}>|\b{key}=\"([^\"]{{0,2000}})\"", text, re.DOTALL)
        if found:
            words = re.sub(r"<[^>]*>", " ", found[1] or found[2] or "")
            return " ".join(unescape(words).split())
    return ""
