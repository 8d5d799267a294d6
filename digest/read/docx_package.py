"""The parts of a Word file that say what its paragraphs mean: styles, numbering, relations and properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from digest.read.archive import Archive, find_part, read_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT_R = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
DC = "{http://purl.org/dc/elements/1.1/}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
MAX_BASES = 20  # styles that are based on one another; longer chains are loops
OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name in lower case, the one that it is based on, its outline level and its list."""

    name: str
    base: str | None
    outline: int | None
    list_id: str | None
    list_level: int


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How a level of a list is numbered."""

    ordered: bool
    start: int


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file: its main text, and the parts that say what it means."""

    archive: Archive
    main: str
    body: etree._Element
    links: Mapping[str, str]
    pictures: Mapping[str, str]
    styles: Mapping[str, Style]
    lists: Mapping[tuple[str, int], ListLevel]
    notes: Mapping[tuple[str, str], etree._Element] = field(default_factory=dict)
    stated: Mapping[str, str] = field(default_factory=dict)


def open_package(archive: Archive) -> Package:
    """The parts of a Word file, read."""
    main = _find_main(archive)
    links, pictures, related = _read_relations(archive, main)
    styles = related.get("styles", "word/styles.xml")
    numbering = related.get("numbering", "word/numbering.xml")
    return Package(
        archive=archive,
        main=main,
        body=_unify(read_xml(archive, main)),
        links=links,
        pictures=pictures,
        styles=_read_styles(_unify(read_xml(archive, styles))) if styles in archive else {},
        lists=_read_lists(_unify(read_xml(archive, numbering))) if numbering in archive else {},
        notes=dict(_read_notes(archive, related)),
        stated=_read_properties(archive),
    )


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own."""
    return None if element is None else element.get(W + name)


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Whether a property such as bold is set."""
    found = None if properties is None else properties.find(W + name)
    return found is not None and (attribute(found) or "on").lower() not in OFF


def style_chain(package: Package, style_id: str | None) -> Iterator[Style]:
    """A style and those that it is based on."""
    for _ in range(MAX_BASES):
        style = package.styles.get(style_id or "")
        if style is None:
            return
        yield style
        style_id = style.base


def _unify(root: etree._Element) -> etree._Element:
    """The tree with the names of the transitional form, in which most files are written."""
    if not root.tag.startswith(STRICT_W):
        return root
    for element in root.iter():
        for old, new in ((STRICT_W, W), (STRICT_R, R)):
            if isinstance(element.tag, str) and element.tag.startswith(old):
                element.tag = new + element.tag[len(old) :]
            for key in [str(key) for key, _ in element.items() if str(key).startswith(old)]:
                element.set(new + key[len(old) :], element.get(key))
    return root


def _find_main(archive: Archive) -> str:
    if "_rels/.rels" in archive:
        for relation in read_xml(archive, "_rels/.rels"):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                return find_part("", relation.get("Target") or "")
    return "word/document.xml"


def _read_relations(archive: Archive, main: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Web addresses and pictures by relation, and parts by what they are."""
    folder, _, name = main.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    links: dict[str, str] = {}
    pictures: dict[str, str] = {}
    related: dict[str, str] = {}
    for relation in read_xml(archive, relations) if relations in archive else ():
        number, target = relation.get("Id") or "", relation.get("Target") or ""
        kind = (relation.get("Type") or "").rpartition("/")[2]
        if kind == "hyperlink":
            links[number] = target
        elif relation.get("TargetMode") != "External":
            (pictures if kind == "image" else related)[number if kind == "image" else kind] = find_part(main, target)
    return links, pictures, related


def _read_styles(root: etree._Element) -> dict[str, Style]:
    styles = {}
    for style in root.iter(W + "style"):
        outline, number = style.find(f"{W}pPr/{W}outlineLvl"), style.find(f"{W}pPr/{W}numPr")
        styles[attribute(style, "styleId") or ""] = Style(
            name=(attribute(style.find(W + "name")) or "").lower(),
            base=attribute(style.find(W + "basedOn")),
            outline=read_number(attribute(outline)),
            list_id=None if number is None else attribute(number.find(W + "numId")),
            list_level=read_number(None if number is None else attribute(number.find(W + "ilvl"))) or 0,
        )
    return styles


def _read_lists(root: etree._Element) -> dict[tuple[str, int], ListLevel]:
    """How each level of each list is numbered."""
    abstract = {attribute(kind, "abstractNumId"): list(kind.iter(W + "lvl")) for kind in root.iter(W + "abstractNum")}
    lists = {}
    for number in root.iter(W + "num"):
        levels = [*abstract.get(attribute(number.find(W + "abstractNumId")), ()), *number.iter(W + "lvl")]
        for level in levels:
            form = attribute(level.find(W + "numFmt")) or "decimal"
            start = read_number(attribute(level.find(W + "start")))
            place = (attribute(number, "numId") or "", read_number(attribute(level, "ilvl")) or 0)
            lists[place] = ListLevel(form not in ("bullet", "none"), 1 if start is None else start)
    return lists


def _read_notes(archive: Archive, related: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], etree._Element]]:
    for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        root = _unify(read_xml(archive, related[kind])) if related.get(kind, "") in archive else None
        notes = () if root is None else root.iter(W + tag)
        own = (note for note in notes if attribute(note, "type") in (None, "normal"))  # others are the rules above them
        yield from (((tag, attribute(note, "id") or ""), note) for note in own)


def _read_properties(archive: Archive) -> dict[str, str]:
    if "docProps/core.xml" not in archive:
        return {}
    root = read_xml(archive, "docProps/core.xml")
    wanted = {
        "title": DC + "title",
        "creator": DC + "creator",
        "language": DC + "language",
        "keywords": CP + "keywords",
    }
    found = {name: " ".join((root.findtext(tag) or "").split()) for name, tag in wanted.items()}
    return {name: text for name, text in found.items() if text}


def read_number(text: str | None) -> int | None:
    """A small whole number; None for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else None
