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
NEAR = 12  # lines in which running text goes on once it has begun
MIN_NEAR = 3  # of them running text
TITLE_REACH = 9  # lines above the running text in which its title stands
MIN_KEPT = 0.35  # of the words in sentences; a cut that takes more is no menu but a misreading
SENTENCE_WORDS = 10  # shorter ones stand in boxes and footers, too
MAX_WEIGHT, SHORT_WEIGHT, END_WEIGHT = (
    60,
    3,
    20,
)  # words: of one paragraph for, of a short line and of a mark of the end against


def cut_frame(piece: Piece) -> Piece:
    """The piece without the page around it, if this surely is a whole page; else unchanged."""
    lines = piece.lines
    if len(lines) < MIN_LINES or not _is_page(lines):
        return piece
    start, end = _find_body(lines)
    if _prose_words(lines[start:end]) < MIN_KEPT * _prose_words(lines):
        return piece
    reasons = dict.fromkeys(range(start), "the page's menus above the piece")
    reasons.update(dict.fromkeys(range(end, len(lines)), "the page's footer below the piece"))
    return cut_lines(piece, reasons)


def _is_page(lines: Sequence[Line]) -> bool:
    seen = {line.text.lower() for line in lines if line.words <= 8 and MARKS.fullmatch(line.text)}
    return len(seen) >= MIN_MARKS


def _find_body(lines: Sequence[Line]) -> tuple[int, int]:
    prose = [_is_prose(line) for line in lines]
    start = next((at for at in range(len(lines)) if prose[at] and sum(prose[at : at + NEAR]) >= MIN_NEAR), 0)
    return _title_above(lines, start), _body_end(lines, start)


def _prose_words(lines: Sequence[Line]) -> int:
    return sum(line.words for line in lines if _is_prose(line))


def _is_prose(line: Line) -> bool:
    return line.words >= PROSE_WORDS and bool(ENDED.search(line.text))


def _title_above(lines: Sequence[Line], start: int) -> int:
    """The place of the title above the running text: the longest line there that could be one, else its start."""
    reach = range(max(0, start - TITLE_REACH), start)
    fit = [at for at in reach if _could_be_title(lines[at])]
    return max(fit, key=lambda at: (lines[at].words, at), default=start)


def _could_be_title(line: Line) -> bool:
    if (
        line.marker
        or not 3 <= line.words <= 22
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
    return _end_of_apparatus(lines, end)


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
