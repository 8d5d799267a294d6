"""The values of a build, in the order in which they are made: Source, Document, Draft, Article, Theme, Digest, Page."""

from __future__ import annotations

from dataclasses import dataclass, field

from digest.documents import Definition, Document, Quotation, Remark, Rights, TermKind

# --- analyze: what one document says


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, letter by letter, and its paragraph's anchor; `why` it was chosen, `parts` of its score, weightiest first."""

    text: str
    at: str
    why: str = ""
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be a key term: as the source writes it, its folded stem, and what weighing it needs.

    `key` is equal for variants (case, plural, hyphen); `count` is how often it stands there, `words` its length, `zipf` its
    frequency in the language (0 to 8, lower is rarer), `boost` what its place earns (title, heading, definition: 1 is none),
    `aka` other names that the source gives it, `named` whether it is written as a name, `kind` of what, as `shown_by` shows.
    """

    term: str
    key: str
    count: int
    words: int
    zipf: float
    boost: float = 1.0
    aka: tuple[str, ...] = ()
    named: bool = False
    kind: TermKind | None = None
    shown_by: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A stem that a document uses, how often, and how common it is in the language (Zipf, 0 to 8)."""

    stem: str
    count: int
    zipf: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A document and what was found in it alone. `sentences` are all that may be shown elsewhere (rights obeyed).

    `summary_by`: machine, curator, source or model:<name>; a person's sentences have an empty `at`.
    """

    document: Document
    words: int
    minutes: int
    sentences: tuple[Sentence, ...]
    summary: tuple[Sentence, ...]
    summary_by: str
    candidates: tuple[Candidate, ...]
    definitions: tuple[Definition, ...]
    quotations: tuple[Quotation, ...]
    rights: Rights = "full"
    lang: str = "en"
    vocabulary: tuple[Word, ...] = field(default=(), repr=False)
    sketch: tuple[int, ...] = field(default=(), repr=False)
    remarks: tuple[Remark, ...] = ()


# --- relate: the whole collection


@dataclass(frozen=True, slots=True)
class Term:
    """A key term of an article; `weight` is 1 for the strongest, `key` joins it to the glossary; `kind` as a candidate's."""

    term: str
    key: str
    weight: float
    aka: tuple[str, ...] = ()
    kind: TermKind | None = None
    shown_by: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """A link from one article to another: its page, its strength (0 to 1), its reason and the terms behind it."""

    path: str
    title: str
    score: float
    why: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Double:
    """A further source of a piece that has its page already: where it lies and stands, and how it is known."""

    path: str
    url: str | None
    site: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """A draft with its place in the library: `path` in docs/, `themes` by slug, strongest first, `also_at` other sources of it."""

    draft: Draft
    id: str
    slug: str
    path: str
    terms: tuple[Term, ...]
    related: tuple[Related, ...] = ()
    themes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    also_at: tuple[Double, ...] = ()


@dataclass(frozen=True, slots=True)
class Credited:
    """Words of an article shown on another page: the sentence, its anchor, and the article's path and title."""

    text: str
    at: str
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class CreditedDefinition:
    """A definition with the article that gives it."""

    definition: Definition
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A glossary entry: a term with its names, definitions, sentences in context, articles and neighbours.

    `articles` are paths, strongest use first; `neighbours` keys of entries in the same articles; `about` the curator's.
    """

    term: str
    key: str
    slug: str
    path: str
    aka: tuple[str, ...]
    definitions: tuple[CreditedDefinition, ...]
    context: tuple[Credited, ...]
    articles: tuple[str, ...]
    neighbours: tuple[str, ...] = ()
    about: str | None = None
    kind: TermKind | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A theme near another, and why."""

    slug: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of articles under a readable name; `articles` are paths in reading order.

    `says` holds sentences from different articles on what it is about, `differs` pairs that contradict each other,
    `terms` its terms, strongest first; `about` is what the curator says of it.
    """

    name: str
    slug: str
    path: str
    terms: tuple[str, ...]
    articles: tuple[str, ...]
    says: tuple[Credited, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    differs: tuple[tuple[Credited, Credited], ...] = ()
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page at an old address: the name that it had, and the page that took its place."""

    path: str
    name: str
    to: str


REMARKS = frozenset({"kept", "outranked"})  # kinds that are no problem: a person's own page, a term led elsewhere


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a person should mend: where, what, how; `kind` groups it (source, sidecar, slug, page …)."""

    where: str
    what: str
    mend: str
    kind: str = "source"

    def __str__(self) -> str:
        """One line: where, what, how to mend."""
        return " ".join(f"{self.where}: {self.what}".split()) + (f" ({self.mend})" if self.mend else "")


@dataclass(frozen=True, slots=True)
class HeldBack:
    """How many of a source's documents are drafts, not published, of how many that it holds."""

    path: str
    drafts: int
    documents: int


@dataclass(frozen=True, slots=True)
class Digest:
    """The whole library, related: what the pages are rendered from. Everything is sorted."""

    articles: tuple[Article, ...]
    themes: tuple[Theme, ...]
    glossary: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    redirects: tuple[Redirect, ...] = ()


# --- render: what is written


@dataclass(frozen=True, slots=True)
class Page:
    """A file for docs/: its path there, and its text; `content` where it is no text but a picture."""

    path: str
    text: str = field(default="", repr=False)
    content: bytes | None = field(default=None, repr=False)
