"""Whether a site stands as `digest build` left it, made from what lies there now: then there is nothing to build.

Files are told by name, size and times, so whatever touches one brings a build, and so does a project that was copied. A
project whose site may be made from anything else, by plugins, hooks or extensions that open files, is built each time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from typing import Any

from digest.config import Settings
from digest.model import REMARKS, Problem
from digest.project import PACKAGED_TEMPLATES, WORKSHOP, Project, read_config
from digest.publish.known import is_known, tell_settings
from digest.publish.lock import hold_lock
from digest.publish.looking import hash_lines, look_at_files
from digest.publish.site import Published, build_site
from digest.versions import hash_drawing, hash_version
from digest.workers import TOOK_TOO_MUCH, Progress

RECORD = "built.json"


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The site stands as the last build left it, which told of these problems; MkDocs warned of the rest."""

    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]


def build_if_changed(
    project: Project,
    *,
    strict: bool = False,
    force: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Published | Unchanged:
    """Bring docs/ and site/ up to date, unless both stand as the last build left them; raises DigestError."""
    with hold_lock(project.root):
        inputs = _look_at_inputs(project)
        unchanged = _recall(project, inputs=inputs, strict=strict) if inputs and not force else None
        if unchanged:
            return unchanged
        built = build_site(project, strict=strict, workers=workers, progress=progress)
        if inputs and built.replaced:
            _note(project, built, inputs=inputs)
    return built


def _look_at_inputs(project: Project) -> str:
    """A hash of what a build begins with: sources, templates, settings, versions; empty where that cannot be told."""
    root, settings = project.root, project.settings
    config = read_config(project.config_file)
    told = tell_settings(config) if _is_known(config) else ""
    if not told or settings.summarizer != Settings().summarizer:  # a model may answer next time
        return ""
    theme = config.get("theme")
    own = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    places = [root / settings.seeds, root / settings.templates, PACKAGED_TEMPLATES, root / settings.vocabulary]
    files = look_at_files([*places, *([root / str(own)] if own else [])])
    versions = [hash_version(settings), hash_drawing()]
    return hash_lines([told, str(project.config_file.resolve()), files, *versions]) if files else ""


def _is_known(config: Mapping[str, Any]) -> bool:
    plugins, extensions = _names(config.get("plugins")), _names(config.get("markdown_extensions"))
    return not config.get("hooks") and is_known(plugins=plugins, extensions=extensions)


def _names(listed: Any) -> set[str]:
    """The names in a list of MkDocs: bare, or with settings."""
    return {str(name) for one in listed or () for name in (one if isinstance(one, Mapping) else (one,))}


def _note(project: Project, built: Published, *, inputs: str) -> None:
    """Remember what the site was made from that was just built, and what was said of it."""
    file = project.root / WORKSHOP / RECORD
    site = look_at_files([project.site], hidden=False)
    passing = any(problem.what == TOOK_TOO_MUCH for problem in built.problems)  # a machine at rest may read it
    stood = {"inputs": inputs, "docs": built.docs, "site": site}
    said = {"problems": [astuple(problem) for problem in built.problems], "warnings": built.warnings}
    with suppress(OSError):  # then the next build is one more
        file.unlink(missing_ok=True)
        if all(stood.values()) and not passing:
            file.write_text(json.dumps({**stood, **said}), "utf-8")


def _recall(project: Project, *, inputs: str, strict: bool) -> Unchanged | None:
    """What was said of the site that stands there, if it is made from these inputs and nothing has touched it since."""
    try:
        record = json.loads((project.root / WORKSHOP / RECORD).read_text("utf-8"))
        problems = tuple(Problem(*map(str, problem)) for problem in record.pop("problems"))
        warnings = tuple(map(str, record.pop("warnings")))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):  # none, half of one, or a stranger's
        return None
    docs, site = look_at_files([project.docs]), look_at_files([project.site], hidden=False)
    if record != {"inputs": inputs, "docs": docs, "site": site}:
        return None
    grave = warnings or any(problem.kind not in REMARKS for problem in problems)
    return None if strict and grave else Unchanged(problems, warnings)
