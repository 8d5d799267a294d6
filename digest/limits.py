"""Ends a process that reads sources where one of them takes more time or memory than any good file does."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

MAX_SECONDS = 300  # of the processor, for one source; a book of a thousand pages takes some fifty
MAX_MEMORY = 4 * 1024**3  # bytes of one process; a book of 60 MB takes one GiB


def call_limited(function: Callable[[Given], Made], source: Given) -> Made:
    """`function` of a source, in a process that may be lost: it ends where the source takes too much.

    The libraries that read PDF are no Python, so nothing else could stop them. Where the system knows no such limits
    (Windows), the call has none.
    """
    _limit_memory()
    _limit_time(MAX_SECONDS)
    try:
        return function(source)
    except MemoryError:
        os._exit(1)
    finally:
        _limit_time(0)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        allowed = MAX_MEMORY if most == resource.RLIM_INFINITY else min(MAX_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (allowed, most))


def _limit_time(seconds: int) -> None:
    """Let the signal that ends a process come after so many seconds of work; 0 takes it back."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)
