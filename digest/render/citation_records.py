"""The piece that an article stands for as records of reference managers: RIS, and CSL-JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digest.documents import Document, Kind
from digest.markdown.characters import clean_line
from digest.model import Article
from digest.render.wording import STATED_DATE

CSL_TYPES: Mapping[Kind, str] = {"paper": "article"}  # of all others is known that they are pages of the web
RIS_TYPES: Mapping[Kind, str] = {"paper": "GEN"}
WEB_PAGE = "webpage"
ELECTRONIC = "ELEC"


def ris_record(article: Article, *, key: str) -> str:
    """The record in RIS, one tag a line; an author's name stands as the source spells it."""
    document = article.draft.document
    day = _parts(document.published)
    tags = [
        ("TY", RIS_TYPES.get(document.kind, ELECTRONIC)),
        ("ID", key),
        *(("AU", name) for name in document.authors),
        ("TI", document.title),
        ("T2", document.site or ""),
        ("PY", day[0] if day else ""),
        ("DA", "/".join(day)),
        ("Y2", "/".join(_parts(document.accessed))),
        ("UR", document.url or ""),
        ("LA", document.lang or ""),
        *(("KW", tag) for tag in stated_tags(document)),
    ]
    lines = [f"{tag}  - {words}" for tag, value in tags if (words := clean_line(value).strip())]
    return "\n".join([*lines, "ER  - "])


def csl_record(article: Article, *, key: str) -> dict[str, Any]:
    """The record in CSL-JSON; what the source does not state is left out.

    A name is `literal`: which of its words is the family's, no source says.
    """
    document = article.draft.document
    record = {
        "id": key,
        "type": CSL_TYPES.get(document.kind, WEB_PAGE),
        "title": clean_line(document.title),
        "author": [{"literal": clean_line(name)} for name in document.authors],
        "container-title": clean_line(document.site or ""),
        "issued": _csl_date(document.published),
        "accessed": _csl_date(document.accessed),
        "URL": document.url,
        "language": document.lang,
        "keyword": ", ".join(stated_tags(document)),
    }
    return {name: value for name, value in record.items() if value}


def stated_tags(document: Document) -> tuple[str, ...]:
    """The tags that the curator or the source gave, each once and without commas, which part them in most files."""
    given = (clean_line(tag.replace(",", " ")).strip() for tag in (*document.sidecar.tags, *document.tags))
    return tuple(dict.fromkeys(tag for tag in given if tag))


def _csl_date(stated: str | None) -> dict[str, Any] | None:
    parts = _parts(stated)
    return {"date-parts": [[int(part) for part in parts]]} if parts else None


def _parts(stated: str | None) -> tuple[str, ...]:
    """Year, month and day of a stated date, as far as it goes; none of what is no date."""
    found = STATED_DATE.fullmatch((stated or "").strip())
    return tuple(part for part in found.groups() if part) if found else ()
