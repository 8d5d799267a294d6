"""A term's sentences are looked for in each of its articles, no longer than its page needs."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.relate.contexts import Wanted, find_contexts
from digest.relate.slugs import place_drafts

LEANING = "But do cover crops help anybody here?"
STANDING = "Cover crops hold the soil of a field."
FURTHER = "Farmers sow a cover crop in autumn."


@pytest.mark.parametrize(
    ("defined", "shown"),
    [
        pytest.param(False, [LEANING, STANDING], id="up to the first that stands alone, where four articles had some"),
        pytest.param(True, [LEANING, STANDING, FURTHER], id="the first few, where one could be its definition"),
    ],
)
def test_the_fifth_article_shows(defined: bool, shown: list[str]) -> None:
    drafts = [a_draft(title=f"Field {n}", text=f"{LEANING} {STANDING} {FURTHER}") for n in range(5)]
    placed, _ = place_drafts(drafts)
    contexts = find_contexts(placed, {"cover crop": Wanted(("cover crops",), range(5), defined)})
    assert [said.text for index, said in contexts["cover crop"] if index == 4] == shown


def test_a_sentence_is_found_by_any_of_a_terms_names() -> None:
    placed, _ = place_drafts([a_draft(text="The SSB pays for digging. The Soil Survey Bureau keeps cores.")])
    contexts = find_contexts(placed, {"ssb": Wanted(("SSB", "Soil Survey Bureau"), (0,), False)})
    assert [said.text for _, said in contexts["ssb"]] == [
        "The SSB pays for digging.",
        "The Soil Survey Bureau keeps cores.",
    ]
