"""What a site sets above a headline: a link past the menu, the menu, its own name, a notice of cookies, a section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.read.byline import stated_authors, stated_date
from digest.read.disclosure import why_disclosure
from digest.read.lines import ENDED, Line
from digest.read.piece import Piece, cut_lines
from digest.read.question import is_asked

SKIP = re.compile(
    r"(?:(?:skip|jump) (?:directly )?to (?:the )?(?:main )?(?:content|navigation|article|text|search|recipe|video|comments|table of contents)|use tab to navigate\b.{0,40}|press (?:esc|enter|tab|escape)\b.{0,40}|(?:direkt )?(?:zum|zur) (?:haupt)?(?:inhalt|navigation|menü|suche)(?: springen| wechseln)?"
    r"|(?:aller|passer|sauter) (?:directement )?au (?:contenu|menu)(?: principal)?|(?:saltar|ir) al contenido(?: principal)?|(?:vai|salta|passa) al contenuto(?: principale)?"
    r"|(?:ir|saltar|pular) para o conteúdo(?: principal)?|(?:ga|spring|direct) naar (?:de )?(?:inhoud|hoofdinhoud)|перейти к (?:основному )?содержанию"
    r"|(?:本文|コンテンツ|メインコンテンツ)(?:へ|に)(?:スキップ|移動|ジャンプ)(?:する)?|跳(?:至|到|转到)(?:主要)?(?:内容|正文))[.!]?",
    re.IGNORECASE,
)
COOKIES = re.compile(
    r"(?:(?:we|this (?:site|website|page)|our (?:site|website)) (?:and our partners )?uses? cookies\b.*|by (?:continuing|using) .{0,60}\bcookies?\b.*"
    r"|(?:wir (?:verwenden|nutzen|setzen)|diese (?:web)?(?:site|seite) (?:verwendet|nutzt)) cookies\b.*|(?:nous utilisons|ce site utilise) des cookies\b.*"
    r"|(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa)) cookies\b.*|(?:utilizziamo|usiamo|questo sito (?:utilizza|usa)) (?:i )?cookie\b.*"
    r"|(?:wij|we) gebruiken cookies\b.*|(?:当サイトでは|このサイトは)?、?(?:cookie|クッキー)を使用.*)",
    re.IGNORECASE,
)
BUTTON = re.compile(
    r"(?:(?:accept|reject|decline|allow|refuse|manage)(?: all| necessary| only necessary)?(?: cookies| settings| preferences| options)?|cookie (?:settings|preferences)|got it|ok(?:ay)?|i (?:agree|accept)"
    r"|(?:alle )?(?:akzeptieren|ablehnen|annehmen)|(?:alles |einstellungen )(?:akzeptieren|ablehnen|verwalten)|(?:tout )?(?:accepter|refuser)|personnaliser|gérer (?:les cookies|mes choix)"
    r"|(?:aceptar|rechazar)(?: todo| todas)?|(?:accetta|rifiuta)(?: tutto| tutti)?|(?:aceitar|recusar|rejeitar)(?: tudo| todos)?|print(?: recipe| page)?|download(?: pdf)?|view pdf|pdf|cite(?: this article)?|share(?: this)?|pin(?: recipe)?|drucken|teilen|merken|imprimer|partager|imprimir|compartir|すべて(?:許可|拒否|同意)(?:する)?)[.!]?",
    re.IGNORECASE,
)
SHARED = re.compile(
    r"shared (?:conversation|chat|thread)|(?:this|the) (?:chat|conversation|thread) (?:was|has been|is) (?:created|shared|generated|made)\b.{0,120}"
    r"|(?:geteilte (?:unterhaltung|konversation)|geteilter chat|conversation partagée|conversación compartida|conversazione condivisa|共有された(?:会話|チャット))",
    re.IGNORECASE,
)
MENU = re.compile(
    r"(?:(?:main |open |close |toggle |mobile )?(?:menu|navigation)|search|home(?: ?page)?|about(?: us| me)?|contact(?: us)?|blog|archives?|posts|articles|projects|links|talks|now|uses|notes|topics|categories|tags|"
    r"rss(?: feed)?|feed|browse|explore|random|log ?in|sign ?in|sign ?up|log ?out|register|my account|account|subscribe|newsletters?|podcasts?|videos?|shop|store|cart|donate|support|help|faqs?|press|events|jobs|careers?|"
    r"pricing|resources|submit|colophon|docs|documentation|search (?:the )?docs|getting started|installation|api(?: reference)?|changelog|create account|main page|questions|users|unanswered|members|forums?|what[’']s new|contents hide|open access|(?:original )?research article|now playing|latest|trending|news|opinion|all posts|all articles|e-?paper|"
    r"startseite|menü|suche|suchen|anmelden|abmelden|registrieren|abo|abonnieren|kontakt|über (?:uns|mich)|impressum|datenschutz|themen|archiv|"
    r"accueil|thèmes|rubriques|à propos|contact|se connecter|connexion|s[’']inscrire|s[’']abonner|faire un don|recherche|rechercher|"
    r"inicio|menú|buscar|contacto|acerca de|quiénes somos|iniciar sesión|suscríbete|temas|archivo|cerca|chi siamo|contatti|accedi|abbonati|início|sobre|contato|entrar|pesquisar|"
    r"ホーム|メニュー|検索|ログイン|お問い合わせ|よくある質問|会員登録|新着|カテゴリー?|首页|搜索|登录|注册|关于我们|联系我们|главная|поиск|войти|контакты|меню|о нас)\W*",
    re.IGNORECASE,
)
MENU_PAIR = re.compile(rf"{MENU.pattern}{MENU.pattern}", re.IGNORECASE)
MENU_WORDS = re.compile(rf"(?:{MENU.pattern}\b){{2,12}}{MENU.pattern}", re.IGNORECASE)
SECTION = re.compile(
    r"(?:(?:HEALTH|SCIENCE|NEWS|WORLD|POLITICS|BUSINESS|ECONOMY|MONEY|TECH|TECHNOLOGY|CULTURE|ARTS?|BOOKS|SPORTS?|FOOD|TRAVEL|STYLE|LIFESTYLE|OPINION|COMMENT|COMMENTARY|ANALYSIS|FEATURES?|ESSAYS?|INTERVIEWS?|"
    r"REVIEWS?|EXPLAINERS?|EDUCATION|CLIMATE|ENVIRONMENT|ENERGY|OCEANS|NATURE|SPACE|PHYSICS|BIOLOGY|MATHEMATICS|MEDICINE|HISTORY|PHILOSOPHY|PSYCHOLOGY|IDEAS|SOCIETY|LOCAL|REGIONAL|DESIGN|LONG READ|THE LONG READ|"
    r"POLITIK|WIRTSCHAFT|WISSEN|WISSENSCHAFT|KULTUR|MEINUNG|GESELLSCHAFT|GESUNDHEIT|REPORTAGE|SANTÉ|SCIENCES|CULTURE|SOCIÉTÉ|ÉCONOMIE|POLITIQUE|SALUD|CIENCIA|CULTURA|POLÍTICA|ECONOMÍA|OPINIÓN|SALUTE|SCIENZA)"
    r"(?: (?:&|AND|UND|ET|Y|E) (?!$)|[ /|·›>]*)){1,3}"
)
NUMBERED = re.compile(
    r".{2,90}[|·•,–—-]\s*(?:issue|no\.?|nr\.?|vol(?:ume)?\.?|edition|ausgabe|numéro|número)\s*#?\d{1,5}", re.IGNORECASE
)
RELEASED = re.compile(
    r"(?:for (?:immediate|general) release|(?:press|news|media) release|(?:presse|medien)mitteilung|communiqué de presse|pour diffusion immédiate|comunicado de prensa|comunicato stampa|embargoed until .{4,40})[:.]?",
    re.IGNORECASE,
)
ROW = re.compile(r"\s{2,}|\t+|\s*[|·•‧/]\s+|\s[–—]\s")
CRUMB = re.compile(r"\s*[›»>→]\s+|\s+/\s+")
MAX_LINES = 30  # a menu above a headline; longer ones stand in the page that cut_frame sees
MAX_MENU_WORDS = 3
MAX_COOKIE_WORDS = 70
MIN_CRUMBS = 3  # of a page's place on its site without a menu word in it: "Docs > Guides > Retries"
MIN_MENU = 2  # known menu words: one alone may be a title ("Home", "Archive")
PROSE_WORDS = 12
WHY = "a menu above the headline"


def cut_masthead(piece: Piece) -> Piece:
    """The piece without what its site sets above the headline; unchanged where it begins with anything else.

    A menu is a run of short lines from the top, two of them words that menus have. The line that the run leads to is
    the headline, or running text; a short line that stands right over running text is kept as the headline then.
    """
    lines = piece.lines
    known = [_why_known(line) for line in lines[:MAX_LINES]]
    run = _run_end(lines, known)
    sure = any(why and why != WHY for why in known[:run])
    if not sure and sum(why == WHY for why in known[:run]) < MIN_MENU:
        return cut_lines(piece, _section(lines, 0))
    end = _without_headline(lines, known, run)
    headline = _headline_inside(lines, known, end)
    reasons = {place: (known[place] if place < run else "") or WHY for place in range(end) if place != headline}
    return cut_lines(piece, reasons | _section(lines, end))


def _why_known(line: Line) -> str:
    """Why a line stands above a headline by its words alone; empty where they do not say so."""
    text = line.text.strip("#*_[]() ")
    if line.fence is not None or line.words > MAX_COOKIE_WORDS:
        return ""
    if SKIP.fullmatch(text):
        return "a link past the page's menu"
    if COOKIES.fullmatch(text):
        return "a notice of cookies"
    if SHARED.fullmatch(text):
        return "the site's word on a shared chat"
    if NUMBERED.fullmatch(text):
        return "the name and number of a letter"
    if RELEASED.fullmatch(text):
        return "a press office's mark"
    if why := why_disclosure(line):
        return why
    if MENU.fullmatch(text) or BUTTON.fullmatch(text) or MENU_PAIR.fullmatch(text):
        return WHY
    return "a row of links above the headline" if _is_row(text) else ""


def _is_row(text: str) -> bool:
    """True for `Home  Links  Talks` and `Home › Soil`: short names, parted alike, one of them a menu word.

    Where nothing but a space parts them, all are menu words: `Home Articles About Contact`.
    """
    if MENU_WORDS.fullmatch(text):
        return True
    for parting in (ROW, CRUMB):
        parts = [part.strip() for part in parting.split(text) if part.strip()]
        menus = sum(MENU.fullmatch(part) is not None for part in parts)
        if len(parts) >= 2 and all(len(part.split()) <= MAX_MENU_WORDS for part in parts):
            placed = parting is CRUMB and len(parts) >= MIN_CRUMBS
            return placed or menus >= 2 or (menus == 1 and MENU.fullmatch(parts[0]) is not None)
    return False


def _run_end(lines: Sequence[Line], known: Sequence[str]) -> int:
    """The end of the leading run: known lines, and short ones among them that state no fact of the piece."""
    end = 0
    while end < len(known) and (known[end] or _is_short(lines[end])):
        end += 1
    return end


def _is_short(line: Line) -> bool:
    if line.fence is not None or line.marker or line.words > MAX_MENU_WORDS or line.text.startswith("#"):
        return False
    if stated_date(line.text) or stated_authors(line) or is_asked(line.text):
        return False
    return len(line.text) <= 30 and not ENDED.search(line.text)


def _without_headline(lines: Sequence[Line], known: Sequence[str], run: int) -> int:
    """The end of what goes: at the last known line, or below it where unknown names are glued to the menu.

    Names parted by a blank line, or right over running text, could be the headline.
    """
    last = max(place for place in range(run) if known[place]) + 1
    end = last
    while end < run and not lines[end].gap:
        end += 1
    below = lines[end] if end < len(lines) else None
    headed = below is not None and below.words < PROSE_WORDS * 2 and not ENDED.search(below.text)
    if end > last and not (headed and end == run and _is_headline(lines, end)):
        end = last
    if end + 1 < len(lines) and (_is_crumb(lines[end].text) or lines[end].text == lines[end + 1].text):
        end += 1  # the page's place on its site may name the headline, too
    return end


def _headline_inside(lines: Sequence[Line], known: Sequence[str], end: int) -> int | None:
    """The last line among the menus that stands between blank lines, where running text follows them at once."""
    if end >= len(lines) or not ENDED.search(lines[end].text) or lines[end].words < PROSE_WORDS:
        return None
    apart = [at for at in range(end - 1) if not known[at] and (lines[at].gap or not at) and lines[at + 1].gap]
    return max(apart, default=None)


def _is_headline(lines: Sequence[Line], place: int) -> bool:
    """True for a line of some length that states no fact: what a menu leads to."""
    line = lines[place]
    return line.words > MAX_MENU_WORDS and not stated_date(line.text) and not stated_authors(line)


def _is_crumb(text: str) -> bool:
    """True for `Regional › Traffic`, the place of a page on its site."""
    return re.search(r"\s[›»]\s", text) is not None


def _section(lines: Sequence[Line], place: int) -> dict[int, str]:
    """The place of a section's name in capitals over a line that reads as a headline."""
    if place + 2 >= len(lines) or not SECTION.fullmatch(lines[place].text) or lines[place].marker:
        return {}
    below = lines[place + 1]
    headline = below.words > MAX_MENU_WORDS and not below.marker and not below.text.isupper()
    stands = headline and (not ENDED.search(below.text) or below.text[-1] in "?!")
    return {place: "the name of the section"} if stands else {}
