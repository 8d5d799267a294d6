"""The lines of a clump to inlines: words whole again where a line's end broke them, stress kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from digest.blocks import Emphasis, Inline, Inlines, Link, Strong, Text, plain_text
from digest.read.pdf_shapes import Line

HYPHENATED = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
OPENING = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:[-\u00ad\u2010][^\W\d_]+)*")
SURE_FREQUENCY = 1e-6  # of all words of a language: nobody writes such a word with a hyphen
MIN_FREQUENCY = 3e-8  # of all words of a language: once in thirty million
STRESSED = re.compile(r"[^\W\d_]{3}")  # a letter alone is a formula's

Style = Literal["plain", "italic", "bold"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What tells whether a hyphen at a line's end is a word's own: the words of the text, and of its language."""

    words: Counter[str]
    frequencies: Mapping[str, float]

    def mends(self, before: str, after: str) -> bool:
        """Whether two halves are certainly one word without hyphen."""
        whole, hyphened = f"{before}{after}".casefold(), f"{before}-{after}".casefold()
        if self.words[whole] or self.words[hyphened]:
            return self.words[whole] >= self.words[hyphened]
        if self.frequencies.get(whole, 0) >= SURE_FREQUENCY:
            return True
        return bool(self.frequencies) and not all(self._is_word(half) for half in (before, after))

    def _is_word(self, half: str) -> bool:
        word = half.casefold()
        return bool(self.words[word]) or self.frequencies.get(word, 0) >= MIN_FREQUENCY


def make_lexicon(lines: Iterable[Line], *, lang: str | None) -> Lexicon:
    """The words of all lines, but for those that a line's end breaks."""
    words: Counter[str] = Counter()
    for line in lines:
        found = WORD.findall(HYPHENATED.sub("", line.text))
        words.update(word.replace("\u00ad", "-").replace("\u2010", "-").casefold() for word in found)
    return Lexicon(words, _frequencies(lang))


def _frequencies(lang: str | None) -> Mapping[str, float]:
    import wordfreq  # a third of a second with its word list: only for texts that need it

    try:
        found: Mapping[str, float] = wordfreq.get_frequency_dict(lang, wordlist="best") if lang else {}
    except LookupError:
        return {}
    return found


def join_lines(lines: Sequence[Line], lexicon: Lexicon, *, skip: int = 0) -> Inlines:
    """The words of some lines as one paragraph, without the first `skip` characters."""
    main = _main_style(lines)
    pieces = list(_pieces(lines, lexicon, main))
    return _trim_start(tuple(_make_inlines(pieces)), skip)


def line_words(lines: Sequence[Line], lexicon: Lexicon) -> str:
    """The same without stress."""
    text = "".join(text for text, _, _ in _pieces(lines, lexicon, "plain"))
    return " ".join(text.split())


def _main_style(lines: Sequence[Line]) -> Style:
    weights: Counter[Style] = Counter()
    for line in lines:
        for run in line.runs:
            weights[_style(bold=run.face.bold, italic=run.face.italic)] += len(run.text)
    return min(weights, key=lambda style: (-weights[style], style))


def _style(*, bold: bool, italic: bool) -> Style:
    return "bold" if bold else "italic" if italic else "plain"


def _pieces(lines: Sequence[Line], lexicon: Lexicon, main: Style) -> Iterator[tuple[str, Style, str]]:
    """Text with its address, and with its style, relative to the clump's own."""
    for place, line in enumerate(lines):
        below = lines[place + 1].text if place + 1 < len(lines) else None
        texts = [run.text for run in line.runs]
        texts[-1] = _end(line.text, texts[-1].rstrip(), below, lexicon)
        for run, text in zip(line.runs, texts, strict=True):
            style = _style(bold=run.face.bold, italic=run.face.italic)
            yield text.replace("\u00ad", "-").replace("\u200b", ""), "plain" if style == main else style, run.url


def _end(line: str, text: str, below: str | None, lexicon: Lexicon) -> str:
    """The last words of a line as they go on into the next."""
    if below is None:
        return text
    broken, rest = HYPHENATED.search(line), OPENING.match(below)
    if broken is None or rest is None:
        return text if text.endswith(("/", "-", "\u00ad")) and len(line) > 1 and line[-2] != " " else f"{text} "
    whole = below[:1].islower() and lexicon.mends(broken[1], rest.group())
    return text[:-1] if whole else text


def _make_inlines(pieces: Iterable[tuple[str, Style, str]]) -> Iterator[Inline]:
    for url, linked in groupby(pieces, key=lambda piece: piece[2]):
        inlines = tuple(_stress([(text, style) for text, style, _ in linked]))
        if not url:
            yield from inlines
            continue
        text = plain_text(inlines)
        yield Text(" " if text[:1].isspace() else "")
        yield Link(url, _strip(inlines))
        yield Text(" " if text[-1:].isspace() else "")


def _strip(inlines: Inlines) -> Inlines:
    """Inlines without white space at their ends."""
    made = [inline for inline in inlines if not isinstance(inline, Text) or inline.text.strip()]
    if made and isinstance(made[0], Text):
        made[0] = Text(made[0].text.lstrip())
    if made and isinstance(made[-1], Text):
        made[-1] = Text(made[-1].text.rstrip())
    return tuple(made)


def _stress(pieces: Sequence[tuple[str, Style]]) -> Iterator[Inline]:
    telling = [(text, style if STRESSED.search(text) or not text.strip() else "plain") for text, style in pieces]
    for style, group in groupby(telling, key=lambda piece: piece[1]):
        text = re.sub(r"\s+", " ", "".join(text for text, _ in group))
        words = text.strip()
        if style == "plain" or not words:
            yield Text(text)
            continue
        if text.startswith(" "):
            yield Text(" ")
        yield Emphasis((Text(words),)) if style == "italic" else Strong((Text(words),))
        if text.endswith(" "):
            yield Text(" ")


def _trim_start(inlines: Inlines, skip: int) -> Inlines:
    """Inlines without their first characters, with single spaces between words and none at the ends."""
    made: list[Inline] = []
    for inline in inlines:
        text = inline.text if isinstance(inline, Text) else ""
        if isinstance(inline, Text):
            text = text[skip:]
            skip = max(0, skip - len(inline.text))
            if not made or (isinstance(made[-1], Text) and made[-1].text.endswith(" ")):
                text = text.lstrip()
            if text and made and isinstance(made[-1], Text):
                made[-1] = Text(made[-1].text + text)
            elif text:
                made.append(Text(text))
        else:
            made.append(inline)
    if made and isinstance(made[-1], Text):
        made[-1] = Text(made[-1].text.rstrip())
    return tuple(inline for inline in made if not (isinstance(inline, Text) and not inline.text))
