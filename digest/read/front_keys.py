"""The keys of front matter, by whatever site generator, as fields of a document; others never go further."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from digest.documents import Document, Via

TITLES = ("title",)
DECKS = ("subtitle", "deck", "subheading", "tagline")
AUTHORS = ("authors", "author", "by", "creator")
DATES = ("date", "published", "publishdate", "pubdate", "date_published", "created")
TAGS = ("tags", "tag", "categories", "category", "keywords", "topics")
ABSTRACTS = ("abstract", "summary", "description", "excerpt")
ADDRESSES = ("canonical_url", "canonicalurl", "canonical", "source", "url", "link", "original_url", "external_url")
SITES = ("site", "site_name", "publisher", "publication")
DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?|(\d{4})(?:-(\d{2}))?")
LANG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
MAX_TEXT = 4000  # characters; a longer value is no title, name or tag
MAX_VALUES = 50


def read_front_keys(document: Document, stated: Mapping[str, Any]) -> Document:
    """The document with what its front matter says of it; keys are read whatever their case."""
    keys = {str(key).strip().lower(): value for key, value in stated.items()}
    title = _first_text(keys, TITLES)
    return replace(
        document,
        title=title or "",
        title_from="stated" if title else "derived",
        deck=_first_text(keys, DECKS),
        authors=_first_texts(keys, AUTHORS),
        published=next((day for key in DATES if (day := _date(keys.get(key)))), None),
        tags=tuple(dict.fromkeys(tag.lstrip("#") for key in TAGS for tag in _texts(keys.get(key), split=True))),
        abstract=_first_text(keys, ABSTRACTS),
        url=next((address for key in ADDRESSES if (address := _address(keys.get(key)))), None),
        site=_first_text(keys, SITES),
        lang=_lang(keys.get("lang") or keys.get("language")),
        license=_first_text(keys, ("license", "licence")),
        via=_via(keys.get("via")),
    )


def _first_text(keys: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((text for name in names if (text := _text(keys.get(name)))), None)


def _first_texts(keys: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, ...]:
    return next((texts for name in names if (texts := tuple(_texts(keys.get(name))))), ())


def _text(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = " ".join(str(value).split())
    return text if 0 < len(text) <= MAX_TEXT else None


def _texts(value: object, *, split: bool = False) -> Iterator[str]:
    """The texts of a list, of names in mappings, or of one text; tags in one text stand between commas."""
    values = value if isinstance(value, list) else [value]
    for one in values[:MAX_VALUES]:
        text = _text(one.get("name") if isinstance(one, dict) else one)
        if text is None:
            continue
        parts = text.split(",") if split or (not isinstance(value, list) and "," in text) else [text]
        yield from (part.strip() for part in parts if part.strip())


def _date(value: object) -> str | None:
    """A day, month or year as ISO 8601; None for anything else."""
    if isinstance(value, dict):  # Material: {created: …, updated: …}
        value = value.get("created")
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    found = DATE.fullmatch(str(value).strip()) if isinstance(value, str | int) and not isinstance(value, bool) else None
    if found is None:
        return None
    if found[4]:
        return f"{found[4]}-{found[5]}" if found[5] else found[4]
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None


def _address(value: object) -> str | None:
    text = value.strip() if isinstance(value, str) else ""
    return text if re.fullmatch(r"https?://[^\s<>\"]+", text, re.IGNORECASE) else None


def _lang(value: object) -> str | None:
    return value.replace("_", "-") if isinstance(value, str) and LANG.fullmatch(value) else None


def _via(value: object) -> Via | None:
    if isinstance(value, dict):
        found = Via(url=_address(value.get("url")), title=_text(value.get("title") or value.get("name")))
        return found if found != Via() else None
    text = _text(value)
    return None if text is None else Via(url=_address(text), title=None if _address(text) else text)
