"""The bytes of a PDF to its pages: runs of glyphs with their place and face, as PDFium finds them."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import hypot
from typing import Any

from digest.errors import SourceError
from digest.read.pdf_characters import ORNAMENTS, read_character
from digest.read.pdf_marks import Box, Marks, Rules, find_url, is_parted, read_marks
from digest.read.pdf_shapes import Face, Leaf, Run

MAX_PAGES = 2_000  # a long book has a thousand
MAX_GLYPHS = 6_000_000  # of one file; two thousand full pages
MAX_PAGE_GLYPHS = 200_000  # of one page; a page of small print has ten thousand
MAX_UNKNOWN = 0.3  # share of glyphs that stand for no character: the words cannot be told
MAX_GAP = 1.0  # of the size; a wider gap parts columns or cells (gutters of papers begin at 1.2)
SHIFT = 0.08  # of the size; a baseline farther away is another run's
BOLD = re.compile(r"bold|black|heavy|demi|cmbx|cmb1|-bd\b|,bd", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|slant|cmti|cmsl|cmmi|-it\b|,it", re.IGNORECASE)
MONO = re.compile(r"mono|courier|consol|typewriter|cmtt|cmsltt|menlo|code(?!c)", re.IGNORECASE)
ENDS = frozenset((10, 13))


@dataclass(frozen=True, slots=True)
class Pdf:
    """What a file holds: its pages, and what its document information says."""

    leaves: tuple[Leaf, ...]
    stated: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    left: float
    right: float
    base: float
    face: Face
    turn: int
    url: str = ""


def read_pages(content: bytes, *, where: str) -> Pdf:
    """The pages of a PDF; raises SourceError where there is no text that could be read."""
    pdfium = _load_pdfium(where)
    try:
        document = pdfium.PdfDocument(content)
        count = len(document)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(where, "is locked with a password", "save it without one, or remove it") from error
        raise SourceError(where, "is no PDF, or a broken one", "download it again, or remove it") from error
    try:
        if count > MAX_PAGES:
            raise SourceError(where, f"has {count} pages; at most {MAX_PAGES} are read", "split it, or remove it")
        leaves = tuple(_read_leaves(document, count, where, pdfium))
        return Pdf(leaves, {key: text.strip() for key, text in document.get_metadata_dict().items()})
    finally:
        document.close()


def _load_pdfium(where: str) -> Any:
    try:
        import pypdfium2
    except ImportError as error:
        raise SourceError(where, "a PDF needs the extra pdf", "pip install 'reading-digest[pdf]'") from error
    return pypdfium2


def _read_leaves(document: Any, count: int, where: str, pdfium: Any) -> Iterator[Leaf]:
    """Every page that can be loaded; a broken one is passed over, as long as others hold text."""
    glyphs = bare = unknown = broken = 0
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
            text_page = page.get_textpage()
        except pdfium.PdfiumError:
            broken += 1
            continue
        marks = read_marks(document, page)
        found = list(_read_glyphs(text_page.raw, marks))
        glyphs += len(found)
        unknown += sum(not glyph.text or glyph.text in ORNAMENTS for glyph in found)
        bare += not found
        if glyphs > MAX_GLYPHS:
            raise SourceError(where, f"more than {MAX_GLYPHS} characters on its pages", "split it, or remove it")
        width, height = page.get_size()
        yield _make_leaf(number, (width, height), [glyph for glyph in found if glyph.text], marks)
        text_page.close()
        page.close()
    if not count or broken == count:
        raise SourceError(where, "no page can be read", "download it again, or remove it")
    if unknown > glyphs * MAX_UNKNOWN:
        raise SourceError(
            where, "its fonts do not say which letters they show", "run an OCR tool over it, or remove it"
        )
    if bare + broken == count:
        raise SourceError(where, "no page has a text layer", "run an OCR tool over it, or remove it")


def _read_glyphs(page: Any, marks: Marks) -> Iterator[_Glyph]:
    """The glyphs in the file's order; a line's end as a line feed, one that stands for nothing as one of ""."""
    from pypdfium2 import raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    faces: dict[Any, tuple[Face, int]] = {}
    high = 0
    last: _Glyph | None = None
    for place in range(min(raw.FPDFText_CountChars(page), MAX_PAGE_GLYPHS)):
        code = raw.FPDFText_GetUnicode(page, place)
        if code in ENDS:
            if last:
                yield replace(last, text="\n")
            continue
        if code == 32 and last and raw.FPDFText_IsGenerated(page, place) == 1:
            yield replace(last, text=" ", left=last.right)
            continue
        shown = ctypes.cast(raw.FPDFText_GetTextObject(page, place), ctypes.c_void_p).value
        if shown not in faces:
            faces[shown] = _read_face(raw, page, place)
        raw.FPDFText_GetLooseCharBox(page, place, box)
        raw.FPDFText_GetCharOrigin(page, place, x, y)
        text, high = read_character(code, high)
        face, turn = faces[shown]
        left, right, base = _upright((box.left, box.bottom, box.right, box.top), (x.value, y.value), turn)
        url = find_url(marks, (box.left + box.right) / 2, (box.bottom + box.top) / 2) if marks.links else ""
        last = _Glyph(text, left, right, base, face, turn, url)
        yield last


def _read_face(raw: Any, page: Any, place: int) -> tuple[Face, int]:
    """The face of a glyph, and how many quarter turns its line stands from upright."""
    matrix, flags, name = raw.FS_MATRIX(), ctypes.c_int(), ctypes.create_string_buffer(128)
    raw.FPDFText_GetMatrix(page, place, matrix)
    raw.FPDFText_GetFontInfo(page, place, name, 128, flags)
    font = name.value.decode("utf-8", "replace").rpartition("+")[2]
    size = raw.FPDFText_GetFontSize(page, place) * (hypot(matrix.c, matrix.d) or 1.0)
    face = Face(
        size=round(min(max(size, 0.1), 1000.0), 1),
        bold=BOLD.search(font) is not None,
        italic=ITALIC.search(font) is not None or bool(flags.value & 1 << 6),
        mono=MONO.search(font) is not None or bool(flags.value & 1),
    )
    if abs(matrix.a) >= abs(matrix.b):
        return face, 0 if matrix.a >= 0 else 2
    return face, 1 if matrix.b > 0 else 3


def _upright(
    box: tuple[float, float, float, float], origin: tuple[float, float], turn: int
) -> tuple[float, float, float]:
    """Left, right and baseline as they are once the line is turned upright."""
    left, bottom, right, top = box
    x, y = origin
    match turn:
        case 1:
            return bottom, top, -x
        case 2:
            return -right, -left, -y
        case 3:
            return -top, -bottom, x
    return left, right, y


def _make_leaf(number: int, size: tuple[float, float], glyphs: list[_Glyph], marks: Marks) -> Leaf:
    """The page read in the direction of most of its glyphs; the others' words are kept aside."""
    turns = Counter(glyph.turn for glyph in glyphs)
    main = min(turns, key=lambda turn: (-turns[turn], turn), default=0)
    width, height = size
    x, y = {0: (0.0, 0.0), 1: (0.0, width), 2: (width, height), 3: (height, 0.0)}[main]
    rules = () if main else marks.rules
    runs = () if main else tuple(_draw_bullets(marks.dots, glyphs))
    runs += tuple(
        replace(run, left=run.left + x, right=run.right + x, base=run.base + y)
        for run in _gather([glyph for glyph in glyphs if glyph.turn == main], rules)
    )
    across = " ".join(run.text.strip() for run in _gather([glyph for glyph in glyphs if glyph.turn != main], ()))
    return Leaf(number, *((height, width) if main % 2 else size), runs, " ".join(across.split()), rules)


def _draw_bullets(dots: tuple[Box, ...], glyphs: list[_Glyph]) -> Iterator[Run]:
    """Dots that are drawn right before a line's first letter, as the bullets that they stand for."""
    for left, bottom, right, top in dots:
        height = (bottom + top) / 2
        beside = [g for g in glyphs if g.text.strip() and g.base < height < g.base + 0.9 * g.face.size]
        first = min(beside, key=lambda glyph: glyph.left, default=None)
        if first and 0 < first.left - right < 2 * first.face.size and right - left < 0.7 * first.face.size:
            yield Run("• ", left, right, first.base, replace(first.face, bold=False, italic=False))


def _gather(glyphs: list[_Glyph], rules: Rules) -> Iterator[Run]:
    """Neighbouring glyphs of one face as runs."""
    gathered: list[_Glyph] = []
    for glyph in glyphs:
        if gathered and not _adjoins(gathered[-1], glyph, rules):
            yield from _make_run(gathered)
            gathered = []
        if glyph.text != "\n":
            gathered.append(glyph)
    yield from _make_run(gathered)


def _adjoins(before: _Glyph, after: _Glyph, rules: Rules) -> bool:
    if after.text == "\n" or before.face != after.face or before.url != after.url:
        return False
    if rules and after.left > before.right and is_parted(rules, before.right, after.left, after.base):
        return False
    size = before.face.size
    gap = after.left - before.right
    return abs(after.base - before.base) <= SHIFT * size and -size < gap < MAX_GAP * size


def _make_run(glyphs: list[_Glyph]) -> Iterator[Run]:
    seen = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if seen:
        left, right = min(glyph.left for glyph in seen), max(glyph.right for glyph in seen)
        text = "".join(glyph.text for glyph in glyphs)
        yield Run(text, left, right, seen[0].base, seen[0].face, seen[0].url)
