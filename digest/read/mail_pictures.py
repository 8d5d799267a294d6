"""Pictures that came as parts of a message: the images of its page that name one show a copy of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import html

from digest.documents import Attachment
from digest.markdown.addresses import join_address
from digest.read.mail_parts import Part
from digest.read.page_pictures import LAZY_SOURCES
from digest.read.pictures import MIN_WITHIN, SCHEME, make_attachment

OTHER_SOURCES = ("srcset", "data-srcset", *LAZY_SOURCES)


@dataclass(frozen=True, slots=True)
class Pictured:
    """The pictures that a page shows, sorted by name, and the names under which its parts were spoken of."""

    attachments: tuple[Attachment, ...] = ()
    used: frozenset[str] = frozenset()


def point_pictures(tree: html.HtmlElement, parts: Sequence[Part], *, base: str = "") -> Pictured:
    """Make each image whose picture is among the parts name the copy; the tree is changed in place."""
    named = _name_parts(parts, base)
    attached: dict[str, Attachment] = {}
    used: set[str] = set()
    for image in tree.iter("img"):
        part = _find_part(image, named, base)
        if part is None:
            continue
        used |= {part.cid, part.location}
        picture = make_attachment(part.content) if len(part.content) >= MIN_WITHIN else None
        if picture is None:
            continue
        attached[picture.name] = picture
        image.set("src", SCHEME + picture.name)
        for name in OTHER_SOURCES:
            image.attrib.pop(name, None)
    return Pictured(tuple(attached[name] for name in sorted(attached)), frozenset(used - {""}))


def _name_parts(parts: Sequence[Part], base: str) -> Mapping[str, Part]:
    named: dict[str, Part] = {}
    for part in parts:
        if part.cid:
            named.setdefault(f"cid:{part.cid}", part)
        if part.location:
            named.setdefault(join_address(base, part.location), part)
    return named


def _find_part(image: html.HtmlElement, named: Mapping[str, Part], base: str) -> Part | None:
    source = (image.get("src") or "").strip()
    names = (source, unquote(source), join_address(base, source))
    return next((named[name] for name in names if name in named), None) if source else None
