"""The HTML of a letter to blocks: all of it, without what mail programs hide and what counts who opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from lxml import html

from digest.blocks import Blocks, Image, Inline, Inlines, Link, replace_inlines
from digest.documents import Cut
from digest.read.mail_address import clean_link
from digest.read.mail_parts import Part
from digest.read.mail_pictures import Pictured, point_pictures
from digest.read.page_blocks import convert_elements
from digest.read.page_inlines import Reading
from digest.read.page_shapes import is_hidden
from digest.read.page_tree import read_tree

HIDDEN = re.compile(
    r"(?:^|;)(?:display:none|visibility:hidden|max-height:0(?:px)?|max-width:0(?:px)?|opacity:0(?:\.0+)?|font-size:[01](?:px|pt)?|line-height:0(?:px)?)"
    r"(?:!important)?(?:;|$)"
)
MAX_PREVIEW = 80  # words; a longer element of no height or size only sets the size for those within it
PREVIEW = "hidden: a preview for the list of letters, or another layout"
MAX_CUT = 200  # characters shown of what was cut
MAX_ICON = 40  # pixels, of the larger side
PIXEL = re.compile(r"[01](?:px)?")
PIXEL_STYLE = re.compile(r"(?:^|;)(?:width|height|max-width|max-height):[01](?:px)?(?:!important)?(?:;|$)")
FILLERS = re.compile(
    "[\u034f\u200b-\u200f\u2007\u00ad\u2060\ufeff\u115f\u1160\u3164]+"
)  # fill the preview line with nothing


@dataclass(frozen=True, slots=True)
class LetterPage:
    """What the HTML of a letter holds: blocks, what was cut, the pictures shown, and where its headings lead."""

    blocks: Blocks
    cut: tuple[Cut, ...]
    pictured: Pictured
    lang: str | None = None


def read_letter_page(text: str, parts: Sequence[Part], *, where: str) -> LetterPage:
    """The page of a letter; raises SourceError where there is none."""
    tree = read_tree(FILLERS.sub("", text).encode("utf-8", "replace"), where=where)
    pictured = point_pictures(tree, parts)
    body = tree.find("body")
    body = tree if body is None else body
    hidden = list(_find_hidden(body))
    pixels = [image for image in body.iter("img") if _is_pixel(image)]
    icons = [image for image in body.iter("img") if _is_icon(image)]
    blocks = convert_elements([body], reading=Reading(None, frozenset((*hidden, *pixels, *icons))))
    shown = replace_inlines(blocks, partial(_clean, known={picture.name for picture in pictured.attachments}))
    cut = (
        *_name_hidden(hidden),
        *(Cut(_host(image), "a picture that counts who opens the letter") for image in pixels),
    )
    return LetterPage(shown, cut, pictured, tree.get("lang") or None)


def _find_hidden(body: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The outermost elements that no reader sees."""
    waiting = [body]
    while waiting:
        for child in reversed(waiting.pop()):
            if is_hidden(child) or _is_preview(child):
                yield child
            elif len(child):
                waiting.append(child)


def _is_preview(element: html.HtmlElement) -> bool:
    """Whether an element has no height, size or colour to be seen by, and holds no more than a line or two."""
    style = element.get("style")
    if not style or not HIDDEN.search(re.sub(r"\s", "", style.lower())):
        return False
    words = "".join(element.itertext()).split()
    sized = any("font-size" in (inner.get("style") or "") for inner in element.iterdescendants())
    return bool(words) and len(words) <= MAX_PREVIEW and not sized


def _is_pixel(image: html.HtmlElement) -> bool:
    sized = PIXEL.fullmatch(image.get("width") or "") or PIXEL.fullmatch(image.get("height") or "")
    return bool(sized or PIXEL_STYLE.search(re.sub(r"\s", "", (image.get("style") or "").lower())))


def _is_icon(image: html.HtmlElement) -> bool:
    """Whether a picture is a button's: small, and a link or without words. One with words alone may be a letter's sign."""
    sizes = [int(found[0]) for name in ("width", "height") if (found := re.match(r"\d{1,4}", image.get(name) or ""))]
    in_link = next(image.iterancestors("a"), None) is not None
    return bool(sizes) and max(sizes) <= MAX_ICON and (in_link or not (image.get("alt") or "").strip())


def _name_hidden(hidden: Sequence[html.HtmlElement]) -> Iterator[Cut]:
    for element in hidden:
        words = " ".join("".join(element.itertext()).split())
        if words:
            yield Cut(words[:MAX_CUT], PREVIEW)


def _host(image: html.HtmlElement) -> str:
    """The site that a picture would be loaded from: its whole address names the reader."""
    return (image.get("src") or "").partition("//")[2].partition("/")[0][:MAX_CUT]


def _clean(inline: Inline, *, known: set[str]) -> Inlines:
    match inline:
        case Link(url, children, title):
            return (Link(clean_link(url), children, title),)
        case Image(url) if url.startswith(("attachment:", "cid:")):
            return (inline,) if url.partition(":")[2] in known else ()
    return (inline,)
