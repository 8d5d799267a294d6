"""Looks at files without opening them: whatever touches one changes what is seen."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path


def look_at_files(places: Sequence[Path], *, hidden: bool = True) -> str:
    """A hash of the files below folders, as they stand there; empty where a link leads elsewhere.

    Without `hidden` what begins with a dot at the top is passed over.
    """
    try:
        seen = [(file, file.stat()) for place in places for file in _find_files(place, hidden=hidden)]
    except OSError:
        return ""
    return hash_lines(sorted(f"{file} {one.st_size} {one.st_mtime_ns} {one.st_ctime_ns}" for file, one in seen))


def _find_files(place: Path, *, hidden: bool) -> Iterator[Path]:
    """Every file below a folder, or the file itself; raises OSError for a linked folder, for it may be without end."""
    if not place.is_dir():
        yield from (place,) if place.exists() else ()
        return
    for folder, folders, files in os.walk(place, onerror=_refuse):
        if not hidden and Path(folder) == place:
            folders[:] = [name for name in folders if not name.startswith(".")]
            files = [name for name in files if not name.startswith(".")]
        if any(os.path.islink(os.path.join(folder, name)) for name in folders):
            raise OSError("a linked folder")
        yield from (Path(folder, name) for name in files)


def _refuse(error: OSError) -> None:
    raise error


def hash_lines(lines: Sequence[str]) -> str:
    """One hash of lines."""
    return hashlib.sha256(json.dumps(list(lines)).encode()).hexdigest()
