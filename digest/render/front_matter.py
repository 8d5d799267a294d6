"""The front matter of an article's page: the contract's keys in the contract's order; values under `digest` are raw text."""

from __future__ import annotations

from typing import Any

from digest.documents import Definition, Document, Via
from digest.markdown.front_matter import escape_metadata
from digest.model import Article, Term
from digest.render.facts import lead
from digest.render.wording import full_day, shorten

SCHEMA = 1
DESCRIPTION_LENGTH = 300  # characters, escapes included
BOOST = 2  # an article counts twice in search, so that it stands above the pages that only list it


def article_front_matter(article: Article, *, card: str | None = None) -> dict[str, Any]:
    """What an article's page says of itself to site generators (top level) and to programs (`digest`).

    `card` is the path of its picture for previews, if it has one.
    """
    document = article.draft.document
    day = full_day(document.published)
    return {
        "title": escape_metadata(document.title),
        "description": describe(lead(article, DESCRIPTION_LENGTH)),
        **({"date": day} if day else {}),
        **({"tags": [escape_metadata(tag) for tag in article.tags]} if article.tags else {}),
        **({"lang": document.lang} if document.lang else {}),
        **({"robots": robots} if (robots := tell_robots(article)) else {}),
        "search": {"boost": BOOST},
        "digest": {
            **_identity(article),
            **_text(article),
            **_found(article),
            **_place(article),
            "provenance": list(document.provenance),
            "also_at": [{"path": double.path, "url": double.url, "why": double.why} for double in article.also_at],
            "card": card,
        },
    }


def tell_robots(article: Article) -> str | None:
    """What search engines are asked: not to list what the curator hides, nor to keep a copy of what may be withdrawn."""
    if article.draft.document.sidecar.hide:
        return "noindex"
    return "noarchive" if article.draft.rights != "full" else None


def describe(text: str) -> str:
    """A text as a description: short enough also after its escapes."""
    length = DESCRIPTION_LENGTH
    while len(description := escape_metadata(shorten(text, length))) > DESCRIPTION_LENGTH:
        length -= len(description) - DESCRIPTION_LENGTH
    return description


def _identity(article: Article) -> dict[str, Any]:
    document = article.draft.document
    return {
        "schema": SCHEMA,
        "id": article.id,
        "kind": document.kind,
        "source": _source(article),
        "title_from": document.title_from,
        "deck": document.deck,
        "via": _via(document.via),
        "question": document.question,
        "answer": document.answer,
    }


def _source(article: Article) -> dict[str, Any]:
    document: Document = article.draft.document
    return {
        "path": document.source.path,
        "media_type": document.source.media_type,
        "sha256": document.source.sha256,
        "url": document.url,
        "title": document.title,
        "authors": list(document.authors),
        "site": document.site,
        "published": document.published,
        "accessed": document.accessed,
        "rights": article.draft.rights,
        "license": document.license,
    }


def _via(via: Via | None) -> dict[str, Any] | None:
    return {"url": via.url, "title": via.title} if via else None


def _text(article: Article) -> dict[str, Any]:
    draft = article.draft
    return {
        "words": draft.words,
        "minutes": draft.minutes,
        "summary": [{"text": sentence.text, "at": sentence.at or None} for sentence in draft.summary],
        "summary_by": draft.summary_by,
    }


def _found(article: Article) -> dict[str, Any]:
    draft = article.draft
    reactions = draft.document.reactions
    return {
        "terms": [_term(term) for term in article.terms],
        "definitions": [_definition(definition) for definition in draft.definitions],
        "quotations": [{"text": said.text, "at": said.at, "by": list(said.by)} for said in draft.quotations],
        "references": [{"text": work.text, "url": work.url} for work in draft.document.references],
        "reactions": {"comments": reactions.comments, "prompt": reactions.prompt} if reactions else None,
    }


def _term(term: Term) -> dict[str, Any]:
    kind = {"kind": term.kind} if term.kind else {}
    return {"term": term.term, "weight": term.weight, "aka": list(term.aka), **kind}


def _definition(definition: Definition) -> dict[str, Any]:
    return {
        "term": definition.term,
        "text": definition.text,
        "at": definition.at,
        "status": definition.status,
        "why": definition.why,
    }


def _place(article: Article) -> dict[str, Any]:
    return {
        "related": [
            {"path": near.path, "score": near.score, "why": near.why, "terms": list(near.terms)}
            for near in article.related
        ],
        "themes": list(article.themes),
        "cut": len(article.draft.document.cut),
    }
