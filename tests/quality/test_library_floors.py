"""What summaries, terms, links and themes reach on a blog and on abstracts must not fall: against pinned floors.

The posts and abstracts are not part of the project: their folder is named by $DIGEST_BENCH, or lies in ../shared/bench.
"""

import json
import os
from importlib import import_module
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest

from digest.analyze.analyze import analyze_document
from digest.config import Settings
from digest.model import Article
from digest.project import read_source
from digest.relate.relate import relate_drafts

ROOT = Path(__file__).parents[2]
BENCH = Path(os.environ.get("DIGEST_BENCH", ROOT.parent / "shared" / "bench"))


@pytest.mark.slow
@pytest.mark.skipif(not (BENCH / "library").is_dir(), reason="no judged library here: name its folder in $DIGEST_BENCH")
def test_no_figure_of_the_library_falls_below_its_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(BENCH)

    figures = measure(import_module("score_library"))
    floors = json.loads((Path(__file__).parent / "library.json").read_text("utf-8"))["at least"]
    assert {name: figures[name] for name, floor in floors.items() if not figures[name] >= floor} == {}


def measure(scorer: Any) -> dict[str, float]:
    truth = scorer.load_truth(BENCH / "library", None)
    pages = make_pages("library", scorer)
    related = scorer.related_measures(pages, truth, {})
    themes = scorer.theme_measures(pages, truth, {})
    phrases = scorer.keyphrase_measures(
        make_pages("keyphrases", scorer), scorer.load_truth(BENCH / "keyphrases", None), {}
    )
    return measure_summaries(pages, truth, scorer) | {
        "terms: F1 of ten": phrases["f1_at_10_macro"],
        "related: links found": related["link_recall_at_5"],
        "related: tag precision": related["tag_precision_at_5"],
        "themes: purity above chance": themes["purity_above_chance"],
        "themes: NMI above chance": themes["nmi_above_chance"],
    }


def make_pages(collection: str, scorer: Any) -> dict[str, Any]:
    documents = [one for path in sorted((BENCH / collection / "seeds").iterdir()) for one in read_source(path)]
    drafts = [analyze_document(document, settings=Settings()) for document in documents]
    articles = relate_drafts(drafts, settings=Settings()).articles
    names = {one.path: Path(one.draft.document.source.path).name for one in articles}
    return {names[one.path]: show_page(one, names, scorer) for one in articles}


def show_page(article: Article, names: dict[str, str], scorer: Any) -> Any:
    return scorer.Page(
        summary=[one.text for one in article.draft.summary],
        tags=list(article.tags),
        terms=[one.term for one in article.terms],
        definitions=[],
        themes=list(article.themes),
        related=[(names[one.path], one.why) for one in article.related],
    )


def measure_summaries(pages: dict[str, Any], truth: dict[str, Any], scorer: Any) -> dict[str, float]:
    scores: dict[str, list[float]] = {}
    for name, known in truth.items():
        human = known.get("summary") or {"usable": False}
        blocks = scorer.source_blocks(BENCH / "library" / "seeds" / name)
        shown = pages[name].summary if name in pages else []
        scores.setdefault("copied exactly", []).extend(
            any(scorer.plain_inline(one) in block for block in blocks) for one in shown
        )
        if human["usable"]:
            ours, lead = (
                scorer.rouge(human["text"], " ".join(said)) for said in (shown, scorer.proper_sentences(blocks)[:3])
            )
            scores.setdefault("usable: ROUGE-1 above lead-3", []).append(ours["rouge1"] - lead["rouge1"])
            for kind in (kind for kind in ("novel", "reworded") if human[kind]):
                scores.setdefault(f"{kind}: ROUGE-1", []).append(ours["rouge1"])
                scores.setdefault(f"{kind}: ROUGE-2", []).append(ours["rouge2"])
    return {f"summaries, {name}": 100 * fmean(found) for name, found in scores.items()}
