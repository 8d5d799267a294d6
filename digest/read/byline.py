"""Who wrote a text, when and where, as far as lines at its top or end state it and say nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from digest.documents import Document
from digest.read.lines import Line
from digest.read.piece import Piece, cut_lines

NAME = r"[^\W\d_][\w.'’-]*(?: (?:(?:de|van|von|der|den|del|della|di|da|dos|la|le|al|bin|ter)\b ?){0,2}[^\W\d_][\w.'’-]*){1,3}"
BYLINE = re.compile(
    r"[*_]*(?:(?:written |posted |story |words |text |an? (?:essay|article|post|piece|report) )?by|author|authors|written by|von|par|por|di|door|автор|作者)\s*[:：]?\s+"
    r"(?P<names>[^|·•(]{3,120}?)\s*(?:[|·•(].*)?[*_]*",
    re.IGNORECASE,
)
HAN_BYLINE = re.compile(
    r"(?:作者|撰文|文|记者|記者|著者|執筆者?|筆者)\s*[:：/｜|]\s*(?P<names>[\u3040-\u30ff\u4e00-\u9fff·]{2,8}(?:[ 、,，]+[\u3040-\u30ff\u4e00-\u9fff·]{2,8}){0,3})"
)
NOT_A_NAME = re.compile(
    r"\d|\b(?:staff|team|editors?|admin|the|a|on|in|at|for|with|to|and|or|is|was)\b|[.!?:]\s|[.!?]$", re.IGNORECASE
)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro janv ene",
            "february feb februar février febrero febbraio fevereiro févr",
            "march mar märz mars marzo março",
            "april apr avril abril aprile avr abr",
            "may mai mayo maggio maio",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho juil",
            "august aug août agosto ago",
            "september sep sept septembre septiembre settembre setembro",
            "october oct oktober okt octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre diciembre dicembre dezembro déc dic",
        ),
        1,
    )
    for name in names.split()
}
PUBLISHED = r"(?:(?:first |originally )?(?:published|posted|date|veröffentlicht|publié|publicado|pubblicato|датa)\s*(?:on|am|le|el|il)?\s*:?\s*)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
ISO = re.compile(rf"{PUBLISHED}?(?P<iso>\d{{4}}-\d\d-\d\d)(?:[T ]\d\d:\d\d\S*)?", re.IGNORECASE)
HAN_DAY = re.compile(
    r"(?:(?:发布|发表|更新|公開|投稿)(?:时间|時間|日期?|于|日時)?\s*[:：]?\s*)?(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日(?:\s*\d{1,2}[:：]\d\d)?"
)
WORDED = re.compile(
    rf"{PUBLISHED}?{WEEKDAY}(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?(?: (?:of|de))? (?P<m1>[^\W\d_]{{3,10}})\.?,?(?: (?:de|del))? (?P<y1>\d{{4}})"
    r"|(?P<m2>[^\W\d_]{3,10})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?,? (?P<y2>\d{4}))",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"(?:source|url|link|original(?: article| post)?|originally (?:published|appeared) (?:at|on|in)|read the original(?: at)?|quelle|lien|fuente)\s*:?\s*(?P<url>https?://\S+)\s*",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20})?,? [(]?(?P<day>\w{3,9}\.? \d{1,2}, \d{4}|\d{1,2}\.? \w{3,9},? \d{4})[)]?\s*(?:\(\w[\w ]{2,20}\)\s*|/[\w -]{3,24}/\s*)?[–—-]{1,2}\s+\S"
)
LISTED = re.compile(r"\s*,\s*(?:and |& )?|\s+(?:and|&|und|et|y)\s+")
ABSTRACT = re.compile(r"(?:abstract|summary|zusammenfassung|résumé|resumen)\b[.:]?(?:\s.*)?", re.IGNORECASE)
NEAR_ABSTRACT = 12  # lines below the names
NEAR_TOP = 3  # lines below the title
MAX_BYLINE = 140  # characters


def take_byline(piece: Piece) -> Piece:
    """The piece with its byline and date lines taken out, as authors and date of publication."""
    reasons: dict[int, str] = {}
    document = piece.document
    if document.title:
        for place, line in enumerate(piece.lines[:NEAR_TOP]):
            names, day = stated_authors(line) or _listed_authors(piece.lines, place), stated_date(line.text)
            if not names and not day:
                continue
            document = replace(document, authors=document.authors or names, published=document.published or day)
            reasons[place] = "the line that names the author" if names else "the line that states the date"
        day = next((day for line in piece.lines[:NEAR_TOP] if (day := dateline(line.text))), None)
        document = replace(document, published=document.published or day)
    document = _with_address(piece, document, reasons)
    return cut_lines(Piece(piece.lines, document), reasons)


def stated_date(text: str) -> str | None:
    """The day that a line states and nothing else, as ISO 8601; None where it says more, or no such day exists."""
    text = text.strip("*_ ")
    if len(text) > 60:
        return None
    if found := ISO.fullmatch(text):
        return _day(*map(int, found["iso"].split("-")))
    if found := HAN_DAY.fullmatch(text):
        return _day(int(found["y"]), int(found["m"]), int(found["d"]))
    if found := WORDED.fullmatch(text):
        month = MONTHS.get((found["m1"] or found["m2"]).lower())
        return _day(int(found["y1"] or found["y2"]), month, int(found["d1"] or found["d2"])) if month else None
    return None


def dateline(text: str) -> str | None:
    """The day that opens a news text behind its place: `HALDEN, 9 October 2023 – The …`."""
    found = DATELINE.match(text)
    return stated_date(found["day"]) if found else None


def _listed_authors(lines: Sequence[Line], place: int) -> tuple[str, ...]:
    """The names in a line of nothing but names, above the abstract of a paper."""
    near = lines[place + 1 : place + 1 + NEAR_ABSTRACT]
    names = tuple(LISTED.split(lines[place].text)) if any(ABSTRACT.fullmatch(line.text) for line in near) else ()
    return names if len(names) > 1 and all(name and _is_name(name) for name in names) else ()


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def stated_authors(line: Line) -> tuple[str, ...]:
    """The names in a line that says who wrote the piece and nothing else; empty for any other line."""
    if len(line.text) > MAX_BYLINE or line.marker:
        return ()
    if han := HAN_BYLINE.fullmatch(line.text):
        return tuple(re.split(r"[ 、,，]+", han["names"]))
    found = BYLINE.fullmatch(line.text)
    if found is None:
        return ()
    stated = re.sub(
        r"[,–-]?\s*(?:published|updated|posted)?\s*(?:on )?\w{3,9}\.? \d{1,2},? \d{4}.*$",
        "",
        found["names"],
        flags=re.IGNORECASE,
    )
    names = tuple(
        name.strip(" *_,")
        for name in re.split(r"\s*,\s*(?:and |und |et |y )?|\s+(?:and|&|und|et|y)\s+", stated)
        if name.strip(" *_,")
    )
    return names if names and all(_is_name(name) for name in names) else ()


def _is_name(name: str) -> bool:
    return name[0].isupper() and re.fullmatch(NAME, name) is not None and not NOT_A_NAME.search(name)


def _with_address(piece: Piece, document: Document, reasons: dict[int, str]) -> Document:
    for place in sorted({*range(min(4, len(piece.lines))), *range(max(0, len(piece.lines) - 4), len(piece.lines))}):
        found = SOURCE.fullmatch(piece.lines[place].text)
        if found and document.url is None:
            document = replace(document, url=found["url"])
            reasons[place] = "the line that states the address"
    return document
