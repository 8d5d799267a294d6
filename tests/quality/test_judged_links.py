"""Links that readers judged: most reasons are accepted, and one that nobody judged as it stands asks for a verdict.

Fifty are drawn from a blog by a hash of the two articles, so that a change of the output draws few others. The posts
are not part of the project: their folder is named by $DIGEST_BENCH, or lies in ../shared/bench.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml

from digest.analyze.analyze import analyze_document
from digest.config import Settings
from digest.project import read_source
from digest.relate.relate import relate_drafts

Drawn: TypeAlias = tuple[str, str, str]  # article, related article, reason

HERE = Path(__file__).parent
BENCH = Path(os.environ.get("DIGEST_BENCH", HERE.parents[2] / "shared" / "bench"))
SALT = "drawn a third time"  # another one draws others, of which none is judged
NUMBER = 50
ACCEPTED = 0.86  # of those drawn; 45 of 50 now, nine of ten are wanted
JUDGED = {
    (row["article"], row["related"], row["why"]): row["verdict"]
    for row in yaml.safe_load((HERE / "related.yml").read_text("utf-8"))
}


def draw_links(folder: Path) -> list[Drawn]:
    """Fifty of the links that a folder's sources give, the same ones each time."""
    documents = [one for path in sorted(folder.iterdir()) for one in read_source(path)]
    drafts = [analyze_document(document, settings=Settings()) for document in documents]
    articles = relate_drafts(drafts, settings=Settings()).articles
    names = {one.path: Path(one.draft.document.source.path).name for one in articles}
    links = [(names[one.path], names[link.path], link.why) for one in articles for link in one.related]
    return sorted(links, key=lambda link: sha256("\n".join((SALT, *link[:2])).encode()).hexdigest())[:NUMBER]


@pytest.mark.slow
@pytest.mark.skipif(not (BENCH / "library").is_dir(), reason="no library here: name its folder in $DIGEST_BENCH")
def test_most_links_drawn_have_a_reason_that_a_reader_accepts_and_each_has_been_judged() -> None:
    drawn = draw_links(BENCH / "library" / "seeds")

    new = [f"{article} → {related}: {why}" for article, related, why in drawn if (article, related, why) not in JUDGED]
    assert new == [], "links that nobody judged: read both, and add a verdict to tests/quality/related.yml"
    assert [JUDGED[link] for link in drawn].count("yes") >= ACCEPTED * NUMBER
