"""Addresses in letters: without what names the reader, and of these the one at which the letter itself stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from digest.read.page_address import clean_url

# Whoever follows a link with one of these is taken for the person whom the letter was sent to.
PERSONAL = re.compile(
    r"(?:token|jwt|e-?mail(?:_?(?:id|hash|address))?|recipient(?:_?(?:id|hash))?|subscriber(?:_?(?:id|uuid|hash))?|ck_subscriber_id"
    r"|member_?uuid|mc_[ce]id|_?bhlid|_kx|vero_id|mkt_tok|sfmc_(?:id|key))",
    re.IGNORECASE,
)
PERSONAL_AT = (
    (re.compile(r"(?:^|\.)(?:list-manage\.com|campaign-archive\.com|mailchi\.mp)$"), "e"),
    (re.compile(r"(?:^|\.)substack\.com$"), "r"),
)
COUNTED = re.compile(
    r"/(?:track(?:ing)?|click|ls/click|redirect|redir|r|e|c|ss/c|links?|wf/click|lt\.php|url)(?:/|$)|click\.|/e3t/",
    re.IGNORECASE,
)
OPAQUE = re.compile(r"(?=[^/]*\d)[A-Za-z0-9_=+%~.-]{40,}")
SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+){2,}")


def clean_link(url: str) -> str:
    """A link of a letter without what names its reader; one that is no web address stays as it is."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not parts.query:
        return url
    here = {key for at, key in PERSONAL_AT if at.search(host)}
    kept = [
        one
        for one in parts.query.split("&")
        if (key := one.partition("=")[0]) not in here and not PERSONAL.fullmatch(key)
    ]
    return parts._replace(query="&".join(kept)).geturl()


def name_letter_address(url: str) -> str | None:
    """The address of a letter on the web; None for one that only counts who follows it and leads on to nobody knows where."""
    clean = clean_url(clean_link(url))
    if not clean:
        return None
    parts = urlsplit(clean)
    steps = [step for step in parts.path.split("/") if step]
    if COUNTED.search(f"{parts.hostname}{parts.path}") or any(
        OPAQUE.fullmatch(step) and not SLUG.match(step) for step in steps
    ):
        return None
    if not steps and not parse_qsl(parts.query):
        return None  # the publication's own front page
    return parts._replace(query="").geturl() if steps and SLUG.fullmatch(steps[-1]) else clean


def stated_address(headers: Mapping[str, str]) -> tuple[str, str] | None:
    """The address that a header states and the header's name: `Archived-At` (RFC 5064), or a piece named by `List-Post`."""
    for name in ("archived-at", "list-post"):
        address = name_letter_address(headers.get(name, "").strip("<> "))
        if address:
            return address, name.title()
    return None
