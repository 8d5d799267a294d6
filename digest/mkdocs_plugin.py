"""The door for MkDocs: `mkdocs build` and `mkdocs serve` bring docs/ up to date, and replace site/ as a whole."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from digest.errors import DigestError
from digest.project import PACKAGED_TEMPLATES, WORKSHOP, Project, Written, open_project, write_docs
from digest.publish.defaults import add_defaults
from digest.publish.lock import hold_lock
from digest.publish.looking import look_at_files
from digest.publish.quotations import frame_quotations
from digest.publish.refusals import count_warnings, find_refusal, in_one_line, log_problems
from digest.publish.search_index import check_search, complete_index, sum_up
from digest.publish.site_pages import SitePages, copy_markdown, list_pages, mend_sitemap
from digest.publish.swap import check_whole, replacing
from digest.publish.watching import watch_edits, watch_sources
from digest.workers import Progress


class DigestPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves a hook untyped
    """MkDocs keeps this object between the rebuilds of `serve`: `on_config` sets anew all that belongs to one build."""

    project: Project
    written: Written  # what this build made of seeds/
    docs: str  # docs/ as this build found it when it was written
    site: Path  # where the site goes in the end
    state: Literal["building", "replaced", "refused"] = "building"

    def __init__(self) -> None:
        """Start with nothing held."""
        self.workers: int | None = None
        self.progress: Progress | None = None
        self.in_place = False  # `serve` builds into a folder of its own, `--dirty` into what stands there
        self.doors = ExitStack()  # the lock and the new folder
        self.pages = SitePages()

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> tuple[list[Any], list[Any]]:
        """Nothing: mkdocs.yml is read by `open_project`, whose errors name the nearest right key."""
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember which command this is."""
        self.in_place = command == "serve" or dirty

    @event_priority(100)  # before plugins that remember where the site goes
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Write docs/, and send MkDocs to a new folder; the project stays locked until the build ends."""
        self.state, self.site = "building", Path(config.site_dir)
        with in_one_line(), ExitStack() as doors:
            self.project = project = _follow(config, open_project(Path(config.config_file_path)))
            doors.enter_context(hold_lock(project.root))
            if not self.in_place:
                config.site_dir = str(doors.enter_context(replacing(self.site, workshop=project.root / WORKSHOP)))
            self.written = write_docs(project, workers=self.workers, progress=self.progress)
            self.docs = look_at_files([project.docs])
            os.environ["SOURCE_DATE_EPOCH"] = str(self.written.epoch)  # MkDocs and its plugins read the day there
            add_defaults(config, theme=PACKAGED_TEMPLATES / "theme")
            config.extra["digest_twins"] = True  # the theme leads from each page to its Markdown
            self.doors = ExitStack() if self.in_place else doors.pop_all()
        log_problems(self.written.problems)
        return config

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Note the pages that the site must have."""
        self.pages = list_pages(files)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tie quotations to their speakers."""
        return frame_quotations(html)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Take out of the sitemap what does not belong there."""
        return mend_sitemap(output, self.pages) if template_name == "sitemap.xml" else output

    @event_priority(-1000)  # when search and all others have written theirs
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Tell the search its pages' names, look them up, and put the new site in place, unless --strict met warnings: MkDocs then ends the build."""
        digest, settings, site = self.written.digest, self.project.settings, Path(config.site_dir)
        complete_index(digest, site, settings=settings)
        found = sum_up(check_search(digest, site, settings=settings))
        self.written = replace(self.written, problems=self.written.problems + found)
        log_problems(found)
        refused = Warning("strict") if config.strict and count_warnings() else None
        with in_one_line():
            copy_markdown(self.pages, site)
            if not self.in_place:
                check_whole(site, self.pages.places)
            self.doors.__exit__(type(refused) if refused else None, refused, None)
        config.site_dir, self.state = str(self.site), "refused" if refused else "replaced"

    def on_build_error(self, *, error: Exception) -> None:
        """Throw the new folder away, and say in one line why the site stays as it was."""
        with suppress(DigestError):
            self.doors.__exit__(type(error), error, error.__traceback__)
        if not isinstance(error, BuildError) and (refusal := find_refusal(error, self.site)):
            raise Abort(str(refusal)) from refusal

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch what the pages are made from, and what a person does in docs/."""
        root, settings = self.project.root, self.project.settings
        watch_sources(server, root / settings.seeds, root / settings.templates, root / settings.vocabulary)
        watch_edits(server, Path(config.docs_dir))
        return server


def _follow(config: MkDocsConfig, project: Project) -> Project:
    """The project with the addresses of this very build: offline they end in .html, whatever mkdocs.yml says."""
    offline = config.plugins.get("material/offline", config.plugins.get("offline"))
    folders = config.use_directory_urls and not (offline and offline.config.get("enabled"))
    return replace(project, settings=replace(project.settings, directory_urls=folders))
