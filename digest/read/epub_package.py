"""What an EPUB says of itself: its metadata, its chapters in order, and their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from digest.errors import SourceError
from digest.read.archive import Archive, find_part, read_xml

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
MAX_CHAPTERS = 5_000  # files of a book; a long one has some hundreds
FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # these hide fonts, no words
CHAPTER_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")


@dataclass(frozen=True, slots=True)
class Stated:
    """A field of the metadata: its name, its words and its attributes, those of refinements among them."""

    name: str
    text: str
    more: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Book:
    """The parts of a book: its metadata, its chapters' parts in order, their names, and its tables of contents."""

    stated: tuple[Stated, ...]
    chapters: tuple[str, ...]
    names: Mapping[str, str]
    contents: frozenset[str]


def open_book(archive: Archive) -> Book:
    """The book in an archive; raises SourceError where its chapters are locked or missing."""
    package = _find_package(archive)
    root = read_xml(archive, package)
    manifest = {part.get("id") or "": part for part in _all(root, "item")}
    places = [manifest[number] for number in _spine(root) if number in manifest]
    chapters = [find_part(package, part.get("href") or "") for part in places if _is_chapter(part)]
    held = tuple(dict.fromkeys(name for name in chapters if name in archive))[:MAX_CHAPTERS]
    if not held:
        raise SourceError(archive.where, "holds no chapter", "download it again, or remove it")
    _check_locks(archive, held)
    contents = [find_part(package, part.get("href") or "") for part in manifest.values() if _is_contents(part)]
    names = dict(_read_names(archive, [name for name in contents if name in archive]))
    return Book(tuple(_read_stated(root)), held, names, frozenset(contents))


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Elements by their name, whatever the namespace: old books mix several."""
    return (element for element in root.iter() if isinstance(element.tag, str) and _local(element) == name)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _find_package(archive: Archive) -> str:
    if CONTAINER in archive:
        for root in _all(read_xml(archive, CONTAINER), "rootfile"):
            if (path := find_part("", root.get("full-path") or "")) in archive:
                return path
    named = sorted(name for name in archive.names if name.endswith(".opf"))
    if not named:
        raise SourceError(archive.where, "is no book: it lacks its list of chapters", "download it again, or remove it")
    return named[0]


def _spine(root: etree._Element) -> list[str]:
    return [place.get("idref") or "" for place in _all(root, "itemref")]


def _is_chapter(part: etree._Element) -> bool:
    return (part.get("media-type") or "").lower() in CHAPTER_TYPES


def _is_contents(part: etree._Element) -> bool:
    return "nav" in (part.get("properties") or "").split() or part.get("media-type") == "application/x-dtbncx+xml"


def _check_locks(archive: Archive, chapters: tuple[str, ...]) -> None:
    """Raise where a chapter is enciphered: the seller's programs alone can read it."""
    if ENCRYPTION not in archive:
        return
    for part in _all(read_xml(archive, ENCRYPTION), "encrypteddata"):
        method = next((found.get("Algorithm") or "" for found in _all(part, "encryptionmethod")), "")
        names = {find_part("", found.get("URI") or "") for found in _all(part, "cipherreference")}
        if method not in FONTS and names & set(chapters):
            raise SourceError(archive.where, "is locked by its seller (DRM)", "get a copy without, or remove it")


def _read_stated(root: etree._Element) -> Iterator[Stated]:
    """The fields of the metadata in order; `refines` of EPUB 3 is told like the attributes of EPUB 2."""
    refined: dict[str, dict[str, str]] = {}
    for meta in _all(root, "meta"):
        about, name = meta.get("refines") or "", meta.get("property") or ""
        if about and name:
            refined.setdefault(about.removeprefix("#"), {})[name.rpartition(":")[2]] = (meta.text or "").strip()
    for element in (element for metadata in _all(root, "metadata") for element in metadata.iter()):
        if not isinstance(element.tag, str) or "purl.org/dc/" not in element.tag.lower():
            continue
        text = " ".join("".join(element.itertext()).split())
        own = {str(key).rpartition("}")[2]: str(value) for key, value in element.items()}
        if text:
            yield Stated(_local(element), text, {**own, **refined.get(own.get("id", ""), {})})


def _read_names(archive: Archive, contents: list[str]) -> Iterator[tuple[str, str]]:
    """Chapters' names as the tables of contents give them, by part; the first name of a part is its chapter's."""
    found: dict[str, str] = {}
    for name in contents:
        try:
            root = read_xml(archive, name)
        except SourceError:  # a broken table of contents leaves the chapters as they are
            continue
        for href, words in (*_nav_names(root), *_ncx_names(root)):
            if words:
                found.setdefault(find_part(name, href), words)
    yield from found.items()


def _nav_names(root: etree._Element) -> Iterator[tuple[str, str]]:
    for link in _all(root, "a"):
        yield link.get("href") or "", " ".join("".join(link.itertext()).split())


def _ncx_names(root: etree._Element) -> Iterator[tuple[str, str]]:
    for point in _all(root, "navpoint"):
        words = next((" ".join("".join(label.itertext()).split()) for label in _all(point, "navlabel")), "")
        href = next((content.get("src") or "" for content in _all(point, "content")), "")
        yield href, words
