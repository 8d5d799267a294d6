"""Markdown in runs of lines, fenced code apart from the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})")


def split_fences(text: str) -> Iterator[tuple[bool, str]]:
    """The text in runs of lines, and whether each is fenced code."""
    run: list[str] = []
    fence = ""
    for line in text.split("\n"):
        opened = FENCE.match(line)
        if not fence and opened:
            if run:
                yield False, "\n".join(run)
            run, fence = [line], opened.group(1)
        elif fence and opened and opened.group(1).startswith(fence) and not line.strip().strip(fence[0]):
            yield True, "\n".join([*run, line])
            run, fence = [], ""
        else:
            run.append(line)
    if run:
        yield bool(fence), "\n".join(run)
