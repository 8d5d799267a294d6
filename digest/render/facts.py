"""An article in a line or two: what is known of its source, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.folding import fold_text
from digest.model import Article, Draft
from digest.render.addresses import host
from digest.render.wording import shorten, when

if TYPE_CHECKING:
    from digest.render.library import Listed

SHOWN_AUTHORS = 3  # people named in a list's line; the article's page names all


def facts(article: Article | Listed, *, dated: bool = True) -> tuple[str, ...]:
    """What is known of an article's source, for one line: people, site, day unless it stands beside, minutes."""
    authors = list(article.draft.document.authors[:SHOWN_AUTHORS])
    if len(article.draft.document.authors) > SHOWN_AUTHORS:
        authors[1:] = ["others"]
    return tuple(filter(None, (", ".join(authors), *source_facts(article.draft, dated=dated))))


def source_facts(draft: Draft, *, dated: bool = True) -> tuple[str, ...]:
    """The same without people."""
    document = draft.document
    site = document.site or (host(document.url) if document.url else "")
    day = when(document.published or "") if dated else ""
    return tuple(filter(None, (site, day, f"{draft.minutes} min")))


def lead(article: Article | Listed, length: int) -> str:
    """What an article says, in one or two plain sentences: the deck, unless a person summed it up; else the summary's first."""
    draft = article.draft
    if draft.document.deck and draft.summary_by == "machine":
        return draft.document.deck  # a person's words before copied sentences
    title = fold_text(draft.document.title)
    sentences = [said.text for said in draft.summary if not fold_text(said.text).startswith(title)][:2]  # no news
    if len(" ".join(sentences)) > length:
        sentences = sentences[:1]
    return " ".join(sentences) or draft.document.deck or draft.document.title


def opening(article: Article, length: int) -> str:
    """The same with more room: the deck, if there is one, and all sentences of the summary that it does not say already."""
    draft = article.draft
    said = [sentence.text for sentence in draft.summary]
    deck = draft.document.deck or ""
    whole = " ".join([*([deck] if deck and fold_text(deck) not in fold_text(" ".join(said)) else []), *said])
    return shorten(whole or lead(article, length), length)
