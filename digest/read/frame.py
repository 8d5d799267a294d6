"""The menus above and the footer below a piece, where a whole page was copied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.read.byline import stated_date
from digest.read.chrome import is_other_pieces, why_chrome
from digest.read.glossary import is_glossary_heading
from digest.read.lines import ENDED, Line
from digest.read.piece import Piece, cut_lines
from digest.read.references import is_references_heading

MARKS = re.compile(
    r"(?:skip to (?:main )?(?:content|navigation)|(?:main |mobile |toggle )?menu|search|home|about(?: us)?|contact(?: us)?|blog|careers?|login|log ?in|sign ?in|sign ?up|"
    r"register|my account|subscribe|newsletters?|faqs?|support|help(?: cent(?:er|re))?|press|events|pricing|shop|cart|donate|advertise|follow us|sitemap|site map|resources|"
    r"(?:facebook|twitter|instagram|linkedin|youtube|pinterest|tiktok)|privacy(?: policy| notice| statement)?|terms(?: (?:of (?:service|use)|(?:and|&) conditions))?|"
    r"cookie (?:policy|settings|preferences)|accessibility|impressum|datenschutz|kontakt|suche|startseite|anmelden|accueil|mentions légales|contacto|inicio|"
    r"(?:©|\(c\)|copyright).{0,100}|.{0,60}all rights reserved.{0,20})\W*",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"(?:written by|about the authors?|posted (?:in|by|on)\b.*|author(?: bio)?|share(?: this.*)?|comments?|leave a (?:reply|comment)|\d+ comments?|previous(?: post| article)?:?.*|"
    r"next(?: post| article)?:?.*|post navigation|more (?:from|by|in|posts|articles|stories)\b.*|read more posts.*|view (?:all|more).*|latest updates|subscribe.*|join (?:our|my|the).*|"
    r"sign up.*|get started.*|book a.*|ready to .*\?|about .{2,40}|©.*|copyright.*|topics:?|tags:?|filed under:?.*|editor[’']s note|contact us)",
    re.IGNORECASE,
)
MIN_MARKS = 4  # different menu words; an article about web sites may have three of them as headings
MIN_LINES = 40  # a page with menus has more
PROSE_WORDS = 14
LONG_WORDS = 40  # of a paragraph that is running text by itself
NEAR = 12  # lines in which running text goes on once it has begun
MIN_NEAR = 3  # of them running text
MIN_LINKS = 20  # lines without a sentence at the end: more than any list that closes a text
MAX_LINK_WORDS = 16
WHY_LINKS = "names of other pages below the piece"
TITLE_REACH = 9  # lines above the running text in which its title stands
MIN_TITLE_WORDS = 3  # of one among menus without blank lines
MIN_KEPT = 0.6  # of the words in long lines; a cut that takes more is no menu but a misreading
SENTENCE_WORDS = 10  # shorter ones stand in boxes and footers, too
MAX_WEIGHT = 60  # words of one paragraph that speak for the text to go on
SHORT_WEIGHT = 2  # words that a short line speaks against it: a text may hold long lists
END_WEIGHT = 100  # words that a mark of the end speaks against it


def cut_frame(piece: Piece) -> Piece:
    """The piece without the page around it, if this surely is a whole page; else without the links that it ends in."""
    lines = piece.lines
    if len(lines) < MIN_LINES or not _is_page(lines):
        return cut_lines(piece, dict.fromkeys(range(_links_start(lines), len(lines)), WHY_LINKS))
    start, end = _find_body(lines)
    if _long_words(lines[start:end]) < MIN_KEPT * _long_words(lines):
        return piece
    reasons = dict.fromkeys(range(start), "the page's menus above the piece")
    reasons.update(dict.fromkeys(range(end, len(lines)), "the page's footer below the piece"))
    return cut_lines(piece, reasons)


def _links_start(lines: Sequence[Line]) -> int:
    """Where the last lines begin if they are many and none is a sentence: names of other pages; else the end."""
    start = len(lines)
    while start > 0 and _may_be_link(lines[start - 1]):
        start -= 1
    apparatus = any(is_references_heading(line.text) or is_glossary_heading(line.text) for line in lines[start:])
    announced = start > 0 and lines[start - 1].text[-1] in ":："
    many = len(lines) - start >= MIN_LINKS and sum(map(_is_prose, lines[:start])) >= MIN_NEAR
    return start if many and not apparatus and not announced else len(lines)


def _may_be_link(line: Line) -> bool:
    sentence = line.words >= SENTENCE_WORDS and ENDED.search(line.text)
    return not sentence and line.words <= MAX_LINK_WORDS and line.fence is None


def _is_page(lines: Sequence[Line]) -> bool:
    seen = {line.text.lower() for line in lines if line.words <= 8 and MARKS.fullmatch(line.text)}
    return len(seen) >= MIN_MARKS


def _find_body(lines: Sequence[Line]) -> tuple[int, int]:
    start = _body_start(lines)
    return _title_above(lines, start), _body_end(lines, start)


def _body_start(lines: Sequence[Line]) -> int:
    """Where running text begins: where it goes on, else where there is some at all; the top where there is none."""
    prose = [_is_prose(line) for line in lines]
    dense = (at for at in range(len(lines)) if prose[at] and sum(prose[at : at + NEAR]) >= MIN_NEAR)
    long = (at for at, line in enumerate(lines) if line.words >= LONG_WORDS)
    start = next(dense, next(long, 0))
    while (above := _prose_above(lines, prose, start)) is not None:
        start = above
    return start


def _prose_above(lines: Sequence[Line], prose: Sequence[bool], start: int) -> int | None:
    """The place of the next running text above, with no word of a menu between."""
    for at in range(start - 1, max(-1, start - 1 - NEAR), -1):
        if MARKS.fullmatch(lines[at].text) or is_other_pieces(lines[at]):
            return None
        if prose[at]:
            return at
    return None


def _long_words(lines: Sequence[Line]) -> int:
    """The words of long lines, ended or not: not every script and not every writer ends them with a mark we know."""
    return sum(line.words for line in lines if line.words >= PROSE_WORDS)


def _is_prose(line: Line) -> bool:
    return line.words >= PROSE_WORDS and bool(ENDED.search(line.text))


def _title_above(lines: Sequence[Line], start: int) -> int:
    """The place of the title above the running text: the longest line there that could be one, else its start."""
    reach = range(max(0, start - TITLE_REACH), start)
    fit = [at for at in reach if _could_be_title(lines[at])] or [at for at in reach if _stands_apart(lines, at)]
    return max(fit, key=lambda at: (lines[at].words, at), default=start)


def _stands_apart(lines: Sequence[Line], at: int) -> bool:
    """True for a word or two between blank lines, as the name of a wiki's page stands above its tabs."""
    line = lines[at]
    named = (
        not line.marker and line.words < MIN_TITLE_WORDS and line.text[0].isupper() and not MARKS.fullmatch(line.text)
    )
    return named and line.gap and lines[at + 1].gap and not why_chrome(line)


def _could_be_title(line: Line) -> bool:
    if (
        line.marker
        or not MIN_TITLE_WORDS <= line.words <= 22
        or why_chrome(line)
        or stated_date(line.text)
        or MARKS.fullmatch(line.text)
    ):
        return False
    if re.match(r"(?:by|written by|author|published|updated|last updated|home\b.*[/»>])", line.text, re.IGNORECASE):
        return False
    return not ENDED.search(line.text) or line.text.endswith("?")


def _body_end(lines: Sequence[Line], start: int) -> int:
    """The end of the running text: the place up to which its sentences outweigh the short lines between them.

    A list of references or a glossary behind that belongs to the text, up to a mark of the end.
    """
    weight = heaviest = 0
    end = start + 1
    for at in range(start, len(lines)):
        weight += _weight(lines[at])
        if weight >= heaviest:
            heaviest, end = weight, at + 1
    return _end_of_apparatus(lines, _end_of_list(lines, end))


def _end_of_list(lines: Sequence[Line], end: int) -> int:
    """The end of a list that the last sentence, or the line below it, announces by a colon."""
    opened = next((at + 1 for at in (end - 1, end) if at < len(lines) and lines[at].text[-1] in ":："), end)
    below = opened
    while below < len(lines) and lines[below].marker and not MARKS.fullmatch(lines[below].text):
        below += 1
    return below if 0 < below - opened <= NEAR else end


def _weight(line: Line) -> int:
    """What a line says for the text to go on there, in words: much for a sentence, little against it for a short line."""
    if line.words >= SENTENCE_WORDS and ENDED.search(line.text):
        return min(line.words, MAX_WEIGHT)
    return -END_WEIGHT if _is_end(line) else -SHORT_WEIGHT


def _end_of_apparatus(lines: Sequence[Line], end: int) -> int:
    near = range(end, min(end + NEAR, len(lines)))
    opened = next(
        (at for at in near if is_references_heading(lines[at].text) or is_glossary_heading(lines[at].text)), None
    )
    if opened is None:
        return end
    return next((at for at in range(opened + 1, len(lines)) if _is_end(lines[at])), len(lines))


def _is_end(line: Line) -> bool:
    short = line.words <= 9 and not line.marker
    return short and bool(is_other_pieces(line) or AFTER.fullmatch(line.text) or MARKS.fullmatch(line.text))
