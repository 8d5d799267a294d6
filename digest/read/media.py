"""Tells what kind of file a source is: by its content first, then by its name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from digest.read.mail_kind import tell_letter
from digest.read.saved_media import tell_saved
from digest.read.zip_media import tell_zip

MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"bplist00", "application/x-webarchive"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x7fELF", "application/x-elf"),
)
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
FRONT_MATTER = re.compile(rb"(?:---[ \t]*\r?\n(?:.*\r?\n)*?---|\+\+\+[ \t]*\r?\n(?:.*\r?\n)*?\+\+\+)[ \t]*(?:\r?\n|$)")
FRONT_KEY = re.compile(rb"^[A-Za-z_][\w-]*[ \t]*[:=]", re.MULTILINE)
SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mdown": "text/markdown",
    ".mkd": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
    ".json": "application/json",
    ".csv": "text/csv",
    ".eml": "message/rfc822",
    ".mbox": "application/mbox",
    ".mht": "multipart/related",
    ".mhtml": "multipart/related",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
HEAD_BYTES = 16 * 1024  # what tells a kind apart stands at the top
TAIL_BYTES = 256 * 1024  # where an archive lists its parts
JUNK_BYTES = 1024  # that may stand before a PDF's first mark, as its readers allow


def guess_media_type(name: str, content: bytes) -> str:
    """The media type of a file; `text/plain` where neither content nor name says otherwise."""
    head = content[:HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")
    suffix = PurePosixPath(name).suffix.lower()
    if zipped := tell_zip(head, content[-TAIL_BYTES:]):
        return zipped
    for magic, media_type in MAGIC:
        if head.startswith(magic):
            return SUFFIXES.get(suffix, media_type) if media_type == "application/zip" else media_type
    if kind := tell_saved(head) or tell_letter(head, suffix):
        return kind
    if HTML.match(head):
        return "text/html"
    if _opens_with_front_matter(head):
        return "text/markdown"
    if b"%PDF-" in head[:JUNK_BYTES] and b"\0" in content[: 64 * JUNK_BYTES]:
        return "application/pdf"
    return SUFFIXES.get(suffix, "text/plain")


def _opens_with_front_matter(head: bytes) -> bool:
    if not head.startswith((b"---", b"+++")):
        return False
    fences = FRONT_MATTER.match(head)
    return fences is not None and FRONT_KEY.search(fences.group()) is not None
