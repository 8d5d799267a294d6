"""Which lines have the look of a heading, whatever stands around them."""

from __future__ import annotations

import re

from digest.read.lines import ENDED, Line, is_rule
from digest.read.small_words import SMALL_IN_HEADINGS

MAX_WORDS = 14  # headings of the web have 6 on average, the longest questions 14
MAX_LENGTH = 110  # characters
WIDE = "\u2e80"  # from here on stand the scripts of China, Japan and Korea
NUMBER = re.compile(r"^\(?\d+(?:\.\d+)*[.):]?\s+")
CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|table|tab\.|tabelle|tableau|figura|tabla|photo|image|exhibit|listing|図|表|图)\s*\.?\s*\d+[a-z]?\b.*"
    r"|.*[(\[](?:see )?(?:fig(?:ure|\.)?|abb\.?|table|tab\.) ?\d+[a-z]?[)\]]",
    re.IGNORECASE,
)
LEADS_ON = "›»→▸▶"  # the arrow of a link
SENTENCES = re.compile(r"[.?!][”\"’)]?\s+[^\W\d_]")
ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\S")
AGENCIES = r"(?:getty(?: images)?|reuters|shutterstock|unsplash|alamy|istock\w*|pexels|pixabay|flickr|wikimedia(?: commons)?|afp|ap)"
CREDIT = re.compile(
    r"(?:(?:written|posted|words|photo\w*|image\w*|picture|portrait|illustration|credit|source|last updated|updated|published|"
    r"courtesy)\b:?\s*(?:by|of|on)?|by)\b:? \S|.*\bgetty images\b|(?:photo|image|credit)s?$"
    rf"|.*(?:[/(|:–—-]\s*|\b(?:via|by|from|images?|photos?) ){AGENCIES}\W*$|.*\b{AGENCIES}(?: photo)?\s*/\s*\S"
    r"|.*[.,|(–—-]\s*(?:photo\w*|images?|pictures?|illustrations?|credits?|courtesy|foto\w*|bild|crédits?)\s*[:©]",
    re.IGNORECASE,
)  # fmt: skip
ENCLOSED = re.compile(r"[(\[（【].*[)\]）】]")  # a caption or a remark as a whole
NOTE_MARK = re.compile(r"\[\d{1,3}\]|[†‡§¶¹²³⁴-⁹]")
TIME = re.compile(
    r"(?:[\w,.]+ ){0,4}\d{1,2}:\d\d ?(?:[ap]\.?m\.?|uhr)(?: [a-z]{2,4})?|\d{1,2}:\d\d(?: [A-Z]{2,4})?", re.IGNORECASE
)
CLAUSES = re.compile("[，、。；].")  # a comma between Han characters joins clauses; headings have one
NO_OPENING = "=♥❤↻>"  # a formula, a count, a quotation
BOX = re.compile(
    r"(?:note|tip|hint|warning|caution|important|danger|info|pro tip|hinweis|achtung|tipp|wichtig|remarque|attention|astuce|nota|aviso|importante)[:!]?",
    re.IGNORECASE,
)  # labels a box beside the text


def has_heading_shape(line: Line) -> bool:
    """Short, opened like a sentence, not closed like one."""
    text = line.text
    if line.fence is not None or len(text) > MAX_LENGTH or line.words > MAX_WORDS or is_rule(line):
        return False
    if line.speaker or (line.marker and not line.ordered):
        return False
    first = text.lstrip("\"'“”‘’«([¿¡")[:1]
    if not first or first in NO_OPENING or first.islower() or not any(character.isalpha() for character in text):
        return False
    if ENDED.search(text) and not (text[-1] in "?!？！" and (is_title_cased(text) or text[-1] in "?？")):
        return False
    if BOX.fullmatch(text) or ENCLOSED.fullmatch(text) or NOTE_MARK.match(text) or TIME.fullmatch(text):
        return False
    if text[-1] in LEADS_ON or CAPTION.fullmatch(text) or _is_talk(text):
        return False
    return not (text[-1] in ",，、-–—" or ADDRESS.search(text) or CREDIT.match(text) or CLAUSES.search(text))


def _is_talk(text: str) -> bool:
    """True for more than one sentence that ends on a question or a call, and for more digits than letters."""
    sentences = text[-1] in "?!" and SENTENCES.search(NUMBER.sub("", text)) and not is_title_cased(text)
    return bool(sentences) or sum(map(str.isdigit, text)) > sum(map(str.isalpha, text))


def is_title_cased(text: str) -> bool:
    """True where nearly all words but the small ones begin with a capital, as in English headings.

    A script without capitals says nothing by them.
    """
    if 2 * sum(character >= WIDE for character in text) > len(text):
        return False
    words = [word.strip("\"'“”‘’()[]#*.,:;!?–—-") for word in text.split()]
    telling = [word for word in words if word and word.lower() not in SMALL_IN_HEADINGS]
    capital = sum(not word[0].islower() for word in telling)
    return bool(telling) and capital >= 0.8 * len(telling) and any(word[0].isupper() for word in telling)
