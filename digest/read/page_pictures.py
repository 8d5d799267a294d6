"""Pictures of a web page: the one that a reader sees in the end, whatever the page puts in its place at first."""

from __future__ import annotations

import re

from lxml import html

LAZY_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-orig-file", "data-image-src")
PIXEL = re.compile(r"[01](?:px)?")
WITHIN = re.compile(r"data:image/(?:avif|gif|jpeg|png|webp)[;,]", re.IGNORECASE)
MIN_WITHIN = 2000  # characters of a picture inside the page; a shorter one holds the place until the picture is loaded


def picture_source(element: html.HtmlElement) -> str:
    """Where the picture of an `img` lies; pages put a stand-in first and the picture in `data-src`. Empty for none."""
    if PIXEL.fullmatch(element.get("width") or "") or PIXEL.fullmatch(element.get("height") or ""):
        return ""  # it counts visits
    source = (element.get("src") or "").strip()
    if is_within_page(source):
        return source
    lazy = next((element.get(name) for name in LAZY_SOURCES if element.get(name)), None)
    source = (lazy or source).strip()
    if not source or source.startswith("data:"):
        widest = (element.get("data-srcset") or element.get("srcset") or "").split(",")[-1].split()
        source = widest[0] if widest else ""
    return source


def is_within_page(source: str) -> bool:
    """Whether an address is itself the picture: bitmaps only, since a drawing may hold a script."""
    return len(source) > MIN_WITHIN and WITHIN.match(source) is not None
