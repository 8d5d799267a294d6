"""The articles of a theme to the sentences that say what it is about, each from another article."""

from __future__ import annotations

from collections.abc import Sequence

from digest.analyze.standing import stands_alone
from digest.analyze.wording import make_key
from digest.model import Credited, Sentence, Term
from digest.relate.slugs import Placed

SAYS = 6  # sentences of a theme
SAYS_AT_LEAST = 3  # where so many articles have one, even if they name none of its terms


def choose_sayings(members: Sequence[Placed], own: tuple[Term, ...]) -> tuple[Credited, ...]:
    """From the most central articles that speak of the theme's terms, the summary's sentence that holds most of them."""
    found = []
    for rank, one in enumerate(members):
        draft = one.draft
        own_words = draft.summary if draft.summary_by in ("machine", "source") else ()
        sentences = [sentence for sentence in own_words if stands_alone(sentence.text)]  # the one before is not shown
        rated = [(_speaks(sentence, own, draft.lang), -number, sentence) for number, sentence in enumerate(sentences)]
        if rated:
            best = max(rated, key=lambda row: row[:2])
            found.append((-best[0], rank, Credited(best[2].text, best[2].at, one.path, draft.document.title)))
    ranked = sorted(found, key=lambda row: row[:2])
    telling = sum(row[0] < 0 for row in ranked)
    return tuple(credited for _, _, credited in ranked[: min(SAYS, max(telling, SAYS_AT_LEAST))])


def _speaks(sentence: Sentence, own: tuple[Term, ...], lang: str) -> float:
    text = f" {make_key(sentence.text, lang)} "
    return sum(1 / (2 + rank) for rank, term in enumerate(own) if f" {term.key} " in text)
