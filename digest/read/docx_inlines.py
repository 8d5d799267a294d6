"""The runs of a Word paragraph to inlines: links, stress, code, pictures and marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from lxml import etree

from digest.blocks import Break, Code, Emphasis, Image, Inline, Inlines, Link, Strong, Text
from digest.documents import Attachment
from digest.read.archive import read_part
from digest.read.docx_package import Package, R, W, attribute, is_on, style_chain
from digest.read.page_lines import trim
from digest.read.pictures import SCHEME, make_attachment

MAX_PICTURE = 512 * 1024  # bytes; larger ones are scans and posters
MAX_PICTURES = 8 * 1024 * 1024  # bytes of all pictures of a file
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
UNREAD = frozenset(
    (W + "del", W + "moveFrom", W + "pPr", W + "rPr", FALLBACK, W + "txbxContent", W + "commentReference")
)
CODE = re.compile(r"code|verbatim|source text|teletype|typewriter")
MONO = re.compile(r"courier|consol|mono|menlo", re.IGNORECASE)
HYPERLINK = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"", re.IGNORECASE)
RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")

Stress = Literal["", "i", "b", "bi", "code"]


@dataclass(slots=True)
class Gathered:
    """What reading a file's paragraphs brings together beside their words."""

    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: dict[str, Attachment] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)  # the instructions of fields that are open


@dataclass(frozen=True, slots=True)
class _Piece:
    inline: Inline
    stress: Stress = ""
    url: str = ""


def read_inlines(paragraph: etree._Element, package: Package, gathered: Gathered, *, stressed: bool = True) -> Inlines:
    """The inlines of a paragraph; a heading's, which is bold by itself, without stress."""
    pieces = list(_pieces(paragraph, package, gathered, ""))
    if not stressed:
        pieces = [_Piece(piece.inline, "code" if piece.stress == "code" else "", piece.url) for piece in pieces]
    return trim(tuple(_join(pieces)))


def _pieces(element: etree._Element, package: Package, gathered: Gathered, url: str) -> Iterator[_Piece]:
    for child in element:
        if child.tag == W + "r":
            yield from _run(child, package, gathered, url)
        elif child.tag == W + "hyperlink":
            target = package.links.get(child.get(R + "id") or "", "")
            yield from _pieces(child, package, gathered, target or url)
        elif child.tag == W + "fldSimple":
            found = HYPERLINK.match(attribute(child, "instr") or "")
            yield from _pieces(child, package, gathered, found[1] if found else url)
        elif child.tag == M + "t":
            yield _Piece(Text(child.text or ""), url=url)
        elif child.tag not in UNREAD and isinstance(child.tag, str):
            yield from _pieces(child, package, gathered, url)


def _run(run: etree._Element, package: Package, gathered: Gathered, url: str) -> Iterator[_Piece]:
    properties = run.find(W + "rPr")
    if is_on(properties, "vanish"):
        return
    stress = _stress(properties, package)
    raised = attribute(None if properties is None else properties.find(W + "vertAlign"))
    for child in run:
        if child.tag == W + "fldChar":
            _follow_field(child, gathered)
        elif child.tag == W + "instrText" and gathered.fields:
            gathered.fields[-1] += child.text or ""
        elif child.tag == W + "AlternateContent" or child.tag in (W + "drawing", W + "pict", W + "object"):
            yield from (_Piece(image, url=url) for image in _pictures(child, package, gathered))
        elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
            yield _Piece(_note_mark(child, gathered))
        elif isinstance(child.tag, str) and child.tag.endswith("}AlternateContent"):
            yield from (_Piece(image, url=url) for image in _pictures(child, package, gathered))
        elif inline := _character(child, raised):
            yield _Piece(inline, stress, _field_url(gathered) or url)


def _character(child: etree._Element, raised: str | None) -> Inline | None:
    match child.tag.removeprefix(W) if isinstance(child.tag, str) else "":
        case "t":
            text = child.text or ""
            figures = text.strip().isascii() and text.strip().isdigit()
            if raised in ("superscript", "subscript") and figures:
                text = text.translate(RAISED if raised == "superscript" else LOWERED)
            return Text(text)
        case "tab" | "ptab":
            return Text(" ")
        case "noBreakHyphen":
            return Text("\u2011")
        case "br" | "cr" if attribute(child, "type") in (None, "textWrapping"):
            return Break()
    return None


def _follow_field(mark: etree._Element, gathered: Gathered) -> None:
    """Keep count of fields that open and close: a link may be one."""
    match attribute(mark, "fldCharType"):
        case "begin":
            gathered.fields.append("")
        case "end" if gathered.fields:
            gathered.fields.pop()


def _field_url(gathered: Gathered) -> str:
    found = next(filter(None, (HYPERLINK.match(instruction) for instruction in reversed(gathered.fields))), None)
    return found[1] if found else ""


def _stress(properties: etree._Element | None, package: Package) -> Stress:
    if properties is None:
        return ""
    names = [style.name for style in style_chain(package, attribute(properties.find(W + "rStyle")))]
    fonts = properties.find(W + "rFonts")
    if any(CODE.search(name) for name in names) or MONO.search(attribute(fonts, "ascii") or ""):
        return "code"
    bold = is_on(properties, "b") or "strong" in names
    italic = is_on(properties, "i") or "emphasis" in names
    return "bi" if bold and italic else "b" if bold else "i" if italic else ""


def _note_mark(reference: etree._Element, gathered: Gathered) -> Text:
    kind = "footnote" if reference.tag == W + "footnoteReference" else "endnote"
    gathered.notes.append((kind, attribute(reference, "id") or ""))
    return Text(str(len(gathered.notes)).translate(RAISED))


def _pictures(element: etree._Element, package: Package, gathered: Gathered) -> Iterator[Image]:
    """The pictures in a drawing, copied; what is too large or no picture is only told."""
    alt = next((found.get("descr") or "" for found in element.iter(DRAWN + "docPr")), "")
    numbers = [blip.get(R + "embed") or "" for blip in element.iter(A + "blip")]
    numbers += [shape.get(R + "id") or "" for shape in element.iter(V + "imagedata")]
    for name in dict.fromkeys(package.pictures.get(number, "") for number in numbers):
        if name not in package.archive:
            continue
        size = package.archive.content.getinfo(name).file_size
        held = sum(len(picture.content) for picture in gathered.pictures.values())
        copy = None
        if size <= MAX_PICTURE and held + size <= MAX_PICTURES:
            copy = make_attachment(read_part(package.archive, name, limit=MAX_PICTURE))
        if copy is None:
            gathered.refused.append(name)
            continue
        gathered.pictures[copy.name] = copy
        yield Image(SCHEME + copy.name, " ".join(alt.split()))


def _join(pieces: list[_Piece]) -> Iterator[Inline]:
    """Neighbours of one address and one stress as one inline: Word parts runs wherever somebody typed."""
    for url, linked in groupby(pieces, key=lambda piece: piece.url):
        inner: list[Inline] = []
        for stress, alike in groupby(linked, key=lambda piece: piece.stress):
            inner.extend(_stressed(stress, tuple(_join_text([piece.inline for piece in alike]))))
        if url.startswith(("http://", "https://", "mailto:")):
            yield Link(url, tuple(inner))
        else:
            yield from inner


def _join_text(inlines: list[Inline]) -> Iterator[Inline]:
    for is_text, group in groupby(inlines, key=lambda inline: isinstance(inline, Text)):
        if is_text:
            yield Text("".join(inline.text for inline in group if isinstance(inline, Text)))
        else:
            yield from group


def _stressed(stress: Stress, inlines: Inlines) -> Iterator[Inline]:
    """Inlines within their stress, spaces at the ends and line ends left outside."""
    for inline in inlines:
        if not stress or not isinstance(inline, Text) or not inline.text.strip():
            yield inline
            continue
        words = inline.text.strip()
        if inline.text[0].isspace():
            yield Text(" ")
        if stress == "code":
            yield Code(words)
        else:
            emphasis: Inline = Emphasis((Text(words),)) if "i" in stress else Text(words)
            yield Strong((emphasis,)) if "b" in stress else emphasis
        if inline.text[-1].isspace():
            yield Text(" ")
