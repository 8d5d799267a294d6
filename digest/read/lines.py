"""Text to lines: markers split off, lone markers joined to their words, hard-wrapped paragraphs made whole."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.read.code_lines import STRONG, rate_code

BULLETS = "-*•・‣·∙▪▫◦●○■□►▸–+✓✔➤➢❖"
SHY_BULLETS = frozenset("–+·")  # they also open speech, sums and names: a list only beside another of their kind
MARKED = re.compile(rf"([{re.escape(BULLETS)}]|\(?\d{{1,3}}[.)])(?:[ \t\u00a0]+(?=\S)|$)")
RULE = re.compile(r"(?:[*_=~•·⁂-][ \t]*){3,}|⁂")
CODE_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*([\w+#.-]*)[ \t]*")
NOTE_DASH = re.compile(r"[–—:]\s")
ENDED = re.compile(r"[.!?:;…。！？：；।؟۔][\"'”’»)\]]*(?:\s?\[(?:\d{1,3}|[a-z])\])*$")
WRAP_MAX = 100  # characters; an editor's hard wrap is at 66 to 80, no paragraph of one line stays below this
WRAP_MIN = 40  # characters; shorter lines were ended on purpose (verse, an address)
WRAP_LINES = 6  # lines inside paragraphs before a wrap is believed
INDENT_TAB = 4  # columns


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words: its list marker if it has one, the columns before it, and whether a blank line does.

    `fence` is the language of the code block that the line belongs to; None outside code. `speaker` is the label of
    a turn with which the line opens, such as `Assistant:`; empty outside talk.
    """

    text: str
    marker: str = ""
    indent: int = 0
    gap: bool = False
    fence: str | None = None
    speaker: str = ""

    @property
    def ordered(self) -> bool:
        """True under a numbered marker."""
        return any(character.isdigit() for character in self.marker)

    @property
    def words(self) -> int:
        """How many words the line has; scripts without spaces count two characters as a word."""
        spaced = self.text.count(" ") + 1
        return max(spaced, sum(character >= "\u2e80" for character in self.text) // 2)


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that carry words, in order."""
    lines = list(_read_lines(text))
    return tuple(_join_lone_markers(_drop_shy_markers(_unwrap(lines))))


def is_rule(line: Line) -> bool:
    """True for a line that only separates: `***`, `---`."""
    return not line.marker and RULE.fullmatch(line.text) is not None


def _read_lines(text: str) -> Iterator[Line]:
    gap, fence, language = False, "", ""
    for raw in text.split("\n"):
        bare = raw.strip()
        if fence:
            if bare.startswith(fence) and not bare.strip(fence[0]):
                fence = ""
            else:
                yield Line(raw.rstrip(), fence=language)
            continue
        if opened := CODE_FENCE.fullmatch(bare):
            fence, language = opened.group(1), opened.group(2)
            continue
        if bare:
            yield _read_line(raw, bare, gap)
        gap = not bare


def _read_line(raw: str, bare: str, gap: bool) -> Line:
    before = raw[: len(raw) - len(raw.lstrip())].expandtabs(INDENT_TAB)
    marked = None if RULE.fullmatch(bare) else MARKED.match(bare)
    if marked is None:
        return Line(bare, indent=len(before), gap=gap)
    return Line(bare[marked.end() :], marker=marked.group(1), indent=len(before), gap=gap)


def _unwrap(lines: Sequence[Line]) -> list[Line]:
    """The lines with hard-wrapped ones joined, if an editor wrapped this text."""
    if not _is_wrapped(lines):
        return list(lines)
    verbatim = _code_places(lines)
    joined: list[Line] = []
    parts: list[str] = []
    for place, line in enumerate(lines):
        if parts and place not in verbatim and _continues(line, joined[-1]):
            parts.append(line.text)
            continue
        _close(joined, parts)
        joined.append(line)
        parts = [line.text]
    _close(joined, parts)
    return joined


def _code_places(lines: Sequence[Line]) -> set[int]:
    """The places of lines in paragraphs that are code: nobody wrapped those."""
    starts = [place for place, line in enumerate(lines) if line.gap or not place]
    places: set[int] = set()
    for start, end in itertools.pairwise([*starts, len(lines)]):
        rates = [rate_code(line.text) for line in lines[start:end]]
        if max(rates) >= STRONG and sum(rate > 0 for rate in rates) * 2 >= len(rates):
            places.update(range(start, end))
    return places


def _close(joined: list[Line], parts: Sequence[str]) -> None:
    if len(parts) > 1:
        joined[-1] = replace(joined[-1], text=" ".join(parts))


def _continues(line: Line, before: Line) -> bool:
    return not (line.gap or line.marker or line.fence is not None or before.fence is not None or is_rule(line))


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """True where no line is long and most lines inside paragraphs break off in mid-sentence."""
    if any(len(line.text) > WRAP_MAX for line in lines if line.fence is None):
        return False
    inside = [line for line, after in itertools.pairwise(lines) if _continues(after, line) and line.text]
    broken = sum(len(line.text) >= WRAP_MIN and not ENDED.search(line.text) for line in inside)
    return len(inside) >= WRAP_LINES and broken * 2 > len(inside)


def _drop_shy_markers(lines: Sequence[Line]) -> list[Line]:
    """The lines, where a dash that opens a single line is part of its words again."""
    kept = []
    for place, line in enumerate(lines):
        near = [*lines[max(0, place - 2) : place], *lines[place + 1 : place + 3]]
        if line.marker in SHY_BULLETS and not any(other.marker == line.marker for other in near):
            line = replace(line, text=f"{line.marker} {line.text}".rstrip(), marker="")
        kept.append(line)
    return kept


def _join_lone_markers(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each marker that stands alone joined to the words below it; markers without words go."""
    waiting: Line | None = None
    lines = [line for line in lines if line.text or line.marker]
    place = 0
    while place < len(lines):
        line = lines[place]
        place += 1
        if line.marker and not line.text:
            waiting = line
            continue
        if waiting is not None and not line.marker and line.fence is None:
            line = replace(line, marker=waiting.marker, indent=waiting.indent, gap=waiting.gap)
            while place < len(lines) and _is_note(lines[place], line):
                line = replace(line, text=f"{line.text} {lines[place].marker} {lines[place].text}".replace("  ", " "))
                place += 1
        waiting = None
        yield line


def _is_note(line: Line, before: Line) -> bool:
    """True for `– Training and …` below `Resource barriers`: one sentence that lost its line."""
    opens = line.marker == "–" or (not line.marker and NOTE_DASH.match(line.text) is not None)
    return bool(opens and line.text and not line.gap and before.words <= 8 and not ENDED.search(before.text))
