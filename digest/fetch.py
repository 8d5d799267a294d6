"""Pages and feeds from the network: the one module that asks other machines for anything, and only when a person says so."""

from __future__ import annotations

import socket
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException
from ipaddress import ip_address
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from digest.errors import SourceError

MAX_BYTES = 32 * 1024 * 1024  # of one answer; a page with all its scripts has two
MAX_SECONDS = 60  # for one answer, redirects included
WAIT_SECONDS = 20  # for any one sign of life
MAX_REDIRECTS = 5
CHUNK = 64 * 1024
AGENT = "reading-digest"
ACCEPTED = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, application/pdf, */*;q=0.5"
AGAIN = "try again later, or save it from a browser"


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: where it came from in the end, what it says it is, its bytes, and how to ask whether it changed."""

    url: str
    media_type: str
    content: bytes = field(repr=False)
    asked_again: Mapping[str, str] = field(default_factory=dict)


def fetch_url(url: str, *, local: bool = False, unless: Mapping[str, str] | None = None) -> Fetched | None:
    """What stands at a web address; None where it did not change since `unless`. Raises SourceError.

    `unless` is the `asked_again` of the answer before. Machines of one's own network are asked only where `local`
    allows it: a page could else lead there.
    """
    _check_address(url, url, local=local)
    opener = build_opener(_Redirects(url, local=local))
    headers = {"User-Agent": AGENT, "Accept": ACCEPTED, "Accept-Encoding": "gzip", **(unless or {})}
    request = Request(url, headers=headers)  # noqa: S310  # _check_address refuses all but http and https
    try:
        return _open(opener, request)
    except HTTPError as error:
        error.close()
        if error.code == 304:
            return None
        raise SourceError(url, f"the server answers {error.code} {error.reason}", AGAIN) from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise SourceError(url, f"cannot be fetched: {reason}", AGAIN) from error


def _open(opener: OpenerDirector, request: Request) -> Fetched:
    end = time.monotonic() + MAX_SECONDS
    with opener.open(request, timeout=WAIT_SECONDS) as answer:
        headers: Message = answer.headers
        content = _read(answer, request.full_url, end)
        again = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
        return Fetched(
            url=answer.url,
            media_type=headers.get_content_type() if headers["Content-Type"] else "",
            content=_unpack(content, headers.get("Content-Encoding", ""), request.full_url),
            asked_again={ask: headers[name] for name, ask in again.items() if headers[name]},
        )


def _read(answer: IO[bytes], url: str, end: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := answer.read(CHUNK):
        parts.append(part)
        size += len(part)
        if size > MAX_BYTES:
            raise SourceError(url, f"larger than {MAX_BYTES // 1024**2} MiB", "save only the article")
        if time.monotonic() > end:
            raise SourceError(url, f"takes more than {MAX_SECONDS} seconds", AGAIN)
    return b"".join(parts)


def _unpack(content: bytes, encoding: str, url: str) -> bytes:
    if encoding.lower() not in ("gzip", "x-gzip"):
        return content
    unpacking = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacking.decompress(content, MAX_BYTES + 1)
    except zlib.error as error:
        raise SourceError(url, "its answer is broken", AGAIN) from error
    if len(unpacked) > MAX_BYTES:
        raise SourceError(url, f"larger than {MAX_BYTES // 1024**2} MiB", "save only the article")
    return unpacked


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, each to an address that may be asked."""

    max_redirections = MAX_REDIRECTS

    def __init__(self, url: str, *, local: bool) -> None:
        self.url, self.local = url, local

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        try:
            _check_address(newurl, self.url, local=self.local)
        except SourceError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # its stub asks for a narrower header


def _check_address(url: str, where: str, *, local: bool) -> None:
    """Raise SourceError for what is no web address, or stands in one's own network."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:
        known = None
    if not known:
        raise SourceError(where, "no web address", "it begins with https:// or http://")
    if local:
        return
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError) as error:
        raise SourceError(where, f"its host {parts.hostname} is not known", "look for a slip in the address") from error
    if not all(ip_address(str(address[0]).partition("%")[0]).is_global for *_, address in found):
        raise SourceError(where, f"{parts.hostname} stands in your own network", "allow it with --allow-local")
