"""Two articles that stand in different themes need more than a slight term in common to be related."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from documents import a_draft

from digest.relate.evidence import gather_evidence
from digest.relate.kinds import find_kinds
from digest.relate.nearness import LOOKED_AT, rank_nearest
from digest.relate.notices import find_noticed
from digest.relate.reasons import find_uses
from digest.relate.related import relate_articles
from digest.relate.slugs import place_drafts
from digest.relate.vectors import build_space, find_nearest
from digest.relate.weights import count_uses, weigh_terms

FILLER = ("soil carbon", "night trains", "kelp forests", "variable fonts", "rye flour", "ice cores", "salt marshes")
OVENS = "Brick ovens hold their heat for a day. Bakers sweep brick ovens with straw. Most bakers heat with beech wood. Dry beech wood burns long. Loaves bake in an hour, and the heat of the bricks lasts."
CRANES = "Quay cranes lift crates from barges. Old quay cranes creak in the wind. Their beams are of beech wood. Crews oil the wheels of each crane before the ships come in, and barges wait."


def whys(themes: Sequence[Sequence[str]]) -> list[str]:
    """The reasons of an article on ovens; `themes` are those of it and of an article on cranes, which shares little."""
    others = [a_draft(title=f"On {name}", text=f"The {name} are old. Few know the {name}.") for name in FILLER * 6]
    drafts = [a_draft(title="Brick ovens", text=OVENS), a_draft(title="Quay cranes", text=CRANES), *others]
    placed, _ = place_drafts(drafts)
    uses, space = count_uses(drafts), build_space(drafts)
    terms = weigh_terms(drafts, uses=uses, kinds=find_kinds(drafts))
    found = relate_articles(
        placed,
        rank_nearest(drafts, [find_nearest(space, index, most=LOOKED_AT) for index in range(len(drafts))]),
        shared=find_uses(drafts, terms, uses, noticed=find_noticed(drafts)),
        evidence=gather_evidence(space),
        themes=[*themes, *([()] * len(others))],
        most=5,
    )
    return [link.why for link in found[0]]


@pytest.mark.parametrize(
    "themes",
    [
        pytest.param([("heat",), ("heat", "ports")], id="share one"),
        pytest.param([("heat",), ()], id="are not both in one"),
    ],
)
def test_a_slight_term_relates_two_that(themes: Sequence[Sequence[str]]) -> None:
    assert whys(themes) == ["both mention beech wood"]


def test_it_does_not_relate_two_of_different_themes() -> None:
    assert whys([("heat",), ("ports",)]) == []
