"""The articles of a theme to the sentences that say what it is about, each from another article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from digest.analyze.standing import PIECE, stands_alone
from digest.analyze.stopwords import is_small_word
from digest.analyze.wording import make_key
from digest.model import Credited, Draft, Sentence, Term
from digest.relate.slugs import Placed

SAYS = 6  # sentences of a theme
SAYS_AT_LEAST = 3  # where so many articles have one, even if they name none of its terms
TELLS = 0.5  # what it earns to say what the theme's first term is, as much as to name it
PASSING = 0.5  # what a sentence is worth that is of the day on which it was written, or of its own text
REPEATS = 0.6  # of the words of the shorter of two sentences; from there on both say one thing
IS = re.compile(r"(?: \([^)]{2,40}\))?,? (?:is|are|refers? to|means|describes?) (?:an? |the |about |how |when |where )")
OF_ITS_DAY = re.compile(  # in lower case
    r"\b(?:today|tonight|yesterday|tomorrow|recently|(?:last|this|next|past|earlier this|over the past) (?:few |couple of |\w+ )?"
    r"(?:days?|weeks?|months?|years?|spring|summer|fall|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|(?:days?|weeks?|months?|years?) ago|just \w+ed|(?:we['’]re|we are) (?:happy|excited|delighted|proud|thrilled|pleased)"
    rf"|currently|(?:this|our|my|present|these|next|previous) (?:\w+ )?{PIECE}s?|in our)\b",
)


def choose_sayings(members: Sequence[Placed], own: tuple[Term, ...]) -> tuple[Credited, ...]:
    """From the most central articles that speak of the theme's terms, the sentence that tells most of them.

    A summary's sentence, or one that says what the theme's first term is. What another article has said is not said again.
    """
    found = []
    for rank, one in enumerate(members):
        sentences = _may_say(one.draft, own)
        rated = [(_speaks(sentence, own, one.draft), -number, sentence) for number, sentence in enumerate(sentences)]
        if rated:
            best = max(rated, key=lambda row: row[:2])
            found.append(
                (-best[0], rank, Credited(best[2].text, best[2].at, one.path, one.draft.document.title), one.draft.lang)
            )
    ranked = sorted(found, key=lambda row: row[:2])
    telling = sum(row[0] < 0 for row in ranked)
    said = _say_once([(credited, lang) for _, _, credited, lang in ranked[: max(telling, SAYS_AT_LEAST)]])
    return tuple(said[:SAYS])


def _may_say(draft: Draft, own: tuple[Term, ...]) -> Iterator[Sentence]:
    """The sentences that stand alone: the one before is not shown beside them."""
    if draft.summary_by in ("machine", "source"):
        yield from (sentence for sentence in draft.summary if stands_alone(sentence.text))
    for sentence in draft.sentences if own else ():
        if _tells(sentence.text, own[0]) and stands_alone(sentence.text):
            yield sentence


def _speaks(sentence: Sentence, own: tuple[Term, ...], draft: Draft) -> float:
    text = f" {make_key(sentence.text, draft.lang)} "
    named = sum(1 / (2 + rank) for rank, term in enumerate(own) if f" {term.key} " in text)
    worth = named + (TELLS if own and _tells(sentence.text, own[0]) else 0.0)
    return worth * (PASSING if worth and OF_ITS_DAY.search(sentence.text.lower()) else 1.0)


def _tells(text: str, term: Term) -> bool:
    """Whether a sentence opens with a term and says what it is."""
    opening = text.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ")
    names = _names(term)
    return opening.startswith(names) and any(
        opening.startswith(name) and IS.match(opening, len(name)) is not None for name in names
    )


@lru_cache(maxsize=100)
def _names(term: Term) -> tuple[str, ...]:
    return (term.term.lower(), *(other.lower() for other in term.aka))


def _say_once(ranked: Sequence[tuple[Credited, str]]) -> list[Credited]:
    kept: list[tuple[frozenset[str], Credited]] = []
    for said, lang in ranked:
        words = frozenset(word for word in make_key(said.text, lang).split() if not is_small_word(word, lang))
        if all(len(words & other) < REPEATS * (min(len(words), len(other)) or 1) for other, _ in kept):
            kept.append((words, said))
    return [said for _, said in kept]
