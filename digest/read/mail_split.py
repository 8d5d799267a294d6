"""A mailbox to its messages: each begins with a line `From `, and lines of a letter that do are told by a `>` before them."""

from __future__ import annotations

import re

SEPARATOR = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n)|(?<=\r\n\r\n))From \S+[^\n]{0,200}\d\d:\d\d[^\n]{0,80}\n")
FIRST = re.compile(rb"\AFrom [^\n]{0,300}\n")
QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def split_mailbox(content: bytes) -> tuple[bytes, ...]:
    """The messages of a mailbox in order, as they were before they were put there (mboxo and mboxrd alike).

    A line `From ` within a letter that no program quoted begins a message only where it is followed by a time.
    """
    starts = [(found.start(), found.end()) for found in SEPARATOR.finditer(content)]
    first = FIRST.match(content)
    if not starts or starts[0][0]:
        starts.insert(0, (0, first.end() if first else 0))
    ends = [start for start, _ in starts[1:]] + [len(content)]
    return tuple(QUOTED.sub(rb"\1", content[begin:end]) for (_, begin), end in zip(starts, ends, strict=True))
