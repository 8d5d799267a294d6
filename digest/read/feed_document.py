"""An entry of a feed to its document: an article where the feed carries it, a link where it only announces it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.blocks import Block, Blocks, Heading, Link, Paragraph, Text, plain_text, walk_blocks
from digest.documents import Cut, Document, Kind, Origin, Reference, Source
from digest.folding import fold_text
from digest.read.all_words import all_words
from digest.read.derive import derive_title
from digest.read.feed_entry import Enclosure, Feed, FeedEntry, Prose
from digest.read.html_fragment import fragment_words, read_fragment
from digest.read.plain_blocks import plain_blocks
from digest.read.saved_link import name_address

SHORT = 50  # words; a titled entry with fewer announces a piece and does not hold it
SHORT_NOTE = 280  # words; an entry without a title that has no more is a note
CLOSING = re.compile(
    r"the post .{1,400} (?:appeared first|first appeared) on .{1,200}"
    r"|(?:continue reading|read more|keep reading|read (?:on|the (?:full|whole|rest)|full)\b|comments?$|permalink|view (?:original|comments)).{0,160}",
    re.IGNORECASE,
)
CLOSING_LINES = 2  # paragraphs at the end that may lead back to the site
CUT_SHORT = re.compile(r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\W*$")
WORD = re.compile(r"\w+")


def make_entry(entry: FeedEntry, feed: Feed, source: Source) -> Document:
    """The document of an entry. What the feed says of all its entries holds where the entry is silent."""
    body = entry.content or entry.summary
    title = _title_of(entry.title)
    blocks, cut = _take_closing(_drop_title(_read_prose(body, entry.base), title))
    abstract, again = _read_abstract(entry, blocks)
    document = Document(
        source=source,
        title=title,
        title_from="stated" if title else "derived",
        blocks=(*blocks, *_list_enclosures(entry, blocks)),
        kind=_name_kind(entry, blocks, titled=bool(title)),
        authors=entry.authors or feed.authors,
        site=_title_of(feed.title) or None,
        url=entry.url or None,
        published=entry.published,
        lang=entry.lang or feed.lang,
        tags=tuple(dict.fromkeys(_title_of(Prose(tag, is_html="&" in tag)).lstrip("#") for tag in entry.tags)),
        abstract=abstract,
        references=(Reference(name_address(entry.about), entry.about),) if entry.about not in ("", entry.url) else (),
        cut=(*cut, *again),
        origins=tuple(_name_origins(entry, feed)),
        key=entry.key,
    )
    return _with_title(document)


def _title_of(title: Prose) -> str:
    return fragment_words(title.text) if title.is_html else " ".join(title.text.split())


def _with_title(document: Document) -> Document:
    """The document with a title: of its own words, else of its address, else of the day and the feed."""
    if document.title:
        return document
    if any(isinstance(block, Paragraph) for block in walk_blocks(document.blocks)):
        return derive_title(document)
    named = name_address(document.url) if document.url else " ".join(filter(None, (document.site, document.published)))
    return replace(document, title=named or "Untitled", title_from="derived")


def _read_prose(prose: Prose, base: str) -> Blocks:
    return read_fragment(prose.text, base=base) if prose.is_html else plain_blocks(prose.text)


def _drop_title(blocks: Blocks, title: str) -> Blocks:
    """The blocks without a heading at their top that says the title again."""
    match blocks:
        case (Heading(_, children), _, *_) if fold_text(plain_text(children)) == fold_text(title):
            return blocks[1:]
    return blocks


def _take_closing(blocks: Blocks) -> tuple[Blocks, tuple[Cut, ...]]:
    """The blocks without the lines at their end that lead back to the site."""
    cut: list[Cut] = []
    for _ in range(CLOSING_LINES):
        words = _words_of(blocks[-1]) if blocks else ""
        if not words or not CLOSING.fullmatch(words):
            break
        cut.insert(0, Cut(words, "a line that leads back to the site"))
        blocks = blocks[:-1]
    return blocks, tuple(cut)


def _words_of(block: Block) -> str:
    return " ".join(plain_text(block.children).split()) if isinstance(block, Paragraph) else ""


def _read_abstract(entry: FeedEntry, blocks: Blocks) -> tuple[str | None, tuple[Cut, ...]]:
    """The entry's summary where the content follows it; cut where it says the content's words over again."""
    if not entry.content or not entry.summary:
        return None, ()
    words = _title_of(replace(entry.summary, is_html=True))
    told = " ".join(WORD.findall(fold_text(CUT_SHORT.sub("", words))))
    text = " ".join(WORD.findall(fold_text(" ".join(all_words(blocks)))))
    if told in text or CUT_SHORT.search(words):
        return None, (Cut(words, "a summary that repeats the text"),) if words else ()
    return words, ()


def _name_kind(entry: FeedEntry, blocks: Blocks, *, titled: bool) -> Kind:
    words = sum(len(words.split()) for words in all_words(blocks))
    last = _words_of(blocks[-1]) if blocks else ""
    if not words or (titled and entry.url and (words < SHORT or CUT_SHORT.search(last))):
        return "link"
    return "note" if not titled and words <= SHORT_NOTE else "article"


def _list_enclosures(entry: FeedEntry, blocks: Blocks) -> Iterator[Paragraph]:
    """A line for each file that comes with the entry and that its text does not lead to."""
    led = {
        inline.url
        for block in walk_blocks(blocks)
        if isinstance(block, Paragraph)
        for inline in block.children
        if isinstance(inline, Link)
    }
    for enclosure in entry.enclosures:
        if enclosure.url not in led:
            yield Paragraph((Link(enclosure.url, (Text(_name_file(enclosure)),)),))


def _name_file(enclosure: Enclosure) -> str:
    name = enclosure.title or enclosure.url.partition("?")[0].rstrip("/").rpartition("/")[2]
    return f"{name} ({enclosure.media_type})" if enclosure.media_type else name


def _name_origins(entry: FeedEntry, feed: Feed) -> Iterator[Origin]:
    """Where the fields came from, as far as it is not plain."""
    if entry.published:
        yield Origin("published", entry.published_from)
    if not entry.authors and feed.authors:
        yield Origin("authors", "the feed's, since the entry names none")
    if not entry.lang and feed.lang:
        yield Origin("lang", "the feed's")
