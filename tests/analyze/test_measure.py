"""Words and minutes are those of the body, never none."""

from __future__ import annotations

import pytest
from documents import a_draft, blocks_of

from digest.blocks import Aside


@pytest.mark.parametrize(
    ("text", "words", "minutes"),
    [
        pytest.param("Soil feeds us.", 3, 1, id="three words"),
        pytest.param("word " * 660, 660, 3, id="three minutes"),
        pytest.param("土是活的。", 4, 1, id="four signs"),
        pytest.param("土" * 800, 800, 2, id="eight hundred signs"),
        pytest.param("## Heading\nSoil feeds us.\n- one more", 6, 1, id="headings and lists count"),
        pytest.param("", 1, 1, id="nothing still counts as one"),
    ],
)
def test_a_text_has(text: str, words: int, minutes: int) -> None:
    draft = a_draft(text=text)
    assert (draft.words, draft.minutes) == (words, minutes)


def test_what_is_set_aside_does_not_count() -> None:
    blocks = (*blocks_of("Soil feeds us."), Aside("offer", blocks_of("I can make a list.")))
    assert a_draft(blocks=blocks).words == 3
