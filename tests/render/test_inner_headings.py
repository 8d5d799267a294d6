"""A heading within a list or quote is a strong line on a page; those of the page itself stay, and no level is left out."""

from __future__ import annotations

import pytest

from digest.blocks import Block, BulletList, Heading, Paragraph, Quote, Strong, Text
from digest.render.inner_headings import close_outline, set_inner_headings

SAID = (Text("Soil"),)
HEADING, STRONG = Heading(2, SAID), Paragraph((Strong(SAID),))


def test_headings_of_the_page_stay_and_those_within_are_strong() -> None:
    def page(inner: Block) -> tuple[Block, ...]:
        return (HEADING, BulletList(((inner, Quote((inner,))), (BulletList(((inner,),)),))), Quote((inner,)))

    assert set_inner_headings(page(HEADING)) == page(STRONG)


@pytest.mark.parametrize(
    ("levels", "closed"),
    [
        pytest.param([2, 3, 3, 2], [2, 3, 3, 2], id="nothing left out"),
        pytest.param([3, 4, 3], [2, 3, 2], id="counted from three"),
        pytest.param([2, 4, 4, 3, 5], [2, 3, 3, 3, 4], id="a level left out"),
        pytest.param([4, 2, 6], [2, 2, 3], id="the highest comes late"),
    ],
)
def test_an_outline_leaves_no_level_out(levels: list[int], closed: list[int]) -> None:
    outline = close_outline(tuple(Heading(level, SAID) for level in levels))
    assert [block.level for block in outline if isinstance(block, Heading)] == closed
