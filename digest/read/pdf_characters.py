"""The codes that a PDF's fonts give to the characters that they stand for."""

from __future__ import annotations

HYPHENS = frozenset((2, 0x00AD))  # PDFium writes 2 for a hyphen that it takes for a line's
UNKNOWN = frozenset((0, 0xFFFD, 0xFFFE, 0xFFFF))
PRIVATE = range(0xE000, 0xF900)  # a font's own signs: parts of large brackets, ornaments
OWN_BULLETS = frozenset((0xF0B7, 0xF0A7, 0xF0D8))  # of Symbol and Wingdings, as word processors write them
ORNAMENTS = frozenset(map(chr, (*range(0x2460, 0x2500), *range(0x2701, 0x27C0))))  # what a wrong table makes of letters
HALVES = range(0xD800, 0xE000)
TEX = dict(  # codes of TeX's own fonts, where a file does not say what they show
    zip(
        (0x0B, 0x0C, 0x0E, 0x0F, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F, 0x10, 0x11, 0x15, 0x16),
        ("ff", "fi", "ffi", "ffl", "ff", "fi", "fl", "ffi", "ffl", "“", "”", "–", "—"),
        strict=True,
    )
)
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "ſt", 0xFB06: "st"}


def read_character(code: int, high: int) -> tuple[str, int]:
    """The character of a code, and the first half of one that takes two codes."""
    if code in HYPHENS:
        return "\u00ad", 0
    if code in TEX:
        return TEX[code], 0
    if code in HALVES:
        if code < 0xDC00:
            return " ", code
        return (chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00), 0) if high else ("", 0)
    if code in UNKNOWN or (code < 32 and code != 9) or code > 0x10FFFF:
        return "", 0
    if code in PRIVATE:
        return "•" if code in OWN_BULLETS else " ", 0
    return LIGATURES.get(code) or (" " if code in (9, 0xA0) else chr(code)), 0
