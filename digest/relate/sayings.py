"""The articles of a theme to the sentences that say what it is about, each from another article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

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
    r"|(?:days?|weeks?|months?|years?) (?:ago|back)|this past|just \w+ed|(?:we['’]re|we are) (?:happy|excited|delighted|proud|thrilled|pleased)"
    r"|(?:is|was|were) (?:excited|proud|thrilled) to|(?:we|i)(?:['’]ll| will|['’]re going to| are going to)|i (?:am|was|had|have)|i['’][mv]\w?"
    rf"|currently|(?:this|our|my|present|these|next|previous) (?:\w+ )?{PIECE}s?|in our)\b",
)


def choose_sayings(members: Sequence[Placed], own: tuple[Term, ...]) -> tuple[Credited, ...]:
    """From the most central articles that speak of the theme's terms, the sentence that tells most of them.

    A summary's sentence, or one that says what the theme's first term is. What another article has said is not said again.
    """
    kept: list[tuple[frozenset[str], Credited]] = []
    for number, (worth, said, lang) in enumerate(_rank(members, own)):
        if len(kept) == SAYS or (number >= SAYS_AT_LEAST and not worth):
            break
        words = frozenset(word for word in make_key(said.text, lang).split() if not is_small_word(word, lang))
        if all(len(words & other) < REPEATS * (min(len(words), len(other)) or 1) for other, _ in kept):
            kept.append((words, said))
    return tuple(said for _, said in kept)


def _rank(members: Sequence[Placed], own: tuple[Term, ...]) -> Iterator[tuple[float, Credited, str]]:
    """The best sentence of each article with its worth and language, the worthiest first, then the most central's.

    Whether a sentence stands alone is asked last, of those that would come next: few of them are shown.
    """
    names = _names(own[0]) if own else ()
    rated = [_rate(one.draft, own, names) for one in members]
    queue = [(-sentences[0][0], rank, 0) for rank, sentences in enumerate(rated) if sentences]
    heapify(queue)
    while queue:
        worth, rank, place = heappop(queue)
        sentence, one = rated[rank][place][2], members[rank]
        if stands_alone(sentence.text):
            yield -worth, Credited(sentence.text, sentence.at, one.path, one.draft.document.title), one.draft.lang
        elif place + 1 < len(rated[rank]):
            heappush(queue, (-rated[rank][place + 1][0], rank, place + 1))


def _rate(draft: Draft, own: tuple[Term, ...], names: tuple[str, ...]) -> list[tuple[float, int, Sentence]]:
    """The sentences that may be shown, each with its worth and its number; the best and the earliest first."""
    may_say = list(draft.summary) if draft.summary_by in ("machine", "source") else []
    may_say += [sentence for sentence in draft.sentences if _tells(sentence.text, names)] if names else []
    rated = [(_speaks(sentence, own, names, draft.lang), number, sentence) for number, sentence in enumerate(may_say)]
    return sorted(rated, key=lambda row: (-row[0], row[1]))


def _speaks(sentence: Sentence, own: tuple[Term, ...], names: tuple[str, ...], lang: str) -> float:
    text = f" {make_key(sentence.text, lang)} "
    named = sum(1 / (2 + rank) for rank, term in enumerate(own) if f" {term.key} " in text)
    worth = named + (TELLS if _tells(sentence.text, names) else 0.0)
    return worth * (PASSING if worth and OF_ITS_DAY.search(sentence.text.lower()) else 1.0)


def _names(term: Term) -> tuple[str, ...]:
    return (term.term.lower(), *(other.lower() for other in term.aka))


def _tells(text: str, names: tuple[str, ...]) -> bool:
    """Whether a sentence opens with a term, by one of its names in lower case, and says what it is."""
    opening = text.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ")
    return opening.startswith(names) and any(
        opening.startswith(name) and IS.match(opening, len(name)) is not None for name in names
    )
