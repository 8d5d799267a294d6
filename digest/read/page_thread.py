"""A page of one question and its answers: where each stands, whose it is, and which answer was accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from digest.read.page_json_ld import Thing, html_words, kinds_of, words_of
from digest.read.page_names import clean_names
from digest.read.page_passages import Passages, find_words
from digest.read.page_shapes import is_within, names_of

QUESTION, ANSWER = "Question", "Answer"
ACCEPTED = "acceptedAnswer"
ASKING_NAMES = re.compile(r"(?:^|\s)(?:js-)?question(?:-post|-body|-content|-container)?(?=\s|$)", re.IGNORECASE)
ANSWERING_NAMES = re.compile(r"(?:^|\s)(?:js-)?answer(?:-post|-container|-\d+)?(?=\s|$)", re.IGNORECASE)
ACCEPTED_NAMES = re.compile(r"(?:^|\s)(?:accepted(?:-answer)?|best-answer|is-accepted|solution)(?=\s|$)", re.IGNORECASE)
TEXT_NAMES = re.compile(
    r"(?:^|\s)(?:post-?text|post-?body|s-prose|cooked|message-?(?:body|content)|(?:question|answer|entry|comment)-?(?:body|text|content)|body|content|text)(?=\s|$)",
    re.IGNORECASE,
)
AUTHOR_NAMES = re.compile(
    r"(?:^|\s)(?:author|user-?name|user-details|poster|asker|answerer|p-author)(?=\s|$)", re.IGNORECASE
)
MAX_AUTHOR = 60  # characters
SAME = 8  # words at either end of an answer by which it is found on the page


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody asks, answers or says: the element around the words, name and day, empty where none is stated."""

    text: html.HtmlElement
    author: str = ""
    accepted: bool = False
    day: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """One question and its answers, the accepted one first."""

    question: str
    asked: Post | None
    answers: tuple[Post, ...]
    why: str


def find_thread(body: html.HtmlElement, things: Sequence[Thing], passages: Passages) -> Thread | None:
    """The question that a page is about, if it is about one, and somebody has answered it."""
    for find in (_in_microdata, _in_shape):
        if thread := find(body):
            return thread
    return _in_json_ld(things, passages)


def _ordered(posts: Sequence[Post]) -> tuple[Post, ...]:
    return tuple(sorted(posts, key=lambda post: not post.accepted))


# --- stated among the page's elements


def _in_microdata(body: html.HtmlElement) -> Thread | None:
    questions = [one for one in body.xpath(".//*[@itemtype]") if _is_a(one, QUESTION)]
    if len(questions) != 1:
        return None
    (asking,) = questions
    answering = [one for one in asking.iter() if _is_a(one, ANSWER)]
    answers = [_post(one, accepted=one.get("itemprop") == ACCEPTED) for one in answering]
    asked = next(_own(asking, "text"), None)
    question = next((_words(one) for one in _own(asking, "name")), "") or _headline(body)
    if not answers or not question:
        return None
    post = Post(asked, _stated_by(asking)) if asked is not None else None
    return Thread(question, post, _ordered(answers), "its microdata")


def _post(element: html.HtmlElement, *, accepted: bool) -> Post:
    stated = next(_own(element, "text"), None)
    return Post(element if stated is None else stated, _stated_by(element), accepted)


def _own(element: html.HtmlElement, name: str) -> Iterator[html.HtmlElement]:
    """The elements that state a property of a thing, not of things within it, such as comments."""
    return (one for one in element.iterdescendants() if one.get("itemprop") == name and _thing_around(one) is element)


def _thing_around(element: html.HtmlElement) -> html.HtmlElement | None:
    return next((parent for parent in element.iterancestors() if parent.get("itemscope") is not None), None)


def _stated_by(element: html.HtmlElement) -> str:
    for author in _own(element, "author"):
        named = next(_own(author, "name"), author)
        return _clean(named.get("content") or _words(named))
    return ""


def _is_a(element: html.HtmlElement | None, kind: str) -> bool:
    stated = element.get("itemtype") if element is not None else None
    return bool(stated) and str(stated).rstrip("/").endswith(f"schema.org/{kind}")


# --- told by the names of elements


def _in_shape(body: html.HtmlElement) -> Thread | None:
    """The thread of a page whose headline asks, with one element named a question, and others named answers."""
    question = _headline(body)
    if not question.endswith(("?", "？")):
        return None
    asking = _outermost(body, ASKING_NAMES)
    answering = [one for one in _outermost(body, ANSWERING_NAMES) if _words(one)]
    if len(asking) != 1 or not answering:
        return None
    if any(is_within(answer, asking[0]) for answer in answering):
        return None
    answers = [Post(_text(one), _author(one), ACCEPTED_NAMES.search(names_of(one)) is not None) for one in answering]
    asked = Post(_text(asking[0]), _author(asking[0]))
    return Thread(question, asked, _ordered(answers), "how its elements are named")


def _outermost(body: html.HtmlElement, names: re.Pattern[str]) -> list[html.HtmlElement]:
    named = [one for one in body.iterdescendants("div", "article", "section", "li") if names.search(names_of(one))]
    known = set(named)
    return [one for one in named if not any(parent in known for parent in one.iterancestors())]


def _text(element: html.HtmlElement) -> html.HtmlElement:
    """The element within a post that holds its words, if one is named so."""
    return next(
        (one for one in element.iterdescendants("div", "section", "blockquote") if TEXT_NAMES.search(names_of(one))),
        element,
    )


# --- stated in JSON-LD


def _in_json_ld(things: Sequence[Thing], passages: Passages) -> Thread | None:
    """The thread that a page states for machines, each post found again among the page's blocks."""
    if not any("QAPage" in kinds_of(thing) for thing in things):
        return None
    questions = [thing for thing in things if QUESTION in kinds_of(thing)]
    if len(questions) != 1:
        return None
    stated = questions[0]
    answers = [
        Post(text, _stated_author(answer), key == ACCEPTED)
        for key in (ACCEPTED, "suggestedAnswer")
        for answer in _listed(stated.get(key))
        if (text := _find_text(answer, passages)) is not None
    ]
    asked = _find_text(stated, passages)
    question = words_of(stated.get("name"))
    if not answers or not question:
        return None
    post = Post(asked, _stated_author(stated)) if asked is not None else None
    return Thread(question, post, _ordered(answers), "its JSON-LD")


def _listed(value: object) -> list[Thing]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _stated_author(thing: Thing) -> str:
    return _clean(words_of(thing.get("author")))


def _find_text(thing: Thing, passages: Passages) -> html.HtmlElement | None:
    """The smallest element around the blocks that open and close with a post's words."""
    stated = thing.get("text")
    words = find_words(re.sub(r"<[^<>]*>", " ", html_words(stated))) if isinstance(stated, str) else []
    if not words:
        return None
    blocks = list(passages.words.items())
    first = next((block for block, own in blocks if own[:SAME] == words[: len(own[:SAME])] and len(own) > 1), None)
    last = next((block for block, own in reversed(blocks) if own[-SAME:] == words[-len(own[-SAME:]) :]), None)
    if first is None or last is None:
        return first
    place = first
    while not is_within(last, place):
        place = place.getparent()
    return place if passages.below.get(place, 0) <= 2 * len(words) else first


# --- who, and what


def _author(element: html.HtmlElement) -> str:
    """The name that stands in an element of a post which is named so."""
    named = (one for one in element.iterdescendants() if isinstance(one.tag, str) and _names_author(one))
    return next(filter(None, (_clean(_words(one)) for one in named)), "")


def _names_author(element: html.HtmlElement) -> bool:
    return element.get("rel") == "author" or AUTHOR_NAMES.search(names_of(element)) is not None


def _clean(stated: str) -> str:
    names = clean_names([stated]) if len(stated) <= MAX_AUTHOR else ()
    return names[0] if names else ""


def _headline(body: html.HtmlElement) -> str:
    headlines = list(body.iter("h1"))
    return _words(headlines[0]) if len(headlines) == 1 else ""


def _words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
