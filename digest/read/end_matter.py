"""What a site sets below a text: boxes about the author and the site, calls to give, buttons, questions on the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.read.byline import NAME, stated_authors
from digest.read.lines import ENDED, Line, is_rule
from digest.read.piece import Piece, cut_lines

ABOUT_AUTHOR = re.compile(
    r"[*_#\s]*(?:about (?:the )?(?:authors?|writers?|contributors?)|about me|author(?: bio(?:graphy)?)?|the authors?|zu[mr] (?:autor(?:in)?|person)|über (?:den autor|die autorin|die autoren)|"
    r"(?:à propos de |sur )?l[’'](?:auteure?|autrice)|sobre (?:el autor|la autora|o autor|a autora)|acerca del? (?:autor|autora)|l[’']aut(?:ore|rice)|sull[’']aut(?:ore|rice)|over de auteur|об авторе|"
    r"(?:この記事を書いた人|著者(?:について|プロフィール|紹介)?|筆者(?:について)?))\s*[:：]?[*_\s]*",
    re.IGNORECASE,
)
WRITTEN_BY = re.compile(
    r"[*_#\s]*(?:written|words|story|text) by|(?:geschrieben|verfasst|text) von|écrit par|escrito por|scritto da",
    re.IGNORECASE,
)
ABOUT_SITE = re.compile(
    r"[*_#\s]*(?:about|über|à propos de|acerca de|sobre) (?P<name>[^\W\d_][\w’'&.-]*(?: [\w’'&.-]+){0,3})[*_\s]*",
    re.IGNORECASE,
)
GIVE = re.compile(
    r"[*_#\s]*(?:support (?:our|my|this|us|the) ?(?:work|journalism|site|blog|project|writing|reporting|newsletter)?|support (?:us|me)|help us .{2,40}|make a donation|donate(?: (?:now|today|to .{2,30}))?|buy me a coffee|"
    r"before you go.{0,5}|unterstützen sie .{2,40}|unterstütze .{2,30}|spenden(?: sie)?|jetzt spenden|soutenez(?:-nous| .{2,40})|faire un don|nous soutenir|apóyanos|apoya .{2,40}|haz una donación|sostienici|sostieni .{2,40}|apoie .{2,40}|"
    r"supporter .{2,30}|поддержите .{2,40})[.!…]*[*_\s]*",
    re.IGNORECASE,
)
GIVES = re.compile(
    r"\b(?:donat\w+|contribut\w+|chip in|support(?:ers?|ing)?|member(?:s|ship)?|paywall|reader[- ]funded|subscri\w+|spend\w+|unterstütz\w+|beitrag|mitglied\w*|dons?|soutien|soutenez|abonn\w+|adhér\w+|donaci\w+|donaz\w+|soci[oa]s?)\b",
    re.IGNORECASE,
)
LETTER = re.compile(
    r"[*_#\s]*(?:(?:join |get |our |the |my |weekly |daily )*(?:newsletter|mailing list)|newsletter abonnieren|rundbrief|infolettre|bolet[ií]n)[.!]?[*_\s]*",
    re.IGNORECASE,
)
HELPFUL = re.compile(
    r"(?:was|is|did) (?:this|that|the) (?:answer|article|page|post|response|content|summary|information)?\s?(?:\w+ )?(?:helpful|useful|answer your question|help(?: you)?)\s?\?.{0,20}"
    r"|(?:rate|how (?:was|would you rate)) (?:this|the) (?:answer|response|page|article)\b.{0,20}|war (?:diese|dieser|dies|das) .{0,20}(?:hilfreich|nützlich)\?.{0,15}|cette (?:réponse|page) .{0,20}utile\s?\?.{0,15}"
    r"|¿(?:te |le )?(?:ha sido|fue|resultó) útil.{0,20}\?.{0,10}|この(?:回答|記事|ページ)は(?:役に立ちましたか|参考になりましたか).{0,8}",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"(?:yes|no|ja|nein|oui|non|s[ií]|はい|いいえ|👍|👎)(?:[\s/|·]+(?:yes|no|ja|nein|oui|non|s[ií]|はい|いいえ|👍|👎))?[.!]?",
    re.IGNORECASE,
)
BUTTON = re.compile(
    r"(?:report (?:content|this(?: \w+)?|an? (?:error|problem|issue|typo|mistake)|conversation|abuse)|terms(?: of use)?|privacy|get (?:the|our) app|open in app|permalink|share|print(?: this)?|drucken|teilen|merken|fehler melden|artikel merken|vorlesen|"
    r"imprimer|signaler(?: une erreur)?|partager|enregistrer|imprimir|compartir|guardar|stampa|condividi|older posts|newer posts|reply|follow|copy(?: link)?|continue this (?:chat|conversation)|start a new chat|try it yourself|"
    r"subscribe (?:via|by|with) (?:rss|e-?mail|atom)|rss|save(?: for later)?|bookmark|like|cite(?: this)?|mehr anzeigen|kommentieren|jetzt abonnieren|jetzt anmelden|s[’']abonner|s[’']inscrire|"
    r"(?:この記事|この(?:ページ|投稿))を(?:シェア|共有|保存|印刷)(?:する)?|シェア(?:する)?|共有(?:する)?|印刷(?:する)?|ツイート|返信(?:する)?)(?:\s*[»›→>]+)?",
    re.IGNORECASE,
)
PRESS = re.compile(
    r"[*_#\s]*(?:(?:media|press|news) (?:contacts?|enquiries|inquiries|office)|contacts? for (?:media|the press)|presse(?:kontakt|stelle)|contacts? presse|contacto de prensa|ufficio stampa|(?:for|notes? to) editors)[*_\s]*[:：]?",
    re.IGNORECASE,
)
ENDS = re.compile(r"(?:#\s?){3}|[-–—]?\s?(?:30|ends?)\s?[-–—]|\(ends?\)", re.IGNORECASE)
BUTTONS = re.compile(r"\s{2,}|\s*[|·•]\s*|\t")
IS_SOMEBODY = r"(?:is|was|has|writes|covers|works|lives|reports|teaches|ist|schreibt|arbeitet|lebt|est|écrit|es|escribe|trabaja)\b"
PERSON = re.compile(rf"(?:{NAME}\b|she\b|he\b|they\b|the author\b|er\b|sie\b|elle\b|il\b)", re.IGNORECASE)
TAIL = 24  # lines at the end in which a box stands
MAX_SHARE = 0.25  # of the words: a box with more below or in it is a part of the text
MAX_BOX_WORDS = 70
MAX_LEFT_WORDS = 8  # of the lines below a question on the page: names of pages before and after, of its parts
NEAR_TOP = 10  # lines in which a byline stands
WHY_AUTHOR, WHY_SITE = "the box about the author", "the box about the site"
WHY_PRESS, WHY_LEFT = "whom the press may ask", "what stands below the question on the page"
WHY_GIVE, WHY_LETTER, WHY_BUTTON = "a call to give", "a call to subscribe", "a button of the site"


def take_end_matter(piece: Piece) -> Piece:
    """The piece without the boxes and buttons of its site at the end; a name below `Written by` is kept as author."""
    lines = piece.lines
    reasons: dict[int, str] = {}
    authors: tuple[str, ...] = ()
    for place in range(_tail_start(lines), len(lines)):
        if place not in reasons:
            authors = authors or _author_below(lines, place)
            reasons.update(_box(lines, place) or _press(lines, place))
    reasons.update(_left_below(lines))
    reasons.update(_author_at_end(lines))
    reasons = dict(_buttons(lines, reasons)) | reasons
    for place in sorted(reasons):
        if place and is_rule(lines[place - 1]):
            reasons[place - 1] = reasons[place]
    document = replace(piece.document, authors=piece.document.authors or authors)
    return cut_lines(Piece(lines, document), reasons)


def _tail_start(lines: Sequence[Line]) -> int:
    """The first of the last lines that hold a small share of the words."""
    start, below = len(lines), 0
    total = sum(line.words for line in lines)
    while start > max(1, len(lines) - TAIL) and below + lines[start - 1].words <= MAX_SHARE * total:
        start -= 1
        below += lines[start].words
    return start


def _box(lines: Sequence[Line], place: int) -> dict[int, str]:
    """The places of the box that a line labels, with the reason; empty where it labels none."""
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    if line.marker or below is None or below.marker or below.words > MAX_BOX_WORDS:
        return {}
    if named := _author_below(lines, place):
        bio = place + 2 < len(lines) and lines[place + 2].text.startswith(named[0].split()[0])
        return dict.fromkeys(range(place, place + (3 if bio else 2)), WHY_AUTHOR)
    text = line.text
    site = ABOUT_SITE.fullmatch(text)
    labels = (
        (ABOUT_AUTHOR.fullmatch(text) and PERSON.match(below.text) and ENDED.search(below.text), WHY_AUTHOR),
        (site and below.text.startswith(site["name"]), WHY_SITE),
        (GIVE.fullmatch(text) and GIVES.search(below.text), WHY_GIVE),
        (LETTER.fullmatch(text) and below.words <= 20, WHY_LETTER),
    )
    why = next((why for found, why in labels if found), "")
    return {place: why, place + 1: why} if why else {}


def _press(lines: Sequence[Line], place: int) -> dict[int, str]:
    """The places of the names and addresses for the press, to the end of the text, and the mark of that end."""
    text, rest = lines[place].text, lines[place + 1 :]
    if ENDS.fullmatch(text) and not any(line.words >= MAX_BOX_WORDS for line in rest):
        return {place: WHY_PRESS}
    listed = bool(rest) and all(line.words <= MAX_LEFT_WORDS for line in rest) and len(rest) <= MAX_LEFT_WORDS
    return dict.fromkeys(range(place, len(lines)), WHY_PRESS) if listed and PRESS.fullmatch(text) else {}


def _left_below(lines: Sequence[Line]) -> dict[int, str]:
    """The places below a question whether the page helped, where only names of pages and parts stand there."""
    asked = next((at for at in range(_tail_start(lines), len(lines)) if HELPFUL.fullmatch(lines[at].text)), None)
    if asked is None:
        return {}
    below = range(asked, len(lines))
    short = all(lines[at].words <= MAX_LEFT_WORDS and lines[at].fence is None for at in below)
    return dict.fromkeys(below, WHY_LEFT) if short and len(below) > 1 else {}


def _author_at_end(lines: Sequence[Line]) -> dict[int, str]:
    """The place of the last paragraph where it opens with the name in the byline and says who that is."""
    names = {name for line in lines[:NEAR_TOP] for name in stated_authors(line)}
    opened = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(names)))}),? {IS_SOMEBODY}") if names else None
    tail = range(_tail_start(lines), len(lines))
    boxes = [at for at in tail if opened and opened.match(lines[at].text) and lines[at].words <= MAX_BOX_WORDS]
    last = [at for at in boxes if not any(_is_paragraph(line) for line in lines[at + 1 :])]
    return dict.fromkeys(last, WHY_AUTHOR)


def _is_paragraph(line: Line) -> bool:
    return line.words > MAX_LEFT_WORDS and ENDED.search(line.text) is not None


def _author_below(lines: Sequence[Line], place: int) -> tuple[str, ...]:
    """The name that stands alone below `Written by`."""
    if place + 1 >= len(lines) or not WRITTEN_BY.fullmatch(lines[place].text):
        return ()
    name = lines[place + 1].text.strip("*_ ")
    return (name,) if re.fullmatch(NAME, name) and name[0].isupper() else ()


def _buttons(lines: Sequence[Line], boxes: dict[int, str]) -> Iterator[tuple[int, str]]:
    """The buttons at the end, upward from the last line past boxes that go, and the question on the answer there."""
    waiting: list[int] = []
    for place in range(len(lines) - 1, 0, -1):
        text = lines[place].text.strip("#*_ ")
        if HELPFUL.fullmatch(text):
            yield from ((inner, WHY_BUTTON) for inner in (place, *waiting))
            waiting = []
        elif ANSWER.fullmatch(text):
            waiting.append(place)
        elif _is_button(text) and not lines[place].marker and not waiting:
            yield place, WHY_BUTTON
        elif place not in boxes:
            return


def _is_button(text: str) -> bool:
    parts = [part for part in BUTTONS.split(text) if part]
    return bool(parts) and all(BUTTON.fullmatch(part) for part in parts)
