"""What kind of file a zip archive is: a book, a Word file, or only an archive."""

from __future__ import annotations

EPUB = "application/epub+zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def tell_zip(head: bytes, tail: bytes) -> str | None:
    """The media type by the archive's first bytes and its list of parts at the end; None for any other archive.

    A book's first part is called `mimetype` and holds the type; a Word file lists `word/document.xml`.
    """
    if not head.startswith(b"PK\x03\x04"):
        return None
    if b"mimetypeapplication/epub+zip" in head[:100] or b"META-INF/container.xml" in tail:
        return EPUB
    if b"[Content_Types].xml" in head + tail and b"word/document" in head + tail:
        return DOCX
    return None
