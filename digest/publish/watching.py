"""What `serve` watches: the curator's files, and of docs/ all but what a build writes there itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest.errors import PublishError
from digest.publish.docs import MANIFEST, SCRATCH, read_manifest

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from watchdog.events import FileSystemEvent

    from digest.project import Project


def watch_project(server: LiveReloadServer, project: Project) -> None:
    """Watch what the pages are made from, and what a person does in docs/."""
    root, settings = project.root, project.settings
    watch_sources(server, root / settings.seeds, root / settings.templates, root / settings.vocabulary)
    watch_edits(server, project.docs)


def watch_sources(server: LiveReloadServer, seeds: Path, *others: Path) -> None:
    """Watch what the pages are made from. seeds/ is made where it is missing, so that its first source shows."""
    seeds.mkdir(parents=True, exist_ok=True)
    for path in (seeds, *others):
        if path.exists():
            server.watch(str(path))


def watch_edits(server: LiveReloadServer, docs: Path) -> None:
    """Watch docs/ as MkDocs does, but not for the pages that a build writes: they would have it build again.

    MkDocs makes the handler of events itself, so it is caught where the server hands it to its observer.
    """
    server.unwatch(str(docs))
    schedule = server.observer.schedule
    edits = Edits(docs)

    def schedule_edits(handler: Any, path: str, **options: Any) -> Any:
        handler.on_any_event = partial(tell_edits, edits=edits, tell=handler.on_any_event)
        return schedule(handler, path, **options)

    vars(server.observer)["schedule"] = schedule_edits
    try:
        server.watch(str(docs))
    finally:
        del vars(server.observer)["schedule"]


def tell_edits(event: FileSystemEvent, *, edits: Edits, tell: Callable[[FileSystemEvent], None]) -> None:
    """Pass on an event unless all that it speaks of is as the last build left it."""
    places = [Path(str(place)) for place in (event.src_path, event.dest_path) if place]
    if not all(edits.is_ours(place) for place in places):
        tell(event)


class Edits:
    """Tells what a build wrote in docs/ from what a person did there."""

    def __init__(self, docs: Path) -> None:
        """Begin with the pages that stand there."""
        self.docs = docs.resolve()
        self.read_at = 0
        self.pages: dict[str, str] = {}
        self.once: set[str] = set()  # every page that a build made while we watch
        self._look()

    def is_ours(self, file: Path) -> bool:
        """Whether a file is as the last build left it: written by it, or taken away."""
        if file.name in (MANIFEST, SCRATCH):
            return True
        self._look()
        path = file.resolve().relative_to(self.docs).as_posix()
        try:
            return hashlib.sha256(file.read_bytes()).hexdigest() == self.pages.get(path)
        except OSError:  # it is gone
            return path in self.once and path not in self.pages

    def _look(self) -> None:
        """Read the record of pages again if a build wrote it since."""
        try:
            written = (self.docs / MANIFEST).stat().st_mtime_ns
            if written != self.read_at:
                self.pages, self.read_at = dict(read_manifest(self.docs).pages), written
                self.once |= self.pages.keys()
        except (OSError, PublishError):  # there is none yet, or a person broke it: the next build says so
            self.pages = {}
