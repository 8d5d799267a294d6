"""The values of reading: a Source, what the curator says of it, and the Document that it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from digest.blocks import Blocks

Kind = Literal["article", "question", "summary", "link", "note", "paper"]
Rights = Literal["full", "excerpt", "link"]
TitleFrom = Literal["stated", "derived", "curator"]
Status = Literal["stated", "suggested"]
TermKind = Literal["person", "organisation", "work", "product"]  # of a name; a concept has none
KINDS: tuple[Kind, ...] = ("article", "question", "summary", "link", "note", "paper")
RIGHTS: tuple[Rights, ...] = ("full", "excerpt", "link")
TERM_KINDS: tuple[TermKind, ...] = ("person", "organisation", "work", "product")


# --- what comes in


@dataclass(frozen=True, slots=True)
class Source:
    """A file in seeds/ as found. `path` is relative to the project, with forward slashes."""

    path: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Via:
    """Where the finder found it; both None where the source says "via" and names nothing."""

    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the curator says of a source; None or empty where nothing is said. Dates are ISO 8601, at least the year.

    `draft` is None where nothing is said: what a source marks as private is then not published, and with False it is.
    """

    title: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    published: str | None = None
    accessed: str | None = None
    via: Via | None = None
    rights: Rights | None = None
    license: str | None = None
    kind: Kind | None = None
    lang: str | None = None
    tags: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    note: str | None = None
    summary: str | None = None
    aliases: tuple[str, ...] = ()
    pin: bool = False
    draft: bool | None = None
    hide: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the curator decides of a theme or a term: its name, what else went by that, and what becomes of it.

    `merge` are other names whose pages lead here. A pinned one is kept whatever the machine finds. `terms` and
    `articles` (paths of sources) say which articles a theme holds. None or empty where nothing is said.
    """

    name: str
    slug: str | None = None
    about: str | None = None
    merge: tuple[str, ...] = ()
    pin: bool = False
    hide: bool = False
    kind: TermKind | Literal["concept"] | None = None
    terms: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The curator's decisions on themes and terms, in the order of the file; they are the last word."""

    themes: tuple[Ruling, ...] = ()
    terms: tuple[Ruling, ...] = ()


# --- read: one source, normalized


@dataclass(frozen=True, slots=True)
class Cut:
    """Text of the source that is not part of the piece, and why it was taken out."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A work that the source names: its words as they stand, and its address if one is stated."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reactions:
    """The discussion below the source when it was saved: how many comments, and what it asked."""

    comments: int | None = None
    prompt: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """What a source says a term means. `term` is None where the headword is lost; `at` is the paragraph's anchor.

    stated: the text joins the two. suggested: the machine does, for the reason in `why`.
    """

    text: str
    at: str
    term: str | None = None
    status: Status = "stated"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody else in a source, the paragraph that they stand in, and who is named as speaking."""

    text: str
    at: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know of how a draft was made, and what to do; `passing` where another try may go better."""

    what: str
    mend: str
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field of a document came from: `title`, `og:title`."""

    field: str
    where: str


@dataclass(frozen=True, slots=True)
class PageStart:
    """The paragraph that a page of print begins with, by its anchor, and the page's number in the file."""

    at: str
    page: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture that came with a source. In blocks, an Image's url `attachment:NAME` stands for it."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """One source, normalized; blocks carry their anchors. A field is None or empty where nothing is stated.

    `authors` are those of the piece that the source is or, for kind `link`, leads to. `provenance` holds remarks
    like "Generated by AI". `abstract` is a summary by a person, not the curator. `definitions` are those of the
    source's own glossary. `origins` say where fields came from, `chosen` how the content was found on a page.
    `pages` say where each page of a paper begins. `key` tells the documents of one file apart where they have no address, whatever comes to stand before them.
    """

    source: Source
    title: str
    title_from: TitleFrom
    blocks: Blocks
    kind: Kind = "article"
    deck: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    published: str | None = None
    accessed: str | None = None
    lang: str | None = None
    tags: tuple[str, ...] = ()
    via: Via | None = None
    rights: Rights | None = None
    license: str | None = None
    provenance: tuple[str, ...] = ()
    abstract: str | None = None
    question: str | None = None
    answer: str | None = None
    definitions: tuple[Definition, ...] = ()
    references: tuple[Reference, ...] = ()
    reactions: Reactions | None = None
    cut: tuple[Cut, ...] = ()
    sidecar: Sidecar = Sidecar()
    origins: tuple[Origin, ...] = ()
    chosen: str = ""
    attachments: tuple[Attachment, ...] = ()
    pages: tuple[PageStart, ...] = ()
    key: str = ""


def find_page(document: Document, at: str) -> int | None:
    """The page on which the paragraph of an anchor begins; None where the source has no pages."""
    place = int(at.removeprefix("p")) if at.removeprefix("p").isdecimal() else 0
    begun = [start.page for start in document.pages if int(start.at.removeprefix("p")) <= place]
    return max(begun, default=None)
