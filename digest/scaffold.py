"""Makes a ready project out of the files in templates/new/."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from digest.errors import PublishError

HIDDEN = "dot."  # begins the packaged name of a file that begins with a dot: packaging tools leave hidden files out


def make_project(folder: Path) -> tuple[Path, ...]:
    """Write a new project into a folder that is empty or does not exist; the paths written, sorted. Raises PublishError."""
    from digest.project import PACKAGED_TEMPLATES

    packaged = PACKAGED_TEMPLATES / "new"
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise PublishError(str(folder), "not an empty folder", "name one that does not exist yet")
        names = sorted(file.relative_to(packaged).as_posix() for file in packaged.rglob("*") if file.is_file())
        return tuple(sorted(_copy(packaged / name, folder / _true_name(name)) for name in names))
    except OSError as error:
        where = str(error.filename or folder)
        raise PublishError(where, f"cannot be written: {error.strerror}", "name another folder") from error


def _true_name(name: str) -> PurePosixPath:
    parts = (f".{part.removeprefix(HIDDEN)}" if part.startswith(HIDDEN) else part for part in name.split("/"))
    return PurePosixPath(*parts)


def _copy(packaged: Path, file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(packaged.read_bytes())
    return file
