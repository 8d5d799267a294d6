"""Definitions that readers judged: nine of ten are good, and one that nobody judged as it now stands asks for a verdict.

Fifty are drawn from a blog, thirty from abstracts, by a hash: a change of the output draws few others. The posts and
abstracts are not part of the project: their folder is named by $DIGEST_BENCH, or lies in ../shared/bench.
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

Drawn: TypeAlias = tuple[str, str, str]  # article, term, text

HERE = Path(__file__).parent
BENCH = Path(os.environ.get("DIGEST_BENCH", HERE.parents[2] / "shared" / "bench"))
SALT = "second draw"  # another one draws others, of which none is judged
SAMPLES = [("library", 50), ("keyphrases", 30)]
JUDGED = {
    (row["article"], row["term"], row["text"]): row["verdict"]
    for row in yaml.safe_load((HERE / "definitions.yml").read_text("utf-8"))
}


def draw_definitions(folder: Path, number: int) -> list[Drawn]:
    """As many of the definitions with a headword that a folder's sources give, the same ones each time."""
    found = {
        (path.name, one.term, one.text)
        for path in folder.iterdir()
        for document in read_source(path)
        for one in analyze_document(document, settings=Settings()).definitions
        if one.term
    }
    return sorted(found, key=lambda one: sha256("\n".join((SALT, *one)).encode()).hexdigest())[:number]


@pytest.mark.slow
@pytest.mark.skipif(not (BENCH / "library").is_dir(), reason="no library here: name its folder in $DIGEST_BENCH")
@pytest.mark.parametrize(("collection", "number"), SAMPLES)
def test_nine_of_ten_definitions_drawn_are_good_and_each_has_been_judged(collection: str, number: int) -> None:
    drawn = draw_definitions(BENCH / collection / "seeds", number)

    new = [f"{article}: {term}: {text}" for article, term, text in drawn if (article, term, text) not in JUDGED]
    assert new == [], "definitions that nobody judged: read them, and add a verdict to tests/quality/definitions.yml"
    assert [JUDGED[one] for one in drawn].count("yes") >= 0.9 * number
