"""The words of a block's own lines: of what stands in it, but in no block within it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from digest.read.page_shapes import BLOCK_TAGS, UNSEEN


def own_inlines(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """An element and what stands in its own lines."""
    if len(element) == 0:
        yield element
        return
    walker = etree.iterwalk(element, events=("start",))
    for _, inner in walker:
        if inner is not element and (inner.tag in BLOCK_TAGS or inner.tag in UNSEEN):
            walker.skip_subtree()
        else:
            yield inner


def own_text(element: html.HtmlElement) -> str:
    """The words of an element's own lines; names and dates stand in spans without a space between them."""
    if len(element) == 0:
        return " ".join((element.text or "").split())
    walker = etree.iterwalk(element, events=("start", "end"))
    pieces: list[str] = []
    for event, inner in walker:
        if event == "end":
            pieces.append(inner.tail or "" if inner is not element else "")
        elif inner is not element and (inner.tag in BLOCK_TAGS or inner.tag in UNSEEN):
            walker.skip_subtree()
        else:
            pieces.append(f" {inner.text or ''}")
    return " ".join("".join(pieces).split())
