"""Decodes the bytes of a text source, as a person would expect who opens the file in an editor."""

from __future__ import annotations

import codecs
import re
import unicodedata

from digest.errors import SourceError

MAX_TEXT_BYTES = 5 * 1024 * 1024  # the longest novels have 3 MB; a log or a dump dropped by mistake has more
SAMPLE_BYTES = 64 * 1024  # enough to tell an encoding; guessing over megabytes takes seconds
MIN_CONTROLS = 8  # a stray bell or two is no binary file
MAX_CONTROL_SHARE = 0.05  # of the characters; text has tabs and line ends, binary data has a quarter or more

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def decode_text(content: bytes, *, where: str) -> str:
    """The text of a source in NFC with plain line ends; raises SourceError where there is none.

    Byte order marks are believed first, then UTF-8, then what the bytes look like, then Windows-1252. Broken
    UTF-8 is text all the same: its broken places show as U+FFFD.
    """
    if len(content) > MAX_TEXT_BYTES:
        raise SourceError(where, f"too large: over {MAX_TEXT_BYTES // 1024**2} MiB of text", "split it, or remove it")
    text = _decode(content, where)
    if is_binary(text):
        raise SourceError(where, "not text", "save it as plain text, or remove it")
    text = unicodedata.normalize("NFC", UNSEEN.sub("", LINE_ENDS.sub("\n", text)))
    if not text.strip():
        raise SourceError(where, "empty", "fill it, or remove it")
    return text


def _decode(content: bytes, where: str) -> str:
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(encoding, "replace")
    if b"\0" in content:
        raise SourceError(where, "not text", "save it as plain text, or remove it")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(content)


def _decode_other(content: bytes) -> str:
    """Bytes that are not clean UTF-8: damaged UTF-8 where more of it is sound than broken, else an older encoding."""
    lenient = content.decode("utf-8", "replace")
    multibyte = sum(character > "\x7f" and character != "\ufffd" for character in lenient)
    broken = lenient.count("\ufffd")
    if multibyte > broken:
        return lenient
    return _decode_guessed(content)


def _decode_guessed(content: bytes) -> str:
    from charset_normalizer import from_bytes  # a tenth of a second to import, and rarely needed

    sample = content[:SAMPLE_BYTES]
    high = sum(byte > 0x7F for byte in sample)
    if high > len(sample) // 20:  # many accents: a language of another script, worth a guess
        best = from_bytes(sample).best()
        if best is not None and not best.encoding.startswith(("utf_16", "utf_32", "utf_7")):
            return content.decode(best.encoding, "replace")
    return content.decode("cp1252", "replace")


def is_binary(text: str) -> bool:
    """Whether what bytes were decoded to is no text: a twentieth of it are signs that no text has."""
    sample = text[:SAMPLE_BYTES]
    return len(CONTROLS.findall(sample)) > max(MIN_CONTROLS, MAX_CONTROL_SHARE * len(sample))
