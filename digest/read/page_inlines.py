"""Inlines of a web page: the links, stress, code and pictures in a line, with its white space made plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import html

from digest.blocks import Break, Code, Emphasis, Image, Inline, Inlines, Link, Strong, Text, plain_text
from digest.read.page_lines import collapse
from digest.read.page_pictures import is_icon, is_within_page, picture_source, smile_of, stands_in_for_script
from digest.read.page_shapes import BLOCK_TAGS, UNSEEN, is_hidden, names_of

RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
NOTE_NUMBER = re.compile(r"\[?\d{1,3}\]?")
NOTE = re.compile(r"note|(?:^|[\s_-])fn(?:ref)?(?:[\s_:\d.-]|$)|cite|(?:^|\s)ref", re.IGNORECASE)
MAX_SIGN = 8  # characters of an emoji with all its joiners
SIGNS = frozenset({"↩", "↩︎", "↩️", "⏎", "^", "¶", "#", "§", "🔗"})  # links within a page: back from a note, to a heading
SCHEMES = ("http", "https", "mailto", "")


@dataclass(frozen=True, slots=True)
class Reading:
    """What converting needs to know: the page's address, the elements left out, and pictures that only adorn.

    With `signs`, small pictures stay: in a table they are its ticks and crosses.
    """

    base: str | None = None
    left_out: frozenset[html.HtmlElement] = frozenset()
    ornaments: frozenset[str] = frozenset()
    signs: bool = False


def read_line(element: html.HtmlElement, reading: Reading) -> Inlines:
    """The inlines of what an element holds; elements without words or pictures give nothing."""
    line: list[Inline] = []
    for piece in pieces_of(element):
        line.extend((Text(piece),) if isinstance(piece, str) else read_inline(piece, reading))
    return tuple(line)


def read_inline(element: html.HtmlElement, reading: Reading) -> Inlines:
    """The inlines of one element."""
    if element.tag == "noscript" and element not in reading.left_out and stands_in_for_script(element):
        return read_line(element, reading)
    if is_passed_over(element, reading):
        return ()
    match element.tag:
        case "br":
            return (Break(),)
        case "img" | "amp-img":
            return _image(element, reading)
        case "code" | "kbd" | "samp" | "tt":
            words = collapse("".join(element.itertext()))
            return (Code(words.strip()),) if words.strip() else ()
    return _mark(element, read_line(element, reading), reading)


def is_passed_over(element: html.HtmlElement, reading: Reading) -> bool:
    """Whether nothing of an element is read: unseen, hidden, left out, or a link to edit the page or back from a note."""
    if element.tag in UNSEEN or element in reading.left_out or is_hidden(element):
        return True
    names = element.get("class") or "" if element.tag in ("a", "span", "sup") else ""
    return "editsection" in names or "backlink" in names or element.get("role") == "doc-backlink"


def pieces_of(element: html.HtmlElement) -> Iterator[str | html.HtmlElement]:
    """The runs of characters and the elements that an element holds, in order."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def page_address(href: str | None, reading: Reading) -> str | None:
    """The address as a link can use it: whole where the page's own is known, as it stands elsewhere."""
    if not href or not href.strip() or href.strip().startswith("#"):
        return None
    bare = "".join(href.split("\n")).strip()
    try:
        whole = urljoin(reading.base or "", bare)
        scheme = urlsplit(whole).scheme
    except ValueError:
        return None
    odd = not scheme and ":" in whole.partition("/")[0]  # `[a]javascript:…` is neither an address nor a path
    return whole if scheme in SCHEMES and not odd else None


def _mark(element: html.HtmlElement, inner: Inlines, reading: Reading) -> Inlines:
    words = plain_text(inner).strip()
    if not words:
        return inner
    match element.tag:
        case "a" if words in SIGNS and (element.get("href") or "").startswith("#"):
            return ()
        case "a" | "sup" if is_note_mark(element, words):
            return (Text(words.strip("[] ").translate(RAISED)),)
        case "a":
            url = page_address(element.get("href"), reading)
            return (Link(url, inner),) if url else inner
        case "em" | "i" | "cite" | "dfn":
            return (Emphasis(inner),)
        case "strong" | "b":
            return (Strong(inner),)
        case "q":
            return (Text("“"), *inner, Text("”"))
        case "rt" if next(element.itersiblings("rp", preceding=True), None) is None:
            return (Text("("), *inner, Text(")"))
        case "sup" | "sub" if words.isascii() and words.isdigit():  # a note's number must not look like the word's own
            return (Text(words.translate(RAISED if element.tag == "sup" else LOWERED)),)
    return (Text(" "), *inner, Text(" ")) if element.tag in BLOCK_TAGS else inner


def is_note_mark(element: html.HtmlElement, words: str) -> bool:
    """Whether words are the number of a note: `1` or `[1]`, as a link to a place that is named as one."""
    link = element if element.tag == "a" else next(element.iterdescendants("a"), None)
    if link is None or NOTE_NUMBER.fullmatch(words) is None:
        return False
    says = f"{link.get('role') or ''} {names_of(link)} {names_of(element)} {(link.get('href') or '').partition('#')[2]}"
    return "#" in (link.get("href") or "") and NOTE.search(says) is not None


def _image(element: html.HtmlElement, reading: Reading) -> Inlines:
    alt = collapse(element.get("alt") or "").strip()
    if alt and len(alt) <= MAX_SIGN and not alt.isascii() and not any(map(str.isalpha, alt)):
        return (Text(alt),)  # a picture of an emoji stands for the sign itself
    if smile := smile_of(element):
        return (Text(smile),)
    source = picture_source(element)
    if not reading.signs and (source in reading.ornaments or is_icon(element)):
        return ()
    kept = is_within_page(source) or source.startswith("attachment:")
    url = source if kept else page_address(source, reading)
    if not url or url.startswith("mailto:"):
        return ()
    return (Image(url, alt),)
