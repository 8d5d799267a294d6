"""A zip archive's bytes to its parts, none larger than a reader can bear."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from posixpath import normpath
from urllib.parse import unquote

from lxml import etree

from digest.errors import SourceError

MAX_PARTS = 20_000  # a long book with its pictures has some hundreds
MAX_PART = 32 * 1024 * 1024  # bytes of one part, unpacked; a long book's text has 3 MiB
MAX_WHOLE = 256 * 1024 * 1024  # bytes of all parts together, as the archive states them
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive in memory: where it came from, and its parts by name."""

    where: str
    content: zipfile.ZipFile
    names: frozenset[str]

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self.names


def open_archive(content: bytes, *, where: str) -> Archive:
    """The archive; raises SourceError where it is broken or would fill the memory."""
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        parts = archive.infolist()
    except BROKEN as error:
        raise SourceError(where, "is a broken zip archive", "download it again, or remove it") from error
    if len(parts) > MAX_PARTS:
        raise SourceError(where, f"has {len(parts):,} parts; at most {MAX_PARTS:,} are read", "split it, or remove it")
    if sum(part.file_size for part in parts) > MAX_WHOLE:
        raise SourceError(where, f"unpacks to more than {MAX_WHOLE // 1024**2} MiB", "remove it")
    return Archive(where, archive, frozenset(part.filename for part in parts))


def read_part(archive: Archive, name: str, *, limit: int = MAX_PART) -> bytes:
    """The bytes of a part; raises SourceError where it is missing, locked, broken or longer than the limit."""
    if name not in archive:
        raise SourceError(archive.where, f"lacks its part {name}", "save it again, or remove it")
    try:
        if archive.content.getinfo(name).flag_bits & 1:
            raise SourceError(archive.where, "is locked with a password", "save it without one, or remove it")
        with archive.content.open(name) as part:
            found = part.read(limit + 1)
    except BROKEN as error:
        raise SourceError(archive.where, f"its part {name} is broken", "save it again, or remove it") from error
    if len(found) > limit:
        raise SourceError(archive.where, f"its part {name} is larger than {limit // 1024} KiB", "remove it")
    return found


def read_xml(archive: Archive, name: str) -> etree._Element:
    """The root of a part in XML; no entity is resolved, nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(read_part(archive, name), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(archive.where, f"its part {name} is broken", "save it again, or remove it") from error
    if root is None:
        raise SourceError(archive.where, f"its part {name} is empty", "save it again, or remove it")
    return root


def find_part(base: str, href: str) -> str:
    """The name of the part that a relative address in another part means, without `#` and what follows."""
    path = unquote(href.partition("#")[0])
    folder = base.rpartition("/")[0]
    return normpath(f"{folder}/{path}" if folder and not path.startswith("/") else path).lstrip("/")
