"""The headword that a definition lost: told by its initials, or suggested by what such definitions usually say."""

from __future__ import annotations

import re

from digest.documents import Definition
from digest.read.small_words import SMALL_IN_HEADINGS

ACRONYM = re.compile(r"\b[A-Z][A-Za-z]?[A-Z][A-Za-z0-9]{0,6}\b")
# What definitions of common technical terms say, whatever their wording: each word group must occur (one of its stems).
# A term is suggested only when the source uses it and exactly one fits.
CUES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("benchmark", ("test|task|exam|dataset", "measur|compar|evaluat|scor", "performance|model|system|abilit")),
    ("parameter", ("value|number|variable|setting", "learn|adjust|tun", "training|model")),
    ("weight", ("number|numeric|value|factor", "strength|influence|importance|strong", "connect|link|input|neuron")),
    ("bias", ("value|number|constant|tendenc|prejudice", "shift|added|systematic|unfair|skew")),
    ("token", ("unit|piece|chunk|fragment", "text|word|character", "process|read|model|smallest|split")),
    ("hallucination", ("false|incorrect|invent|fabricat|made-up|untrue", "generat|output|confiden|present|state")),
    ("inference", ("running|run|using|use|applying", "trained", "predict|answer|output|new data")),
    ("fine-tuning", ("further|additional|continu|adapt", "train", "pretrained|pre-trained|existing|specific|task")),
    ("embedding", ("vector|numeric|number|list", "represent|meaning|captur", "word|text|similar|data")),
    ("transformer", ("architecture|network", "attention", "sequence|language|token|parallel")),
    ("attention", ("mechanism", "focus|relevan|weigh|relat", "input|sequence|word|token")),
    ("overfitting", ("train", "memori|too closely|too well", "new|unseen|general")),
    ("prompt", ("input|instruction|text|question", "give|given|user|provide|typed", "model|assistant|system")),
    ("context window", ("maximum|amount|much|length", "text|token", "at once|one time|consider|process|hold")),
    ("neural network", ("layer|node|neuron|brain", "connect|inspired|loosely", "learn|comput|data")),
    ("reinforcement learning", ("reward|trial", "learn|train", "agent|action|feedback|penalt")),
    ("machine learning", ("learn", "data|example", "without|explicit|instead", "program|rule")),
    ("dataset", ("collection|set|body", "data|example|record", "train|test|stud|analy")),
    ("algorithm", ("step|procedure|rule|instruction", "solve|problem|comput|task")),
    ("encryption", ("scrambl|encod|turn|convert", "read|key|secret|unauthori")),
    ("ransomware", ("software|malware|program", "ransom|pay|lock|encrypt")),
    ("phishing", ("message|email|mail|trick", "reveal|steal|password|sensitive|imperson")),
    ("inflation", ("rise|increase|rising", "price")),
    ("recession", ("econom", "decline|shrink|contract|fall|downturn")),
    ("placebo", ("treatment|pill|substance", "no |without|inactive|sham", "effect|compar|active|trial|control")),
    ("biodiversity", ("variety|range|number", "species|life|living", "")),
)  # fmt: skip


def find_headword(text: str, *, body: str, taken: frozenset[str] = frozenset()) -> Definition:
    """The definition with its term, if one can be told; `body` is the whole text that it belongs to.

    stated: the definition spells out an abbreviation that the text uses. suggested: it says what definitions of
    a term usually say, and the text uses that term; two that fit are one too many.
    """
    spelled = _spelled_out(text, body)
    if spelled:
        why = f"its initials are {spelled}, which the text uses"
        return Definition(text, "", term=spelled, status="stated", why=why)
    lowered = text.lower()
    fits = [(term, found) for term, cues in CUES if term not in taken and (found := _cues_found(lowered, cues))]
    used = [(term, found) for term, found in fits if _is_used(term, lowered, body)]
    if len(used) != 1:
        return Definition(text, "", status="suggested", why="its headword is lost in the source")
    term, found = used[0]
    said = ", ".join(f"“{word}”" for word in found)
    return Definition(text, "", term=term, status="suggested", why=f"it says {said}, and the source uses “{term}”")


def _spelled_out(text: str, body: str) -> str | None:
    """The abbreviation in the body whose letters are the initials of the definition's opening phrase."""
    opening = re.split(r"[.;:(,]", text, maxsplit=1)[0]
    words = [word for word in re.split(r"[\s/-]+", opening) if word and word.lower() not in SMALL_IN_HEADINGS]
    if not 2 <= len(words) <= 7 or sum(word[0].isupper() for word in words) < len(words):
        return None
    initials = "".join(word[0] for word in words).upper()
    known = {found.rstrip("s") for found in ACRONYM.findall(body)}
    return next((name for name in sorted(known) if name.upper() == initials), None)


def _cues_found(text: str, cues: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the text that answer each group of cues; empty where one group has none."""
    found = []
    for group in cues:
        word = re.search(rf"\b(?:{group})[\w-]*", text)
        if word is None:
            return ()
        if word.group().strip():
            found.append(word.group().strip())
    return tuple(dict.fromkeys(found))


def _is_used(term: str, own: str, body: str) -> bool:
    """True where the source uses the term outside this definition, which does not use it itself."""
    stem = re.compile(rf"\b{re.escape(term.rstrip('e'))}\w{{0,3}}\b", re.IGNORECASE)
    return stem.search(body) is not None and not stem.search(own)
