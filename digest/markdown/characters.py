"""Text of strangers, less the characters that may not reach a page: controls, overriding bidi marks, halves of pairs."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
INVISIBLE = "\u200b"  # zero width space: a paragraph of it keeps apart what Markdown would join

LINE_ENDS = {*"\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"}  # all that str.splitlines takes for the end of a line
CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - LINE_ENDS - {"\t", "\0"}
CONTROLS |= {"\ufeff"}  # the mark of a byte order, which some take off and some leave
NO_CHARACTERS = {"\0", *map(chr, range(0xFDD0, 0xFDF0))}  # Unicode keeps them for no use between programs
NO_CHARACTERS |= {chr(plane << 16 | last) for plane in range(0x11) for last in (0xFFFE, 0xFFFF)}
OVERRIDING = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}  # they reorder what stands after them

_IN_LINE = str.maketrans(
    {
        **dict.fromkeys(CONTROLS | OVERRIDING),
        **dict.fromkeys(LINE_ENDS | {"\t"}, " "),
        **dict.fromkeys(NO_CHARACTERS, REPLACEMENT),
    }
)
_IN_CODE = str.maketrans({**_IN_LINE, **dict.fromkeys(map(ord, LINE_ENDS), "\n"), ord("\t"): "\t"})


def clean_line(text: str) -> str:
    """The text on one line, runs of spaces as one; what is not a character becomes U+FFFD."""
    if text.isprintable() and "  " not in text:  # what is to be mended is none of it printable, and few texts hold any
        return text
    return re.sub(" {2,}", " ", mend_surrogates(text).translate(_IN_LINE))


def clean_code(text: str) -> str:
    """The lines of code without blank ones at either end; tabs and spaces within stay."""
    text = mend_surrogates(text).replace("\r\n", "\n").translate(_IN_CODE)
    lines = ["" if line.isspace() else line for line in text.split("\n")]
    return "\n".join(lines).strip("\n")


def mend_surrogates(text: str) -> str:
    """The text with pairs of surrogates joined and lone ones as U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
