"""The discussion below a piece when it was saved: how many comments, what it asked; taken out of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.documents import Reactions
from digest.read.chrome import is_other_pieces
from digest.read.lines import Line
from digest.read.piece import Piece, cut_lines

COMMENTS = (
    r"(?:comments?|replies|responses|reactions|notes|kommentare?n?|antworten|commentaires?|réactions?|réponses?|comentarios?|respuestas?|"
    r"comentários?|respostas?|commenti|commento|risposte|reacties|kommentarer|komentarze|комментари\w+|コメント|评论|評論)"
)
COUNT = re.compile(
    rf"(?:(?:top|all|show|view)\s+)?(?P<a>\d[\d.,]{{0,8}})\s*{COMMENTS}(?: so far)?\s*[:.]?"
    rf"|(?:(?:top|all|latest|reader)\s+)?(?:{COMMENTS}|discussion|diskussion|discusión)\s*[(\[:（]\s*(?P<b>\d[\d.,]{{0,8}})\s*[)\]）]?",
    re.IGNORECASE,
)
NONE_YET = re.compile(
    r"(?:no (?:comments|replies|responses)(?: yet)?|(?:noch )?keine kommentare(?: vorhanden)?|(?:aucun|pas encore de) commentaires?(?: pour le moment)?|"
    r"(?:sin|(?:aún|todavía) no hay) comentarios|(?:ancora )?nessun commento|(?:ainda )?sem comentários|be the first to (?:comment|reply)|"
    r"soyez le premier à (?:commenter|réagir)|seien? sie der erste, der kommentiert|sé el primero en comentar|комментариев (?:пока )?нет)[.!]?",
    re.IGNORECASE,
)
INVITE = re.compile(
    r"(?:(?:leave|post|add|write) (?:a|your) (?:comment|reply)|leave a reply|join the (?:discussion|conversation)|"
    r"(?:log|sign) ?in (?:or \w+ )?to (?:leave a |post a )?(?:comment|reply|join)\w*.*|you must be logged in to .*|"
    r"your email address will not be published.*|required fields are marked.*|notify me of .*|save my name.*|moderation log|view more|post comment|submit comment|cancel reply|"
    r"schreiben? (?:sie )?einen kommentar.*|kommentar (?:schreiben|hinterlassen)|(?:laisser|laissez|ajouter) un commentaire.*|"
    r"deja (?:un comentario|una respuesta).*|lascia un commento.*|deixe um comentário.*|оставить комментарий|comments?)[.:!]?",
    re.IGNORECASE,
)
BOX = re.compile(
    r"\b(?:community|readers?|reactions?|worth (?:your|the|my)|helpful|useful|help you|enjoy|thoughts?|you think|your take|"
    r"rate (?:this|it)|discussion|feedback|leser\w*|gemeinschaft|diskussion|lect(?:eurs|rices)|communauté|réactions|lectores|lectoras|comunidad|"
    r"lettori|comunità|leitores|comunidade|(?:no(?:tez|ter)|évaluez) (?:ce|cet|cette)|(?:bewerten sie|bewerte) (?:diese\w*|den|die|das)|"
    r"(?:califica|valora|puntúa) (?:este|esta))\b",
    re.IGNORECASE,
)
BOX_QUESTION = re.compile(
    r"(?:qu[’']en (?:avez-vous|as-tu|pensez|penses)|(?:avez-vous|as-tu) (?:aimé|apprécié|trouvé)|(?:ce|cet|cette) .{3,20} (?:vous|t)[ ’'].{0,20}(?:utile|plu|aidé)|"
    r"war (?:das|dies|diese\w*) .{0,20}(?:hilfreich|nützlich|lesenswert)|(?:wie )?hat (?:ihnen|dir|euch) .{0,30}(?:gefallen|geholfen)|was (?:denken|denkst|meinen|meinst|meint) |"
    r"¿(?:te|le|os) (?:ha |han )?(?:gust|sirv|result|pareci|ayud)|¿(?:qué|y tú qué) (?:te|le|os|opin|piens)|¿(?:fue|ha sido|es) útil|"
    r"how did (?:this|that|it) .{0,30}\byou\b|(?:ti|vi) è (?:piaciut|stat)|che (?:ne )?(?:pensi|pensate)|è stato utile|(?:foi|isto foi) útil|gostou|o que (?:achou|acha))",
    re.IGNORECASE,
)
ASKS_READERS = re.compile(
    r"\b(?:comments?|comment below|below|let me know|let us know|share your|tell us|tell me|hit reply|drop (?:me|us|your)|"
    r"your thoughts|discussion|kommentare?n?|comentarios?|comentários?|commentaires?|commenti)\b",
    re.IGNORECASE,
)
CALLS = (
    r"(?:share|tell|post|leave|write|add|drop|send|describe|suggest|name|join|reply|answer|report|rate|ask|comment|discuss|"
    r"partage[rz]|laissez|ajoutez|écrivez|donnez|racontez|réagissez|répondez|dites|participez|teil(?:en sie|t|e)|schreib(?:en sie|t|e)?|erzähl(?:en sie|t|e)?|"
    r"hinterlass(?:en sie|t|e)?|ergänz(?:en sie|t|e)|nenn(?:en sie|t|e)|diskutier(?:en sie|t|e)|comparte|compartid|comparta|cuénta(?:nos|lo|noslo|la)|deja|escribe|añade|opina|participa|"
    r"condividi|condividete|racconta\w*|scrivi|scrivete|lascia|aggiungi|compartilhe|conte|deixe|escreva|adicione|поделитесь|напишите|расскажите|оставьте)"
)
HERE = (
    r"(?:below|underneath|in (?:the|a) (?:comments?|replies|reply|thread)|with (?:us|other readers)|(?:tell|send) us|ci-dessous|plus bas|en commentaires?|dans les commentaires|avec nous|"
    r"unten|in den kommentaren|als kommentar|mit uns|uns|abajo|más abajo|en los comentarios|con nosotros|cuénta\w*|qui sotto|nei commenti|abaixo|nos comentários|ниже|в комментариях)"
)
CALL = re.compile(
    rf"(?:(?:please|so|and|then|now|bitte|por favor|s[’']il vous plaît|per favore),? ){{0,2}}{CALLS}\b[^?？]{{1,160}}",
    re.IGNORECASE,
)
CALL_HERE = re.compile(rf"(?=.*\b{HERE}\b){CALL.pattern}", re.IGNORECASE)
READS = re.compile(
    r"(?:I (?:read|answer|reply to) (?:every|all|each)\b.{0,40}|I(?:[’']d| would) (?:love|like) to (?:hear|know)\b.{0,40}|ich (?:lese|beantworte) jede\b.{0,40}|je lis (?:tou|chaque).{0,40}|leo tod[ao]s.{0,40})",
    re.IGNORECASE,
)
TO_ALL = re.compile(
    r"(?:\w+ ){0,2}(?:readers|members|leserinnen|leser|lecteurs|lectrices|lectores|lectoras|lettori|leitores)\b",
    re.IGNORECASE,
)
SENTENCE_BREAK = re.compile(r"(?<=[.!?？！])[\s]+(?=\S)")
SECOND_PERSON = re.compile(
    r"\b(?:you|your|yours|du|dein\w*|ihr|euch|eure\w*|ihnen|vous|votre|vos|tu|toi|ton|ta|tes|tus?|usted(?:es)?|vosotros|vuestr\w+|voi|vostr\w+|você|seu|sua|вы|ваш\w*)\b",
    re.IGNORECASE,
)
TO_READER = re.compile(
    r"(?:what(?:'s|’s| is| are| do| would|) (?:your|you)|(?:what|how) about you|over to you|your turn|do you|did you|have you|are you|"
    r"which of your|how do you|share your|let me know|tell us|was (?:denk|mein)|und (?:du|sie)|et vous|et toi|¿y (?:tú|usted|vosotros)|"
    r"¿qué opin|e você|e tu\b|что (?:вы )?дума)",
    re.IGNORECASE,
)
MAX_BOX_LINES = 4  # above the count: a heading, a question, a rating
MAX_PROMPT_WORDS = 70


def take_reactions(piece: Piece) -> Piece:
    """The piece without its discussion box; `reactions` holds the count and the question to readers."""
    lines = piece.lines
    anchor = _find_anchor(lines)
    box = _box(lines, anchor) if anchor is not None else {}
    above = min(box) if box else len(lines)
    prompt_at = _find_prompt(lines, above, boxed=bool(box))
    if anchor is None and prompt_at is None:
        return piece
    reasons = dict(box)
    if prompt_at is not None:
        reasons[prompt_at] = "a question to readers, kept with the reactions"
    counted, before = _count(lines, box), piece.document.reactions
    comments = before.comments if counted is None and before else counted
    reactions = Reactions(comments, _prompt(lines, prompt_at, anchor, box))
    stated = reactions if reactions != Reactions() else None
    return cut_lines(Piece(lines, replace(piece.document, reactions=stated)), reasons)


def _find_anchor(lines: Sequence[Line]) -> int | None:
    """The line that opens the discussion: a count or an invitation below most of the text."""
    total = sum(line.words for line in lines)
    below = 0
    found = None
    for place in range(len(lines) - 1, 0, -1):
        if _opens(lines[place]) and (below * 2 < total):
            found = place if found is None or _states_count(lines[place]) else found
        below += lines[place].words
        if below * 2 >= total:
            break
    return found


def _opens(line: Line) -> bool:
    text = line.text.strip("#* ")
    bare = line.words <= 10 and not line.marker
    return bare and (_states_count(line) or INVITE.fullmatch(text) is not None)


def _states_count(line: Line) -> bool:
    text = line.text.strip("#* ")
    return COUNT.fullmatch(text) is not None or NONE_YET.fullmatch(text) is not None


def _box(lines: Sequence[Line], anchor: int) -> dict[int, str]:
    """The places of the box around its anchor, with reasons."""
    start = anchor
    while start > 1 and anchor - start < MAX_BOX_LINES and _belongs_above(lines[start - 1]):
        start -= 1
    counted = any(_count_of(line) for line in lines[anchor:])
    end = anchor + 1
    while end < len(lines) and (counted or _belongs_below(lines[end])):
        end += 1
    if counted and _resumes(lines[anchor + 1 :]):
        end = anchor + 1
    return dict.fromkeys(range(start, end), "the discussion below the piece when it was saved")


def _belongs_above(line: Line) -> bool:
    text = line.text
    if line.marker or line.words > 10 or text[-1] in ".:":
        return False
    asks = text[-1] in "?？" and BOX_QUESTION.match(text)
    return bool(BOX.search(text) or asks or _opens(line))


def _belongs_below(line: Line) -> bool:
    return line.words <= 25 and not line.marker and not _is_other_section(line) and not is_other_pieces(line)


def _is_other_section(line: Line) -> bool:
    return (
        re.match(
            r"(?:tags?|sources?|references|glossary|key terms|filed under|further reading)\b", line.text, re.IGNORECASE
        )
        is not None
    )


def _resumes(below: Sequence[Line]) -> bool:
    """True where a section follows that is no comment."""
    return any(_is_other_section(line) for line in below)


def _count_of(line: Line) -> int | None:
    text = line.text.strip("#* ")
    if NONE_YET.fullmatch(text):
        return 0
    stated = COUNT.fullmatch(text)
    if stated is None:
        return None
    digits = re.sub(r"\D", "", stated["a"] or stated["b"])
    return int(digits)


def _count(lines: Sequence[Line], box: dict[int, str]) -> int | None:
    counts = (_count_of(lines[place]) for place in sorted(box))
    return next((count for count in counts if count is not None), None)


def _find_prompt(lines: Sequence[Line], end: int, *, boxed: bool) -> int | None:
    """The last paragraph before the box, where it asks readers to answer below."""
    for place in range(end - 1, max(1, end - 6), -1):
        line = lines[place]
        if _asks(line) or _calls(line, boxed=boxed and place == end - 1):
            return place
        if line.words > 12 and not re.match(r"(?:tags?|etiquetas|schlagw\w+|mots)\b", line.text, re.IGNORECASE):
            return None
    return None


def _asks(line: Line) -> bool:
    text = line.text
    if line.marker or not 3 <= line.words <= MAX_PROMPT_WORDS or not re.search(r"[?？:]", text):
        return False
    return bool(
        ASKS_READERS.search(text) and (TO_READER.match(text) or "comment" in text.lower() or "koment" in text.lower())
    )


def _calls(line: Line, *, boxed: bool) -> bool:
    """True for a question that ends on a call to answer it here: `Have you seen one? Tell us below` and the like.

    A call without "you" is one only right above the discussion: an exercise may say "Write it below", too.
    """
    sentences = SENTENCE_BREAK.split(line.text.strip("*_ "))
    if line.marker or line.words > MAX_PROMPT_WORDS or len(sentences) < 2 or "?" not in line.text:
        return False
    called = CALL_HERE.fullmatch(sentences[-1]) or READS.fullmatch(sentences[-1])
    return called is not None and (boxed or SECOND_PERSON.search(line.text) is not None)


def _prompt(lines: Sequence[Line], prompt_at: int | None, anchor: int | None, box: dict[int, str]) -> str | None:
    """What the source asks its readers: the paragraph before the box, else the line in it that invites or asks."""
    if prompt_at is not None:
        return lines[prompt_at].text
    return next(_invitations(lines, anchor, sorted(box)), None)


def _invitations(lines: Sequence[Line], anchor: int | None, places: Sequence[int]) -> Iterator[str]:
    """The lines of the box that ask or invite: sentences below the count, then questions above it."""
    if anchor is None:
        return
    below = [lines[place] for place in places if place > anchor]
    if not (_count_of(lines[anchor]) and len(below) > 1):  # else they are what readers wrote
        yield from (line.text for line in below if _invites(line))
    elif _invites(below[0]) and (CALL.fullmatch(below[0].text) or TO_ALL.match(below[0].text)):
        yield below[0].text  # an invitation to all, above what readers wrote
    yield from (lines[place].text for place in places if place < anchor and lines[place].text.endswith(("?", "？")))


def _invites(line: Line) -> bool:
    return line.words >= 5 and line.text[-1] in ".!?" and not INVITE.fullmatch(line.text)
