"""What a text says its terms mean: few and certain, each with the reason why it counts as a definition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from digest.analyze.aliases import Alias
from digest.analyze.passages import Passage
from digest.analyze.stopwords import is_boundary
from digest.analyze.wording import make_key, split_words, word_parts, word_zipf, words_of
from digest.documents import Definition, Document
from digest.folding import fold_text
from digest.model import Sentence

SUBJECT = r"(?P<term>(?:[\w.+&’'‑-]+ ){0,4}[\w.+&’'‑-]+)(?: \([^()]{2,40}\))?"
GENUS = re.compile(
    rf"\A(?:An? |The )?[“\"]?{SUBJECT}[”\"]? (?:is|are) (?:simply |basically |essentially )?"
    r"(?P<what>an? (?:[\w’'‑-]+,? ){1,6}?(?:that|which|where|who|used|designed|built|created|developed|made|based|for|of|to|in which|by which)\b"
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
    r"consequence|source of|cause|barrier|benefit|win|success|mistake|waste|mine|piece|movement|path|young|old|long|new|first|second|next|only)\b"
)
PERSON = re.compile(
    r"\b(?:\w+(?:er|or|ist|ian)|fellow|lead|chief|head|veteran|alum\w*|student|co-?founder|advocate|expert) (?:at|for|on|with|who|in|of|based|committed|dedicated|interested|working|leading)\b"
)
LABELLED = re.compile(r"(?P<term>[^\s:–—][^:–—.!?]{1,48}?)\s*(?::|\s[–—])\s+(?P<text>\S.*)", re.DOTALL)
META_LABELS = words_of(  # labels that tell about a thing, not what it is
    """
    address after answer audience author authors before bonus by category caution conclusion cons contact
    cost date difficulty duration email example examples format goal goals host how input level license link
    links location name note notes now output phone place posted price problem pros published question
    rating read result results role source speaker speakers status step summary tags takeaway team then time
    tip tips title tldr today update venue verdict version warning website what when where who why
    """
)
MOST_LABEL_WORDS = 4
MOST_WORDS = 40  # of a labelled definition; a longer one is a section
FEWEST_WORDS = 4
TALKING = re.compile(r"\b(?:i|we|you|my|our|your|me|us|let|i'm|we're|you're|i've|we've|it's|don't)\b", re.IGNORECASE)
POINTING = re.compile(r"\b(?:this|these|those) \w")  # what is meant stands elsewhere
GERUND = re.compile(r"\A[A-Za-z]{2,}ing\b")
ARTICLE = re.compile(r"\A(?:An?|The) [a-z]")
TECHNICAL = 4.6  # Zipf; a headword of one word is rarer, or an acronym
PLURAL = re.compile(r"[^sui]s\Z")
SPELLED_OUT = "the text spells it out"  # why a name with its acronym beside it counts
OWNED = re.compile(r"['’]s?\Z")
CONTINUED = re.compile(
    r"(?:or|and|but|so|yet|yes|no|well|it|they|he|she|there|someone|everyone|everything)\b", re.IGNORECASE
)
JOINED = re.compile(r"\b(?:that|which|who|whose|where|when|in which|by which)\b|[.!?:] |, (?:so|and|but)\b")
FINITE = (
    re.compile(  # "is" and "are" are not among them: "Data exhaustion: the supply of text is finite" says what it is
        r"\b(?:was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|should|wants?)\b", re.IGNORECASE
    )
)


def find_definitions(
    document: Document,
    passages: Sequence[Passage],
    sentences: Iterable[Sentence],
    *,
    lang: str,
    aliases: Iterable[Alias] = (),
) -> tuple[Definition, ...]:
    """The source's own glossary first, then what its sentences, labels and brackets define; one a term and wording."""
    found = [
        *document.definitions,
        *(found for passage in _runs(passages) for found in [_labelled(passage)] if found),
        *(found for sentence in sentences for found in [_stated(sentence, lang)] if found),
        *_spelled(aliases),
    ]
    kept: dict[tuple[str, str], Definition] = {}
    for definition in found:
        kept.setdefault((fold_text(definition.term or ""), fold_text(definition.text)), definition)
    return tuple(kept.values())


def _stated(sentence: Sentence, lang: str) -> Definition | None:
    if lang != "en":
        return None
    match = _match_statement(sentence.text)
    if not match or not _is_headword(match["term"], lang) or len(split_words(sentence.text)) > MOST_WORDS:
        return None
    if POINTING.search(sentence.text) or (sentence.text.startswith("The ") and match["term"].islower()):
        return None
    what = match.groupdict().get("what") or ""
    if WORTH.search(what) or PERSON.search(what):
        return None
    return Definition(sentence.text, sentence.at, match["term"], "stated", "the sentence says what it is")


def _match_statement(text: str) -> re.Match[str] | None:
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


def _runs(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The labelled passages that stand at least two in a row, under different labels, in a manner that defines."""
    for (place, labelled), group in groupby(passages, key=lambda passage: (passage.place, _is_labelled(passage))):
        run = list(group)
        if labelled and place in ("prose", "listed") and _defines(run, place):
            yield from run


def _is_labelled(passage: Passage) -> bool:
    match = _label(passage)
    return match is not None and _is_label(match["term"])


def _label(passage: Passage) -> re.Match[str] | None:
    match = LABELLED.fullmatch(passage.text.strip())
    if not match or passage.place == "heading":
        return None
    term, words = match["term"], split_words(match["text"])
    sized = FEWEST_WORDS <= len(words) <= MOST_WORDS and len(term.split()) <= MOST_LABEL_WORDS
    return match if sized and term[0].isupper() else None


def _defines(run: Sequence[Passage], place: str) -> bool:
    """Whether every label reads like a headword, and its text like what the headword means.

    Lines that stand free say so by themselves; elements of a list, where any list may have labels, only if each
    text opens on a gerund or on an article.
    """
    matches = [match for match in map(_label, run) if match]
    labels = [match["term"] for match in matches]
    if len(matches) < 2 or len(set(labels)) < len(labels):
        return False
    texts = [match["text"] for match in matches]
    if any(TALKING.search(text) or text[0].isdigit() or "?" in text for text in texts):
        return False
    opens = all(GERUND.match(text) for text in texts) or all(ARTICLE.match(text) for text in texts)
    return opens or (
        place == "prose"
        and all(text[0].isupper() or text[0].islower() for text in texts)
        and not any(map(_is_clause, texts))
    )


def _is_clause(text: str) -> bool:
    """Whether a text says something of its label, or goes on from it, rather than what the label means."""
    return CONTINUED.match(text) is not None or FINITE.search(JOINED.split(text, maxsplit=1)[0]) is not None


def _is_label(label: str) -> bool:
    first, last = label.split()[0], re.sub(r"\s*\(.*\)\Z", "", label).split()[-1:]
    if not last or first.casefold() in {"the", "a", "an", "our", "my", "your", "this"} or first[0].isdigit():
        return False
    if any(part in META_LABELS for part in word_parts(label)) or label.casefold() in META_LABELS:
        return False
    return last[0].isupper() or not PLURAL.search(last[0])


def _labelled(passage: Passage) -> Definition | None:
    match = _label(passage)
    if not match:
        return None
    return Definition(
        match["text"], passage.at, match["term"].strip("“”\"'*"), "stated", "the text puts its meaning after the label"
    )


def _spelled(aliases: Iterable[Alias]) -> Iterator[Definition]:
    for alias in aliases:
        if alias.spelled and alias.stated:
            yield Definition(
                OWNED.sub("", alias.name),
                alias.at,
                alias.other,
                "stated",
                f"{SPELLED_OUT}: {alias.name} ({alias.other})",
            )


def defined_keys(definitions: Iterable[Definition], lang: str) -> frozenset[str]:
    """The keys of the terms that definitions define; a bracket after a headword is another name of it, not part."""
    return frozenset(make_key(headword(definition.term), lang) for definition in definitions if definition.term)


def headword(term: str) -> str:
    """The term without a bracket after it: `PEFT (LoRA)` defines PEFT."""
    return re.sub(r"\s*\([^()]*\)\s*\Z", "", term) or term
