"""A page of a forum: what each post on it says, whose it is, and the day that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import html

from digest.blocks import Block, Rule
from digest.documents import Document, Origin
from digest.read.page_blocks import convert_elements
from digest.read.page_content import Content, is_kept
from digest.read.page_controls import is_control
from digest.read.page_inlines import Reading
from digest.read.page_json_ld import kinds_of
from digest.read.page_kind import Stated
from digest.read.page_passages import Passages
from digest.read.page_question import choose_posts, open_post
from digest.read.page_shapes import names_of
from digest.read.page_thread import MAX_AUTHOR, Post

POSTING = "DiscussionForumPosting"
FORUM = re.compile(
    r"phpbb|xenforo|vbulletin|discourse|mybb|simple machines|invision community|ips community|fluxbb|punbb|nodebb|flarum|vanilla forums",
    re.IGNORECASE,
)
TEXTS = tuple(  # how forums name the element around the words of a post, the surest first
    re.compile(rf"(?:^|\s)(?:{names})(?=\s|$)", re.IGNORECASE)
    for names in (
        "message-?body|bb-?wrapper|post-?(?:message|text|content)|post_(?:body|message|content)|cooked",
        "message-?content|post-?body",
        "post|message|comment",
    )
)
WITHIN = re.compile(r"(?:^|\s)content(?=\s|$)", re.IGNORECASE)
NAMED = re.compile(r"(?:^|\s)(?:user-?name(?:-colou?red)?|author|poster|creator|p-author)(?=\s|$)", re.IGNORECASE)
MIN_POSTS = 2
MIN_NAMED = 0.8  # of the posts; those of a guest may lack a name
ARTICLE = 60  # words of paragraphs above the first post: a text that is discussed below, and no forum
MAX_DAY = 40  # characters


def find_posts(stated: Stated, passages: Passages) -> tuple[Post, ...]:
    """The posts of a page that says it is a forum's, by two people or more; none on another page."""
    body = passages.body
    if not _is_forum(stated, body):
        return ()
    found = [tuple(_read_posts(texts)) for texts in _groups(body, passages)]
    posts = max(filter(_is_talk, found), key=len, default=())
    return () if not posts or _opens_below_text(posts[0].text, passages) else posts


def choose_forum(posts: Sequence[Post], passages: Passages) -> Content:
    """The posts as the content of their page; signatures, ranks and counts of their writers are cut."""
    chosen = choose_posts(posts, passages, why="beside the posts", chosen=f"the posts of a forum: {len(posts)}")
    labels = {block for block, words in passages.words.items() if is_control(words) and is_kept(block, chosen)}
    return replace(chosen, left_out=chosen.left_out | labels)


def read_forum(document: Document, posts: Sequence[Post], chosen: Content, *, base: str | None) -> Document:
    """The document with the posts as its body, each under its writer's name and its day."""
    reading = Reading(base, chosen.left_out)
    blocks: list[Block] = []
    for post in posts:
        blocks += [Rule()] * bool(blocks)
        blocks += (*open_post(post), *convert_elements([post.text], reading=reading))
    asked = posts[0].author
    if not asked:
        return replace(document, blocks=tuple(blocks))
    origins = tuple(origin for origin in document.origins if origin.field != "authors")
    named = (*origins, Origin("authors", "the first post"))
    return replace(document, blocks=tuple(blocks), authors=(asked,), origins=named)


def _is_forum(stated: Stated, body: html.HtmlElement) -> bool:
    if any(POSTING in kinds_of(thing) for thing in stated.things):
        return True
    if any(POSTING in (one.get("itemtype") or "") for one in body.iter("div", "article", "section", "main")):
        return True
    root = body.getroottree().getroot()
    return FORUM.search(f"{stated.head.first('generator')[0]} {names_of(root)} {names_of(body)}") is not None


def _is_talk(posts: Sequence[Post]) -> bool:
    names = [post.author for post in posts if post.author]
    return len(names) >= MIN_NAMED * len(posts) and len(set(names)) > 1


def _groups(body: html.HtmlElement, passages: Passages) -> Iterator[list[html.HtmlElement]]:
    """Elements that are named as the texts of posts, none within another."""
    named = [
        one for one in body.iterdescendants("div", "article", "section", "td", "blockquote") if one in passages.below
    ]
    stated = [one for one in body.iterdescendants() if one.get("itemprop") == "text" and one in passages.below]
    for group in (stated, *([one for one in named if names.search(names_of(one))] for names in TEXTS)):
        outer = _outermost([_inner(one) for one in group])
        if len(outer) >= MIN_POSTS:
            yield outer


def _inner(element: html.HtmlElement) -> html.HtmlElement:
    """The only element within a post's own that is named its content, if there is one."""
    within = [one for one in element.iterdescendants("div") if WITHIN.search(one.get("class") or "")]
    return within[0] if len(within) == 1 else element


def _outermost(group: Sequence[html.HtmlElement]) -> list[html.HtmlElement]:
    known = set(group)
    return [one for one in dict.fromkeys(group) if known.isdisjoint(one.iterancestors())]


def _read_posts(texts: Sequence[html.HtmlElement]) -> Iterator[Post]:
    """Each text with what the largest element around it and no other text says of it."""
    shared = [ancestor for text in texts for ancestor in dict.fromkeys(text.iterancestors())]
    times: dict[html.HtmlElement, int] = {}
    for ancestor in shared:
        times[ancestor] = times.get(ancestor, 0) + 1
    for text in texts:
        place = text
        while place.getparent() is not None and times.get(place.getparent(), 0) == 1:
            place = place.getparent()
        beside = [one for one in place.iter() if isinstance(one.tag, str) and text not in (one, *one.iterancestors())]
        yield Post(text, _writer(beside), day=_day(beside))


def _writer(beside: Sequence[html.HtmlElement]) -> str:
    """The first name that stands in an element which says that it holds the writer's."""
    for one in beside:
        stated = one.get("itemprop") == "author" or (one.get("itemtype") or "").endswith("schema.org/Person")
        if stated or NAMED.search(one.get("class") or ""):
            inner = next((within for within in one.iterdescendants() if within.get("itemprop") == "name"), one)
            inner = next((within for within in inner.iter() if NAMED.search(within.get("class") or "")), inner)
            if 0 < len(name := _words(inner)) <= MAX_AUTHOR:
                return name
    return ""


def _day(beside: Sequence[html.HtmlElement]) -> str:
    shown = (_words(one) for one in beside if one.tag == "time")
    return next((day for day in shown if 0 < len(day) <= MAX_DAY), "")


def _opens_below_text(first: html.HtmlElement, passages: Passages) -> bool:
    """Whether paragraphs stand above the first post, as an article above its comments."""
    above = 0
    for block, words in passages.words.items():
        if block is first or first in block.iterancestors():
            break
        above += len(words) if block.tag == "p" else 0
    return above >= ARTICLE


def _words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
