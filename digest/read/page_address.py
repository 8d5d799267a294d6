"""The address of a piece as it should be kept: a web address, without what only tells where a visitor came from."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

TRACKING = re.compile(
    r"(?:utm_.+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|epik|mc_[ce]id|mkt_tok"
    r"|_hs(?:enc|mi)|hs[CA]ta.*|__hs.*|oly_(?:enc|anon)_id|vero_(?:id|conv)|wickedid|_openstat|yadclid|s_cid|s_kwcid|ml_subscriber(?:_hash)?"
    r"|at_(?:medium|campaign|custom\d|link_.+)|ga_(?:source|medium|campaign|term|content)|pk_(?:campaign|kwd|source|medium)"
    r"|mtm_.+|matomo_.+|piwik_.+|hsa_.+|xtor|guccounter|guce_.+|__twitter_impression|cmpid|smid|ncid|sr_share|soc_(?:src|trk)|rss_?src)",
    re.IGNORECASE,
)
TRACKING_FRAGMENT = re.compile(r":~:text=.*|(?:xtor|utm_\w+|Echobox|rss|ftag)\b.*", re.IGNORECASE)
UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff]")
UNSAFE = {
    " ": "%20",
    '"': "%22",
    "<": "%3C",
    ">": "%3E",
    "\\": "%5C",
    "^": "%5E",
    "`": "%60",
    "{": "%7B",
    "|": "%7C",
    "}": "%7D",
}
MAX_LENGTH = 4000  # characters; browsers stop somewhere between 2,000 and 80,000, and no piece stands at a longer one
PORTS = {"http": 80, "https": 443}


def clean_url(url: str, *, base: str = "") -> str:
    """The web address without tracking parameters and passwords; empty where it is no web address.

    An address that is relative becomes whole where `base` is known. What a server may need stays letter by letter.
    """
    parts = _split(url, base)
    if parts is None:
        return ""
    query = "&".join(one for one in parts.query.split("&") if not TRACKING.fullmatch(one.partition("=")[0]))
    fragment = "" if TRACKING_FRAGMENT.fullmatch(parts.fragment) else parts.fragment.partition(":~:")[0]
    whole = parts._replace(netloc=_host(parts), path=parts.path or "/", query=query, fragment=fragment).geturl()
    return "".join(UNSAFE.get(character, character) for character in whole)


def _split(url: str, base: str) -> SplitResult | None:
    """The parts of an address that begins with http:// or https:// and names a host."""
    bare = UNPRINTED.sub("", url).strip()
    if not bare or len(bare) > MAX_LENGTH:
        return None
    try:
        parts = urlsplit(urljoin(base, bare) if base else bare)
        known = parts.scheme in PORTS and parts.hostname and (parts.port is None or parts.port >= 0)
    except ValueError:  # a port that is no number, a bracket that is not closed
        return None
    return parts if known else None


def _host(parts: SplitResult) -> str:
    """Host and port: in lower case, without the port that every browser takes, and without anybody's password."""
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in (None, PORTS[parts.scheme]) else f"{host}:{parts.port}"
