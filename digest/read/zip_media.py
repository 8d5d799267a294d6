"""What kind of file a zip archive is: a book, an office file, or only an archive."""

from __future__ import annotations

EPUB = "application/epub+zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def tell_zip(head: bytes, tail: bytes) -> str | None:
    """The media type by the archive's first bytes and its list of parts at the end; None for any other archive.

    A book's first part is called `mimetype` and holds the type; so does an OpenDocument text. An
    Office file lists its main part, a Word file `word/document.xml`.
    """
    if not head.startswith(b"PK\x03\x04"):
        return None
    if b"mimetypeapplication/epub+zip" in head[:100] or b"META-INF/container.xml" in tail:
        return EPUB
    if b"[Content_Types].xml" in head + tail and b"word/document" in head + tail:
        return DOCX
    if b"mimetype" + ODT.encode() in head[:100]:
        return ODT
    return XLSX if b"xl/workbook" in tail else PPTX if b"ppt/presentation" in tail else None
