"""Puts a new folder in the place of an old one, so that a reader finds the old or the new, never neither."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from digest.errors import PublishError
from digest.publish.refusals import refuse_site

AT_FDCWD = -100  # Linux: paths are relative to the working directory
RENAME_EXCHANGE = 2  # Linux: both names stay, their folders change places
NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}  # what a system says that cannot exchange


@contextmanager
def replacing(site: Path, *, workshop: Path) -> Iterator[Path]:
    """A new folder to fill, which takes the place of `site` when the block ends and goes when it fails.

    It stands in the workshop, or beside the site where that is another file system. What begins with a dot at the
    top of the site is the user's (.git, .nojekyll) and stays, as with MkDocs. Raises PublishError.
    """
    site = site.resolve()
    try:
        new = _prepare(site, workshop)
        try:
            yield new
            _carry_hidden(site, new)
            _swap(new, site)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise refuse_site(site, error) from error


def check_whole(site: Path, pages: Sequence[str]) -> None:
    """Raise PublishError where a new site lacks its first page or one of `pages`, which are addresses of files."""
    for page in ("index.html", *pages):
        if not (site / page).is_file():
            raise PublishError(f"site/{page}", "was not built, so the old site stays", "see the warnings of the build")


def _prepare(site: Path, workshop: Path) -> Path:
    if site.exists() and not os.access(site, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(site))
    site.parent.mkdir(parents=True, exist_ok=True)
    workshop.mkdir(parents=True, exist_ok=True)
    nearby = workshop.stat().st_dev == (site if site.exists() else site.parent).stat().st_dev
    new = workshop / "site-new" if nearby else site.parent / f".{site.name}-new"
    if new.exists():
        shutil.rmtree(new)
    new.mkdir()
    return new


def _carry_hidden(site: Path, new: Path) -> None:
    for old in sorted(site.glob(".*")) if site.is_dir() else ():
        copy = new / old.name
        if copy.exists():
            continue
        if old.is_dir() and not old.is_symlink():
            shutil.copytree(old, copy, symlinks=True)
        else:
            shutil.copy2(old, copy, follow_symlinks=False)


def _swap(new: Path, site: Path) -> None:
    if not site.exists():
        new.rename(site)
    elif not _exchange(new, site):
        _rename_twice(new, site)


def _exchange(new: Path, site: Path) -> bool:
    """Let two folders change places at one stroke; False where the system has no such call."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if call is None:
        return False
    if call(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(site), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(site))


def _rename_twice(new: Path, site: Path) -> None:
    """The best that a system without exchange can do: the site is gone for the moment between two renames."""
    old = new.with_name(new.name + "-old")
    shutil.rmtree(old, ignore_errors=True)
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
