"""Opens the pictures that lie beside a source, by the paths that its documents name; none outside the folder of sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from digest.sources import PAGES, Seed

MAX_PICTURE_BYTES = 2 * 1024 * 1024  # of one picture; a photograph for the web has a tenth, one out of a camera more


def open_pictures(paths: Sequence[str], *, seed: Seed) -> dict[str, bytes]:
    """Path to content, for those of the paths under which a picture lies there.

    A page's are looked for from its own folder alone. A note's also from the folders above, up to that of all sources,
    and under its bare name in every folder directly below those: a vault keeps its pictures in one place.
    """
    inside = (seed.folder or seed.file.parent).resolve()
    found = {}
    for path in paths:
        content = next(
            (content for file in _candidates(path, seed) if (content := _open(file, inside)) is not None), None
        )
        if content is not None:
            found[path] = content
    return found


def _candidates(path: str, seed: Seed) -> Iterator[Path]:
    yield seed.file.parent / path
    if seed.file.name.lower().endswith(PAGES) or seed.folder is None:
        return
    folders = [folder for folder in seed.file.parents if folder == seed.folder or seed.folder in folder.parents]
    yield from (folder / path for folder in folders)
    if "/" not in path:
        yield from (below / path for folder in folders for below in _folders_in(folder))


def _folders_in(folder: Path) -> list[Path]:
    return sorted(below for below in folder.iterdir() if below.is_dir() and not below.name.startswith("."))


def _open(file: Path, inside: Path) -> bytes | None:
    """The content of a file, unless a link leads it out of the folder, or it is no file, too large or not to be read."""
    try:
        whole = file.resolve()
        if not whole.is_relative_to(inside) or not whole.is_file() or whole.stat().st_size > MAX_PICTURE_BYTES:
            return None
        return whole.read_bytes()
    except (OSError, ValueError, RuntimeError):  # a name that no system takes, a link that leads to itself
        return None
