"""Maps a function over sources: here, or in processes of which one may die without taking the others' work along."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
Progress = Callable[[int, int], None]

ALONE_BELOW = 48  # sources; fewer are done sooner here than processes start (measured: 0.2 s a process)
CHUNK = 16  # sources a process takes at a time: little to lose, little to send


def count_workers(asked: int | None = None) -> int:
    """How many processes to use: what was asked, else DIGEST_WORKERS, else the cores of this machine."""
    named = os.environ.get("DIGEST_WORKERS", "")
    return max(1, asked or (int(named) if named.isdecimal() else 0) or _count_cores())


def _count_cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # Linux: the cores that this process may use
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def map_sources(
    function: Callable[[Given], Made],
    sources: Sequence[Given],
    *,
    lost: Callable[[Given], Made],
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[Made]:
    """`function` of every source, in order; `lost` of one whose process dies with it.

    The answer does not depend on the number of workers. `progress` is told how many are done, of how many.
    """
    number = count_workers(workers)
    if number == 1 or len(sources) < ALONE_BELOW:
        return list(_map_here(function, sources, progress))
    return _map_in_processes(function, sources, lost, number, progress)


def _map_here(function: Callable[[Given], Made], sources: Sequence[Given], progress: Progress | None) -> Iterator[Made]:
    for number, source in enumerate(sources, start=1):
        yield function(source)
        if progress:
            progress(number, len(sources))


def _map_in_processes(
    function: Callable[[Given], Made],
    sources: Sequence[Given],
    lost: Callable[[Given], Made],
    number: int,
    progress: Progress | None,
) -> list[Made]:
    made: dict[int, list[Made]] = {}
    chunks = {start: sources[start : start + CHUNK] for start in range(0, len(sources), CHUNK)}
    try:
        with ProcessPoolExecutor(number) as pool:
            futures = {pool.submit(_map_chunk, function, chunk): start for start, chunk in chunks.items()}
            _collect(futures, made, len(sources), progress)
    except BrokenProcessPool:
        for start in sorted(chunks.keys() - made.keys()):  # one by one, so that only the guilty source is lost
            made[start] = [_map_apart(function, source, lost) for source in chunks[start]]
    return [one for start in sorted(made) for one in made[start]]


def _map_chunk(function: Callable[[Given], Made], chunk: Sequence[Given]) -> list[Made]:
    return [function(source) for source in chunk]


def _collect(
    futures: dict[Future[list[Made]], int], made: dict[int, list[Made]], total: int, progress: Progress | None
) -> None:
    waiting = set(futures)
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            made[futures[future]] = future.result()
        if progress:
            progress(sum(len(chunk) for chunk in made.values()), total)


def _map_apart(function: Callable[[Given], Made], source: Given, lost: Callable[[Given], Made]) -> Made:
    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(function, source).result()
    except BrokenProcessPool:
        return lost(source)
