"""A sentence to the definition that it states: "A clearing house is a firm that …", "Mulch refers to …", "X — это …"."""

from __future__ import annotations

import re

from digest.analyze.statement_forms import match_statement
from digest.analyze.stopwords import is_boundary
from digest.analyze.wording import split_words, word_zipf
from digest.documents import Definition
from digest.model import Sentence

SUBJECT = r"(?P<term>(?:[\w.+&’'‑-]+ ){0,4}[\w.+&’'‑-]+)(?: \([^()]{2,40}\))?"
GENUS = re.compile(
    rf"\A(?:An? |The )?[“\"]?{SUBJECT}[”\"]? (?:is|are) (?:simply |basically |essentially )?"
    r"(?P<what>(?:an? [“\"]?|[“\"](?:an?|that|the) )(?:[\w’'‑-]+,? ){1,6}?(?:that|which|where|who|used|designed|built|created|developed|made|based|for|of|to|in which|by which)\b"
    r"|the (?:practice|process|study|art|science|method|technique|act|ability|use|measure|process|discipline|field) of\b"
    r"|(?:a )?(?:short for|shorthand for|an acronym for|a term for|the name for|defined as)\b).*[.”\"]\Z"
)
MEANING = ("refers to", "stands for", "is defined as", "are defined as", "denotes")
MEANS = re.compile(rf"\A(?:An? |The )?[“\"]?{SUBJECT}[”\"]? (?:{'|'.join(MEANING)}) .*[.”\"]\Z")
WORTH = re.compile(
    r"\b(?:good|great|best|better|bad|worst|big|huge|small|key|important|critical|crucial|essential|vital|perfect|wonderful|"
    r"common|powerful|useful|lovely|popular|valuable|difficult|hard|easy|simple|clear|real|major|significant|strong|natural|"
    r"lot|way|reason|matter|part|result|problem|challenge|question|step|start|example|sign|chance|bit|sort|kind|one|couple|number|institution|"
    r"variety|testament|reminder|opportunity|priority|must|thing|place|time|point|mix|reflection|response|product of|goal|fan|member|"
    r"symptom|option|issue|concern|topic|umbrella|cornerstone|backbone|hallmark|pillar|journey|marathon|effort|muscle|laboratory|attractive|fascinating|interesting|exciting|ideal|"
    r"consequence|source of|cause|barrier|benefit|win|success|mistake|waste|mine|piece|movement|path|young|old|long|new|first|second|next|only|"
    r"world|value|treat|delight|favou?rite|gem|choice|staple|collaboration|partnership|user-friendly|easy-to-use|reliable|cost-effective|obsessive|top|sleek|stylish|dynamic|high-performance|core practice|expert|space where|locally-owned|family-(?:owned|run|operated)|safety net|alternative to)\b"
)
PERSON = re.compile(
    r"\b(?:\w+(?:er|or|ist|ian)|fellow|lead|chief|head|veteran|alum\w*|student|co-?founder|advocate|expert) (?:at|for|on|with|who|in|of|based|committed|dedicated|interested|working|leading)\b"
)
RELATIVE = re.compile(  # what it is like stands elsewhere
    r"\Aan? (?:overlapping|similar|related|comparable|newer|older|later|upcoming|additional|further|separate|different|complementary|companion|bigger|smaller|faster|cheaper)\b"
)
PRAISE = re.compile(  # of one who sells: what it does for you, not what it is
    r"\b(?:incredibl[ey]|innovative|versatile|award-winning|world-class|enterprise-grade|cutting-edge|state-of-the-art|seamless(?:ly)?|effortless(?:ly)?|"
    r"empower(?:s|ing|ed)?|affordable|premium|luxur(?:y|ious)|stunning|gorgeous|unparalleled|unmatched|unrivalled|unrivaled|renowned|beloved|trusted|top-rated|best-in-class|"
    r"game-chang\w+|revolutionary|next-level|turn to|punches above|boosts?|boosting|full potential|one of the (?:best|most|leading|top|largest|biggest)|"
    r"needs? and preferences|looking to|no matter what|passionate|holistic|brings? to life|mission-based|robust)\b",
    re.IGNORECASE,
)
ASKING = re.compile(  # how it goes, not what it is: "a process that requires patience"
    r"\b(?:that|which) (?:(?:often|usually|always|typically|generally) )?(?:requires?|takes|needs?|demands?|deserves?|depends?|varies|vary|should|must|also|has been|have been|(?:is|are|was|were) already|had|started|began|continues?)\b"
)
FIRM = re.compile(  # one that trades under its name: no word of a field
    r"\b(?:brand|label|boutique|company|firm|start-?up|retailer|manufacturer|maker|designer|team|group|chain|collective|publisher|publishing house|bakery|brewery|salon|jewell?er|showroom|winery|restaurant|hotel|"
    r"(?:creative|performance|marketing|advertising|design|digital|consulting|recruiting|staffing|travel|branding|web|media) agency)\b"
)
DIFFERENCE = re.compile(r"[.;:—–]|,? (?:that|which|who|where|for|of|to|in|by|from|with|at|building) ")
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Uu]s|[Mm]y)\b")
GENERIC = re.compile(r"\A[“\"]?An? ")  # "A clearing house is a firm that …" tells of the word
POINTING = re.compile(r"\b(?:this|these|those) \w")  # what is meant stands elsewhere
MOST_WORDS = 40  # of a sentence that defines; a longer one tells a story
TECHNICAL = 4.6  # Zipf; a headword of one word is rarer, or an acronym


def read_statement(sentence: Sentence, lang: str) -> Definition | None:
    """The definition that a sentence is; None where it says how a thing is, whose it is, or what to think of it."""
    if lang != "en":
        term = match_statement(sentence.text, lang)
        return _define(sentence, term) if term else None
    match = _match(sentence.text)
    if not match or not _is_headword(match["term"], lang) or len(split_words(sentence.text)) > MOST_WORDS:
        return None
    what = match.groupdict().get("what") or ""
    return _define(sentence, match["term"]) if _tells(sentence.text, match["term"], what) else None


def _define(sentence: Sentence, term: str) -> Definition:
    return Definition(sentence.text, sentence.at, term, "stated", "the sentence says what it is")


def _match(text: str) -> re.Match[str] | None:
    """How a sentence says what a thing is; the plain words are looked for first, which costs little."""
    being = " is " in text or " are " in text
    meaning = any(verb in text for verb in MEANING)
    return (GENUS.match(text) if being else None) or (MEANS.match(text) if meaning else None)


def _is_headword(term: str, lang: str) -> bool:
    words = term.split()
    if any(is_boundary(word.casefold(), lang) for word in words) or not words[0][0].isalnum():
        return False
    if len(words) == 1:
        return term[1:] != term[1:].lower() or word_zipf(term, lang) < TECHNICAL
    return any(word_zipf(word, lang) < TECHNICAL + 0.6 for word in words)


def _tells(text: str, term: str, what: str) -> bool:
    """Whether a sentence tells what the word means, to one who has read nothing else."""
    if text.startswith("The ") and term.islower():
        return False
    if any(sign.search(what) for sign in (WORTH, PERSON, RELATIVE)):
        return False
    if not GENERIC.match(text) and FIRM.search(_genus(text, term)):
        return False
    return not any(sign.search(text) for sign in (POINTING, FIRST_PERSON, PRAISE, ASKING))


def _genus(text: str, term: str) -> str:
    """What a sentence calls its subject, up to what tells it from its like."""
    after = text[text.index(term) + len(term) :]
    return DIFFERENCE.split(after, maxsplit=1)[0]
