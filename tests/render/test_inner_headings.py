"""A heading within a list or quote is a strong line on a page; those of the page itself stay."""

from __future__ import annotations

from digest.blocks import Block, BulletList, Heading, Paragraph, Quote, Strong, Text
from digest.render.inner_headings import set_inner_headings

SAID = (Text("Soil"),)
HEADING, STRONG = Heading(2, SAID), Paragraph((Strong(SAID),))


def test_headings_of_the_page_stay_and_those_within_are_strong() -> None:
    def page(inner: Block) -> tuple[Block, ...]:
        return (HEADING, BulletList(((inner, Quote((inner,))), (BulletList(((inner,),)),))), Quote((inner,)))

    assert set_inner_headings(page(HEADING)) == page(STRONG)
