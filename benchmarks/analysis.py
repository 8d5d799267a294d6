"""How many documents a CPU-second analysis and relations take: `python benchmarks/analysis.py PROJECT [--limit N]`.

PROJECT is a folder with a mkdocs.yml. Reading is timed apart, rendering is left out; everything runs in this process,
so that CPU time is that of the work alone, and as the command runs it.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TypeVar

from digest.analyze.analyze import analyze_document
from digest.collecting import collect_rarely
from digest.documents import Document
from digest.errors import SidecarError, SourceError
from digest.project import open_project, read_seed
from digest.relate.relate import relate_drafts
from digest.sources import Seed, find_seeds

Made = TypeVar("Made")


def main() -> None:
    """Read, analyze and relate a project's sources; print what each stage cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--limit", type=int, help="the first N sources alone")
    given = parser.parse_args()
    collect_rarely()
    project = open_project(given.project / "mkdocs.yml")
    seeds = find_seeds(project.root / project.settings.seeds, root=project.root)[0][: given.limit]
    documents = measure("reading", len(seeds), lambda: [one for seed in seeds for one in read(seed)])
    number = len(documents)
    drafts = measure(
        "analysis", number, lambda: [analyze_document(one, settings=project.settings) for one in documents]
    )
    measure("relations", number, lambda: relate_drafts(drafts, settings=project.settings))
    sys.stdout.write(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB\n")


def read(seed: Seed) -> tuple[Document, ...]:
    """The documents of one seed; none where it cannot be read."""
    try:
        return read_seed(seed)
    except (SourceError, SidecarError):
        return ()


def measure(stage: str, number: int, work: Callable[[], Made]) -> Made:
    """What the work gives; writes its CPU time and the documents a second."""
    began = process_time()
    made = work()
    spent = process_time() - began
    sys.stdout.write(f"{stage:10} {number} documents, {spent:.1f} CPU-seconds: {number / spent:.0f} a second\n")
    sys.stdout.flush()
    return made


if __name__ == "__main__":
    main()
