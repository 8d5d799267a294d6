"""A second opinion on a page's content: what frames it, by what its elements say of themselves and where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from lxml import html

from digest.read.page_passages import Passages, count_below
from digest.read.page_shapes import HEADINGS, is_main, names_of

FRAME_ROLES = frozenset({"navigation", "menu", "menubar", "search", "dialog", "alertdialog"})
FRAMING = re.compile(  # a name like this is believed even of what trafilatura took
    r"(?:.*[-_])?(?:nav|navbar|navigation|megamenu|breadcrumbs?|cookies?|cookie-?\w*|consent|gdpr|newsletter|subscribe|sharing|share|sharedaddy|"
    r"socials?|related|related-?\w+|recommended|recommendations|recirc|promo|popup|modal|advert\w*|ads?|sponsored?|disqus|pagination|pager|"
    r"log-?in|sign-?in|sign-?up|drawer|offcanvas|toast|masthead|topbar|minicart|author-?(?:bio|box|info|card)|about-?(?:the-?)?author|cta|"
    r"disclaimer|disclosure|skip-?link|sr-only|screen-reader-text|visually-hidden)(?:[-_].*)?",
    re.IGNORECASE,
)
DOUBTFUL = re.compile(  # so are these, unless trafilatura took most of it
    r"(?!elementor-widget)(?:.*[-_])?(?:menu|footer|side-?bar|subscription|banner|comments?|respond|reviews?|skip|toc|tags?|overlay|widget|search|cart|"
    r"meta|byline|popular|trending|more|rail)(?:[-_](?!.*(?:page|main|content|results|wrapper)).*)?|(?:.*[-_])?hidden",
    re.IGNORECASE,
)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NEVER_BY_NAME = frozenset(
    {*HEADINGS, "p", "pre", "blockquote", "body", "main", "article", "table", "tbody", "tr", "td", "th"}
)
LISTING = frozenset({"ul", "ol", "div", "section", "table", "dl"})
MAX_NAMES = 50  # of one element
MAX_KNOWN = 4096  # names kept with what they tell: pages use the same ones again and again
MAX_NAME = 60  # characters; a longer class is made by a machine or out of a heading
LARGE = 0.4  # of the page's words; what is larger is no frame, whatever its name
TEXT = 100  # words that trafilatura took elsewhere; fewer are no text
LINKED = 0.7  # of an element's words; it leads elsewhere and says nothing itself
CARD = 6  # words of a link, on average; menus have one to four
PROSE = 60  # words in paragraphs that trafilatura took; a list of links among them is the text's own


def find_chrome(passages: Passages, taken: Set[html.HtmlElement], *, article: bool) -> dict[html.HtmlElement, str]:
    """The elements that frame a page, outermost only, each with its reason; `taken` are trafilatura's blocks.

    Outside an `article`, links of many words are cards: what a list of products or news is made of.
    """
    taken_below = count_below(passages.body, {block: len(passages.words[block]) for block in taken})
    found: dict[html.HtmlElement, str] = {}
    waiting = [(passages.body, False)]
    while waiting:
        parent, inside = waiting.pop()
        prose = sum(len(passages.words[child]) for child in parent if child in taken and child.tag == "p")
        for child in parent:
            if child not in passages.below and next(child.iter("img"), None) is None:
                continue
            why = _why_frame(child, passages, inside, taken_below)
            if not why and not (prose >= PROSE and child.tag in ("ul", "ol")):
                why = _why_links(child, passages, taken_below, article)
            if why:
                found[child] = why
            else:
                waiting.append((child, inside or is_main(child)))
    return found


def _why_frame(
    element: html.HtmlElement, passages: Passages, inside: bool, taken: Mapping[html.HtmlElement, int]
) -> str:
    """Why an element is no content by its tag, role or name; empty where it says no such thing."""
    words = passages.below.get(element, 0)
    mostly_taken = words > 0 and taken.get(element, 0) >= words / 2
    large = _is_large(element, passages, taken)
    role = (element.get("role") or "").lower()
    if (element.tag == "nav" or role in FRAME_ROLES) and not large:
        return f"role {role}" if role in FRAME_ROLES else "<nav>"
    if (element.tag == "footer" or role == "contentinfo") and not (inside and mostly_taken):
        return "<footer>"
    if (element.tag == "aside" or role == "complementary") and not (inside and mostly_taken):
        return "<aside>"
    if (element.tag == "header" or role == "banner") and not inside and not _is_headed(element, passages):
        return "<header>"
    if element.tag == "form" and not large and not mostly_taken:
        return "<form>"
    if element.tag in NEVER_BY_NAME or large:
        return ""
    name = next(_framing_names(element, mostly_taken), "")
    return f"named {name}" if name and not _is_headed(element, passages) else ""


def _is_headed(element: html.HtmlElement, passages: Passages) -> bool:
    """Whether an element holds a headline among other things than links."""
    linked, words = passages.linked.get(element, 0), passages.below.get(element, 0)
    return linked < words / 2 and next(element.iter("h1"), None) is not None


def _is_large(element: html.HtmlElement, passages: Passages, taken: Mapping[html.HtmlElement, int]) -> bool:
    """Whether an element is too large for a frame; a discussion may be, below a text that stands apart from it."""
    words, inside = passages.below.get(element, 0), taken.get(element, 0)
    if words < LARGE * passages.below[passages.body]:
        return False
    return inside >= 0.1 * words or taken.get(passages.body, 0) - inside < TEXT


def _framing_names(element: html.HtmlElement, mostly_taken: bool) -> Iterator[str]:
    names = names_of(element).split()[:MAX_NAMES]
    for name in names:
        if any(name.startswith((f"{other}--", f"{other}__")) for other in names):
            continue  # it says how a thing looks, not what it is
        if len(name) < MAX_NAME and (is_framing(name) or (not mostly_taken and _is_doubtful(name))):
            yield name


@lru_cache(MAX_KNOWN)
def is_framing(name: str) -> bool:
    """Whether a class or an id names what frames a page."""
    return FRAMING.fullmatch(CAMEL.sub("-", name)) is not None


@lru_cache(MAX_KNOWN)
def _is_doubtful(name: str) -> bool:
    return DOUBTFUL.fullmatch(name) is not None


def _why_links(
    element: html.HtmlElement, passages: Passages, taken: Mapping[html.HtmlElement, int], article: bool
) -> str:
    words = passages.below.get(element, 0)
    if element.tag not in LISTING or words <= 4 or passages.linked.get(element, 0) <= LINKED * words:
        return ""
    if taken.get(element, 0) >= words / 2 or next(element.iter("h2", "h3"), None) is not None:
        return ""
    if not article and passages.linked[element] >= CARD * sum(1 for _ in element.iter("a")):
        return ""
    return "a list of links"
