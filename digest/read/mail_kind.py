"""Tells messages, mailboxes and pages saved as one file apart by their first lines."""

from __future__ import annotations

import re

MAILBOX = re.compile(rb"From \S+.{0,100}\d\d:\d\d.{0,60}\r?\n[!-9;-~]+:")
HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
NAME = re.compile(rb"^([!-9;-~]+):", re.MULTILINE)
SAVED_PAGE = re.compile(
    rb"^(?:snapshot-content-location:|from: ?<?saved by|x-mimeole: produced by)", re.IGNORECASE | re.MULTILINE
)
RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
POSTED = frozenset({b"message-id", b"received", b"return-path", b"delivered-to", b"dkim-signature"})
COMMON = frozenset(
    {b"from", b"to", b"subject", b"date", b"mime-version", b"content-type", b"reply-to", b"sender", b"list-id"}
)
ENOUGH = 3  # common headers, one of them MIME-Version; a text that quotes a letter's head has no such line
SUFFIXES = {
    ".eml": "message/rfc822",
    ".mbox": "application/mbox",
    ".mht": "multipart/related",
    ".mhtml": "multipart/related",
}


def tell_letter(head: bytes, suffix: str) -> str:
    """The media type of a message, a mailbox or a saved page by the file's head; empty for anything else."""
    if MAILBOX.match(head):
        return SUFFIXES[".mbox"]
    opening = HEADERS.match(head)
    if opening is None:
        return ""
    names = {name.lower() for name in NAME.findall(opening.group())}
    if b"content-type" in names and RELATED.search(opening.group()):
        saved = SAVED_PAGE.search(opening.group()) or suffix in (".mht", ".mhtml")
        if saved and not names & POSTED:
            return SUFFIXES[".mht"]
    is_posted = bool(names & POSTED) or b"mime-version" in names
    return SUFFIXES[".eml"] if is_posted and len(names & COMMON) >= ENOUGH else ""
