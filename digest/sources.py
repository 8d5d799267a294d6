"""Finds the sources of a project with their sidecars, and opens them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.documents import Source
from digest.errors import SidecarError, SourceError
from digest.model import Problem

SIDECAR_SUFFIX = ".yml"
PASSED_OVER = (".", "_")  # names that begin so are the curator's own business
PAGES = (".html", ".htm", ".xhtml")  # beside one of these, a browser puts a folder of what the page shows
SHOWS_PICTURES = (*PAGES, ".md", ".markdown", ".mdown", ".mkd")
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
MAX_BYTES = 64 * 1024 * 1024  # no text that a person reads is larger; a disk image dropped by mistake is
PDF = b"%PDF-"
HEAD_BYTES = 1024  # where a PDF's mark stands
MAX_SIDECAR_BYTES = 64 * 1024  # a page of notes has 3 KB

NEW_SIDECAR = """\
# What you know of this source; take the # off a line to state it.
# url:
# title:
# authors: []
# published:
accessed: {accessed}
# rights: full  # or excerpt, link
# note: |
"""


@dataclass(frozen=True, slots=True)
class Seed:
    """A file in seeds/ and its sidecar, not opened yet. `path` is relative to the project, with forward slashes.

    `folder` is that of all sources: nothing outside it is opened on behalf of this one.
    """

    path: str
    file: Path
    sidecar: Path | None = None
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """A seed, opened: what it is, its bytes, and its sidecar's text."""

    source: Source
    content: bytes
    sidecar: str | None = None


def find_seeds(folder: Path, *, root: Path) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """The seeds below a folder, sorted by path, and what lies there that cannot be one.

    The folder of a page that was saved whole is none, nor is a picture where there are texts that may show it.
    """
    files = {_relative(file, root): file for file in _without_pictures(sorted(_find_files(folder)))}
    sidecars = {path for path in files if path.endswith(SIDECAR_SUFFIX)}
    inside = folder.resolve()
    seeds, problems = [], []
    for path in sorted(files.keys() - sidecars):
        if not files[path].resolve().is_relative_to(inside):
            problems.append(
                Problem(path, "a link to a file outside the folder of sources", "copy the file itself there")
            )
            continue
        sidecar = path + SIDECAR_SUFFIX
        seeds.append(Seed(path, files[path], files[sidecar] if sidecar in sidecars else None, folder))
    problems += [_orphan(path) for path in sorted(sidecars) if path.removesuffix(SIDECAR_SUFFIX) not in files]
    return tuple(seeds), tuple(problems)


def _find_files(folder: Path) -> Iterator[Path]:
    from digest.read.pictures import companion_of

    if not folder.is_dir():
        return
    for parent, folders, names in os.walk(folder):
        pages = {Path(name).stem for name in names if name.lower().endswith(PAGES)}
        folders[:] = sorted(
            name for name in folders if not name.startswith(PASSED_OVER) and companion_of(name) not in pages
        )
        yield from (Path(parent, name) for name in names if not name.startswith(PASSED_OVER))


def _without_pictures(files: Sequence[Path]) -> Sequence[Path]:
    if not any(file.name.lower().endswith(SHOWS_PICTURES) for file in files):
        return files
    return [file for file in files if not file.name.lower().endswith(PICTURES)]


def _relative(file: Path, root: Path) -> str:
    # a name that is not UTF-8 is shown with replacement characters; the file is opened by its true name
    return os.fsencode(file.relative_to(root).as_posix()).decode("utf-8", "replace")


def _orphan(path: str) -> Problem:
    source = path.removesuffix(SIDECAR_SUFFIX)
    return Problem(
        path, f"a sidecar without its source {source}", "rename it after the source, or remove it", "sidecar"
    )


def open_seed(seed: Seed) -> Raw:
    """Read a seed and its sidecar; raises SourceError or SidecarError where that cannot be done."""
    from digest.read.media import guess_media_type

    content = _read_file(seed.file, seed.path)
    source = Source(seed.path, guess_media_type(seed.path, content), hashlib.sha256(content).hexdigest())
    if seed.sidecar is None:
        return Raw(source, content)
    return Raw(source, content, _read_sidecar_text(seed.sidecar, seed.path + SIDECAR_SUFFIX))


def is_gone(seed: Seed) -> bool:
    """Whether the file was taken away since it was found: then it is no source any more, and no problem."""
    return not os.path.lexists(seed.file)


def is_risky(seed: Seed) -> bool:
    """Whether reading a file may take the process along: PDF is read by a library that is no Python."""
    try:
        return seed.file.is_file() and PDF in _read_head(seed.file)
    except OSError:
        return False


def _read_head(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(HEAD_BYTES)


def _read_file(file: Path, path: str) -> bytes:
    try:
        if not file.is_file():
            raise SourceError(path, "not a regular file", "remove it")
        if file.stat().st_size > MAX_BYTES:
            raise SourceError(path, f"larger than {MAX_BYTES // 1024**2} MiB", "save only the article, or remove it")
        return file.read_bytes()
    except OSError as error:
        raise SourceError(path, f"cannot be opened: {error.strerror}", "check the file's permissions") from error


def _read_sidecar_text(file: Path, path: str) -> str:
    try:
        if file.stat().st_size > MAX_SIDECAR_BYTES:
            raise SidecarError(path, f"larger than {MAX_SIDECAR_BYTES // 1024} KiB", "shorten it")
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SidecarError(path, "not UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        raise SidecarError(path, f"cannot be opened: {error.strerror}", "check the file's permissions") from error


def add_seed(file: Path, folder: Path, *, accessed: str) -> Path:
    """Copy a file into seeds/ with a sidecar to fill in; never over one that is there. Gives the new path.

    A name that is taken gets a number behind it. The folder that a browser puts beside a page that it saves whole
    comes along, under its own name, since the page names it.
    """
    if not file.is_file():
        raise SourceError(str(file), "not a file", "name the files to add")
    companions = _find_companions(file)
    wanted = folder / file.name
    if wanted.is_file() and wanted.read_bytes() == file.read_bytes():
        raise SourceError(str(wanted), "is there already", "nothing need be done")
    if any((folder / companion.name).exists() for companion in companions):
        raise SourceError(str(wanted), "is there already", "rename the new one, or remove the old one")
    folder.mkdir(parents=True, exist_ok=True)
    target = free_path(wanted)
    shutil.copyfile(file, target)
    for companion in companions:
        shutil.copytree(companion, folder / companion.name)
    target.with_name(target.name + SIDECAR_SUFFIX).write_text(NEW_SIDECAR.format(accessed=accessed), "utf-8")
    return target


def free_path(wanted: Path) -> Path:
    """A path where nothing stands, nor a sidecar of it: the one that is wanted, else with a number behind its name."""
    number, free = 1, wanted
    while os.path.lexists(free) or os.path.lexists(f"{free}{SIDECAR_SUFFIX}"):
        number += 1
        free = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return free


def _find_companions(file: Path) -> list[Path]:
    from digest.read.pictures import companion_of

    if not file.name.lower().endswith(PAGES):
        return []
    return [
        beside for beside in sorted(file.parent.iterdir()) if beside.is_dir() and companion_of(beside.name) == file.stem
    ]
