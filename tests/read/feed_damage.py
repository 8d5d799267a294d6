"""Makes damaged feeds: sound ones, cut, mixed up, mistagged and misencoded by a seeded generator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

MARKS = (
    b"<",
    b">",
    b"&",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"-->",
    b"</item>",
    b"<item>",
    b"<entry>",
    b"\x00",
    b"\xff\xfe",
    b'"',
    b"<?xml",
)
ENTITIES = (b"&nbsp;", b"&bogus;", b"&#0;", b"&#xD800;", b"&#99999999;", b"&", b"&amp;amp;", b"&lt;script&gt;")
CODECS = ("utf-16", "latin-1", "cp1252", "utf-16-be", "utf-32", "shift_jis")


def damage_feeds(feeds: Sequence[bytes], *, seed: int, number: int) -> Iterator[bytes]:
    """`number` damaged feeds, each with one to four damages; the same seed gives the same feeds."""
    chance = Random(seed)
    for _ in range(number):
        content = chance.choice(feeds)
        for _ in range(chance.randint(1, 4)):
            content = chance.choice(DAMAGES)(content, chance)
        yield content


def _place(content: bytes, chance: Random) -> int:
    return chance.randrange(len(content) + 1)


def _cut_end(content: bytes, chance: Random) -> bytes:
    return content[: _place(content, chance)]


def _cut_start(content: bytes, chance: Random) -> bytes:
    return content[_place(content, chance) // 4 :]


def _cut_middle(content: bytes, chance: Random) -> bytes:
    start = _place(content, chance)
    return content[:start] + content[start + chance.randint(1, 200) :]


def _insert_mark(content: bytes, chance: Random) -> bytes:
    start = _place(content, chance)
    return content[:start] + chance.choice(MARKS + ENTITIES) + content[start:]


def _insert_noise(content: bytes, chance: Random) -> bytes:
    start = _place(content, chance)
    return content[:start] + chance.randbytes(chance.randint(1, 50)) + content[start:]


def _flip_bytes(content: bytes, chance: Random) -> bytes:
    flipped = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        if flipped:
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
    return bytes(flipped)


def _repeat_part(content: bytes, chance: Random) -> bytes:
    start = _place(content, chance)
    part = content[start : start + chance.randint(1, 400)]
    return content[:start] + part * chance.randint(2, 50) + content[start:]


def _swap_parts(content: bytes, chance: Random) -> bytes:
    one, two = sorted((_place(content, chance), _place(content, chance)))
    return content[two:] + content[one:two] + content[:one]


def _encode_otherwise(content: bytes, chance: Random) -> bytes:
    return content.decode("utf-8", "replace").encode(chance.choice(CODECS), "replace")


def _drop_closings(content: bytes, chance: Random) -> bytes:
    parts = content.split(b"</")
    return b"</".join(part for part in parts if chance.random() > 0.2) if len(parts) > 1 else content


def _nest_deep(content: bytes, chance: Random) -> bytes:
    start = _place(content, chance)
    opened = chance.choice((b"<div>", b"<item>", b"<b>", b"[", b'{"a":', b"<blockquote>", b"&lt;div&gt;"))
    return content[:start] + opened * chance.choice((10, 300, 3000)) + content[start:]


DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _cut_end,
    _cut_start,
    _cut_middle,
    _insert_mark,
    _insert_noise,
    _flip_bytes,
    _repeat_part,
    _swap_parts,
    _encode_otherwise,
    _drop_closings,
    _nest_deep,
)
