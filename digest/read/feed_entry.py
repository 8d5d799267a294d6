"""A feed and its entries as both feed languages state them, before they become documents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.read.decode import UNSEEN

LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Prose:
    """Words of an entry: HTML, or plain text."""

    text: str = ""
    is_html: bool = False

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that comes with an entry: a recording, a picture, a paper."""

    url: str
    media_type: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed states of one piece. `key` is its own mark in the feed, `published_from` the field of the date.

    `about` is the address of the piece that the entry is about, where that is another; `base` is what relative
    addresses stand below.
    """

    key: str
    title: Prose
    content: Prose
    summary: Prose
    url: str = ""
    about: str = ""
    base: str = ""
    published: str | None = None
    published_from: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lang: str | None = None
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title, those who write it, its language, its entries in order."""

    title: Prose
    authors: tuple[str, ...]
    lang: str | None
    entries: tuple[FeedEntry, ...]


def read_words(value: object) -> str:
    """A stated text without characters that nobody can see; empty where the value is none."""
    return UNSEEN.sub("", value).strip() if isinstance(value, str) else ""


def read_lang(value: object) -> str | None:
    """A language tag; None for anything else."""
    words = read_words(value)
    return words.replace("_", "-") if LANG.fullmatch(words) else None
