"""What a reader judged of thirty summaries of a blog: over half tell whether to read on, and one that changed asks for a verdict."""

from __future__ import annotations

import pytest
from judged_library import SEEDS, draw, library_drafts, read_verdicts

FILE = "summaries.yml"
DRAWN = 30


@pytest.mark.slow
@pytest.mark.skipif(not SEEDS.is_dir(), reason="no posts to sum up here: name their folder in $DIGEST_BENCH")
def test_every_drawn_summary_has_been_judged_as_it_stands() -> None:
    judged = {one["article"]: one["sentences"] for one in read_verdicts(FILE)}
    drafts = library_drafts()
    shown = {name: [one.text for one in drafts[name].summary] for name in draw(drafts, DRAWN, of="summaries")}
    new = [f"{name}: {' '.join(said)}" for name, said in shown.items() if judged.get(name) != said]
    assert new == [], f"summaries that nobody judged: read the article, and write the verdict into tests/quality/{FILE}"


def test_more_than_half_of_the_judged_summaries_tell_whether_to_read_on_and_at_most_a_tenth_mislead() -> None:
    verdicts = [one["verdict"] for one in read_verdicts(FILE)]
    assert len(verdicts) == DRAWN
    assert verdicts.count("yes") > DRAWN / 2
    assert verdicts.count("no") <= DRAWN / 10
