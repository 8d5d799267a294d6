"""What readers judged: most terms are kept, and a term that nobody judged asks for a verdict."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from digest.analyze.analyze import analyze_document
from digest.config import Settings
from digest.project import read_source
from digest.relate.relate import relate_drafts

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
TOP = 10  # terms of an article


def judged(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


def top_terms() -> dict[str, list[str]]:
    documents = [document for path in sorted(SEEDS.glob("*.txt")) for document in read_source(path)]
    drafts = [analyze_document(document, settings=Settings()) for document in documents]
    found = relate_drafts(drafts, settings=Settings()).articles
    return {
        PurePosixPath(one.draft.document.source.path).name: [term.term for term in one.terms[:TOP]] for one in found
    }


def test_every_strong_term_of_the_demo_has_been_judged() -> None:
    known = {(row["source"], one["term"]) for row in judged("terms.yml") for one in row["terms"]}
    new = [
        f"{source}: {term}" for source, terms in top_terms().items() for term in terms if (source, term) not in known
    ]
    assert new == [], "terms that nobody judged: read the article, and add a verdict to tests/quality/terms.yml"


def test_a_person_would_underline_most_of_the_strong_terms() -> None:
    verdicts = {(row["source"], one["term"]): one["keep"] for row in judged("terms.yml") for one in row["terms"]}
    shown = [verdicts.get((source, term), "no") for source, terms in top_terms().items() for term in terms]
    assert shown.count("yes") >= 0.9 * len(shown)
