"""Walks the HTML of a bookmark file: its links, each with its folders, its attributes and what is written below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

OWN_FOLDER = ("personal_toolbar_folder", "unfiled_bookmarks_folder", "toolbar_folder")  # every browser has these
OWN_NAMES = frozenset(
    [
        "bookmarks",
        "bookmarks bar",
        "bookmarks menu",
        "bookmarks toolbar",
        "favorites",
        "favorites bar",
        "favourites",
        "imported",
        "mobile bookmarks",
        "other bookmarks",
        "other favorites",
        "reading list",
        "lesezeichen",
        "lesezeichen-symbolleiste",
        "weitere lesezeichen",
        "barre personnelle",
        "marque-pages",
        "autres favoris",
        "marcadores",
        "otros marcadores",
    ]
)
MAX_FOLDERS = 100  # within one another; a file with more was made to be slow
SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A link as the file has it: attributes by their names in lower case, folders from the outermost.

    `text` stands below it, `quotes` are passages set apart there, `around` is what is said of its folder.
    """

    title: str
    attributes: Mapping[str, str]
    folders: tuple[str, ...]
    text: str = ""
    quotes: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BookmarkTree:
    """A bookmark file: its title and its links in order."""

    title: str
    bookmarks: tuple[Bookmark, ...]


def walk_bookmarks(html: str) -> BookmarkTree:
    """The links of a bookmark file, however its elements are closed."""
    walker = _Walker()
    parser = etree.HTMLParser(target=walker, huge_tree=True, encoding="utf-8")
    try:
        parser.feed(html.encode("utf-8"))
        parser.close()
    except etree.XMLSyntaxError:  # nothing but space and comments
        walker.close()
    return BookmarkTree(walker.title, tuple(_freeze(found) for found in walker.found))


@dataclass(slots=True)
class _Open:
    """A link while what belongs to it is still coming."""

    attributes: Mapping[str, str]
    folders: tuple[str, ...]
    around: tuple[str, ...]
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    quotes: list[list[str]] = field(default_factory=list)


def _freeze(found: _Open) -> Bookmark:
    return Bookmark(
        _words(found.title),
        found.attributes,
        found.folders,
        "".join(found.text).strip(),
        tuple(words for quote in found.quotes if (words := _words(quote))),
        found.around,
    )


def _words(pieces: list[str]) -> str:
    return SPACES.sub(" ", "".join(pieces)).strip()


class _Walker:
    """Takes the parser's events in turn. `into` is where words go that come next."""

    def __init__(self) -> None:
        self.title = ""
        self.found: list[_Open] = []
        self.folders: list[str] = []  # one for each list that is open; empty for a folder of the browser's own
        self.named = ""  # the heading above the next list
        self.own = False
        self.whole = False  # the heading names the whole file
        self.words: list[str] = []
        self.into: list[str] = []
        self.around: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        match tag:
            case "a":
                self._open_link({name.lower(): value for name, value in attributes.items()})
            case "h1" | "h2" | "h3" | "h4" | "title":
                self.words = self.into = []
                self.whole = tag == "h1"
                self.own = any(attributes.get(name, "").lower() == "true" for name in OWN_FOLDER)
            case "dl" | "ul":
                unnamed = self.own or self.named.lower() in OWN_NAMES or (tag == "dl" and self.whole)
                self.folders.append("" if unnamed else self.named)
                self._leave_text()
                self.named, self.own, self.whole = "", False, False
            case "dt" | "li":
                self._leave_text()
            case "dd":
                self.into = self.found[-1].text if self.found and not self.named else self.around
            case "blockquote" if self.found and self.into is self.found[-1].text:
                self.found[-1].quotes.append([])
                self.into = self.found[-1].quotes[-1]
            case "br":
                self.into.append("\n")

    def end(self, tag: str) -> None:
        """An element closes."""
        match tag:
            case "title":
                self.title = _words(self.words)
            case "h1" | "h2" | "h3" | "h4":
                self.named = _words(self.words)
            case "a" | "blockquote" if self.found:
                self.into = self.found[-1].text
                return
            case "dl" | "ul" if self.folders:
                self.folders.pop()
        if tag in ("title", "h1", "h2", "h3", "h4", "dl", "ul"):
            self.into = []

    def data(self, words: str) -> None:
        """Words between elements."""
        self.into.append(words)

    def close(self) -> None:
        """The file ends."""

    def _open_link(self, attributes: Mapping[str, str]) -> None:
        around = tuple(filter(None, [_words(self.around)]))
        folders = tuple(folder for folder in self.folders[:MAX_FOLDERS] if folder)
        self.found.append(_Open(attributes, folders, around))
        self.around.clear()
        self.into = self.found[-1].title

    def _leave_text(self) -> None:
        self.into = []
