"""What to say of a file of a kind that nobody reads here: what it is, and what to save it as."""

from __future__ import annotations

ELSE = "save it as text, Markdown or HTML, or remove it"
OTHERWISE = "save it as .docx, or remove it"
UNPACK = "unpack it, and keep what is to be read"
KNOWN = {
    "application/gzip": ("is a packed file", UNPACK),
    "application/rtf": ("is rich text (RTF)", OTHERWISE),
    "application/vnd.oasis.opendocument.text": ("is an OpenDocument text", OTHERWISE),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (
        "holds slides",
        "save it as PDF, or remove it",
    ),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (
        "is a table of a spreadsheet",
        "save it as CSV if it is a list of links, or remove it",
    ),
    "application/x-mobipocket-ebook": ("is a book for the Kindle", "save it as EPUB, or remove it"),
    "application/x-ole-storage": (
        "is an old Office file, or one locked with a password",
        "save it as .docx without a password, or remove it",
    ),
    "application/x-webarchive": ("is a page as Safari saves it", "save it as one HTML file, or remove it"),
    "application/xml": ("is XML of no known kind", "readable: RSS and Atom; save anything else as text, or remove it"),
    "application/zip": ("is an archive", UNPACK),
}


def say_unreadable(media_type: str) -> tuple[str, str]:
    """What a file of a kind without a reader is, and how to mend it."""
    if media_type.startswith("image/"):
        return "is a picture, and no page shows it", "put it beside the page that it belongs to, or remove it"
    return KNOWN.get(media_type, (f"no reader for {media_type}", ELSE))
