"""Opens the search index of a built site, and looks up there whether key terms lead to their articles."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from digest.config import Settings
from digest.model import REMARKS, Digest, Problem

if TYPE_CHECKING:
    from digest.project import Project
    from digest.workers import Progress

INDEX = "search/search_index.json"
WORKERS = "assets/javascripts/workers"
STOP_WORDS = re.compile(r"generateStopWordFilter\((\[[^\]]*\])\)")


def check_library(
    project: Project, *, workers: int | None = None, progress: Progress | None = None
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """The problems of a project, and notes on what may be mended; of search as far as site/ is built."""
    from digest.checks import find_notes
    from digest.project import build_library

    digest = build_library(project, workers=workers, progress=progress).digest
    found = check_search(digest, project.site, settings=project.settings)
    notes = sorted((*find_notes(digest), *(one for one in found if one.kind in REMARKS)), key=lambda note: note.where)
    return (*digest.problems, *(one for one in found if one.kind not in REMARKS)), tuple(notes)


def check_search(digest: Digest, site: Path, *, settings: Settings) -> tuple[Problem, ...]:
    """The articles of a library that the search of its site does not find by their terms.

    None where there is no index, or one that the model does not know: another theme's, one with a stemmer.
    """
    file = site / INDEX
    if not file.is_file():
        return ()
    from digest.render.findability import find_unfound
    from digest.render.search_model import can_model, read_index

    index = json.loads(file.read_text("utf-8"))
    stop_words = read_stop_words(site)
    if stop_words is None or not can_model(index):
        return ()
    return find_unfound(digest, read_index(index, stop_words=stop_words), settings=settings)


def sum_up(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The same with all remarks in one line, so that a build does not tell each."""
    grave = tuple(problem for problem in problems if problem.kind not in REMARKS)
    remarks = len(problems) - len(grave)
    if not remarks:
        return grave
    what = f"key terms of {remarks} article{'' if remarks == 1 else 's'} show other pages first"
    return (*grave, replace(problems[0], where="search", what=what, mend="`digest check` lists them", kind="outranked"))


def read_stop_words(site: Path) -> list[str] | None:
    """The words that Material's search leaves out, from its own script; None where the site has no such script."""
    for script in sorted((site / WORKERS).glob("search.*.js")):
        if found := STOP_WORDS.search(script.read_text("utf-8")):
            return [str(word) for word in json.loads(found[1])]
    return None
