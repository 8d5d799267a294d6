"""Lines beside a text that only state facts about it: when, how long, how often read, whose photograph."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from digest.documents import Cut, Document, Reactions
from digest.read.byline import stated_authors, stated_date
from digest.read.lines import Line
from digest.read.piece import Piece, cut_lines, shown
from digest.read.reactions import COMMENTS

PARTS = re.compile(
    r"\s+[|·•‧∙—–/-]\s+|(?<=\d{4})\s+(?=by [A-ZÀ-Þ])|\s*[|｜]\s*|\t+|\s{3,}|(?<=[^\W\d]{3})\.\s+(?=[A-Z\d])|(?<=\d{4})[,.]\s+(?=\D|\d\d?:)"
)
CLOCK = r"(?:,? ?(?:at |um |à |alle |a las )?\d{1,2}(?::|\.|h)\d\d ?(?:[ap]\.?m\.?|uhr|h)?(?: [A-Z]{2,4})?)"
PUBLISHED = re.compile(
    r"(?:(?:first |originally )?(?:published|posted)|veröffentlicht|erschienen|publié|publicado|pubblicato|公開日|投稿日)\s*(?:on|am|le|el|il)?\s*[:：]?\s*(?P<day>.+)",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"(?:(?:last |page )?(?:updated|modified|edited|reviewed|changed)|(?:zuletzt )?(?:aktualisiert|geändert|bearbeitet)|stand|(?:dernière )?mise? à jour|mis à jour|modifié|"
    r"(?:última )?actualizaci[óo]n|actualizado|aggiornato|ultimo aggiornamento|atualizado|bijgewerkt|обновлено|最終?更新日?時?|更新日)\s*(?:on|am|le|el|il)?\s*[:：]?\s*(?P<day>.{4,40})",
    re.IGNORECASE,
)
LENGTH = re.compile(
    r"(?:(?:estimated |average )?(?:reading time|read(?:ing)?|lesezeit|lesedauer|(?:temps|durée) de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|original|this (?:version|summary)|"
    r"listening time|hördauer|読了時間|время чтения)\s*[:：]?\s*)?(?:about |approx\.? |ca\. |env(?:iron|\.) |約|~)?\d{1,3}(?:[ -]?(?:–|to|bis) ?\d{1,3})?[ -]?(?:min(?:ute)?n?s?\.?|minuti|minutos?|分|мин(?:ут\w?)?\.?|hours?|hrs?)"
    r"(?: (?:read(?:ing)?(?: time)?|listen(?:ing)?|watch|lesezeit|de lecture|de lectura|di lettura|de leitura))?",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\d[\d.,]*\s?[km]?\s?(?:views?|reads?|likes?|shares?|claps?|reposts?|retweets?|favou?rites?|upvotes?|points?|words|followers|aufrufe|vues|vistas|visualizzazioni|wörter|mots|palabras)"
    r"|(?:阅读|閱讀|浏览|瀏覽|点击|點擊|播放|点赞|閲覧)(?:量|数|數|次数)?\s*[:：]?\s*\d[\d.,]*\s?[万萬k]?次?|\d[\d.,]* (?:accesses|downloads|citations|altmetric)|metrics(?: details)?|(?:rated )?\d(?:\.\d+)? (?:from|stars? from|/ ?5 from|out of 5,?(?: from)?) \d[\d,.]* (?:votes?|ratings?|reviews?)"
    r"|[♥❤♡👍★☆↻⟳🔁💬👏👁]\ufe0f?\s*\d[\d.,]*\s?[km]?(?:\s+[♥❤♡👍★☆↻⟳🔁💬👏👁]\ufe0f?\s*\d[\d.,]*\s?[km]?)*",
    re.IGNORECASE,
)
COMMENTED = re.compile(
    rf"(?P<count>\d[\d.,]{{0,8}})\s*{COMMENTS}|(?:评论|評論|コメント)(?:数|數)?\s*[:：]?\s*(?P<after>\d[\d.,]{{0,8}})",
    re.IGNORECASE,
)
MADE = re.compile(
    r"(?:summary|summarised|summarized|translation|translated|zusammenfassung|résumé|resumen) (?:by|von|par|por) (?:[^\W\d_][\w.'’-]*)(?: [^\W\d_][\w.'’-]*){0,3}|link ?post|shared link|filed (?:by|from|on) [^.!?]{2,50}",
    re.IGNORECASE,
)  # says who made the page, which is no byline of the piece
PLAYER = re.compile(
    r"(?:listen(?: to (?:this|the) (?:article|story|post|piece|essay|episode))?|(?:diesen )?(?:artikel|beitrag) (?:an|vor)?(?:hören|lesen lassen)|(?:écouter|écoutez) (?:cet article|l[’']article)|"
    r"escuchar? (?:este|el) artículo|ascolta (?:questo|l[’'])\s?articolo|(?:この)?記事を聴?聞?く|play(?: audio| episode)?|audio version)(?:\s*[(:]?\s*\d+(?::\d\d| min\w*)\)?)?"
    r"|0:00 ?[/|–-] ?\d{1,2}:\d\d|▶.{0,20}",
    re.IGNORECASE,
)
HEAD_BUTTON = re.compile(
    r"(?:drucken|teilen|merken|vorlesen|share|print|save|bookmark|imprimer|partager|enregistrer|compartir|guardar|收藏|(?:分享|シェア)(?:到)?\s*[:：]?(?:\s*(?:微信|微博|朋友圈|QQ|qq空间))*|打印|保存)[.!]?",
    re.IGNORECASE,
)
PLAYED = re.compile(r"\d{1,2}:\d\d|\d(?:\.\d+)?[x×]", re.IGNORECASE)  # a clock or a speed: only below a player's button
CREDIT = re.compile(
    r"[\[(]?(?:(?:cover |header |lead |main )?(?:photo(?:graph)?s?|images?|pictures?|illustrations?|artwork|graphics?|bild(?:er)?|fotos?|titelbild|grafik|abbildung|crédits?|images?|foto|imagen|immagine|写真|画像)"
    r"(?: (?:credits?|source|courtesy(?: of)?|by|von|par|de|di|quelle))?|(?:bild|foto)(?:nachweis|quelle)|crédits? photos?)\s*(?:[:：©]|(?<=by) |(?<=of) )\s*©?\s*(?P<owner>[^.!?:]{2,70})[\])]?\.?",
    re.IGNORECASE,
)
CAPTIONED = re.compile(
    r".{12,240}[.!?:]?[\s|(–—-]+(?i:photo(?:graph)?|foto|image|picture|bild|illustration|crédit photo)s?(?: credits?| by| courtesy of)?\s*[:：]\s*(?:©\s*)?[A-ZÀ-Þ][^.!?]{2,50}[).]?"
)
LICENCE = re.compile(r",? (?:via |/ )?(?:CC[ -](?:BY|0)[\w .-]*|public domain)$", re.IGNORECASE)
HEAD = 9  # lines at the top in which facts stand
TAIL = 14  # lines at the end
MAX_LENGTH = 160  # characters
MAX_OWNER_WORDS = 6
WHY_FACTS = "a line of facts about the piece"
WHY_COUNTS = "reading time or counts"
WHY_PLAYER = "a player's button"
WHY_BUTTON = "a button beside the headline"
WHY_CREDIT = "the credit of a picture"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a line states of its piece, beside its length or its readers: the day, the count of comments, its authors."""

    published: str | None = None
    comments: int | None = None
    authors: tuple[str, ...] = ()


def take_facts(piece: Piece) -> Piece:
    """The piece without lines of facts at its top and end; the day and the count of comments are kept.

    A day or a count of comments alone in its line is left to the rules that read those.
    """
    lines, document = piece.lines, piece.document
    reasons: dict[int, str] = {}
    near = {*range(min(HEAD, len(lines))), *range(max(0, len(lines) - TAIL), len(lines))}
    for place, line in enumerate(lines):
        why, facts = _read_line(line) if place in near else ("", Facts())
        if place and (is_credit(line) or (PLAYED.fullmatch(line.text) and reasons.get(place - 1) == WHY_PLAYER)):
            why = WHY_CREDIT if is_credit(line) else WHY_PLAYER
        if why in (WHY_COUNTS, WHY_BUTTON) and place == 0:
            continue  # "24 Hours" may be a title
        if why:
            reasons[place] = why
            document = _with_facts(document, facts)
    return cut_lines(Piece(lines, document), reasons)


def read_facts(text: str) -> Facts | None:
    """What a line states where every part of it is a fact about the piece; None for any other line."""
    if len(text) > MAX_LENGTH:
        return None
    parts = [part.strip(" .,") for part in PARTS.split(text.strip("*_()[] ")) if part.strip(" .,")]
    read = [_read_part(part) for part in parts]
    facts = [fact for fact in read if fact is not None]
    hours = all(re.fullmatch(CLOCK, part, re.IGNORECASE) for part in parts)  # of a timetable, of a diary
    if hours or len(facts) < len(parts):
        return None
    published = next((fact.published for fact in facts if fact.published), None)
    comments = next((fact.comments for fact in facts if fact.comments is not None), None)
    return Facts(published, comments, tuple(name for fact in facts for name in fact.authors))


def is_credit(line: Line) -> bool:
    """True for a line that says whose a picture is and nothing else."""
    if not line.marker and line.fence is None and CAPTIONED.fullmatch(line.text):
        return True
    barred = line.marker or line.fence is not None or len(line.text) > MAX_LENGTH
    found = None if barred else CREDIT.fullmatch(line.text.strip("*_ "))
    if found is None:
        return False
    words = LICENCE.sub("", found["owner"]).split()
    named = [word for word in words if word[0].isalpha()]
    return len(words) <= MAX_OWNER_WORDS and bool(named) and all(not word[0].islower() for word in named)


def drop_count(piece: Piece) -> Piece:
    """The piece, a count of comments parted from the tags or the facts that stand before it in a line near its end."""
    lines, document, cuts = list(piece.lines), piece.document, []
    for place in range(max(1, len(lines) - TAIL), len(lines)):
        head, parting, last = _last_part(lines[place].text)
        counted = COMMENTED.fullmatch(last) if parting else None
        if counted is not None and ":" in head:
            lines[place] = replace(lines[place], text=head)
            cuts.append(Cut(last, "a count of comments, kept with the reactions"))
            document = _with_facts(document, Facts(comments=_number(counted["count"])))
    return Piece(tuple(lines), replace(document, cut=document.cut + tuple(cuts)))


def _last_part(text: str) -> tuple[str, str, str]:
    """A line parted at its last bar or dot: what stands before it, the sign, what stands after it."""
    if len(text) > MAX_LENGTH:
        return text, "", ""
    found = re.fullmatch(r"(?P<head>.*\S)(?P<sign>\s+[|·•]\s+|\s{3,})(?P<last>\S.{0,40})", text)
    return (found["head"], found["sign"], found["last"]) if found else (text, "", "")


def _read_line(line: Line) -> tuple[str, Facts]:
    """Why a line near the top or the end goes, and what it states; no reason for a line that stays."""
    text = shown(line) if line.ordered else line.text
    if line.fence is not None or (line.marker and not line.ordered) or len(text) > MAX_LENGTH:
        return "", Facts()
    if PLAYER.fullmatch(text.strip("*_ ")):
        return WHY_PLAYER, Facts()
    if HEAD_BUTTON.fullmatch(text.strip("*_ ")):
        return WHY_BUTTON, Facts()
    alone = not line.marker and (
        stated_date(text) is not None or bool(stated_authors(line) and len(PARTS.split(text)) == 1)
    )
    if commented := COMMENTED.fullmatch(text.strip("#* ")):
        counted = Facts(comments=_number(commented["after"])) if commented["after"] else Facts()
        return (WHY_COUNTS, counted) if commented["after"] else ("", counted)
    if alone:
        return "", Facts()
    if LENGTH.fullmatch(text.strip("*_ ")) or COUNTED.fullmatch(text.strip("*_ ")):
        return WHY_COUNTS, Facts()
    facts = read_facts(text)
    return (WHY_FACTS, facts) if facts is not None else ("", Facts())


def _read_part(part: str) -> Facts | None:
    bare = re.sub(rf"{CLOCK}$", "", part, flags=re.IGNORECASE).strip(" ,")
    if day := stated_date(bare):
        return Facts(published=day)
    if commented := COMMENTED.fullmatch(part):
        return Facts(comments=_number(commented["count"] or commented["after"]))
    if authors := stated_authors(Line(part)):
        return Facts(authors=authors)
    if (published := PUBLISHED.fullmatch(bare)) and (day := stated_date(published["day"])):
        return Facts(published=day)
    updated = UPDATED.fullmatch(bare)
    if updated and re.search(r"\d", updated["day"]):
        return Facts()
    stated = re.fullmatch(CLOCK, part, re.IGNORECASE) or LENGTH.fullmatch(part) or COUNTED.fullmatch(part)
    return Facts() if stated or MADE.fullmatch(part) else None


def _with_facts(document: Document, facts: Facts) -> Document:
    reactions = document.reactions
    if facts.comments is not None and reactions is None:
        reactions = Reactions(facts.comments)
    published, authors = document.published or facts.published, document.authors or facts.authors
    return replace(document, published=published, authors=authors, reactions=reactions)


def _number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))
