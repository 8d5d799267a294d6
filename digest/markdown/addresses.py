"""The addresses that a link or picture may lead to, written so that every Markdown parser ends them at the same place."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin

from digest.markdown.characters import clean_line

SCHEMES = {"http", "https", "mailto"}
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Not svg: it may hold scripts. The second is a copy that came with its source; a page shows it by its place.
PICTURE = re.compile(r"data:image/(?:avif|gif|jpeg|png|webp)[;,]|attachment:[0-9a-f]+\.[a-z]+$", re.IGNORECASE)
PLAIN = "-._~:/?#@!$&*+,;=%"  # besides letters and digits; brackets, quotes and backslashes end an address early
PAIRED = re.compile(r"[^()]*+(?:\([^()]*+\)[^()]*+)*+")  # `/wiki/Mill_(river)`: every parser counts brackets in pairs


def safe_address(url: str, *, picture: bool = False) -> str | None:
    """The address, percent-encoded where it must be; None if it leads to anything but the web, mail or this site."""
    address = clean_line(url).strip()
    scheme = SCHEME.match(re.sub(r"\s", "", address))  # browsers pass over spaces in it
    if scheme and scheme[1].lower() not in SCHEMES and not (picture and PICTURE.match(address)):
        return None
    if address.startswith("//"):
        address = f"https:{address}"  # opened from a folder, the page has no scheme to lend
    address = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", address)
    plain = f"{PLAIN}()" if PAIRED.fullmatch(address) else PLAIN
    return "".join(_encode(character, plain) for character in address) or None


def join_address(base: str, address: str) -> str:
    """An address made whole by that of its page; as it stands where one of them is none (a bracket that is not closed)."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _encode(character: str, plain: str) -> str:
    return character if character.isalnum() or character in plain else quote(character, safe="")
