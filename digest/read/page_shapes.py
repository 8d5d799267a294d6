"""What the elements of a page are, by their names and attributes: blocks, unseen things, hidden ones."""

from __future__ import annotations

import re

from lxml import html

# Not `source`, `track` and `embed`: the parser does not know that they are empty, and puts what follows into them.
UNSEEN = frozenset(
    {
        *("applet", "audio", "base", "button", "canvas", "datalist", "frame", "head", "iframe"),
        *("input", "link", "map", "math", "meta", "noframes", "noscript", "object", "option", "param"),
        *("script", "select", "style", "svg", "template", "textarea", "title", "video"),
    }
)
BLOCK_TAGS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog"),
        *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p"),
        *("pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
CALLOUT = re.compile(r"(?:^|[\s_-])(?:callout|admonition|markdown-alert|pull-?quote)(?:$|[\s_-])", re.IGNORECASE)
HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}  # 1 is the page's own title


def is_hidden(element: html.HtmlElement) -> bool:
    """Whether the element itself says that it is not shown."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if not style:
        return False
    style = style.replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def names_of(element: html.HtmlElement) -> str:
    """The class and id of an element, on which its author wrote what it is for."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def is_main(element: html.HtmlElement) -> bool:
    """Whether an element says that it is the page's content."""
    return element.tag in ("main", "article") or element.get("role") in ("main", "article")


def is_within(element: html.HtmlElement | None, root: html.HtmlElement) -> bool:
    """Whether an element is a root or stands below it."""
    while element is not None and element is not root:
        element = element.getparent()
    return element is root


def swap(element: html.HtmlElement, other: html.HtmlElement) -> None:
    """Put another element in the place of one, before the words that follow it."""
    other.tail, element.tail = element.tail, None
    element.getparent().replace(element, other)
