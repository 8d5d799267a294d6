"""What a page sets around a block of code: the name of its language, the button that copies it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.read.lines import Line
from digest.read.piece import Piece, cut_lines

BUTTON = re.compile(
    r"(?:copy|copied!?|copy (?:code|to clipboard|snippet)|(?:copy)?edit|run(?: code)?|try it|wrap|expand|collapse|download|raw|kopieren|copier|copiar)(?:\s+(?:code|copied!?))?",
    re.IGNORECASE,
)
LANGUAGES = re.compile(
    r"bash|shell|sh|zsh|console|terminal|powershell|python|javascript|typescript|jsx|tsx|json|yaml|toml|ini|html|xml|css|scss|sql|java|kotlin|swift|"
    r"go|rust|ruby|php|perl|c|cpp|csharp|lua|scala|haskell|elixir|diff|dockerfile|makefile|graphql|markdown|plaintext|text",
    re.IGNORECASE,
)
NEAR = 3  # lines from the code
WHY = "a label of a block of code"


def cut_code_buttons(piece: Piece) -> Piece:
    """The piece without labels and buttons right above and below code; a language's name goes over to the code."""
    lines = list(piece.lines)
    labels: dict[int, str] = {}
    for start, end in _code_runs(lines):
        above = list(_labels(lines, range(start - 1, max(-1, start - 1 - NEAR), -1)))
        below = [place for place in _labels(lines, range(end, min(end + 1, len(lines)))) if _is_button(lines[place])]
        named = next((lines[place].text.lower() for place in above if LANGUAGES.fullmatch(lines[place].text)), "")
        if named and not lines[start].fence:
            lines[start:end] = [replace(line, fence=named) for line in lines[start:end]]
        labels.update(dict.fromkeys([*above, *below], WHY))
    return cut_lines(replace(piece, lines=tuple(lines)), labels)


def _code_runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for place, line in enumerate(lines):
        if line.fence is not None and start is None:
            start = place
        elif line.fence is None and start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(lines)


def _labels(lines: Sequence[Line], places: range) -> Iterator[int]:
    """The places of the labels and buttons that follow each other from the code on."""
    for place in places:
        line = lines[place]
        if line.marker or line.fence is not None or not (_is_button(line) or LANGUAGES.fullmatch(line.text)):
            return
        yield place


def _is_button(line: Line) -> bool:
    return BUTTON.fullmatch(line.text) is not None
