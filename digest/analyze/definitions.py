"""What a text says its terms mean: few and certain, each with the reason why it counts as a definition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from digest.analyze.aliases import BESIDE_INITIALS, Alias
from digest.analyze.passages import Passage
from digest.analyze.statements import TECHNICAL, read_statement
from digest.analyze.wording import make_key, split_words, word_parts, word_zipf, words_of
from digest.documents import Definition, Document
from digest.folding import fold_text
from digest.model import Sentence

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
JOINING = ("and", "or", "&")  # in a label of two things, of which a text has its fill
MOST_LABEL_WORDS = 4
MOST_WORDS = 40  # of a labelled definition; a longer one is a section
FEWEST_WORDS = 4
TALKING = re.compile(r"\b(?:i|we|you|my|our|your|me|us|let|i'm|we're|you're|i've|we've|it's|don't)\b", re.IGNORECASE)
SERVING = re.compile(  # what somebody does for you under that name
    r"(?:offer|provid|help|giv|support|assist|deliver|guid|serv)ing\b", re.IGNORECASE
)
GERUND = re.compile(r"\A[A-Za-z]{2,}ing\b")
ARTICLE = re.compile(r"\A(?:An?|The) [a-z]")
PLURAL = re.compile(r"[^sui]s\Z")
SPELLED_OUT = "the text spells it out"  # why a name with its acronym beside it counts
OTHER_PLURAL = re.compile(r"(?:ss|us|is|[sxz]es|[cs]hes|ies|oes)\Z")  # of which one is spelled otherwise
EVERYDAY = frozenset(  # what any newspaper's reader knows: no glossary prints it
    [
        "chief executive officer", "united states", "united states of america", "united kingdom", "european union",
        "united nations", "new york city", "frequently asked questions", "frequently asked question",
        "personal computer", "do it yourself", "as soon as possible", "for your information",
        "eastern standard time", "eastern daylight time", "eastern time", "central standard time",
        "central daylight time", "central time", "mountain standard time", "mountain daylight time", "mountain time",
        "pacific standard time", "pacific daylight time", "pacific time", "greenwich mean time",
        "coordinated universal time", "central european time", "british summer time", "us dollar", "us dollars",
    ]
)  # fmt: skip
OWNED = re.compile(r"['’]s?\Z")
CONTINUED = re.compile(
    r"(?:or|and|but|so|yet|yes|no|well|it|they|he|she|this|these|that|those|there|here|such|someone|everyone|everything)\b",
    re.IGNORECASE,
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
        *(found for passage in _runs(passages, lang) for found in [_labelled(passage)] if found),
        *(found for sentence in sentences for found in [read_statement(sentence, lang)] if found),
    ]
    found.extend(_spelled(aliases, found))
    kept: dict[tuple[str, str], Definition] = {}
    for definition in found:
        kept.setdefault((fold_text(definition.term or ""), fold_text(definition.text)), definition)
    return tuple(kept.values())


def _runs(passages: Sequence[Passage], lang: str) -> Iterator[Passage]:
    """The labelled passages that stand at least two in a row, under different labels, in a manner that defines."""
    for (place, labelled), group in groupby(passages, key=lambda passage: (passage.place, _is_labelled(passage, lang))):
        run = list(group)
        if labelled and place in ("prose", "listed") and _defines(run, place):
            yield from run


def _is_labelled(passage: Passage, lang: str) -> bool:
    match = _label(passage)
    return match is not None and _is_label(match["term"]) and not _is_everyday(match["term"], lang)


def _is_everyday(label: str, lang: str) -> bool:
    """Whether a label is a word that everybody knows: a menu's Dinner, a packing list's Power."""
    return label.isalpha() and label[1:].islower() and word_zipf(label, lang) >= TECHNICAL


def _label(passage: Passage) -> re.Match[str] | None:
    text = passage.text
    match = LABELLED.fullmatch(text.strip()) if ":" in text or "–" in text or "—" in text else None
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
    if any(TALKING.search(text) or SERVING.match(text) or text[0].isdigit() or "?" in text for text in texts):
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
    if any(word in JOINING for word in label.split()):
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


def _spelled(aliases: Iterable[Alias], told: Sequence[Definition]) -> Iterator[Definition]:
    """What acronyms stand for, but those that everybody knows, and those that a sentence spells out as it defines them."""
    for alias in aliases:
        if not (alias.spelled and alias.stated) or fold_text(alias.name) in EVERYDAY:
            continue
        name, acronym = _make_singular(OWNED.sub("", alias.name), alias.other)
        if not any(one.term in (alias.other, acronym) and alias.name in one.text for one in told):
            yield Definition(name, alias.at, acronym, "stated", f"{SPELLED_OUT}: {alias.name} ({alias.other})")


def _make_singular(name: str, acronym: str) -> tuple[str, str]:
    """`Cloud Service Providers` and `CSPs` as one of them, where nothing but the last letter says that they are many."""
    letters = acronym.removesuffix("s")
    one = name.removesuffix("s")
    plain = letters != acronym and letters.isupper() and one != name and not OTHER_PLURAL.search(name)
    joined = any(word in BESIDE_INITIALS for word in name.casefold().split())
    return (one, letters) if plain and not joined else (name, acronym)


def defined_keys(definitions: Iterable[Definition], lang: str) -> frozenset[str]:
    """The keys of the terms that definitions define; a bracket after a headword is another name of it, not part."""
    return frozenset(make_key(headword(definition.term), lang) for definition in definitions if definition.term)


def headword(term: str) -> str:
    """The term without a bracket after it: `PEFT (LoRA)` defines PEFT."""
    return re.sub(r"\s*\([^()]*\)\s*\Z", "", term) or term
