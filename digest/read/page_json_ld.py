"""What a page states of itself in JSON-LD: its objects, the one that describes the piece, and the people that it names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from lxml import html

Thing: TypeAlias = Mapping[str, Any]

PIECES = re.compile(
    r"(?:\w*Article|\w*Posting|Report|LiveBlogPosting|Recipe|HowTo|QAPage|Question|Review|CriticReview|Book|Chapter|CreativeWork|Course|"
    r"PodcastEpisode|VideoObject|Product)"
)
FIRST = re.compile(r"(?:\w*Article|\w*Posting|Report|Question|Recipe|HowTo)")  # before a page that only holds one
PAGES = re.compile(r"(?:\w*Page|WebSite)")
NO_PEOPLE = re.compile(r"(?:\w*Organization|\w*Corporation|WebSite|Brand|\w*Business|Thing)")
WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
OTHERS = frozenset({"review", "reviews", "comment", "comments", "suggestedAnswer", "acceptedAnswer", "isRelatedTo"})
MAX_SCRIPT = 1024 * 1024  # characters; more is a catalogue and says nothing of the piece
MAX_THINGS = 2000


def find_things(tree: html.HtmlElement) -> tuple[Thing, ...]:
    """All objects of a page's JSON-LD in page order, outer ones first; broken scripts give none.

    What other people say of an object, as its reviews and answers, is passed over.
    """
    found: list[Thing] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found += _walk(_parse(script.text_content()))
    return tuple(found[:MAX_THINGS])


def find_piece(things: Sequence[Thing]) -> Thing | None:
    """The object that describes the piece: an article before a thing of another kind, that before the page."""
    for kinds in (FIRST, PIECES, PAGES):
        for thing in things:
            if any(kinds.fullmatch(kind) for kind in kinds_of(thing)) and _says_much(thing):
                return thing
    return None


def is_page(thing: Thing) -> bool:
    """Whether an object is the page and nothing on it: its day is the one on which somebody set the page up."""
    return all(PAGES.fullmatch(kind) for kind in kinds_of(thing))


def kinds_of(thing: Thing) -> tuple[str, ...]:
    """The types of an object, without the vocabulary's address."""
    stated = thing.get("@type")
    kinds = stated if isinstance(stated, list) else [stated]
    return tuple(kind.rpartition("/")[2].rpartition(":")[2] for kind in kinds if isinstance(kind, str))


def words_of(value: object) -> str:
    """A value as one line of text; empty where it is none."""
    if isinstance(value, list) and value:
        return words_of(value[0])
    if isinstance(value, dict):
        return words_of(value.get("name") or value.get("@value"))
    return " ".join(html_words(value).split()).strip('"') if isinstance(value, str) else ""


def html_words(text: str) -> str:
    """Text whose entities a page's system has escaped once too often, as it was meant."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def people_of(piece: Thing, things: Sequence[Thing]) -> tuple[str, ...]:
    """The names of a piece's authors that are people as far as the page says, in its order."""
    stated = piece.get("author") or piece.get("creator")
    known = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and thing.get("name")}
    names = []
    for one in stated if isinstance(stated, list) else [stated]:
        person = known.get(one["@id"], one) if isinstance(one, dict) and isinstance(one.get("@id"), str) else one
        if isinstance(person, dict) and any(NO_PEOPLE.fullmatch(kind) for kind in kinds_of(person)):
            continue
        names.append(words_of(person))
    return tuple(name for name in names if name)


def _parse(script: str) -> object:
    if len(script) > MAX_SCRIPT:
        return None
    bare = WRAPPING.sub("", WRAPPING.sub("", script)).strip()
    for text in (bare, TRAILING_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(value: object) -> Iterator[Thing]:
    """The objects within a value, without recursion: scripts nest as deep as they like."""
    waiting = [value]
    for _ in range(MAX_THINGS * 10):
        if not waiting:
            return
        place = waiting.pop(0)
        if isinstance(place, dict):
            yield place
            waiting[:0] = [
                inner for key, inner in place.items() if isinstance(inner, dict | list) and key not in OTHERS
            ]
        elif isinstance(place, list):
            waiting[:0] = place


def _says_much(thing: Thing) -> bool:
    return any(thing.get(key) for key in ("author", "datePublished", "headline", "creator"))
