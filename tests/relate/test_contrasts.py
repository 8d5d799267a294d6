"""Two sentences differ where one denies of the same terms what the other says; in doubt nothing is shown."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.model import Term
from digest.relate.contrasts import find_contrasts
from digest.relate.slugs import place_drafts

TERMS = (Term("scaling laws", "scale law", 1.0),)


def contrasts(*texts: str, lang: str = "en") -> list[tuple[str, str]]:
    placed, _ = place_drafts([a_draft(title=f"Piece {n}", text=text, lang=lang) for n, text in enumerate(texts)])
    return [(one.text, other.text) for one, other in find_contrasts(placed, TERMS)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The scaling laws of language models will hold for years.",
            "The scaling laws of language models will not hold for years.",
            id="a denial of the same verb",
        ),
        pytest.param(
            "The scaling laws of language models are a useful rule.",
            "The scaling laws of language models are not a useful rule.",
            id="a denial of what the other says it is",
        ),
        pytest.param(
            "Scaling laws make language models better each year.",
            "Scaling laws make language models worse each year.",
            id="opposite words",
        ),
    ],
)
def test_a_contradiction_is_found(one: str, other: str) -> None:
    assert contrasts(one, other) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The scaling laws and the context window of a model are often confused.",
            "The scaling laws of a model are not its context window.",
            id="a denial of what the other does not say",
        ),
        pytest.param(
            "The scaling laws explain why language models grow.",
            "Neither the scaling laws nor the data explain why language models grow.",
            id="a denial of several things at once",
        ),
        pytest.param(
            "The scaling laws of language models will hold for years.",
            "If the scaling laws of language models do not hold, labs will stop.",
            id="a supposition",
        ),
        pytest.param(
            "The scaling laws of language models will hold for years.",
            "The scaling laws of language models will hold for years, not for decades.",
            id="a denial of something else",
        ),
        pytest.param(
            "Scaling laws make language models better each year.",
            "Scaling laws do not make language models worse each year.",
            id="a denied opposite",
        ),
        pytest.param(
            "The scaling laws of language models will hold for years.",
            "Will the scaling laws of language models not hold for years?",
            id="a question",
        ),
        pytest.param(
            "The soil of language gardens will hold for years.",
            "The soil of language gardens will not hold for years.",
            id="another subject than the theme's",
        ),
    ],
)
def test_in_doubt_nothing_is_shown(one: str, other: str) -> None:
    assert contrasts(one, other) == []


def test_one_article_does_not_differ_from_itself() -> None:
    text = "The scaling laws of models will hold for years. The scaling laws of models will not hold for years."
    assert contrasts(text) == []
