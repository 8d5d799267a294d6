"""A sentence that says what a thing is, in German, French, Spanish, Russian, Chinese and Japanese, to its headword.

Each language's most certain forms alone: a word whose job it is to define, or "A … is a … that …" of any one of its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.analyze.stopwords import is_boundary
from digest.analyze.wording import CJK, split_words

NAME = r"(?P<term>[\w.+’'‑-]+(?: [\w.+’'‑-]+){0,3}?)(?: \([^()]{2,40}\))?"
LONGEST_NAME = 14  # characters of a Chinese or Japanese headword
CJK_NAME = rf"(?P<term>[^\s，。、；：？！,;:?!「」『』（）()“”的]{{2,{LONGEST_NAME}}})(?:[（(][^（）()]{{1,40}}[）)])?"
MOST_WORDS = 40  # of a sentence in words
MOST_LETTERS = 120  # of one without spaces


@dataclass(frozen=True, slots=True)
class Forms:
    """How a language defines: words of which one stands in every such sentence, looked for first; the forms; what no definition says."""

    signs: tuple[str, ...]
    said: tuple[re.Pattern[str], ...]
    never: re.Pattern[str]


def _forms(signs: tuple[str, ...], forms: tuple[str, ...], never: str) -> Forms:
    return Forms(signs, tuple(re.compile(form) for form in forms), re.compile(never, re.IGNORECASE))


GERMAN = _forms(
    (" ist ", " sind ", "bezeichnet", "versteht man"),
    (
        rf"Eine? {NAME} ist eine? (?:[\w‑-]+ ){{1,5}}?(?:für|von|zu[mr]?|aus|mit|in|an|auf|bei)\b.*\.",
        rf"Eine? {NAME} ist eine? [^,.]{{3,60}}, (?:de[rmn]|die|das|deren|dessen|mit de[rmn]|in de[rm]|bei de[rm]|aus de[rm]|durch d\w+|womit|wo)\b.*\.",
        rf"(?:Eine? |Der |Die |Das )?{NAME} (?:ist|sind) (?:die Bezeichnung|der Fachbegriff|ein Fachbegriff|ein Sammelbegriff|der Oberbegriff|ein Oberbegriff|die Abkürzung|die Wissenschaft|die Lehre|die Kunst|das Verfahren|ein Verfahren|eine Methode|eine Technik|eine Form|eine Art)\b.*\.",
        rf"(?:Eine? |Der |Die |Das |Der Begriff )?[„“»\"]?{NAME}[“”«\"]? bezeichnet (?:man )?(?:eine?n?|de[nr]|die|das)\b.*\.",
        rf"Unter (?:eine[mr] |de[mr] )?[„“»\"]?{NAME}[“”«\"]? versteht man .*\.",
        rf"Als [„“»\"]?{NAME}[“”«\"]? (?:bezeichnet|versteht) man .*\.",
    ),
    r"\b(?:ich|wir|uns|unser\w*|mein\w*|dies\w*|jene\w*|gute\w*|große\w*|wichtig\w*|schön\w*|beste\w*|Grund|Problem|Teil|Beispiel|Frage|Chance|Ort|Sache|Ding)\b",
)
FRENCH = _forms(
    (" est ", "désigne", "On appelle"),
    (
        rf"Une? {NAME} est une? [^,.]{{3,80}}? (?:qui|que|qu’|qu'|dont|où|permettant|destinée?|servant|utilisée?|composée?|par lequel|par laquelle|dans lequel|dans laquelle)\b.*\.",
        rf"(?:Le |La |L’|L')?{NAME} est (?:une? |le |la |l’|l')(?:ensemble|procédé|processus|technique|méthode|pratique|science|discipline|étude|art|forme|type|système|protocole|langage|maladie|phénomène|mécanisme|opération|branche)\b [^.]*(?:qui|que|qu’|qu'|dont|où|consistant|permettant|visant|par lequel|par laquelle|de|d’|d')\b.*\.",
        rf"(?:Le terme |Le mot |La notion de |Le |La |L’|L')?[«“\"]? ?{NAME} ?[»”\"]? désigne (?:une?|les?|la|l’|l'|tou[ts]).*\.",
        rf"On appelle [«“\"]? ?{NAME} ?[»”\"]? (?:une?|les?|la|l’|l'|tou[ts]).*\.",
    ),
    r"\b(?:je|j['’]|nous|notre|nos|mon|ma|mes|cette|ces?|cet|bon(?:ne)?s?|meilleure?|important\w*|grande?|belle|problème|raison|partie|exemple|question|chance|chose|lieu)\b",
)
SPANISH = _forms(
    (" es ", "e entiende por", "e denomina", "e llama", "e define como", "e conoce como"),
    (
        rf"Una? {NAME} es una? [^,.]{{3,80}}? (?:que|donde|cuy[oa]s?|en el que|en la que|con el que|con la que|por el que|por la que|utilizad[oa]|usad[oa]|destinad[oa]|diseñad[oa]|formad[oa])\b.*\.",
        rf"(?:El |La )?{NAME} es (?:una?|el|la) (?:conjunto|proceso|procedimiento|técnica|método|práctica|ciencia|disciplina|estudio|arte|forma|tipo|sistema|protocolo|lenguaje|enfermedad|fenómeno|mecanismo|rama)\b [^.]*(?:que|donde|mediante|por el que|por la que|de|del)\b.*\.",
        rf"Se (?:denomina|llama|conoce como) [«“\"]?{NAME}[»”\"]? (?:a |al )(?:una?|las?|los|el|tod\w+)?.*\.",
        rf"Se entiende por [«“\"]?{NAME}[»”\"]? (?:una?|las?|los|el|tod\w+|cualquier)\b.*\.",
        rf"(?:El |La |Una? )?{NAME} se define como .*\.",
    ),
    r"\b(?:yo|nosotr[oa]s|nuestr\w+|mis?|est[ea]|est[oa]s|es[ea]|buen[oa]?|mejor|importante|gran|problema|razón|parte|ejemplo|pregunta|cosa|lugar)\b",
)
RUSSIAN = _forms(
    ("это ", "называ"),
    (
        rf"[«“\"]?{NAME}[»”\"]? [—–-] это (?!не\b|то\b|что\b|как\b|когда\b|где\b)[^.]*(?:, (?:котор\w+|где|когда|при котор\w+|в котор\w+|предназначенн\w+|состоящ\w+|позволяющ\w+|используем\w+)|для|из|на основе|между)\b.*\.",
        rf"[«“\"]?{NAME}[»”\"]? называ(?:ют|ется|ются) [^.]*, (?:котор\w+|где|в котор\w+|при котор\w+|предназначенн\w+|состоящ\w+)\b.*\.",
    ),
    r"\b(?:я|мы|нас|наш\w*|мой|моя|мо[её]|эт(?:а|от|и|ого|ой|их|им)|хорош\w+|лучш\w+|важн\w+|главн\w+|больш\w+|проблем\w+|причин\w+|пример\w*|вопрос\w*|часть|место|вещь)\b",
)
CHINESE = _forms(
    ("是指", "是一", "指的是"),
    (
        rf"(?:所谓)?[“「]?{CJK_NAME}[”」]?，?(?:是指|指的是).*。",
        rf"{CJK_NAME}是一(?:种|类|门|套|项|款).*的.*。",
    ),
    r"\A(?:这|那|它|他|她|我|你|其|此|该|本|有|最|但|而|如果|因为|所以|不|就|也|都|一)|我们|我的|你们|重要的|最好|问题。|事情。|体验。|选择。",
)
JAPANESE = _forms(
    ("とは",),
    (
        rf"[「『]?{CJK_NAME}[」』]?とは、?.{{6,}}(?:のこと(?:です|である|だ|を(?:いう|言う|指す|指します|いいます|言います))?|を(?:いう|いいます|指す|指します)|である|です|と呼ばれる)。",
    ),
    r"\A(?:これ|それ|あれ|どれ|ここ|そこ|この|その|あの|私|僕|彼|何|もの|こと|なに|人生)|とは(?:限|思|違|言え|いえ|異|別|なら|関係)|でしょう|ません|ない(?:です|のです)?。|私たち|大切|最高",
)
FORMS = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "zh": CHINESE, "ja": JAPANESE}


def match_statement(text: str, lang: str) -> str | None:
    """The term that a sentence defines, as written there; None where it is no definition, or the language is not known here."""
    forms = FORMS.get(lang)
    if forms is None or not any(sign in text for sign in forms.signs):
        return None
    if forms.never.search(text) or _is_long(text):
        return None
    terms = (match["term"] for form in forms.said for match in [form.fullmatch(text)] if match)
    return next((term for term in terms if _is_headword(term, lang)), None)


def _is_long(text: str) -> bool:
    return len(text) > MOST_LETTERS if CJK.search(text) else len(split_words(text)) > MOST_WORDS


def _is_headword(term: str, lang: str) -> bool:
    if CJK.search(term):
        return True
    return not any(is_boundary(word.casefold(), lang) for word in term.split())
