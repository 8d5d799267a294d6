"""A term's page shows the sentence of each article that a reader understands best, and nothing twice."""

from __future__ import annotations

from digest.model import Credited
from digest.relate.uses import choose_uses


def said(text: str, *, path: str = "articles/a.md") -> Credited:
    return Credited(text, "p1", path, "A")


def test_one_article_shows_all_of_its_sentences_in_their_order() -> None:
    found = [said("It keeps mulch where it is for weeks."), said("Mulch keeps the soil of a bed moist.")]
    assert choose_uses(found, ()) == tuple(found)


def test_each_of_many_articles_shows_the_one_that_leans_on_nothing_before_it() -> None:
    paths = [f"articles/{name}.md" for name in "abcdefg"]
    leaning = [said("But does mulch keep the soil moist?", path=path) for path in paths]
    standing = [said("Mulch keeps the soil of a bed moist.", path=path) for path in paths]
    found = [one for pair in zip(leaning, standing, strict=True) for one in pair]
    assert choose_uses(found, ()) == tuple(standing)


def test_a_sentence_that_defines_the_term_above_is_not_shown_again() -> None:
    defined = "Mulch is a layer of straw that covers soil."
    assert choose_uses([said(defined), said("Mulch keeps the soil of a bed moist.")], {defined}) == (
        said("Mulch keeps the soil of a bed moist."),
    )
