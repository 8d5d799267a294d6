"""The door for MkDocs: `mkdocs build` and `mkdocs serve` bring docs/ up to date, and replace site/ as a whole."""

from __future__ import annotations

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
from digest.project import Written
from digest.publish.empty_lists import pass_empty_lists
from digest.publish.page_html import recall_html
from digest.publish.refusals import count_warnings, find_refusal, in_one_line, log_problems
from digest.publish.search_index import finish_search
from digest.publish.search_sections import recall_sections
from digest.publish.site_pages import SitePages, copy_markdown, list_pages, mend_sitemap
from digest.publish.start import Begun, begin_build
from digest.publish.swap import check_whole
from digest.publish.watching import watch_project
from digest.workers import Progress


class DigestPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves a hook untyped
    """MkDocs keeps this object between the rebuilds of `serve`: `on_config` sets anew all that belongs to one build."""

    begun: Begun
    written: Written  # what this build made of seeds/, and the problems found since
    site: Path  # where the site goes in the end
    state: Literal["building", "replaced", "refused"] = "building"
    workers: int | None = None
    progress: Progress | None = None
    in_place: bool = False  # `serve` builds into a folder of its own, `--dirty` into what stands there
    doors: ExitStack = ExitStack()  # the lock and the new folder; nothing held before a build begins
    pages: SitePages = SitePages()

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
        self.begun = begin_build(config, in_place=self.in_place, workers=self.workers, progress=self.progress)
        self.written, self.doors = self.begun.written, self.begun.doors
        log_problems(self.written.problems)
        return config

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Recall its HTML, if nothing changed that makes it."""
        return recall_html(page, self.begun.cache)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Note the pages that the site must have; lead past empty lists."""
        pass_empty_lists(files, self.written.digest, Path(config.docs_dir))
        self.pages = list_pages(files)
        recall_sections(config, self.begun.cache)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Take out of the sitemap what does not belong there."""
        return mend_sitemap(output, self.pages) if template_name == "sitemap.xml" else output

    @event_priority(-1000)  # when search and all others have written theirs
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the search, and put the new site in place, unless --strict met warnings: MkDocs then ends the build."""
        site = Path(config.site_dir)
        log_problems(found := finish_search(self.written.digest, site, settings=self.begun.project.settings))
        self.written = replace(self.written, problems=self.written.problems + found)
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
        """Watch seeds/ and all else that pages are made from."""
        watch_project(server, self.begun.project)
        return server
