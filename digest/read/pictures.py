"""Pictures that came with a source: a document's images that name one get a copy of it, under the name `attachment:…`."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from posixpath import basename, normpath
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from digest.blocks import Image, Inline, Inlines, Text, replace_inlines, walk_inlines
from digest.documents import Attachment, Cut, Document

SCHEME = "attachment:"
MAX_WITHIN = 512 * 1024  # bytes of a picture inside a page's own text; larger ones are posters and scans
MIN_WITHIN = 100  # bytes; the smallest picture of anything has more, what has less holds a place or counts visits
SHOWN = 60  # characters of a picture's own text that tell what it was
NAME_LENGTH = 16  # hex digits of the content's hash
SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
}
DATA = re.compile(r"data:[\w/+.-]*((?:;[\w=\"+.-]+)*?)(;base64)?,", re.IGNORECASE)
# What browsers, in their languages, call the folder beside a page that they saved whole.
COMPANION = re.compile(
    r"(.+)(?:[_.]files|\.resources|-Dateien|_fichiers|_bestanden|_file|_archivos|-filer|_tiedostot|_pliki|_soubory|_elemei|_ficheiros"
    r"|_ficheros|_arquivos|_dosyalar|_datoteke|_fitxers|_failid|_fails|_bylos|_fajlovi|_fitxategiak)"
)


def attach_pictures(documents: Iterable[Document], beside: Mapping[str, bytes]) -> tuple[Document, ...]:
    """The documents with the pictures that are at hand: inside their own text, or in `beside` by path or address.

    Paths are relative to the source's folder. A picture of the page's own text that is too large or no picture of a
    harmless kind is cut; an image that names nothing at hand stays as it is.
    """
    return tuple(_attach(document, beside) for document in documents)


def name_pictures(documents: Iterable[Document]) -> tuple[str, ...]:
    """The paths beside the source that images of the documents may mean, sorted, each image's likeliest among them."""
    addresses = {address for document in documents for address in _addresses(document)}
    return tuple(sorted({path for address in addresses for path in _find_paths(address)}))


def companion_of(folder: str) -> str | None:
    """The name, without its suffix, of the page that a folder of this name was saved with; None for any other folder."""
    found = COMPANION.fullmatch(folder)
    return found[1] if found else None


def tell_picture(content: bytes) -> str | None:
    """The media type of a picture by its content; None for anything else, and for SVG, which may hold scripts."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    return "image/avif" if content[4:12] in (b"ftypavif", b"ftypavis") else None


def _addresses(document: Document) -> list[str]:
    return [inline.url for inline in walk_inlines(document.blocks) if isinstance(inline, Image)]


def _find_paths(address: str) -> Iterator[str]:
    """What an address may mean beside its source: the path as written, without the folders before it at last.

    Of a whole web address only the folder that the browser saved beside the page: `https://…/Soil_files/worm.png`.
    """
    try:
        parts = urlsplit(address.replace("\\", "/"))
    except ValueError:
        return
    steps = [step for step in unquote(parts.path).split("/") if step]
    if not steps or "\0" in parts.path or "\0" in steps[-1]:
        return
    if parts.scheme or parts.netloc:
        saved = parts.scheme in ("", "http", "https", "file") and len(steps) > 1 and companion_of(steps[-2])
        if saved:
            yield "/".join(steps[-2:])
        return
    path = normpath("/".join(steps))
    yield path
    yield basename(path)


def _attach(document: Document, beside: Mapping[str, bytes]) -> Document:
    """The document with copies of its pictures in place of their addresses, those it had already kept."""
    addresses = dict.fromkeys(_addresses(document))
    copies = {address: copy for address in addresses if (copy := _copy(address, beside))}
    refused = {address for address in addresses if address.lower().startswith("data:") and address not in copies}
    if not copies and not refused:
        return document

    def change(inline: Inline) -> Inlines:
        if not isinstance(inline, Image):
            return (inline,)
        if inline.url in refused:
            return (Text(inline.alt),) if inline.alt else ()
        copy = copies.get(inline.url)
        return (replace(inline, url=SCHEME + copy.name) if copy else inline,)

    attached = {copy.name: copy for copy in (*document.attachments, *copies.values())}
    cuts = tuple(Cut(f"{address[:SHOWN]}…", _why_refused(address)) for address in addresses if address in refused)
    return replace(
        document,
        blocks=replace_inlines(document.blocks, change),
        attachments=tuple(attached[name] for name in sorted(attached)),
        cut=document.cut + cuts,
    )


def _copy(address: str, beside: Mapping[str, bytes]) -> Attachment | None:
    """The picture at an address, if it is at hand."""
    if address.lower().startswith("data:"):
        content = _read_within(address)
        return make_attachment(content) if MIN_WITHIN <= len(content) <= MAX_WITHIN else None
    path = next((path for path in (address, *_find_paths(address)) if path in beside), None)
    return make_attachment(beside[path]) if path is not None else None


def make_attachment(content: bytes) -> Attachment | None:
    """A picture under a name made from its content, so that equal ones are one file; None for what is no picture."""
    media_type = tell_picture(content)
    if media_type is None:
        return None
    return Attachment(sha256(content).hexdigest()[:NAME_LENGTH] + SUFFIXES[media_type], media_type, content)


def _read_within(address: str) -> bytes:
    """The bytes of a `data:` address; none where it is broken or far too long."""
    head = DATA.match(address)
    if head is None or len(address) > 3 * MAX_WITHIN:
        return b""
    raw = unquote_to_bytes(address[head.end() :])
    if not head[2]:
        return raw
    try:
        return base64.b64decode(raw + b"=" * (-len(raw) % 4))
    except binascii.Error:
        return b""


def _why_refused(address: str) -> str:
    if len(address) < 2 * MIN_WITHIN:
        return "a stand-in for a picture"
    return f"a picture inside the text that is broken, of no harmless kind or larger than {MAX_WITHIN // 1024} KiB"
