"""What closes a page below its text: parts under headings like `Related posts`, and what is said of the author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import html

from digest.read.chrome import OTHER_PIECES, WEAK
from digest.read.page_passages import Passages
from digest.read.page_shapes import HEADINGS

MAX_CLOSING = 10  # words of a heading
CLOSING = re.compile(
    r"(?:related|you (?:may|might) (?:also )?(?:like|enjoy|be)|more (?:from|on|in|like|stories|articles|posts|to)|read (?:more|next|also)|recommended|"
    r"share (?:this|on|via)|about (?:the )?authors?|leave a (?:reply|comment)|comments?$|\d+ comments?|post a comment|join (?:the (?:conversation|discussion)|our)|"
    r"sign up|subscribe|get (?:the )?(?:latest|updates)|newsletter|popular (?:posts|articles)|(?:latest|recent) (?:posts|news|articles|stories|blogs?)|trending|"
    r"what to read next|keep reading|continue reading|up next|similar (?:posts|articles|products|threads)|(?:featured|latest|more|recent|related|top) (?:galleries|photos|slide ?shows|videos)$|customers? (?:also|who)|people also|follow us|"
    r"stay (?:in touch|connected|up to date|updated)|tags?:?$|categories:?$|filed under|contact us|ready to)\b",
    re.IGNORECASE,
)
CLOSING_FROM = 0.4  # of the text; before that such a heading is a part of it
LIFE = r"(?:,? (?:\w+ )?(?:is|was|has|holds|writes|covers|works|serves|lives|joined|brings|leads)\b|,? [A-Z]{2,}\b|,)"
FIRST_NAME_LIFE = r" (?:is (?:a|an|the|our)|has been|has (?:over|more)|writes|covers|works|holds|lives)\b"


def find_endings(passages: Passages, kept: Sequence[html.HtmlElement]) -> dict[html.HtmlElement, str]:
    """The parts below headings like `Related posts`, up to the next heading of that rank."""
    found: dict[html.HtmlElement, str] = {}
    closing, why = "", ""
    for block, share in _with_share(passages, kept):
        words = passages.words[block]
        if block.tag in HEADINGS:
            closing = "" if closing and block.tag <= closing else closing
            title = " ".join(words)
            if share > CLOSING_FROM and len(words) <= MAX_CLOSING and (CLOSING.match(title) or _opens_others(block)):
                closing, why = block.tag, f"below the heading {title}"
        if closing:
            found[block] = why
    return found


def _opens_others(block: html.HtmlElement) -> bool:
    """Whether a heading says in one of many languages that other pieces follow."""
    title = " ".join(block.text_content().split())
    return OTHER_PIECES.fullmatch(title) is not None and WEAK.match(title) is None


def find_lives(
    passages: Passages, kept: Sequence[html.HtmlElement], people: Sequence[str]
) -> dict[html.HtmlElement, str]:
    """What the last part of a page says of the authors that it states, as `Ann Lee is a miller` does."""
    if not people:
        return {}
    found: dict[html.HtmlElement, str] = {}
    for block, share in _with_share(passages, kept):
        if share > CLOSING_FROM and tells_life(block, people):
            found[block] = "about the author"
    return found


def tells_life(block: html.HtmlElement, people: Sequence[str]) -> bool:
    """Whether a block opens with the name of one of some people and says who that is, or is that name alone."""
    text = " ".join(block.text_content().split())
    for name in people:
        if " " not in name:  # of a firm, and firms speak of themselves
            continue
        first, whole = re.escape(name.split()[0]), re.escape(name)
        if text.casefold() in (name.casefold(), f"about {name}".casefold()):
            return True
        if re.match(rf"(?:About )?(?:{whole}{LIFE}|{first}{FIRST_NAME_LIFE})", text):
            return True
    return False


def _with_share(passages: Passages, kept: Sequence[html.HtmlElement]) -> Iterator[tuple[html.HtmlElement, float]]:
    """Each block with the share of all words that stand before it."""
    total, before = sum(len(passages.words[block]) for block in kept), 0
    for block in kept:
        yield block, before / total
        before += len(passages.words[block])
