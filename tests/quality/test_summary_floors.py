"""What summaries reach against those that authors wrote must not fall: every fourth post of a blog, against pinned floors.

The posts are not part of the project: their folder is named by $DIGEST_BENCH, or lies in ../shared/bench.
"""

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest

from digest.analyze.analyze import analyze_document
from digest.config import Settings
from digest.project import read_source

ROOT = Path(__file__).parents[2]
BENCH = Path(os.environ.get("DIGEST_BENCH", ROOT.parent / "shared" / "bench"))
LIBRARY = BENCH / "library"
EVERY = 4  # posts; so many more take longer than a test may


@pytest.mark.slow
@pytest.mark.skipif(not LIBRARY.is_dir(), reason="no summarized posts here: name their folder in $DIGEST_BENCH")
def test_no_figure_of_summaries_falls_below_its_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(BENCH)
    assert "library_text" not in sys.modules
    figures = measure(import_module("library_text"))
    floors = json.loads((Path(__file__).parent / "summaries.json").read_text("utf-8"))["at least"]
    assert {name: figures[name] for name, floor in floors.items() if not figures[name] >= floor} == {}


def measure(ruler: Any) -> dict[str, float]:
    truth = json.loads((LIBRARY / "truth.json").read_text("utf-8"))["documents"]
    novel, gains, standing = [], [], []
    for name in sorted(truth)[::EVERY]:
        (document,) = read_source(LIBRARY / "seeds" / name)
        blocks = ruler.source_blocks(LIBRARY / "seeds" / name)
        shown = [one.text for one in analyze_document(document, settings=Settings()).summary]
        standing += [any(ruler.plain_inline(text) in block for block in blocks) for text in shown]
        human = truth[name].get("summary") or {"usable": False}
        if human["usable"]:
            scores = ruler.rouge(human["text"], " ".join(shown))
            lead = ruler.rouge(human["text"], " ".join(ruler.proper_sentences(blocks)[:3]))
            gains.append(scores["rouge1"] - lead["rouge1"])
            novel += [scores] if human["novel"] else []
    return {
        "novel: ROUGE-1": 100 * fmean(one["rouge1"] for one in novel),
        "novel: ROUGE-2": 100 * fmean(one["rouge2"] for one in novel),
        "usable: ROUGE-1 above lead-3": 100 * fmean(gains),
        "sentences that stand in the source, percent": 100 * fmean(standing),
    }
