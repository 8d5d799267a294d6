"""A piece of HTML, as feeds and letters carry it, to blocks, or to its bare words."""

from __future__ import annotations

import re
from html import unescape

from lxml import html
from lxml.etree import LxmlError

from digest.blocks import Blocks
from digest.read.decode import UNSEEN
from digest.read.page_blocks import convert_elements
from digest.read.page_inlines import Reading
from digest.read.page_tree import spell_out
from digest.read.plain_blocks import plain_blocks

UNREAD = ("script", "style", "template", "noscript", "iframe", "object", "svg", "math")
XML_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")


def read_fragment(text: str, *, base: str = "") -> Blocks:
    """The blocks of a piece of HTML; relative addresses are completed by `base`."""
    root = _parse(text)
    if root is None:
        return ()
    try:
        spell_out(root)
        return convert_elements([root], reading=Reading(base or None))
    except RecursionError:  # thousands of elements within one another: no person wrote that, but the words stay
        return plain_blocks("".join(root.itertext()))


def fragment_words(text: str) -> str:
    """The words of a piece of HTML in one line, for a title."""
    if "<" not in text:
        return _one_line(unescape(text))
    root = _parse(text)
    if root is None:
        return ""
    for element in list(root.iter(*UNREAD)):
        element.drop_tree()
    return _one_line("".join(root.itertext(with_tail=True)))


def _parse(text: str) -> html.HtmlElement | None:
    """The fragment within one `div`; None where nothing can be read."""
    bare = XML_PROLOG.sub("", UNSEEN.sub("", text), count=1)
    try:
        return html.fragment_fromstring(bare, create_parent="div")
    except (LxmlError, ValueError):
        return None


def _one_line(text: str) -> str:
    return " ".join(UNSEEN.sub("", text).split())
