"""A sample of a public-domain blog to judge: drawn by a hash of the posts' names, the same on every machine and day.

The posts are not part of the project: their folder is named by $DIGEST_BENCH, or lies in ../shared/bench.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from digest.analyze.analyze import analyze_document
from digest.config import Settings
from digest.model import Article, Draft
from digest.project import read_source
from digest.relate.relate import relate_drafts

HERE = Path(__file__).parent
BENCH = Path(os.environ.get("DIGEST_BENCH", HERE.parents[1].parent / "shared" / "bench"))
SEEDS = BENCH / "library" / "seeds"


@cache
def library_drafts() -> Mapping[str, Draft]:
    """The draft of each post, by the name of its file."""
    return {
        path.name: analyze_document(document, settings=Settings())
        for path in sorted(SEEDS.iterdir())
        for document in read_source(path)
    }


@cache
def library_articles() -> Mapping[str, Article]:
    """The article of each post, related to the others, by the name of its file."""
    articles = relate_drafts(list(library_drafts().values()), settings=Settings()).articles
    return {Path(one.draft.document.source.path).name: one for one in articles}


def draw(names: Iterable[str], count: int, *, of: str) -> list[str]:
    """As many of the names, the same each time; `of` says what is judged, so that each file has a sample of its own."""
    return sorted(sorted(names, key=lambda name: sha256(f"{of} {name}".encode()).hexdigest())[:count])


def read_verdicts(name: str) -> list[dict[str, Any]]:
    """The verdicts of a file beside this one."""
    found: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text("utf-8"))
    return found
