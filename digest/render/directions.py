"""Which words of a text run to the left, as Arabic and Hebrew do."""

from __future__ import annotations

import re

LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"  # their letters
LEFTWARD_WORDS = re.compile(  # a name or title, up to where the next begins
    rf"([{LEFTWARD}](?:(?:[{LEFTWARD}\d_]|[^\w.·“”\"«»]|\.(?!\s*[“\"«]))*[{LEFTWARD}])?)"
)


def runs_left(text: str) -> bool:
    """Whether any of its words does."""
    return LEFTWARD_WORDS.search(text) is not None
