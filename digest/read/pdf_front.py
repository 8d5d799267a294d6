"""What a paper says of itself on its first page: title, authors, date and address; each with where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from digest.documents import Cut, Origin
from digest.folding import fold_text
from digest.read.byline import stated_date
from digest.read.pdf_clumps import Habits
from digest.read.pdf_names import find_names, read_stated_names
from digest.read.pdf_shapes import Leaf, Line

TITLE_SIZE = 1.15  # of the body's size
MAX_TITLE_LINES = 5
MAX_TITLE = 250  # characters
LONG_LINE, MAX_ABOVE = 40, 5  # characters of a line of text; so many of them above make a heading of a title
NO_TITLE = re.compile(
    r"untitled.*|unbenannt.*|document\s*\d*|dokument\s*\d*|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|odt|rtf|tex|dvi|pdf|indd|qxd|pptx?|html?|md|txt)"
    r"|layout \d+|main|paper|article|manuscript|title|template.*|slide \d+|presentation\d*|proof|print|about:blank|(?:https?|file):.*|[\W\d_]*",
    re.IGNORECASE,
)
ABSTRACT = re.compile(r"\W*(?:abstract|summary|zusammenfassung|résumé|resumen|sommario)\b", re.IGNORECASE)
OPENING = re.compile(r"(?:1|I)?\.?\s*(?:introduction|einleitung|introducción)\W*", re.IGNORECASE)
STAMP = re.compile(
    r"arXiv:(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\s+\[[\w.-]+\]\s+(?P<day>\d{1,2} \w{3} \d{4})"
)
PUBLISHED = re.compile(
    r"\b(?:published|publication date|date of publication|veröffentlicht|publié|publicado)(?: online)?(?: on| am| le| el)?\s*:?\s+"
    r"(?P<day>\d{4}-\d\d-\d\d|\d{1,2}\.? \w{3,10}\.?,? \d{4}|\w{3,10}\.? \d{1,2},? \d{4})",
    re.IGNORECASE,
)
DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s*)(10\.\d{4,9}/[^\s\"<>,;]+[^\s\"<>,;.)])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page states, and the lines of the text without those that state it."""

    lines: tuple[Line, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    origins: tuple[Origin, ...] = ()
    cut: tuple[Cut, ...] = ()


def take_front(lines: Sequence[Line], leaves: Sequence[Leaf], stated: Mapping[str, str], habits: Habits) -> Front:
    """The title, the authors and the rest that the first page, or the document information, states."""
    first = [line for line in lines if line.page == lines[0].page]
    title_lines, title, title_where = _find_title(first, stated.get("Title", ""), habits)
    zone = _find_zone(first, title_lines, habits)
    names, name_where = _find_authors(zone, first, stated.get("Author", ""))
    dated = [line for line in zone if stated_date(line.text)]
    published, day_where = _find_day(first, leaves[0].across, dated)
    url, url_where = _find_address(first, leaves[0].across)
    gone = {
        *title_lines,
        *_find_named(first, title_lines, names),
        *(zone if (names and name_where == "the lines below the title") or _names_in(zone, names) else dated),
    }
    found = (("title", title_where), ("authors", name_where), ("published", day_where), ("url", url_where))
    return Front(
        lines=tuple(line for line in lines if line not in gone),
        title=title,
        authors=names,
        published=published,
        url=url,
        origins=tuple(Origin(name, where) for name, where in found if where),
        cut=tuple(_tell(gone - set(title_lines), leaves[0].across)),
    )


def _tell(gone: set[Line], across: str) -> Iterator[Cut]:
    if gone:
        text = "\n".join(line.text for line in sorted(gone, key=lambda line: (line.column, -line.base, line.left)))
        yield Cut(text, "says who wrote the paper, where and when")
    if across:
        yield Cut(across, "stands across the page")


# --- the title


def _find_title(first: Sequence[Line], stated: str, habits: Habits) -> tuple[list[Line], str, str]:
    """The lines of the title, its words, and where they come from."""
    stated = " ".join(stated.split())
    plausible = is_title(stated)
    if plausible and (lines := _find_words(first, stated)):
        return lines, stated, "the document information"
    largest = _find_largest(first, habits)
    if largest:
        return largest, " ".join(line.text for line in largest), "the largest type on the first page"
    return ([], stated, "the document information") if plausible else ([], "", "")


def is_title(text: str) -> bool:
    """Whether a stated title is one that a person gave, not one that a program left."""
    words = text.split()
    return 3 < len(text) <= MAX_TITLE and NO_TITLE.fullmatch(text) is None and (len(words) > 1 or text.isalpha())


def _find_words(first: Sequence[Line], title: str) -> list[Line]:
    """The lines that say a title and nothing else."""
    wanted = _squeeze(title)
    for start in range(len(first)):
        said = ""
        for end in range(start, min(start + MAX_TITLE_LINES, len(first))):
            said += _squeeze(first[end].text)
            if said == wanted:
                return list(first[start : end + 1])
            if not wanted.startswith(said):
                break
    return []


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold_text(text.replace("\u00ad", "")))


def _find_largest(first: Sequence[Line], habits: Habits) -> list[Line]:
    """The lines of the largest type that holds words, if they are larger than the text."""
    worded = [line for line in first if len(re.findall(r"[^\W\d_]{2,}", line.text)) > 1 or len(_squeeze(line.text)) > 7]
    size = max((line.face.size for line in worded), default=0.0)
    if size < TITLE_SIZE * habits.size:
        return []
    start = next(place for place, line in enumerate(first) if line in worded and line.face.size == size)
    if sum(len(line.text) > LONG_LINE for line in first[:start]) > MAX_ABOVE:
        return []
    end = start + 1
    while end < len(first) and end - start < MAX_TITLE_LINES and abs(first[end].face.size - size) < 0.04 * size:
        end += 1
    title = list(first[start:end])
    return title if sum(len(line.text) for line in title) <= MAX_TITLE else []


# --- what stands below the title


def _find_zone(first: Sequence[Line], title: Sequence[Line], habits: Habits) -> list[Line]:
    """The lines between the title and the text, in all columns."""
    if not title:
        return []
    top = min(line.base for line in title)
    below = [line for line in first if line.base < top]
    ends = [line.base for place, line in enumerate(below) if _opens_text(below, place, habits)]
    floor = max(ends, default=0.0)
    zone = [line for line in below if line.base > floor + 0.5]
    return zone if ends and len(zone) <= 60 else []


def _opens_text(lines: Sequence[Line], place: int, habits: Habits) -> bool:
    line = lines[place]
    if ABSTRACT.match(line.text) or OPENING.fullmatch(line.text):
        return True
    run = lines[place : place + 3]
    return (
        len(run) == 3
        and all(
            not one.cells
            and abs(one.face.size - habits.size) < 0.12 * habits.size
            and one.right - one.left > 0.6 * (one.end - one.start)
            for one in run[:2]
        )
        and len(line.text) > 40
    )


def _find_authors(zone: Sequence[Line], first: Sequence[Line], stated: str) -> tuple[tuple[str, ...], str]:
    named = read_stated_names(stated)
    if named and _names_in(first, named):
        return named, "the document information"
    found = find_names(zone)
    if found:
        return found, "the lines below the title"
    return (named, "the document information") if named else ((), "")


def _find_named(first: Sequence[Line], title: Sequence[Line], names: Sequence[str]) -> list[Line]:
    """The lines right below the title that say the authors' names and nothing else."""
    below = first[first.index(title[-1]) + 1 :] if title else ()
    wanted = {_squeeze(name) for name in names} | {_squeeze("".join(names)), _squeeze(" and ".join(names))}
    return list(takewhile(lambda line: _squeeze(line.text) in wanted, below))


def _names_in(lines: Sequence[Line], names: Sequence[str]) -> bool:
    """Whether lines show most of the names' last words."""
    text = _squeeze(" ".join(line.text for line in lines))
    return bool(names) and sum(_squeeze(name.split()[-1]) in text for name in names) * 2 > len(names)


def _find_day(first: Sequence[Line], across: str, dated: Sequence[Line]) -> tuple[str | None, str]:
    stamp = STAMP.search(across) or next(filter(None, (STAMP.search(line.text) for line in first)), None)
    if stamp and (day := stated_date(stamp["day"])):
        return day, "the stamp of arXiv"
    for line in first:
        found = PUBLISHED.search(line.text)
        if found and (day := stated_date(found["day"])):
            return day, "the first page"
    return (stated_date(dated[0].text), "the line below the title") if dated else (None, "")


def _find_address(first: Sequence[Line], across: str) -> tuple[str | None, str]:
    """The paper's own address: the stamp of arXiv, or the one DOI that its first page names before the references."""
    text = " ".join((across, *(line.text for line in first)))
    if stamp := STAMP.search(text):
        return f"https://arxiv.org/abs/{stamp['id']}", "the stamp of arXiv"
    named = {found.casefold(): found for found in DOI.findall(text)}
    return (f"https://doi.org/{next(iter(named.values()))}", "the first page") if len(named) == 1 else (None, "")
