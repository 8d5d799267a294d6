"""Opens the search index of a built site: to add the names of pages, and to look up whether they lead to their articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
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
LANGUAGES = "assets/javascripts/lunr/min"  # of other languages than English, which is in the worker
STOP_WORDS = re.compile(r"""generateStopWordFilter\((?:(\[[^\]]*\])|(["'])(.*?)\2\.split)""")


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


def finish_search(digest: Digest, site: Path, *, settings: Settings) -> tuple[Problem, ...]:
    """Tell the search of a built site the names of its pages, then look them up: what does not lead to its page is a problem."""
    complete_index(digest, site, settings=settings)
    return sum_up(check_search(digest, site, settings=settings))


def complete_index(digest: Digest, site: Path, *, settings: Settings) -> None:
    """Add to the search index what assets/search.js orders pages by; nothing where another theme made the index."""
    file = site / INDEX
    if not file.is_file():
        return
    from digest.render.search_names import add_names, name_pages

    index = json.loads(file.read_text("utf-8"))
    stop_words = read_stop_words(site, index["config"].get("lang", ()))
    if stop_words is None:
        return
    named = add_names(index, name_pages(digest, settings=settings), stop_words=stop_words)
    file.write_text(json.dumps(named, separators=(",", ":")), "utf-8")
    if file.with_suffix(".js").is_file():  # from Material's `offline` plugin
        write_search_script(site)


def write_search_script(site: Path) -> None:
    """The search index as a script: on file:// a page may load one, but may not fetch JSON."""
    file = site / INDEX
    if file.is_file():
        file.with_suffix(".js").write_text(f"var __index = {file.read_text('utf-8')}", "utf-8")


def check_search(digest: Digest, site: Path, *, settings: Settings) -> tuple[Problem, ...]:
    """The articles of a library that the search of its site does not find by their names.

    None where there is no index, or one that the model does not know: another theme's, one with a stemmer.
    """
    file = site / INDEX
    if not file.is_file():
        return ()
    from digest.render.findability import find_unfound
    from digest.render.search_model import can_model, read_index

    index = json.loads(file.read_text("utf-8"))
    return find_unfound(digest, read_index(index), settings=settings) if can_model(index) else ()


def sum_up(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The same with all remarks in one line, so that a build does not tell each."""
    grave = tuple(problem for problem in problems if problem.kind not in REMARKS)
    remarks = len(problems) - len(grave)
    if not remarks:
        return grave
    what = f"other pages come first for the title or key terms of {remarks} article{'' if remarks == 1 else 's'}"
    return (*grave, replace(problems[0], where="search", what=what, mend="`digest check` lists them", kind="outranked"))


def read_stop_words(site: Path, languages: Iterable[str]) -> list[str] | None:
    """The words that Material's search leaves out, from its own scripts; None where a language has no such script."""
    words: list[str] = []
    for language in languages:
        folder, name = (WORKERS, "search.*.js") if language == "en" else (LANGUAGES, f"lunr.{language}.min.js")
        scripts = sorted((site / folder).glob(name))
        found = STOP_WORDS.search(scripts[0].read_text("utf-8")) if scripts else None
        if not found:
            return None
        words += json.loads(found[1]) if found[1] else found[3].split()
    return words
