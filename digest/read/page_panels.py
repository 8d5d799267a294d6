"""Parts of a page that a reader opens by a click: each panel under its label, and each player as a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from digest.read.page_shapes import swap

PLAYER = re.compile(
    r"(?:https?:)?//[^/]*player\.|(?:https?:)?//[^?#]*/(?:embed|player|video)(?:[/?#.]|$)", re.IGNORECASE
)
MAX_LABEL = 60  # characters
MAX_PANELS = 500


def label_panels(tree: html.HtmlElement) -> None:
    """Show every panel of a set of tabs, its label before it."""
    labels = {label.get("id"): label for label in tree.xpath("//*[@role='tab' or self::label][@id]")[:MAX_PANELS]}
    for panel in tree.xpath("//*[@role='tabpanel']")[:MAX_PANELS]:
        for name in ("hidden", "style"):
            panel.attrib.pop(name, None)
        label = labels.get(panel.get("aria-labelledby"))
        _label(panel, _words(label) if label is not None else panel.get("aria-label") or "")
    for labels_of, panels in _tab_sets(tree):
        for label, panel in zip(labels_of, panels, strict=True):
            _label(panel, _words(label))
        labels_of[0].getparent().drop_tree()


def link_players(tree: html.HtmlElement) -> None:
    """Put a link in the place of each film or sound that has a title; it is not played on our pages."""
    for frame in list(tree.iter("iframe")):
        source = (frame.get("src") or frame.get("data-src") or "").strip()
        title = " ".join((frame.get("title") or "").split())
        if title and PLAYER.match(source) and frame.getparent() is not None:
            link = html.Element("a")
            link.set("href", f"https:{source}" if source.startswith("//") else source)
            link.text = title
            paragraph = html.Element("p")
            paragraph.append(link)
            swap(frame, paragraph)


def _tab_sets(tree: html.HtmlElement) -> Iterator[tuple[list[html.HtmlElement], list[html.HtmlElement]]]:
    """The labels and the panels of tabs that work by style alone: as many labels in a row as panels below."""
    sets = dict.fromkeys(label.getparent() for label in tree.iter("label"))
    for tabs in [one for one in sets if len(one) > 1 and all(child.tag == "label" for child in one)][:MAX_PANELS]:
        below = tabs.getnext()
        if below is not None and len(below) == len(tabs) and all(panel.tag in ("div", "section") for panel in below):
            yield list(tabs), list(below)


def _label(panel: html.HtmlElement, words: str) -> None:
    if not words or len(words) > MAX_LABEL:
        return
    strong = html.Element("strong")
    strong.text = words
    paragraph = html.Element("p")
    paragraph.append(strong)
    paragraph.tail, panel.text = panel.text, None
    panel.insert(0, paragraph)


def _words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
