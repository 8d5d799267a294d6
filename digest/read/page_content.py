"""The content of a page: the blocks that two opinions agree on, what stands between them, and why the rest is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from lxml import html

from digest.documents import Cut
from digest.read.page_choice import choose_passages
from digest.read.page_chrome import find_chrome
from digest.read.page_controls import is_control, is_credit
from digest.read.page_kind import PageKind
from digest.read.page_passages import Passages, count_below
from digest.read.page_region import find_region
from digest.read.page_shapes import HEADINGS, is_within

SURE = 0.65  # of the words of a region that trafilatura took: it knows the page, and what it left out is no text
RICH = ("pre", "table", "blockquote", "figure", "ul", "ol")  # what trafilatura loses out of texts that it took
ALONE = frozenset(
    {
        *RICH,
        *HEADINGS,
        "p",
        "li",
        "dl",
        "dt",
        "dd",
        "figcaption",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "details",
        "summary",
    }
)
OPENING = 10  # blocks of the text, the lines below its title among them
REPEATED = 10  # words; pages carry their passages twice, for wide and for narrow screens
MAX_CLOSING = 10  # words of a heading
CLOSING = re.compile(
    r"(?:related|you (?:may|might) (?:also )?(?:like|enjoy|be)|more (?:from|on|in|like|stories|articles|posts|to)|read (?:more|next|also)|recommended|"
    r"share (?:this|on|via)|about (?:the )?authors?|leave a (?:reply|comment)|comments?$|\d+ comments?|post a comment|join (?:the (?:conversation|discussion)|our)|"
    r"sign up|subscribe|get (?:the )?(?:latest|updates)|newsletter|popular (?:posts|articles)|(?:latest|recent) (?:posts|news|articles|stories)|trending|"
    r"what to read next|keep reading|up next|similar (?:posts|articles|products|threads)|customers? (?:also|who)|people also|follow us|"
    r"stay (?:in touch|connected|up to date|updated)|tags?:?$|categories:?$|filed under|contact us|ready to)\b",
    re.IGNORECASE,
)
CLOSING_FROM = 0.4  # of the text; before that such a heading is a part of it
MAX_CUT = 200  # characters shown of what was cut
MAX_CUTS = 100


@dataclass(frozen=True, slots=True)
class Content:
    """Where a page's text stands: the element around it, the elements within that are left out, and how it was found."""

    root: html.HtmlElement
    left_out: frozenset[html.HtmlElement]
    cut: tuple[Cut, ...] = ()
    chosen: str = ""


def choose_content(tree: html.HtmlElement, passages: Passages, *, kind: PageKind) -> Content:
    """The content of a page, by what it says that it is.

    Nothing but chrome is no page at all: then all of it is kept.
    """
    body = passages.body
    taken = choose_passages(tree, passages, article=kind == "article")
    chrome = find_chrome(passages, taken, article=kind == "article")
    framed = {block: why for block in passages.words if (why := _reason(block, chrome, body))}
    unframed = passages.words.keys() - framed.keys()
    if not unframed:
        return Content(body, frozenset(), (), "the whole page: nothing in it stands out as its content")
    both = taken & unframed
    root = find_region(passages, both or taken, unframed, article=kind != "other")
    within = [block for block in passages.words if is_within(block, root)]
    reasons = {block: framed[block] for block in within if block in framed}
    kept = [block for block in within if block not in reasons]
    for leave in (_strays, _repeats, _controls, _closings):
        reasons |= leave(passages, kept, taken, root)
        kept = [block for block in kept if block not in reasons]
    left_out = _outermost(passages, root, set(kept), reasons)
    left_out |= {
        element: why for element, why in chrome.items() if element not in passages.below and is_within(element, root)
    }
    cut = (*_outside(root, body, chrome), *((element, why) for element, why in left_out.items()))
    return Content(root, frozenset(left_out), tuple(_cuts(cut)), _say(passages, root, kept, taken))


def is_kept(block: html.HtmlElement, content: Content) -> bool:
    """Whether a block is part of a page's content."""
    place: html.HtmlElement | None = block
    while place is not None and place is not content.root:
        if place in content.left_out:
            return False
        place = place.getparent()
    return place is content.root


def _reason(block: html.HtmlElement, chrome: dict[html.HtmlElement, str], body: html.HtmlElement) -> str:
    place: html.HtmlElement | None = block
    while place is not None and place is not body:
        if place in chrome:
            return chrome[place]
        place = place.getparent()
    return ""


# --- blocks of the region that are no part of the text


def _strays(
    passages: Passages, kept: list[html.HtmlElement], taken: Set[html.HtmlElement], root: html.HtmlElement
) -> dict[html.HtmlElement, str]:
    """Boxes that trafilatura left out of a text that it took nearly whole, and what stands after its last block."""
    words = {block: len(passages.words[block]) for block in kept}
    chosen = {block: words[block] for block in kept if block in taken}
    if not chosen or sum(chosen.values()) < SURE * sum(words.values()):
        return {}
    below = count_below(root, chosen)
    last = max(place for place, block in enumerate(kept) if block in chosen)
    strays = dict.fromkeys(kept[last + 1 :], "after the text")
    return strays | {
        block: "a box beside the text" for block in kept if block not in taken and _is_alone(block, below, root)
    }


def _is_alone(block: html.HtmlElement, below: dict[html.HtmlElement, int], root: html.HtmlElement) -> bool:
    """Whether a block stands in a box that holds nothing which trafilatura took, and nothing that it is known to lose."""
    place = block
    while place is not root and place not in below:
        if place.tag not in ALONE and next(place.iter(*RICH), None) is None:
            return True
        place = place.getparent()
    return False


def _repeats(
    passages: Passages, kept: list[html.HtmlElement], taken: Set[html.HtmlElement], root: html.HtmlElement
) -> dict[html.HtmlElement, str]:
    """Long passages that stand on the page a second time."""
    seen: set[str] = set()
    found: dict[html.HtmlElement, str] = {}
    for block in kept:
        words = passages.words[block]
        said = " ".join(words).lower()
        if len(words) >= REPEATED and said in seen:
            found[block] = "said before"
        seen.add(said)
    return found


def _controls(
    passages: Passages, kept: list[html.HtmlElement], taken: Set[html.HtmlElement], root: html.HtmlElement
) -> dict[html.HtmlElement, str]:
    """Words of buttons and labels, and the lines on top that only name the author, the day or the reading time."""
    found = {block: "a control of the page" for block in kept if is_control(passages.words[block])}
    for block in kept[:OPENING]:
        if block.tag not in HEADINGS and is_credit(" ".join(block.itertext("*")), len(passages.words[block])):
            found[block] = "the line of author and date"
    return found


def _closings(
    passages: Passages, kept: list[html.HtmlElement], taken: Set[html.HtmlElement], root: html.HtmlElement
) -> dict[html.HtmlElement, str]:
    """The parts below headings like `Related posts`, up to the next heading of that rank."""
    found: dict[html.HtmlElement, str] = {}
    total = sum(len(passages.words[block]) for block in kept)
    before, closing, why = 0, "", ""
    for block in kept:
        words = passages.words[block]
        if block.tag in HEADINGS:
            closing = "" if closing and block.tag <= closing else closing
            title = " ".join(words)
            if before > CLOSING_FROM * total and len(words) <= MAX_CLOSING and CLOSING.match(title):
                closing, why = block.tag, f"below the heading {title}"
        before += len(words)
        if closing:
            found[block] = why
    return found


# --- what is said of the choice


def _outermost(
    passages: Passages, root: html.HtmlElement, kept: Set[html.HtmlElement], reasons: dict[html.HtmlElement, str]
) -> dict[html.HtmlElement, str]:
    """The largest elements below the root that hold words and none that are kept."""
    needed = count_below(root, dict.fromkeys(kept, 1))
    found: dict[html.HtmlElement, str] = {}
    for block, why in reasons.items():
        place = block
        while place is not root and place.getparent() is not root and place.getparent() not in needed:
            place = place.getparent()
        if place is not root and place not in needed:
            found.setdefault(place, why)
    return found


def _outside(
    root: html.HtmlElement, body: html.HtmlElement, chrome: dict[html.HtmlElement, str]
) -> Iterable[tuple[html.HtmlElement, str]]:
    """What stands beside the region, from the outside in."""
    path = [root]
    while path[-1] is not body:
        path.append(path[-1].getparent())
    for parent, inner in zip(path[:0:-1], path[-2::-1], strict=True):
        yield from ((child, chrome.get(child, "outside the text")) for child in parent if child is not inner)


def _cuts(elements: Iterable[tuple[html.HtmlElement, str]]) -> Iterable[Cut]:
    number = 0
    for element, why in elements:
        text = " ".join(" ".join(element.itertext("*")).split()) if isinstance(element.tag, str) else ""
        if text and number < MAX_CUTS:
            number += 1
            yield Cut(text if len(text) <= MAX_CUT else text[:MAX_CUT].rpartition(" ")[0] + " …", why)


def _say(passages: Passages, root: html.HtmlElement, kept: list[html.HtmlElement], taken: Set[html.HtmlElement]) -> str:
    words = sum(len(passages.words[block]) for block in kept)
    share = round(100 * words / passages.below[passages.body])
    agreed = round(100 * sum(len(passages.words[block]) for block in kept if block in taken) / max(1, words))
    return f"<{root.tag}>, {share} % of the page's words; trafilatura chooses {agreed} % of them"
