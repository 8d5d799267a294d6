"""Where things are put together: mkdocs.yml to settings, templates and readers; seeds/ to docs/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest.beside import open_pictures
from digest.cache import open_cache
from digest.config import Settings, read_settings
from digest.documents import Document
from digest.drafting import draft_seeds
from digest.errors import ConfigError
from digest.model import Digest, Problem
from digest.sources import Seed, find_seeds, open_seed
from digest.workers import Progress

if TYPE_CHECKING:
    from digest.pipeline import Built
    from digest.read.reading import Reader

HERE = Path(__file__).parent
PACKAGED_TEMPLATES = HERE / "templates" if (HERE / "templates").is_dir() else HERE.parent / "templates"
TEMPLATE_SUFFIXES = {".j2", ".css", ".js", ".json"}
NOT_PAGES = {
    "theme",
    "new",
    "prompts",
}  # folders of templates/ that make no pages: MkDocs' custom_dir, `digest new`, models
WORKSHOP = ".digest"  # a build's own folder: its lock, its cache, and the new site until it is whole
OLDEST_DAY = "1980-01-01"  # the first day that a zip archive can hold; stands in where no source is dated


@dataclass(frozen=True, slots=True)
class Project:
    """A project opened: its folder, mkdocs.yml, settings, and MkDocs' own two folders."""

    root: Path
    config_file: Path
    settings: Settings
    docs: Path
    site: Path


@dataclass(frozen=True, slots=True)
class Written:
    """What writing docs/ did: the library, all problems, and the seconds since 1970 that the site is dated by."""

    digest: Digest
    problems: tuple[Problem, ...]
    epoch: int


def open_project(config_file: Path) -> Project:
    """Read mkdocs.yml as MkDocs does (`INHERIT` and `!ENV` included); raises ConfigError."""
    config = read_config(config_file)
    root = config_file.resolve().parent
    settings = read_settings(
        _plugin_settings(config.get("plugins")),
        site_name=str(config.get("site_name") or ""),
        site_description=str(config.get("site_description") or ""),
        site_url=_close(str(config.get("site_url") or "").strip()),
        directory_urls=config.get("use_directory_urls") is not False,
    )
    docs, site = (
        root / str(config.get(key) or default) for key, default in (("docs_dir", "docs"), ("site_dir", "site"))
    )
    return Project(root, config_file, settings, docs, site)


def _close(url: str) -> str:
    """The address of a folder: with the slash that relative addresses stand behind."""
    return url if not url or url.endswith("/") else f"{url}/"


def read_config(config_file: Path) -> dict[str, Any]:
    """What mkdocs.yml says, as MkDocs reads it; raises ConfigError."""
    import yaml
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    mend = "run this in a project's folder, name its mkdocs.yml with -f, or make a project with `digest new FOLDER`"
    try:
        with config_file.open("rb") as stream:
            config = yaml_load(stream)
    except OSError as error:
        raise ConfigError(str(config_file), "no such file", mend) from error
    except (yaml.YAMLError, ConfigurationError) as error:
        raise ConfigError(str(config_file), f"not valid YAML: {error}", "mend it there") from error
    return config or {}


def _plugin_settings(plugins: Any) -> Mapping[str, Any]:
    named = plugins if isinstance(plugins, Mapping) else {}
    for plugin in plugins if isinstance(plugins, list) else ():
        named = {**named, **(plugin if isinstance(plugin, Mapping) else {plugin: {}})}
    if "digest" not in named:
        raise ConfigError("mkdocs.yml: plugins", "digest is not among them", "add the line `- digest`")
    given = named["digest"] or {}
    if not isinstance(given, Mapping):
        raise ConfigError("mkdocs.yml: plugins.digest", "not a mapping of settings", "see the guide's page on settings")
    return given


def build_library(
    project: Project, *, workers: int | None = None, progress: Progress | None = None, remember: bool = True
) -> Built:
    """Read, analyze, relate and render every source of a project; what is remembered of sources is all that it writes."""
    from digest import pipeline
    from digest.drawing import recall_cards, recall_pages
    from digest.summarizers import find_summarizer

    settings = project.settings
    seeds, problems = find_seeds(project.root / settings.seeds, root=project.root)
    prompt = _read_prompt(project.root / settings.templates)
    answers = project.root / WORKSHOP / "summaries"
    summarizer = find_summarizer(settings, prompt=prompt, folder=answers)
    with open_cache(project.root / WORKSHOP, mode="write" if remember else "read") as cache:
        outcomes = draft_seeds(
            seeds,
            settings=settings,
            readers=readers_for(settings),
            cache=cache,
            summarizer=summarizer,
            prompt=prompt if summarizer else "",
            workers=workers,
            progress=progress,
        )
        return pipeline.build_library(
            outcomes,
            settings=settings,
            templates=load_templates(project.root / settings.templates),
            problems=problems,
            vocabulary=_read_vocabulary(project.root, settings),
            draw=recall_cards(cache),
            recall=recall_pages(cache),
        )


def _read_vocabulary(root: Path, settings: Settings) -> str | None:
    """The curator's vocabulary; none is needed, but one that mkdocs.yml names must be there."""
    try:
        return (root / settings.vocabulary).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, FileNotFoundError) and settings.vocabulary == Settings().vocabulary:
            return None
        raise ConfigError(settings.vocabulary, f"cannot be read: {error}", "save it there as UTF-8 text") from error


def write_docs(project: Project, *, workers: int | None = None, progress: Progress | None = None) -> Written:
    """Bring docs/ up to date with seeds/; raises TemplateError or PublishError before anything is replaced."""
    from digest.publish.docs import write_pages
    from digest.publish.lock import hold_lock
    from digest.render.library import leave_behind

    with hold_lock(project.root):
        built = build_library(project, workers=workers, progress=progress)
        kept = write_pages(built.pages, project.docs)
    digest = leave_behind(built.digest)
    return Written(digest, digest.problems + kept, date_epoch(digest))


def date_epoch(digest: Digest) -> int:
    """Midnight UTC of the newest day that an article states, in seconds since 1970: the library's own clock."""
    from datetime import UTC, date, datetime, time

    days = [(article.draft.document.published or "")[: len(OLDEST_DAY)] for article in digest.articles]
    newest = max((day for day in days if len(day) == len(OLDEST_DAY)), default=OLDEST_DAY)
    return int(datetime.combine(date.fromisoformat(max(newest, OLDEST_DAY)), time(), UTC).timestamp())


def read_source(path: str | Path) -> tuple[Document, ...]:
    """The documents of one file (a feed has several), no project needed; raises SourceError or SidecarError."""
    return read_seed(find_seed(Path(path)))


def read_seed(seed: Seed) -> tuple[Document, ...]:
    """The documents of one seed under its sidecar; raises SourceError or SidecarError."""
    from digest.read import reading
    from digest.read.sidecar import read_sidecar

    raw = open_seed(seed)
    curated = read_sidecar(raw.sidecar, where=f"{seed.path}.yml") if raw.sidecar is not None else None
    beside = partial(open_pictures, seed=seed)
    return reading.read_source(raw.content, raw.source, sidecar=curated, readers=load_readers(), beside=beside)


def find_seed(file: Path) -> Seed:
    """A file as a seed, with the sidecar beside it if there is one."""
    sidecar = file.with_name(file.name + ".yml")
    return Seed(file.as_posix(), file, sidecar if sidecar.is_file() else None)


def build_digest(config_file: str | Path = "mkdocs.yml", *, workers: int | None = None) -> Digest:
    """The library of a project as values; writes nothing."""
    return build_library(open_project(Path(config_file)), workers=workers, remember=False).digest


@cache
def load_readers() -> Mapping[str, Reader]:
    """The readers by media type, from the entry points `digest.readers`: ours, and those of installed plug-ins."""
    return {point.name: point.load() for point in sorted(entry_points(group="digest.readers"), key=str)}


def readers_for(settings: Settings) -> Mapping[str, Reader]:
    """The readers as the project sets them: its rules for sites, its way with books; raises ConfigError for a wrong rule."""
    from digest.read.epub import read_epub
    from digest.read.html import read_html
    from digest.read.page_rules import read_rules

    ways: dict[Reader, Reader] = {}
    if settings.sites:
        rules = read_rules(settings.sites, where="mkdocs.yml: plugins.digest.sites")
        ways[read_html] = partial(read_html, rules=rules)
    if settings.books == "chapters":
        ways[read_epub] = partial(read_epub, chapters=True)
    return {kind: ways.get(reader, reader) for kind, reader in load_readers().items()}


def load_templates(folder: Path) -> dict[str, str]:
    """Template name to text: the packaged ones, each replaced by the project's of the same name."""
    return {**_read_templates(PACKAGED_TEMPLATES), **_read_templates(folder)}


def _read_prompt(folder: Path) -> str:
    """The template of what a model is told to sum up by: the project's own, else the packaged one."""
    from digest.summarizers import PROMPT

    own = folder / PROMPT
    return (own if own.is_file() else PACKAGED_TEMPLATES / PROMPT).read_text("utf-8")


def _read_templates(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.suffix in TEMPLATE_SUFFIXES and file.is_file())
    names = {file.relative_to(folder).as_posix(): file for file in files}
    return {name: file.read_text("utf-8") for name, file in names.items() if name.split("/")[0] not in NOT_PAGES}
