"""The chapters of an EPUB to blocks, with copies of their pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import entities

from lxml import etree, html

from digest.blocks import Blocks, Heading, Paragraph, Text, plain_text
from digest.documents import Attachment, Cut
from digest.folding import fold_text
from digest.read.archive import Archive, find_part, read_part
from digest.read.epub_package import Book
from digest.read.page_blocks import convert_elements
from digest.read.page_inlines import Reading
from digest.read.page_math import spell_formulas
from digest.read.page_tree import decode_page, read_tree
from digest.read.pictures import SCHEME, make_attachment

MAX_PICTURE = 512 * 1024  # bytes; larger ones are covers and posters
MAX_PICTURES = 16 * 1024 * 1024  # bytes of all pictures of a book
FRAME = {  # what a book's own marks call the parts that are not its text
    "cover": "the cover",
    "titlepage": "the title page, whose words the metadata says",
    "toc": "the book's table of contents",
    "landmarks": "the book's table of contents",
    "page-list": "the book's list of pages",
    "copyright-page": "the page of rights",
}
ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
XML_OWN = ("amp", "lt", "gt", "quot", "apos")
BACK = ("↩", "↑", "⏎")
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
TYPE = "{http://www.idpf.org/2007/ops}type"
SAID = 80  # characters of a cut that tell what it was


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its part of the archive, its name, and its blocks."""

    part: str
    name: str
    blocks: Blocks


@dataclass(slots=True)
class Kept:
    """What reading the chapters brings together beside their words."""

    pictures: dict[str, Attachment] = field(default_factory=dict)
    cut: list[Cut] = field(default_factory=list)


def read_chapters(archive: Archive, book: Book, kept: Kept) -> Iterator[Chapter]:
    """The chapters in the order of reading; covers and tables of contents are cut."""
    trees = [(part, _read_chapter(archive, part)) for part in book.chapters]
    deep = any(tree.find(".//h1") is not None for _, tree in trees)
    for part, tree in trees:
        body = tree.find("body") if tree.find("body") is not None else tree
        if part in book.contents:
            kept.cut.append(Cut(_say(body), FRAME["toc"]))
            continue
        spell_formulas(body)
        left_out = frozenset(_find_frame(body, kept))
        _place_pictures(body, part, archive, kept)
        _loosen_links(body)
        if deep:
            _lower_headings(body)
        blocks = convert_elements([body], reading=Reading(None, left_out))
        if _is_title_page(blocks, book):
            kept.cut.append(Cut(_say(body), FRAME["titlepage"]))
        elif blocks:
            yield _name_chapter(Chapter(part, book.names.get(part, ""), blocks))


def _read_chapter(archive: Archive, part: str) -> html.HtmlElement:
    """The tree of a chapter: as XML, whose empty elements HTML would take for open ones, else as the page it may be."""
    content = read_part(archive, part)
    where = f"{archive.where}: {part}"
    text = ENTITY.sub(_entity, decode_page(content))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return read_tree(content, where=where)
    for element in root.iter():
        if isinstance(element.tag, str):
            kind = element.attrib.pop(TYPE, None)
            if kind:
                element.set("data-type", kind)
            element.tag = element.tag.rpartition("}")[2]
    etree.cleanup_namespaces(root)
    return read_tree(etree.tostring(root, method="html", encoding="utf-8"), where=where)


def _entity(found: re.Match[str]) -> str:
    name = found[1]
    code = entities.name2codepoint.get(name)
    return found[0] if name in XML_OWN or code is None else chr(code)


def _is_title_page(blocks: Blocks, book: Book) -> bool:
    """Whether a chapter says the book's title, and nothing that its metadata does not say."""
    stated = [one.text for one in book.stated if one.name in ("title", "creator", "contributor", "publisher")]
    lines = [plain_text(block.children) for block in blocks if isinstance(block, Heading | Paragraph)]
    words = {*fold_text(" ".join(lines)).split()}
    titled = any(fold_text(line) == fold_text(stated[0]) for line in lines) if stated else False
    return titled and len(lines) == len(blocks) and words <= {*fold_text(" ".join(stated)).split()}


def _find_frame(body: html.HtmlElement, kept: Kept) -> Iterator[html.HtmlElement]:
    """The parts that the book marks as something else than its text."""
    for element in body.iter():
        marks = (element.get("data-type") or "").split() if isinstance(element.tag, str) else []
        why = next((FRAME[mark] for mark in marks if mark in FRAME), "")
        if why:
            if words := _say(element):
                kept.cut.append(Cut(words, why))
            yield element


def _say(element: html.HtmlElement) -> str:
    words = " ".join(" ".join(element.itertext()).split())
    return words if len(words) <= SAID else f"{words[:SAID]}…"


def _place_pictures(body: html.HtmlElement, part: str, archive: Archive, kept: Kept) -> None:
    """Let every picture name its copy; one that cannot be copied leaves its words."""
    for image in list(body.iter("img")):
        name = find_part(part, image.get("src") or "")
        copy = _copy(archive, name, sum(len(picture.content) for picture in kept.pictures.values()))
        if copy is None:
            if image.get("src"):
                kept.cut.append(
                    Cut(name, f"a picture that is missing, of no harmless kind or over {MAX_PICTURE // 1024} KiB")
                )
            image.tag = "span"
            image.text = image.get("alt") or ""
            continue
        kept.pictures[copy.name] = copy
        for key in ("srcset", "data-src", "width", "height"):
            image.attrib.pop(key, None)
        image.set("src", SCHEME + copy.name)


def _copy(archive: Archive, name: str, held: int) -> Attachment | None:
    if name not in archive:
        return None
    size = archive.content.getinfo(name).file_size
    if size > MAX_PICTURE or held + size > MAX_PICTURES:
        return None
    return make_attachment(read_part(archive, name, limit=MAX_PICTURE))


def _loosen_links(body: html.HtmlElement) -> None:
    """Links within the book lead nowhere on a page: a note's mark is raised, the way back from a note goes."""
    for link in list(body.iter("a")):
        if (link.get("href") or "").startswith(("http://", "https://", "mailto:")):
            continue
        link.attrib.pop("href", None)
        marks = {*(link.get("data-type") or "").split(), link.get("role") or ""}
        if marks & {"noteref", "doc-noteref"} and link.find("sup") is None:
            link.tag = "sup"
        elif marks & {"backlink", "doc-backlink"} or (link.text or "").strip("\ufe0e\ufe0f ") in BACK:
            link.drop_tree()


def _lower_headings(body: html.HtmlElement) -> None:
    """Headings one level down: the book's title is the first level."""
    for element in list(body.iter(*HEADINGS)):
        element.tag = f"h{int(element.tag[1]) + 1}"


def _name_chapter(chapter: Chapter) -> Chapter:
    """The chapter, opened by its name: its own first heading, or what the table of contents calls it."""
    first = chapter.blocks[0]
    if isinstance(first, Heading):
        return Chapter(chapter.part, plain_text(first.children), chapter.blocks)
    if not chapter.name:
        return chapter
    said = isinstance(first, Paragraph) and fold_text(plain_text(first.children)) == fold_text(chapter.name)
    below = chapter.blocks[1:] if said else chapter.blocks  # some office suites set headings as paragraphs
    return Chapter(chapter.part, chapter.name, (Heading(2, (Text(chapter.name),)), *below))


def join_chapters(chapters: Sequence[Chapter]) -> Blocks:
    """The blocks of all chapters."""
    return tuple(block for chapter in chapters for block in chapter.blocks)
