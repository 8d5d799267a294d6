"""A title for a text that states none, made of the text's own words: a telling clause or heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from digest.blocks import Blocks, Heading, Paragraph, plain_text, walk_blocks
from digest.documents import Document
from digest.folding import fold_text
from digest.read.question import first_sentence
from digest.read.small_words import SMALL_IN_TEXT
from digest.read.title import PICTURED

OPENING = 3  # paragraphs whose clauses may become the title
MIN_OPENING = 2  # of them above the first heading
OPENING_LENGTH = 2000  # characters of each
MIN_WORDS, BEST_WORDS, MAX_WORDS = 4, 7, 14
MAX_LENGTH = 95  # characters; a longer title is cut at a word
LEADS = re.compile(
    r"(?:in this (?:paper|article|work|study|letter|post|essay|section),? (?:we|I|the authors) (?:\w+ ){0,2}?(?:present|propose|introduce|describe|study|investigate|"
    r"report|show|develop|consider|examine|discuss|analy[sz]e|explore)s? (?:that )?|(?:we|this (?:paper|article|work|study|post|essay)) (?:\w+ ){0,1}?"
    r"(?:presents?|proposes?|introduces?|describes?|stud(?:y|ies)|investigates?|reports?|develops?|considers?|examines?|discusses|analy[sz]es?|explores?) "
    r"|(?:here|recently|today|however|moreover|furthermore|in addition|in short|in fact|thus|therefore|for example|finally|first(?:ly)?|in recent years|"
    r"in general|as a result|in particular|in this paper|in this work|in this study|nowadays|to date|additionally|indeed|of course),\s+)",
    re.IGNORECASE,
)
LEANS = re.compile(
    r"(?:in (?:all |each of )?(?:this|these|that|those)|the (?:resulting|following|final|latter|former|above)|consequently|one such|another|even|still|"
    r"ours|mine|theirs|this|that|these|those|it|its|they|he|she|him|her|let[’']?s|and|but|so|or|then|here|there|such|both|also|which|who|nothing|none|everything|we|i|you|my|our|your|"
    r"es|sie|er|wir|ich|das|dies|aber|und|il|elle|ce|c[’']est|nous|je|mais|et|esto|eso|pero|yo|él|ella)\b",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    r"\s*(?:[;:]\s|\s[–—-]\s|,\s(?:and|but|which|who|because|while|whereas|so|although|where|since|y|pero|und|aber|denn|et|mais)\s|\s\((?=[^)]*$)|—)"
)
CITED = re.compile(r"\s*\[\d[\d,;\s–-]{0,20}\]")  # the number of a reference
PART = re.compile(
    r"(?:part|chapter|act|section|teil|kapitel|akt|partie|chapitre|acte|parte|capítulo|acto|capitolo|atto)\s+(?:\d{1,3}|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eins|zwei|drei|vier|une?|deux|trois|uno|dos|tres|due|tre)\s*[:.–—-]\s+",
    re.IGNORECASE,
)
POINTS_BACK = re.compile(r"\b(?:it|they|them|that way|this|these|those|he|she|him|her)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_][\w'’-]*")


def derive_title(document: Document) -> Document:
    """The document with a derived title, if it has none; a question asked is its own title."""
    if document.title:
        return document
    asked = document.question
    title = _cut_at_word(asked) if asked else _best(document.blocks)
    return replace(document, title=title or "Untitled", title_from="derived")


def _best(blocks: Blocks) -> str:
    """The candidate whose words are most at home in the whole text; ties go to the one that stands first."""
    weights = _weights(blocks)
    candidates = list(dict.fromkeys(_candidates(blocks)))
    if not candidates:
        return _fallback(blocks)
    scored = [(_score(title, weights, place), -place, title) for place, title in enumerate(candidates)]
    return max(scored)[2]


def _candidates(blocks: Blocks) -> Iterator[str]:
    """Clauses of the opening paragraphs that can stand alone; headings name parts, so only without such clauses."""
    sentences = [sentence for paragraph in _opening(blocks) for sentence in _sentences(paragraph)]
    clauses = [clause for sentence in sentences if sentence[-1] not in "?？:" and (clause := _clause(sentence))]
    yield from clauses
    if clauses:
        return
    for block in blocks:
        if isinstance(block, Heading):
            heading = PART.sub("", plain_text(block.children).strip())
            if MIN_WORDS <= len(heading.split()) <= MAX_WORDS and not LEANS.match(heading):
                yield heading.rstrip(".:")


def _opening(blocks: Blocks) -> list[str]:
    """The first paragraphs; those above the first heading alone, if there are two: what is below tells of a part."""
    heads = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    above = _texts(blocks[: heads[0]]) if heads else []
    return (above if len(above) >= MIN_OPENING else _texts(blocks))[:OPENING]


def _texts(blocks: Blocks) -> list[str]:
    texts = (plain_text(block.children)[:OPENING_LENGTH] for block in blocks if isinstance(block, Paragraph))
    return [text for text in texts if not PICTURED.fullmatch(text)]


def _sentences(paragraph: str) -> Iterator[str]:
    rest = paragraph
    for _ in range(6):  # sentences of a paragraph; later ones are details
        sentence = first_sentence(rest)
        if not sentence:
            return
        yield sentence
        rest = rest[rest.find(sentence) + len(sentence) :]


def _clause(sentence: str) -> str | None:
    """A sentence's main clause without its end mark; None where it leans on another or is no title's length."""
    text = LEADS.sub("", CITED.sub("", sentence.strip()), count=1)
    ends = CLAUSE_END.search(text)
    clause = (text[: ends.start()] if ends else text).rstrip(" .!,;:…。！")
    words = clause.split()
    wide = sum(character >= "\u2e80" for character in clause)
    if LEANS.match(clause) or not (MIN_WORDS <= len(words) <= MAX_WORDS or 6 <= wide <= 40):
        return None
    if (
        len(clause) > MAX_LENGTH
        or clause.count("(") != clause.count(")")
        or (ends and words[-1].lower() in SMALL_IN_TEXT)
    ):
        return None
    if clause.count('"') % 2 or clause.count("“") != clause.count("”"):
        return None
    return clause[0].upper() + clause[1:]


def _weights(blocks: Blocks) -> Counter[str]:
    """How often each word stands in the text; headings count three times."""
    counts: Counter[str] = Counter()
    for block in walk_blocks(blocks):
        if isinstance(block, Paragraph | Heading):
            times = 3 if isinstance(block, Heading) else 1
            for word in _telling(plain_text(block.children)):
                counts[word] += times
    return counts


def _telling(text: str) -> list[str]:
    words = (fold_text(word) for word in WORD.findall(text))
    return [word.removesuffix("s") for word in words if len(word) > 2 and word not in SMALL_IN_TEXT]


def _score(title: str, weights: Counter[str], place: int) -> float:
    """The mean weight of the telling words, less for odd lengths, for standing late and for pointing back."""
    words = _telling(title)
    if not words:
        return 0.0
    strength = sum(min(weights[word], 12) for word in words) / (len(words) + 1)
    length = len(title.split())
    return strength - 0.3 * abs(length - BEST_WORDS) - 0.5 * place - len(POINTS_BACK.findall(title))


def _fallback(blocks: Blocks) -> str:
    """The first words of the text, cut at a clause or a word."""
    texts = [plain_text(block.children) for block in walk_blocks(blocks) if isinstance(block, Paragraph | Heading)]
    sentences = [first_sentence(text[:OPENING_LENGTH].strip()) for text in texts[: OPENING + 1]]
    stating = (sentence for sentence in sentences if sentence and sentence[-1] not in "?？:")
    sentence = next(stating, sentences[0] if sentences else "")
    text = LEADS.sub("", CITED.sub("", sentence), count=1)
    end = CLAUSE_END.search(text)
    if end and len(text[: end.start()].split()) >= MIN_WORDS:
        text = text[: end.start()]
    title = _cut_at_word(text.rstrip(" .,;:。"))
    return title[:1].upper() + title[1:]


def _cut_at_word(text: str) -> str:
    """The text, if long cut before a word and never after a small one."""
    text = " ".join(text.split())
    if len(text) <= MAX_LENGTH:
        return text
    words = text[: MAX_LENGTH + 1].rpartition(" ")[0].split()
    while len(words) > MIN_WORDS and words[-1].lower().strip(",;:") in SMALL_IN_TEXT:
        words.pop()
    return (" ".join(words) or text[:MAX_LENGTH]).rstrip(",;:") + "…"
