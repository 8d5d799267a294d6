"""What stands around a piece and is not part of it: promotion, sharing, lists of other pieces, footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.read.disclosure import why_disclosure
from digest.read.glossary import is_glossary_heading
from digest.read.lines import Line
from digest.read.piece import Piece, cut_lines
from digest.read.references import is_references_heading

NETWORKS = r"(?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|e-?mail|telegram|instagram|youtube|tiktok|bluesky|mastodon|threads|copy link|print|tumblr|messenger|hacker news|link)"
STORES = r"(?:(?:the |apple |mac |ios )*app ?store|google play(?: store)?|microsoft store|f-droid)(?:(?:,| and| or| und| oder| et| y| e| &) (?:the |on |in |im |bei |sur |en )*(?:(?:apple )?app ?store|google play(?: store)?|f-droid))*"
PRICE = r"(?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£¥]|eur\b|usd\b|euros?\b|dollars?\b|pounds?\b))"
WORD_PROMOTION = (
    r"(?:newsletters?|in(?:to)? your inbox|mailing list|posteingang|bo[iî]te mail|infolettre|bolet[ií]n|рассылк\w+)"
)

LINES = (
    (
        "a call to subscribe",
        rf"(?:(?:get|receive|have|subscribe|sign[- ]?up|join|want|like|enjoy\w*|never miss|don[’']?t miss|stay|abonnier\w*|melde\w*|jetzt|"
        rf"abonnez|inscri\w+|recevez|suscr\w+|recibe|assine|iscriviti|подпи\w+|[^.]{{0,40}}\?)\b.*\b{WORD_PROMOTION}|subscribe(?: now| today| here| for free)?"
        rf"|(?:our |my |the |weekly |daily |free )*newsletter|.*\? subscribe to .{{1,50}}|subscribe to (?:(?:our|my) .{{1,40}}|(?:the|this) (?:\w+ ){{0,2}}(?:blog|podcast|channel|feed|list|site|website|magazine|paper|updates|series))|sign up for (?:our|my|free|updates).{{0,40}}"
        rf"|join (?:over |more than |the |our )*[\d,.]+\+?k?\+? (?:\w+ ){{0,2}}(?:readers|subscribers|members).{{0,60}}"
        rf"|join (?:over |more than |the |our )*[\d,.]+\+?k?\+? (?:[\w-]+ ){{1,3}}(?:who (?:already )?(?:read|get|receive|start|subscribe|trust|follow|love)|reading|getting|receiving)\b.{{0,60}}|by (?:subscribing|signing up),? (?:you|i) agree.*"
        r"|thank you for subscribing.*|thanks for reading.{0,40}subscribe.*|email address|enter your email.{0,30}|invalid email.*)[.!:]?",
    ),
    (
        "a call to share",
        rf"(?:share(?: (?:this|on|with|via|it|the)\b.{{0,40}})?|(?:share|follow us|teilen|partager|compartir|condividi|compartilhar)\s*:?(?:\s*{NETWORKS}[\s,|·]*)*"
        rf"|tweet(?: this)?|pin (?:it|this)(?: recipe| post| image)?(?: for later)?|tag (?:me|us)\b.{{0,50}}|(?:did|have) you (?:make|made|try|tried) (?:this|it)(?: recipe| project| pattern)?\?.{{0,60}}|(?:{NETWORKS}[\s,|·]*){{2,}}|click to share on .*|opens in new window|copy link|link copied!?|print this(?: page| article)?"
        r"|email this(?: article| page)?|diesen (?:artikel|beitrag) teilen|partager (?:cet article|sur .*)|comparte (?:esto|este artículo)|поделиться)[:.!]?",
    ),
    (
        "an offer of a subscription",
        rf"(?:(?:start|try|begin|get|claim) (?:your|a|my) (?:\d+[- ](?:day|week|month) )?(?:free )?(?:\d+[- ](?:day|week|month) )?trial\b.{{0,40}}|become an? (?:paid |paying |supporting |premium |annual )*(?:member|subscriber|patron|supporter)\b.{{0,40}}"
        rf"|(?:subscribe|join|jetzt (?:testen|abonnieren)|(?:digital)?abo|abonnez-vous|essayez|s[’']abonner|suscríbete|hazte socio|abbonati|assine)\b[^.!?]{{0,40}}{PRICE}[^.!?]{{0,40}}"
        rf"|(?:get )?(?:full|unlimited|digital|complete) access\b[^.!?]{{0,30}}{PRICE} (?:a|per|/) ?(?:week|month|year)\b.{{0,30}}"
        rf"|.{{0,12}}{PRICE} (?:a|per|/|pro|im|par|al|por) ?(?:week|month|year|woche|monat|jahr|semaine|mois|an|semana|mes|año)[,.;] (?:cancel|kündbar|sans engagement|sin permanencia)\b.{{0,40}}"
        r"|(?:first|1st) (?:week|month|\d+ (?:days|weeks|months)) free.{0,40}|\d+ (?:monate?|wochen|tage) (?:kostenlos|gratis) (?:testen|lesen).{0,30}|(?:\d+ (?:jours|mois) d[’'])?essai gratuit.{0,30}|prueba gratis.{0,30}"
        r"|already an? (?:member|subscriber)\?.{0,20}|(?:bereits|schon) abonn\w+\?.{0,20}|déjà abonnée?\s?\?.{0,20}|¿ya (?:eres|está) suscri\w+\?.{0,20}"
        r"|this (?:article|story|post|piece) is (?:only )?(?:for|available to) (?:paid |paying )?(?:subscribers|members)(?: only)?)[.!]?",
    ),
    (
        "an offer of an app",
        rf"(?:(?:download|get|available|install|try|find us|read (?:us|it))\b.{{0,40}} (?:on|in|from|at|via) (?:the )?{STORES}|(?:laden|jetzt|erhältlich|verfügbar|télécharge[rz]|disponible|descárgal[ao]|consíguel[ao]|scarica\w*|disponibile|baixe|disponível)\b.{{0,30}} {STORES}"
        rf"|(?:download|get|try|install) our (?:free |new |mobile )*app\b.{{0,50}}|scan (?:the|this) qr code to (?:download|get)\b.{{0,40}})[.!]?",
    ),
    ("a closed discussion", r"(?:(?:all |the )?comments?(?: section)?(?: (?:are|is|have been))?(?: now| currently)? (?:closed|off|disabled|turned off)(?: (?:on|for) this \w+)?|(?:die )?kommentare (?:sind )?(?:geschlossen|deaktiviert)|(?:die )?kommentarfunktion ist geschlossen|les commentaires sont (?:fermés|clos|désactivés)|commentaires fermés|(?:los )?comentarios (?:están )?(?:cerrados|desactivados)|i commenti sono chiusi|(?:os )?comentários (?:estão )?(?:fechados|encerrados)|комментарии закрыты)[.!]?"),
    ("a button of the site", r"(?:(?:start|try|begin)(?: (?:your|a|my))? free(?: \d+[- ]day)? trial|(?:book|request|schedule|get|watch|see)(?: (?:a|an|your|my|the))?(?: free| project| live)* (?:demo|quote|estimate|consultation)(?: (?:now|today))?|(?:buy|shop|order|apply|donate|register|enroll|book|join) now|add to (?:cart|bag|basket|wish ?list)|check (?:amazon |current |latest )?prices?(?: (?:on|at) \w+)?|(?:view|buy|check|shop|see)(?: it| prices?| deals?| offer)? (?:on|at) (?:amazon|ebay|etsy|walmart|target|\w+\.com)|view deal|see price|copy as markdown|back to (?:all )?(?:the )?(?:blogs?|news|articles|list|overview)|connect with us|notify of|new follow-?up comments|new replies to my comments|there was an (?:issue|error) with the form\..{0,40}|thank you! please check your inbox.{0,60}|(?:jetzt|hier) (?:kaufen|bestellen|buchen|anmelden)|in den warenkorb|ajouter au panier|acheter|añadir al carrito|comprar ahora)(?:\s*[→»›>]+)?[.!]?"),
    ("an advertisement", r"(?:advertisements?|sponsored(?: content| post)?|\[?ad\]?|anzeige|publicité|publicidad|реклама|story continues below(?: advertisement)?|article continues (?:below|after).{0,30})[:.]?"),
    ("a link to another piece", r"(?:read (?:more|also|next|now|this)|also read|related(?: (?:story|stories|article|post|reading|coverage))?|more on this|don[’']t miss|recommended|must[- ]read|lesen sie auch|mehr dazu|à lire(?: aussi)?|lire aussi|lee también|lea también|leia (?:também|mais)|leggi anche|lees ook|читайте также)\s*[:|–—-]\s*\S.{2,140}"),
    ("a link without its address", r"(?:read more|continue reading|read the (?:full|whole|rest of the) (?:story|article|post|piece).{0,20}|learn more|see more|show more|load more|view (?:all|more)|click here|weiterlesen|mehr lesen|lire la suite|leer más|leia mais|leggi tutto|читать далее|back to top|go to top|scroll to top|skip to (?:main )?(?:content|navigation)|previous (?:post|article)|next (?:post|article)|older posts|newer posts|toggle (?:navigation|menu)|loading)(?:\s*(?:→|»|›|>|…|\.{3})+)?"),
    ("reading time or counts", r"(?:(?:reading time|lesezeit|temps de lecture|tiempo de lectura)\s*:?\s*)?(?:~|about |ca\. )?\d{1,3}[- ]?(?:min(?:ute)?s?|minuten)(?: read| reading(?: time)?| lesezeit| de lecture| de lectura)?|\d[\d.,]*[km]? (?:views|likes|shares|claps)"),
    ("a footer", r"(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})).{0,120}|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados).{0,40}|(?:privacy (?:policy|notice|statement)|terms (?:of (?:service|use)|(?:and|&) conditions)|cookie (?:policy|settings|preferences)|datenschutz(?:erklärung)?|impressum|mentions légales|powered by .{1,30}|(?:privacy|terms|cookies|contact|about|imprint)(?: ?[|·•] ?\w[\w ]{0,20})+)"),
)  # fmt: skip
NETWORK = re.compile(NETWORKS, re.IGNORECASE)
LOCAL = tuple((why, re.compile(pattern, re.IGNORECASE)) for why, pattern in LINES)
SMALL_PRINT = re.compile(
    r"(?:(?:absolutely |ever |and )?no spam(?:,? (?:ever|promise[ds]?|guaranteed|we promise|and .{1,30}|just .{1,30}))?|zero spam|spam[- ]free|never spam|we(?: will|’ll|'ll|)? (?:never|don[’']t|won[’']t|hate) spam.{0,20}"
    r"|we (?:respect your privacy|(?:will )?never share your (?:e-?mail|address|details).{0,30})|(?:you can )?(?:un ?subscribe|opt out|cancel)(?: (?:at )?any ?time| in one click| with one click| whenever you (?:like|want))+|unsubscribe|no credit card(?: required| needed)?"
    r"|(?:kein|ohne) spam|jederzeit (?:kündbar|abbestellbar|abmelden)|abmeldung jederzeit(?: möglich)?|(?:pas de|sans|zéro) spam|désinscription (?:à tout moment|en un clic)|désabonnez-vous (?:à tout moment|en un clic)"
    r"|(?:sin|cero|nada de) spam|(?:cancela|date de baja) (?:cuando quieras|en cualquier momento)|niente spam|senza spam|sem spam)",
    re.IGNORECASE,
)  # what only the small print below a form says
FREQUENCY = re.compile(
    r"(?:(?:just |only |nur |seulement |solo )?(?:an?|one|two|1|2|une?|ein|eine|un|una|uno) (?:short |weekly |monthly |free )?(?:e-?mails?|letters?|mails?|messages?|newsletters?|correos?|courriels?|lettres?|nachricht|brief|issues?) "
    r"(?:a|per|each|every|pro|par|a la|al|por|in the) (?:day|week|month|morning|fortnight|tag|woche|monat|jour|semaine|mois|día|semana|mes)|(?:delivered |sent )?(?:every|each) (?:\w+day|morning|week|month|fortnight)(?: (?:morning|evening))?"
    r"|(?:it[’']s |completely |always )?(?:free|weekly|daily|monthly|kostenlos|gratuit|gratis)(?: forever| of charge)?|(?:straight |delivered )?to your inbox)",
    re.IGNORECASE,
)
NAMED_CALL = re.compile(
    r"(?:subscribe to|sign up (?:to|for)|join|follow|get|try|read|receive|abonnieren sie|abonniere|abonnez-vous à|recevez|suscríbete a|recibe|iscriviti a|ricevi|assine)\b [^.?]{2,60}!?",
    re.IGNORECASE,
)  # may as well head a part of a manual: a call only over small print
OTHER_PIECES = re.compile(
    r"(?:(?:recent|related|latest|popular|similar|recommended|trending|other|more|featured|suggested|top|most (?:read|popular))"
    r" (?:articles|posts|threads|questions|discussions|stories|entries|reads?|reading|news|content|updates|pieces|guides|blogs|resources|topics|terms)(?: (?:from|by|in|on|for) .{1,40})?"
    r"|(?:you (?:may|might|will|would|could|’ll|'ll)(?: also)?|we think you) (?:also )?(?:like|enjoy|love|be interested in)(?: these.{0,20})?|more you (?:might|may) like"
    r"|more (?:from|by|in|on) (?:this |the )?[A-Z].{0,40}|more like this|recommended(?: for you| reading)?|(?:read|up|what to read|watch) next|keep (?:on )?reading|trending(?: now)?|most read"
    r"|what (?:others|other \w+ \w+|people) are reading|(?:like|liked|enjoyed) (?:this|it)(?: \w+)?\? read next|in case you missed it|don[’']t miss|explore more|discover more|also (?:in|on) .{1,30}|on a related note.{0,50}"
    r"|(?:das könnte (?:sie|dich|ihnen|dir) auch .{0,30}|mehr zum thema|ähnliche (?:artikel|beiträge)|(?:neueste|aktuelle|weitere|verwandte) (?:artikel|beiträge|meldungen))"
    r"|(?:à lire (?:aussi|également)|articles? (?:similaires|récents|liés|connexes)|sur le même (?:sujet|thème)|derniers articles|vous aimerez aussi)"
    r"|(?:artículos (?:relacionados|recientes)|entradas (?:relacionadas|recientes)|te puede interesar|también te puede .{0,20}|lee también)"
    r"|(?:artigos (?:relacionados|recentes)|leia também|posts recentes|articoli (?:correlati|recenti)|leggi anche|lees ook|gerelateerde artikelen)"
    r"|(?:читайте также|похожие (?:статьи|записи)|по теме)|関連記事|おすすめ記事|相关(?:文章|阅读)|相關文章|推荐阅读)[:.…!]?",
    re.IGNORECASE,
)  # fmt: skip
PROMOTED = re.compile(
    r"\b(?:dail(?:y|ies)|weekly|monthly|every (?:mon|tues|wednes|thurs|fri|satur|sun)day|every (?:week|morning|month)|each (?:week|morning|month)|"
    r"digest|round-?up|newsletter|inbox|delivered|spam|unsubscribe|subscribers?|sign up|subscribe|every other \w+day|täglich|wöchentlich|postfach|jeden (?:tag|morgen|werktag)|hebdomadaire|semanal)\b",
    re.IGNORECASE,
)
JOINED = re.compile(r"join (?:over |more than |the |our )*\d[\d,.]*\+?k?\+? [^\W\d]", re.IGNORECASE)
MAX_CHROME_WORDS = 16
MAX_PROMOTED_WORDS = 14
MAX_CALL_WORDS = 9
WEAK = re.compile(r"more (?:from|by|in|on)\b|featured|other|explore|discover|top |also (?:in|on)", re.IGNORECASE)
WEAK_TAIL_SHARE = 0.15  # of the words: "More on this school" may also head a part of the text
TAIL_SHARE = 0.45  # of the words: a list of other pieces with more below it stands inside the text


def cut_chrome(piece: Piece) -> Piece:
    """The piece without the lines that surely are site chrome, each with its reason."""
    reasons: dict[int, str] = {}
    for place in range(len(piece.lines)):
        if place not in reasons and (why := _why_chrome(piece.lines[place])):
            reasons[place] = why
            if why == "the small print of a call":
                reasons.update(_calls_above(piece.lines, place))
            if why == "a call to subscribe":
                reasons.update(_promoted_below(piece.lines, place))
            if why == "a call to share":
                reasons.update(_networks_below(piece.lines, place))
    reasons.update(_other_pieces(piece.lines))
    return cut_lines(piece, reasons)


def why_chrome(line: Line) -> str:
    """Why a line is site chrome by itself; empty when it is not."""
    return _why_chrome(line)


def is_other_pieces(line: Line) -> bool:
    """True for a line that opens a list of other pieces."""
    return line.words <= 9 and line.fence is None and OTHER_PIECES.fullmatch(line.text.strip("#* ")) is not None


def _why_chrome(line: Line) -> str:
    if why := why_disclosure(line):
        return why
    if line.words > MAX_CHROME_WORDS or line.fence is not None or len(line.text) > 200:
        return ""
    text = line.text.strip("#*_ ")
    if not line.marker and _is_small_print(text):
        return "the small print of a call"
    why = next((why for why, pattern in LOCAL if pattern.fullmatch(text)), "")
    return "" if line.marker and why.startswith("an offer") else why  # in a list, one of several things compared


def _is_small_print(text: str) -> bool:
    """True where every part of a line is small print or says how often, and one at least is small print."""
    parts = [part.strip() for part in re.split(r"[.!;,·•|–—]+\s+|\s+and\s+|[.!]$", text) if part.strip()]
    small = [SMALL_PRINT.fullmatch(part) is not None for part in parts]
    return any(small) and all(
        is_small or FREQUENCY.fullmatch(part) for part, is_small in zip(parts, small, strict=True)
    )


def _calls_above(lines: Sequence[Line], place: int) -> Iterator[tuple[int, str]]:
    """The one or two calls right above small print, and above them the name that they repeat."""
    calls = ""
    for above in range(place - 1, max(0, place - 4), -1):
        line = lines[above]
        text = line.text.strip("#*_ ")
        named = len(text) > 3 and calls.endswith(text)
        if (
            line.marker
            or line.words > MAX_CALL_WORDS
            or not (named or NAMED_CALL.fullmatch(text) or JOINED.match(text))
        ):
            return
        yield above, "a call to subscribe"
        calls = text.rstrip("!.")


def _promoted_below(lines: Sequence[Line], place: int) -> Iterator[tuple[int, str]]:
    """The one or two short lines below a call to subscribe that say what one would get."""
    for below in range(place + 1, min(place + 3, len(lines))):
        line = lines[below]
        if line.marker or _why_chrome(line) or line.words > MAX_PROMOTED_WORDS:
            return
        if not (PROMOTED.search(line.text) or JOINED.match(line.text)):
            return
        yield below, "a call to subscribe"


def _networks_below(lines: Sequence[Line], place: int) -> Iterator[tuple[int, str]]:
    """The names of networks below a call to share, one a line."""
    for below in range(place + 1, len(lines)):
        if not NETWORK.fullmatch(lines[below].text):
            return
        yield below, "a call to share"


def _other_pieces(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Every list of other pieces: to the end of the text, or as far as its entries go."""
    total = sum(line.words for line in lines)
    seen = reached = 0
    for place, line in enumerate(lines):
        if place and place >= reached and is_other_pieces(line):
            share = WEAK_TAIL_SHARE if WEAK.match(line.text) else TAIL_SHARE
            end = _end_of_pieces(lines, place, last=total - seen < share * total)
            reached = max(reached, end)
            yield from ((inner, "a list of other pieces") for inner in range(place, end))
        seen += line.words


def _end_of_pieces(lines: Sequence[Line], place: int, *, last: bool) -> int:
    end = place + 1
    while end < len(lines) and (last or lines[end].marker) and not _is_kept_section(lines[end]):
        end += 1
    if not last and end == place + 1:
        return place  # a heading of the text itself, such as "Other stories", over running text
    return end


def _is_kept_section(line: Line) -> bool:
    return is_glossary_heading(line.text) or is_references_heading(line.text)
