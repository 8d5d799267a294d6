"""Ways to damage a file, each the same for the same seed."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, Random], bytes]


def cut_short(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content))]


def flip_bytes(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 10, 100, 1000))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def drop_a_part(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content))
    return content[:start] + content[start + random.randrange(2000) :]


def repeat_a_part(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content))
    return content[:start] + content[start : start + 500] * random.randrange(2, 20) + content[start:]


def swap_numbers(content: bytes, random: Random) -> bytes:
    """Other numbers in references and lengths, some huge: pages that are their own parents, streams without an end."""

    def change(found: re.Match[bytes]) -> bytes:
        if random.random() > 0.02:
            return found.group()
        return str(random.choice((0, 1, 2, 3, random.randrange(60), 2**31 - 1, 2**63, -1))).encode()

    return re.sub(rb"(?<![\d.])\d+(?![\d.])", change, content)


DAMAGES: tuple[Damage, ...] = (
    cut_short,
    flip_bytes,
    drop_a_part,
    repeat_a_part,
    swap_numbers,
)
