"""Builds site/ with MkDocs in this process, or serves it; our plugin writes docs/ and swaps the folders."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest.errors import ConfigError, PublishError
from digest.model import Digest, Problem
from digest.publish.refusals import find_refusal

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from digest.mkdocs_plugin import DigestPlugin
    from digest.project import Project
    from digest.workers import Progress

OUR_VOICE = "mkdocs.plugins.digest"  # the plugin says there the problems that `Published.problems` holds as well


@dataclass(frozen=True, slots=True)
class Published:
    """What a build of the site did; `replaced` is False where --strict met problems or warnings: the old site stands.

    `docs` tells the files of docs/ that it was made from.
    """

    digest: Digest
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    replaced: bool
    docs: str


def build_site(
    project: Project,
    *,
    strict: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
    settings: dict[str, Any] | None = None,
    adjust: Callable[[MkDocsConfig], None] | None = None,
) -> Published:
    """Bring docs/ and site/ up to date; raises DigestError, and then the site is as it was.

    `settings` win over those of mkdocs.yml; `adjust` may change the configuration that MkDocs made of both.
    """
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort

    with collected_warnings() as warnings, errors_of_mkdocs(project, warnings):
        config, plugin = _load(project, {**(settings or {}), "strict": strict or None})
        plugin.workers, plugin.progress = workers, progress
        if adjust:
            adjust(config)
        try:
            build(config)
        except Abort:
            if plugin.state != "refused":
                raise
    written = plugin.written
    return Published(written.digest, written.problems, tuple(warnings), plugin.state == "replaced", plugin.begun.docs)


def serve_site(config_file: Path, *, dev_addr: str | None = None) -> None:
    """Serve the site until interrupted, built anew whenever a source, sidecar, template or page changes."""
    from mkdocs.commands.serve import serve

    from digest.project import open_project

    project = open_project(config_file)
    _make_docs(project)
    with errors_of_mkdocs(project, []):
        try:
            serve(config_file=str(config_file), dev_addr=dev_addr)
        except OSError as error:  # those of the build are told by the plugin
            where = dev_addr or "mkdocs.yml: dev_addr"
            raise PublishError(where, error.strerror or str(error), "name another with -a HOST:PORT") from error


def _load(project: Project, settings: dict[str, Any]) -> tuple[MkDocsConfig, DigestPlugin]:
    from mkdocs.config import load_config

    from digest.mkdocs_plugin import DigestPlugin

    _make_docs(project)
    config = load_config(str(project.config_file), **settings)
    plugins = [plugin for plugin in config.plugins.values() if isinstance(plugin, DigestPlugin)]
    if not plugins:
        raise ConfigError("mkdocs.yml: plugins.digest", "switched off", "take out the line `enabled: false`")
    config.plugins.on_startup(command="build", dirty=False)
    return config, plugins[0]


def _make_docs(project: Project) -> None:
    """MkDocs stops before any plugin runs when docs/ does not exist."""
    try:
        project.docs.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(str(project.docs), f"cannot be made: {error.strerror}", "give access there") from error


@contextmanager
def errors_of_mkdocs(project: Project, said: list[str]) -> Iterator[None]:
    """Turn what stops MkDocs into one error of ours; `said` is what MkDocs logged before it stopped."""
    from mkdocs.exceptions import MkDocsException

    try:
        yield
    except MkDocsException as error:
        if refusal := find_refusal(error, project.site):
            raise refusal from error
        reason = "; ".join([*said, str(error)])
        raise ConfigError(str(project.config_file), f"MkDocs stops: {reason}", "mend it there") from error
    except OSError as error:
        raise find_refusal(error, project.site) or error from error


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """Collect the warnings of MkDocs, however quiet it was told to be; they are shown as loudly as it was told."""
    logger = logging.getLogger("mkdocs")
    collector = _Collector(wanted=logger.getEffectiveLevel())
    before = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(min(collector.wanted, logging.WARNING))
    logger.propagate = False
    try:
        yield collector.warnings
    finally:
        logger.removeHandler(collector)
        logger.setLevel(before[0])
        logger.propagate = before[1]


class _Collector(logging.Handler):
    """Keeps warnings and errors; passes on what the user wants to hear, errors excepted: those are raised as well."""

    def __init__(self, *, wanted: int) -> None:
        super().__init__()
        self.wanted = wanted
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == OUR_VOICE:
            return
        if record.levelno >= logging.WARNING:
            self.warnings.append(record.getMessage())
        if self.wanted <= record.levelno < logging.ERROR:
            logging.getLogger().handle(record)
