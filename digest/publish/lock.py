"""One build at a time in a project: a second one waits for the first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digest.errors import PublishError

HELD: set[Path] = set()  # by this process: a build that writes docs/ may ask for what it has


@contextmanager
def hold_lock(root: Path) -> Iterator[None]:
    """Hold a project's lock while the block runs; the system frees it when the process ends, however that is."""
    file = root.resolve() / ".digest" / "lock"
    if file in HELD:
        yield
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        stream = file.open("ab")
    except OSError as error:
        raise PublishError(str(file), f"cannot be written: {error.strerror}", "give access there") from error
    with stream:
        _wait_for(stream.fileno())
        HELD.add(file)
        try:
            yield
        finally:
            HELD.discard(file)


def _wait_for(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: two builds at once are the user's risk there
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX)
