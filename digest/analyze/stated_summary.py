"""What a person says of a text in brief: the curator, its author in an abstract or a description, or its deck."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.analyze.cues import only_opens
from digest.analyze.sentences import split_sentences
from digest.analyze.standing import FEWEST_WORDS, invites, is_complete, points_elsewhere, stands_alone
from digest.analyze.summarizer import Asked, Told, copy_sentences
from digest.analyze.wording import is_cjk, make_key, split_words
from digest.documents import Document
from digest.model import Sentence

DECK = "deck"  # the anchor of the line below the title, on the article's page
FULL_DECK = 14  # words; a shorter line below the title announces, it does not say what the piece claims
LONG_ABSTRACT = 5  # sentences; a longer summary by a person is itself summarized
ENOUGH = 30  # words of a person's summary; beside fewer, sentences of the text tell more
SAME = 0.6  # share of a sentence's stems; it says again what a person says
CALLING = re.compile(  # how systems for search engines have descriptions begin, or go on after a comma
    r"\A(?:book|boost|build|call|check out|choose|compare|contact|create|cut|discover|dive|don['’]t|download|elevate|empower|enhance|ensure|explore|find|follow|get|improve|join|keep reading|learn|looking for|master|maximi[sz]e"
    r"|meet|optimi[sz]e|overcome|plan|protect|read|request|schedule|see|shop|simplify|start|stay|take a|think|transform|try|uncover|understand|unlock|visit|wondering)\b"
    r"|, (?:discover|elevate|explore|learn|unlock)\b"
    r"|\A(?:jetzt|erfahren sie|entdecken sie|finden sie|découvrez|apprenez|trouvez|descubr[ae]|conoce|aprende|scopri|saiba|conheça|узнайте|откройте)\b",
    re.IGNORECASE,
)
ASKING = re.compile(r"[?？][\"”’')\]」』]*\Z")
CUT_SHORT = re.compile(r"(?:…|\.\.\.)[\"”’')\]]*\Z")


def find_stated(document: Document, asked: Asked) -> Told | None:
    """The summary by a person, if there is one; sentences of the text follow a short one of the author's."""
    if document.sidecar.summary:
        return Told(_cut(document.sidecar.summary, "the curator's summary"), "curator")
    if document.abstract:
        own = _cut(document.abstract, "the author's own summary")
        if document.kind == "paper" or len(own) > LONG_ABSTRACT:
            long = len(own) > LONG_ABSTRACT
            return Told(tuple(copy_sentences(replace(asked, sentences=own))) if long else own, "source")
        told = _without_calls(own)
        if told:
            return _go_on(told, asked)
    if document.deck and asked.size and _states(document.deck):
        return _go_on(_cut(document.deck, "the source's own line below its title", at=DECK), asked)
    return None


def add_nothing_said(document: Document, asked: Asked) -> Asked:
    """What is asked without the sentences that the deck, which stands above a summary, says already."""
    if not document.deck:
        return asked
    fresh = tuple(one for one in asked.sentences if not _says_again(one.text, document.deck, asked.lang))
    return replace(asked, sentences=fresh or asked.sentences)


def _cut(text: str, why: str, *, at: str = "") -> tuple[Sentence, ...]:
    return tuple(Sentence(sentence, at, why) for sentence in split_sentences(" ".join(text.split())))


def _without_calls(own: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of a description that tell: none that calls, asks, only opens or breaks off."""
    kept: list[Sentence] = []
    for one in own:
        calls = CALLING.search(one.text) or invites(one.text) or ASKING.search(one.text) or CUT_SHORT.search(one.text)
        leads_up = only_opens(f" {one.text.lower()}") or (not kept and points_elsewhere(one.text))
        short = len(split_words(one.text)) < FEWEST_WORDS and not is_cjk(one.text)
        if not (calls or leads_up or short):
            kept.append(one)
    return tuple(kept)


def _go_on(told: tuple[Sentence, ...], asked: Asked) -> Told:
    """A person's sentences, and ours after them while there is room for more."""
    words = " ".join(one.text for one in told)
    left = asked.size - len(told) if told[0].at or len(split_words(words)) < ENOUGH else 0
    fresh = tuple(one for one in asked.sentences if not _says_again(one.text, words, asked.lang))
    return Told((*told, *copy_sentences(replace(asked, sentences=fresh, size=max(0, left)))), "source")


def _states(deck: str) -> bool:
    """Whether a deck says what the piece claims: whole sentences, the first of which needs nothing before it."""
    parts = split_sentences(deck)
    long_enough = len(split_words(deck)) >= FULL_DECK
    return bool(parts) and long_enough and stands_alone(parts[0]) and all(_is_plain(part) for part in parts[1:])


def _is_plain(sentence: str) -> bool:
    return is_complete(sentence) or (len(split_words(sentence)) < FEWEST_WORDS and sentence.endswith("."))


def _says_again(sentence: str, told: str, lang: str) -> bool:
    stems, known = set(make_key(sentence, lang).split()), set(make_key(told, lang).split())
    return len(stems & known) > SAME * min(len(stems), len(known))
