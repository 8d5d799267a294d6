"""The content of a page: the blocks that two opinions agree on, what stands between them, and why the rest is cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from lxml import html

from digest.documents import Cut
from digest.read.page_cards import find_cards
from digest.read.page_choice import choose_passages
from digest.read.page_chrome import find_chrome
from digest.read.page_contents import find_contents
from digest.read.page_controls import is_call, is_control, is_credit, is_player
from digest.read.page_endings import find_endings, find_lives, tells_life
from digest.read.page_kind import PageKind
from digest.read.page_lead import find_common, find_lead, leave_between
from digest.read.page_offers import find_offers
from digest.read.page_passages import Passages, count_below, find_words
from digest.read.page_region import find_region
from digest.read.page_shapes import HEADINGS, is_within
from digest.read.page_strays import find_strays

OPENING = 10  # blocks of the text, the lines below its title among them
FEW = 20  # words; no page has a text of fewer
REPEATED = 10  # words; pages carry their passages twice, for wide and for narrow screens
MAX_CUT = 200  # characters shown of what was cut
MAX_CUTS = 100


@dataclass(frozen=True, slots=True)
class Content:
    """Where a page's text stands: the element around it, the elements within that are left out, and how it was found."""

    root: html.HtmlElement
    left_out: frozenset[html.HtmlElement]
    cut: tuple[Cut, ...] = ()
    chosen: str = ""


def choose_content(
    tree: html.HtmlElement,
    passages: Passages,
    *,
    kind: PageKind,
    people: Sequence[str] = (),
    summary: str = "",
    host: str = "",
) -> Content:
    """The content of a page, by what it says that it is; `people` wrote it, and its `summary` is no part of it.

    Nothing but chrome is no page at all: then all of it is kept.
    """
    body = passages.body
    taken, by = choose_passages(tree, passages, article=kind == "article")
    offers = find_offers(passages) if kind != "article" else set()
    chrome = find_chrome(passages, taken | offers, article=kind == "article")
    framed = _frame(passages, chrome)
    if sum(len(passages.words[block]) for block in passages.words.keys() - framed.keys()) < FEW:
        named = [element for element, why in chrome.items() if why.startswith("named")]
        text = max(named, key=lambda element: passages.below.get(element, 0), default=None)
        chrome = {element: why for element, why in chrome.items() if element is not text}
        framed = _frame(passages, chrome)  # the page names its own text as others name what frames theirs
    unframed = passages.words.keys() - framed.keys()
    if not unframed:
        return Content(body, frozenset(), (), "the whole page: nothing in it stands out as its content")
    both = taken & unframed
    region = find_region(passages, both or taken, unframed, article=kind != "other")
    within = [block for block in passages.words if is_within(block, region)]
    reasons = {block: framed[block] for block in within if block in framed}
    kept = [block for block in within if block not in reasons]
    reasons |= find_cards(passages, kept, region, host=host) | find_contents(passages, kept)
    kept = [block for block in kept if block not in reasons]
    for leave in (find_strays, _repeats, _controls):
        reasons |= {block: why for block, why in leave(passages, kept, taken, region).items() if block not in offers}
        kept = [block for block in kept if block not in reasons]
    reasons |= find_lives(passages, kept, people) | find_endings(passages, kept)
    kept = [block for block in kept if block not in reasons]
    opening = find_lead(passages, region, taken, framed)
    said = find_words(summary)
    lead = [block for block in opening if passages.words[block] != said and not tells_life(block, people)]
    root = find_common(lead[0], region) if lead else region
    left_out = _outermost(passages, region, set(kept), reasons)
    left_out |= dict.fromkeys(leave_between(root, region, lead) if lead else (), "outside the text")
    left_out |= {
        element: why for element, why in chrome.items() if element not in passages.below and is_within(element, region)
    }
    cut = (*_outside(root, body, chrome), *((element, why) for element, why in left_out.items()))
    return Content(root, frozenset(left_out), tuple(list_cuts(cut)), _say(passages, root, [*lead, *kept], taken, by))


def is_kept(block: html.HtmlElement, content: Content) -> bool:
    """Whether a block is part of a page's content."""
    place: html.HtmlElement | None = block
    while place is not None and place is not content.root:
        if place in content.left_out:
            return False
        place = place.getparent()
    return place is content.root


def _frame(passages: Passages, chrome: dict[html.HtmlElement, str]) -> dict[html.HtmlElement, str]:
    """The blocks that stand in chrome, each with its reason."""
    return {block: why for block in passages.words if (why := _reason(block, chrome, passages.body))}


def _reason(block: html.HtmlElement, chrome: dict[html.HtmlElement, str], body: html.HtmlElement) -> str:
    place: html.HtmlElement | None = block
    while place is not None and place is not body:
        if place in chrome:
            return chrome[place]
        place = place.getparent()
    return ""


# --- blocks of the region that are no part of the text


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
    for block in kept:
        if block.tag in ("p", "div", "li") and is_player(passages.words[block]):
            found[block] = "a control of the page"
        if block.tag in ("p", "div") and is_call(passages.words[block], passages.linked.get(block, 0)):
            found[block] = "a call to do something"
    for block in kept[:OPENING]:
        if block.tag not in HEADINGS and is_credit(" ".join(block.itertext("*")), len(passages.words[block])):
            found[block] = "the line of author and date"
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
            if _labels_picture(block, place, passages):
                break
            place = place.getparent()
        if place is not root and place not in needed:
            found.setdefault(place, why)
    return found


def _labels_picture(block: html.HtmlElement, place: html.HtmlElement, passages: Passages) -> bool:
    """Whether the element around a short block within a figure holds the figure's picture, too."""
    if len(passages.words[block]) > FEW or block.tag == "figcaption" or next(place.iter("img"), None) is not None:
        return False
    around = place.getparent()
    figured = next(block.iterancestors("figure"), None) is not None
    return figured and next(around.iter("img"), None) is not None


def _outside(
    root: html.HtmlElement, body: html.HtmlElement, chrome: dict[html.HtmlElement, str]
) -> Iterable[tuple[html.HtmlElement, str]]:
    """What stands beside the region, from the outside in."""
    path = [root]
    while path[-1] is not body:
        path.append(path[-1].getparent())
    for parent, inner in zip(path[:0:-1], path[-2::-1], strict=True):
        yield from ((child, chrome.get(child, "outside the text")) for child in parent if child is not inner)


def list_cuts(elements: Iterable[tuple[html.HtmlElement, str]]) -> Iterable[Cut]:
    """What is said of elements that are cut, the first hundred of them."""
    number = 0
    for element, why in elements:
        text = " ".join(" ".join(element.itertext("*")).split()) if isinstance(element.tag, str) else ""
        if text and number < MAX_CUTS:
            number += 1
            yield Cut(text if len(text) <= MAX_CUT else text[:MAX_CUT].rpartition(" ")[0] + " …", why)


def _say(
    passages: Passages, root: html.HtmlElement, kept: list[html.HtmlElement], taken: Set[html.HtmlElement], by: str
) -> str:
    words = sum(len(passages.words[block]) for block in kept)
    share = round(100 * words / passages.below[passages.body])
    agreed = round(100 * sum(len(passages.words[block]) for block in kept if block in taken) / max(1, words))
    return f"<{root.tag}>, {share} % of the page's words; {by} {agreed} % of them"
