"""Bytes of a message to its parts: headers in plain words, its text as HTML or plain, pictures by the names that the text uses."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32

from digest.documents import Cut
from digest.errors import SourceError
from digest.read.decode import SAMPLE_BYTES, UNSEEN, is_binary

MAX_BYTES = 40 * 1024 * 1024  # of a message; mail servers take 25, a page with all its pictures has fewer
MAX_HEADER = 4000  # characters; the parser's time grows with the square of a header's length
MAX_PARTS = 2000  # a page with a thousand pictures is still one
ENCODED = re.compile(r"=\?[^?\s]{1,60}\?[bq]\?", re.IGNORECASE)
# Their bytes are good ASCII or UTF-8 that says something else.
BY_SHIFTS = ("hz", "iso2022", "utf-7", "utf-16", "utf-32")
WEB_NAMES = {"ascii": "cp1252", "iso8859-1": "cp1252"}  # what is declared so is what Windows wrote


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message: its media type, content, and the names by which others speak of it."""

    media_type: str
    content: bytes
    charset: str = ""
    file_name: str = ""
    cid: str = ""
    location: str = ""
    attached: bool = False
    flowed: bool = False

    @property
    def text(self) -> str:
        """The words of a text part: UTF-8 where the bytes are, whatever it declares; else as declared."""
        return UNSEEN.sub("", _decode(self.content, self.charset).replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(frozen=True, slots=True)
class Letter:
    """A message: headers by lower-case name (the first of each), its parts in order, and messages within it."""

    headers: Mapping[str, str]
    parts: tuple[Part, ...]
    within: tuple[Letter, ...] = ()

    def find_text(self, media_type: str) -> Part | None:
        """The first part of this type that is no attachment and has words."""
        texts = (part for part in self.parts if part.media_type == media_type and not part.attached)
        return next((part for part in texts if part.content.strip()), None)


def open_letter(content: bytes, *, where: str) -> Letter:
    """The message that the bytes hold, however broken; raises SourceError for what is too large or too deep."""
    if len(content) > MAX_BYTES:
        raise SourceError(where, f"too large: over {MAX_BYTES // 1024**2} MiB", "save only its text, or remove it")
    if is_binary(content[:SAMPLE_BYTES].decode("ascii", "ignore")):
        raise SourceError(where, "no letter, nor any text", "save the letter again, or remove it")
    try:
        return _read_message(message_from_bytes(content, policy=_Capped()), where)
    except RecursionError as error:
        raise SourceError(where, "parts within parts without end", "save its text, or remove it") from error


def decode_words(raw: str) -> str:
    """A header's words in one line: encoded words decoded, bytes beyond ASCII taken as UTF-8 or Windows-1252."""
    text = _decode(raw.encode("utf-8", "surrogateescape"), "")
    if ENCODED.search(text):
        try:
            pieces = decode_header(" ".join(text.split()))
        except (HeaderParseError, ValueError):
            pieces = []
        text = (
            "".join(piece if isinstance(piece, str) else _decode(piece, charset or "") for piece, charset in pieces)
            or text
        )
    return " ".join(UNSEEN.sub("", text.replace("\t", " ").replace("\n", " ")).split())


class _Capped(Compat32):
    """The parser's lenient policy, headers cut to a length that no sane one has.

    The other policy reads each header by a grammar: minutes for 100 KB of them, and errors of its own for some.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:MAX_HEADER]


def _read_message(message: Message, where: str, *, inner: bool = False) -> Letter:
    headers: dict[str, str] = {}
    for name, value in message.raw_items():
        headers.setdefault(name.lower(), decode_words(str(value)))
    parts: list[Part] = []
    within: list[Letter] = []
    for leaf in _leaves(message):
        if len(parts) == MAX_PARTS:
            raise SourceError(where, f"more than {MAX_PARTS} parts", "save its text, or remove it")
        if leaf.get_content_type() == "message/rfc822" and leaf.is_multipart():
            if not inner:
                within += [
                    _read_message(each, where, inner=True) for each in leaf.get_payload() if isinstance(each, Message)
                ]
        else:
            parts.append(_read_part(leaf))
    return Letter(headers, tuple(parts), tuple(within))


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order; a message within the message is one."""
    waiting: list[Message] = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload()
        if isinstance(payload, list) and part.get_content_type() != "message/rfc822":
            waiting += [inner for inner in reversed(payload) if isinstance(inner, Message)]
        else:
            yield part


def _read_part(part: Message) -> Part:
    decoded = part.get_payload(decode=True)
    return Part(
        media_type=part.get_content_type(),
        content=decoded if isinstance(decoded, bytes) else b"",
        charset=str(part.get_content_charset() or ""),
        file_name=decode_words(str(part.get_filename() or "")),
        cid=str(part.get("content-id") or "").strip().strip("<>"),
        location="".join(str(part.get("content-location") or "").split()),
        attached=str(part.get("content-disposition") or "").strip().lower().startswith("attachment"),
        flowed=str(part.get_param("format") or "").lower() == "flowed",
    )


def _decode(content: bytes, charset: str) -> str:
    encoding = _known(charset)
    if encoding.startswith(BY_SHIFTS):
        return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        named = WEB_NAMES.get(encoding, encoding)
        return content.decode(
            "cp1252" if named in ("", "utf-8") and _is_mostly_broken(content) else named or "utf-8", "replace"
        )


def _is_mostly_broken(content: bytes) -> bool:
    """Whether bytes that are no UTF-8 are not nearly so either."""
    lenient = content.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    return broken > sum(character > "\x7f" for character in lenient) - broken


def _known(charset: str) -> str:
    try:
        found = codecs.lookup(charset)
    except (LookupError, ValueError):
        return ""
    return found.name if getattr(found, "_is_text_encoding", True) else ""


def name_left_out(letter: Letter, used: frozenset[str]) -> tuple[Cut, ...]:
    """The attachments that no word of the letter shows, by name."""
    return tuple(
        Cut(part.file_name or part.media_type, "an attachment")
        for part in letter.parts
        if (part.attached or not part.media_type.startswith("text/"))
        and part.cid not in used
        and part.location not in used
    )
