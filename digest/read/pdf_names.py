"""Names of authors as a paper's first page and its document information give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.read.pdf_shapes import Face, Line

PARTICLE = r"(?:de|van|von|der|den|del|della|di|da|dos|du|la|le|al|bin|ibn|ter|ten|zu|af|av)"
NAME = re.compile(rf"[^\W\d_][\w.'’-]*(?: {PARTICLE})*(?: (?:{PARTICLE} )*[^\W\d_][\w.'’-]*){{1,3}}")
PLACE = re.compile(
    r"universi|institut|department|dept|school|college|laborator|\blabs?\b|cent(?:er|re)\b|faculty|academy|research|corporation|\binc\b|\bltd\b|gmbh|foundation|"
    r"hospital|ministry|google|microsoft|group|team|division|fakultät|hochschule|street|avenue|@|https?:|www\.|\bof\b|\bfor\b|\band\b|\bthe\b|\busa?\b|\buk\b|united|republic|"
    r"version|draft|preprint|journal|volume|proceedings|conference|member|student|ieee|acm|keywords|report|working|technical|edition|workshop|abstract",
    re.IGNORECASE,
)
MARKS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾*†‡§¶∗]+|(?<=\w)\d[\d,]*\b")
BETWEEN = re.compile(r"\s*(?:,|;|·|•|\||&)\s*(?:and\s+|und\s+|et\s+|y\s+)?|\s+(?:and|und|et|y)\s+")
DEGREE = re.compile(r"(?:ph\.?\s?d|m\.?\s?d|m\.?\s?sc|dr|prof|jr|sr|iii?|fellow|senior member)\.?", re.IGNORECASE)
BYLINE = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)
MAX_AUTHORS = 100


def find_names(zone: Sequence[Line]) -> tuple[str, ...]:
    """The names in the lines below a title: those set like the first line of names, before places come."""
    names: dict[str, None] = {}
    face: Face | None = None
    closed: set[int] = set()  # columns in which a place has come: a name set like it is a place's
    for line in sorted(zone, key=lambda line: (-round(line.base), line.left)):
        found = list(_line_names(line)) if line.column not in closed else []
        if not found:
            if PLACE.search(line.text) and names and line.face == face:
                closed.add(line.column)
            continue
        if face is not None and line.face != face:
            continue
        face = line.face
        names.update(dict.fromkeys(found))
    return tuple(names)[:MAX_AUTHORS]


def _line_names(line: Line) -> Iterator[str]:
    cells = line.cells or (line.runs,)
    for cell in cells:
        yield from _cell_names(" ".join("".join(run.text for run in cell).split()))


def _cell_names(text: str) -> list[str]:
    """The names of a cell up to the first place; none where it opens with something else."""
    names: list[str] = []
    text = BYLINE.sub("", MARKS.sub(",", text))
    for part in filter(None, (part.strip(" ,") for part in BETWEEN.split(text))):
        if DEGREE.fullmatch(part):
            continue
        if not is_name(part):
            break
        names.append(part)
    return names


def read_byline(text: str) -> tuple[str, ...]:
    """The names in a line that opens with `By` and holds nothing but names."""
    opening = BYLINE.match(text)
    parts = [part for part in BETWEEN.split(text[opening.end() :].strip()) if part] if opening else []
    return tuple(parts) if parts and all(map(is_name, parts)) else ()


def is_name(text: str) -> bool:
    """Whether a few words are a person's name, as far as their form can tell."""
    words = text.split()
    capital = all(word[0].isupper() or re.fullmatch(PARTICLE, word) for word in words)
    return capital and len(text) <= 50 and NAME.fullmatch(text) is not None and not PLACE.search(text)


def read_stated_names(stated: str) -> tuple[str, ...]:
    """The names in a field of authors; empty where it holds an account's name, or none."""
    if ";" in stated:
        parts = [_turn(part.strip()) for part in stated.split(";") if part.strip()]
    else:
        parts = [part.strip() for part in BETWEEN.split(stated) if part.strip()]
    return tuple(parts) if parts and all(is_name(part) for part in parts) and len(parts) <= MAX_AUTHORS else ()


def _turn(name: str) -> str:
    """`Ströbl, Maria` as it is spoken."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name
