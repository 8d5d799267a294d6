"""How steady themes are: `python benchmarks/stability.py PROJECT [--trials 5] [--added 5]`.

PROJECT is a folder with a mkdocs.yml. In each trial some articles from all over it are left out and come back; of the pairs of
articles that had their first theme in common before, the share that has it after is printed, and the themes whose names stay.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from analysis import read

from digest.analyze.analyze import analyze_document
from digest.config import Settings
from digest.model import Digest, Draft
from digest.project import open_project
from digest.relate.relate import relate_drafts
from digest.sources import find_seeds


def main() -> None:
    """Relate a project's drafts with and without a few of them; print what stays together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--trials", type=int, default=5)
    parser.add_argument("--added", type=int, default=5, help="articles that come back in each trial")
    given = parser.parse_args()
    project = open_project(given.project / "mkdocs.yml")
    seeds = find_seeds(project.root / project.settings.seeds, root=project.root)[0]
    drafts = [analyze_document(one, settings=project.settings) for seed in seeds for one in read(seed)]
    after = relate_drafts(drafts, settings=project.settings)
    shares = [try_once(drafts, after, number, given.added, project.settings) for number in range(given.trials)]
    sys.stdout.write(f"mean {sum(shares) / len(shares):.1%}\n")


def try_once(drafts: Sequence[Draft], after: Digest, number: int, added: int, settings: Settings) -> float:
    """The share of pairs that stay together, of a library without a few of its drafts."""
    left_out = set(range(number, len(drafts), max(1, len(drafts) // added)))
    fewer = [draft for index, draft in enumerate(drafts) if index not in left_out]
    before = relate_drafts(fewer, settings=settings)
    share = share_kept(before, after)
    names = {theme.name for theme in before.themes}
    kept = len(names & {theme.name for theme in after.themes})
    sys.stdout.write(f"trial {number}: {share:.1%} of pairs, {kept} of {len(names)} names\n")
    return share


def share_kept(before: Digest, after: Digest) -> float:
    """Of the pairs of articles with one first theme before, the share with one after."""
    homes = {one.draft.document.source.path: one.themes[:1] for one in after.articles}
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in before.articles:
        groups[one.themes[:1]].append(one.draft.document.source.path)
    pairs = [pair for theme, paths in groups.items() if theme for pair in combinations(paths, 2)]
    kept = sum(bool(homes[one]) and homes[one] == homes[other] for one, other in pairs)
    return kept / len(pairs) if pairs else 1.0


if __name__ == "__main__":
    main()
