"""A build begins: docs/ is written, the project locked, and MkDocs sent to a folder of its own with what its pages need."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from digest.cache import Cache, open_cache
from digest.project import PACKAGED_TEMPLATES, WORKSHOP, Project, Written, open_project, write_docs
from digest.publish.defaults import add_defaults
from digest.publish.lock import hold_lock
from digest.publish.looking import look_at_files
from digest.publish.refusals import in_one_line
from digest.publish.swap import replacing
from digest.workers import Progress


@dataclass(frozen=True, slots=True)
class Begun:
    """A build that has begun: what it made of seeds/, docs/ as it found it then, what is remembered, and what is to be closed."""

    project: Project
    written: Written
    docs: str
    cache: Cache
    doors: ExitStack


def begin_build(config: MkDocsConfig, *, in_place: bool, workers: int | None, progress: Progress | None) -> Begun:
    """Write docs/ and make the configuration ready; built `in_place`, the lock is let go again and the folder stays."""
    with in_one_line(), ExitStack() as doors:
        project = follow_addresses(config, open_project(Path(config.config_file_path)))
        doors.enter_context(hold_lock(project.root))
        if not in_place:
            site = Path(config.site_dir)
            config.site_dir = str(doors.enter_context(replacing(site, workshop=project.root / WORKSHOP)))
        written = write_docs(project, workers=workers, progress=progress)
        docs = look_at_files([project.docs])
        os.environ["SOURCE_DATE_EPOCH"] = str(written.epoch)  # MkDocs and its plugins read the day there
        add_defaults(config, theme=PACKAGED_TEMPLATES / "theme")
        config.extra["digest_twins"] = True  # the theme leads from each page to its Markdown
        if in_place:
            doors.close()
        cache = doors.enter_context(open_cache(project.root / WORKSHOP, mode="resume"))
        return Begun(project, written, docs, cache, doors.pop_all())


def follow_addresses(config: MkDocsConfig, project: Project) -> Project:
    """The project with the addresses of this very build: offline they end in .html, whatever mkdocs.yml says."""
    offline = config.plugins.get("material/offline", config.plugins.get("offline"))
    folders = config.use_directory_urls and not (offline and offline.config.get("enabled"))
    return replace(project, settings=replace(project.settings, directory_urls=folders))
