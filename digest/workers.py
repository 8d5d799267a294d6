"""Maps a function over sources: here, or in processes of which one may die without taking the others' work along."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import TypeVar

from digest.limits import call_limited

Given = TypeVar("Given")
Made = TypeVar("Made")
Progress = Callable[[int, int], None]

ALONE_BELOW = 48  # sources; fewer are done sooner here than processes start (measured: 0.2 s a process)
TOOK_TOO_MUCH = "reading it took more time or memory than any good file does, or ended the process"
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
    apart: Callable[[Given], bool] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[Made]:
    """`function` of every source, in order; `lost` of one whose process dies with it, or takes too much.

    Where all are read in this process, those that are to be read `apart` have another. The answer does not depend on the number of workers. `progress` is told how many are done, of how many.
    """
    made = dict(map_as_done(function, sources, lost=lost, apart=apart, workers=workers, progress=progress))
    return [one for first in sorted(made) for one in made[first]]


def map_as_done(
    function: Callable[[Given], Made],
    sources: Sequence[Given],
    *,
    lost: Callable[[Given], Made],
    apart: Callable[[Given], bool] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Iterator[tuple[int, list[Made]]]:
    """As `map_sources`, but in runs as they are done, each with the place of its first source."""
    number = count_workers(workers)
    alone = number == 1 or len(sources) < ALONE_BELOW
    here, there = (sources, ()) if alone else ((), sources)
    runs = chain(_map_here(function, here, lost, apart), _map_in_processes(function, there, lost, number))
    done = 0
    for first, run in runs:
        yield first, run
        done += len(run)
        if progress:
            progress(done, len(sources))


def _map_here(
    function: Callable[[Given], Made],
    sources: Sequence[Given],
    lost: Callable[[Given], Made],
    apart: Callable[[Given], bool] | None,
) -> Iterator[tuple[int, list[Made]]]:
    for place, source in enumerate(sources):
        yield place, [_map_apart(function, source, lost) if apart and apart(source) else function(source)]


def _map_in_processes(
    function: Callable[[Given], Made], sources: Sequence[Given], lost: Callable[[Given], Made], number: int
) -> Iterator[tuple[int, list[Made]]]:
    chunks = {first: sources[first : first + CHUNK] for first in range(0, len(sources), CHUNK)}
    while chunks:
        for first, run in _map_until_one_dies(function, chunks, number):
            del chunks[first]
            yield first, run
        for first in sorted(chunks)[: number + 1]:  # they are begun in order, so the guilty source is in one of these
            yield first, [_map_apart(function, source, lost) for source in chunks.pop(first)]


def _map_until_one_dies(
    function: Callable[[Given], Made], chunks: Mapping[int, Sequence[Given]], number: int
) -> Iterator[tuple[int, list[Made]]]:
    with ProcessPoolExecutor(number) as pool:
        try:
            begun = {pool.submit(_map_chunk, function, chunk): first for first, chunk in chunks.items()}
            for future in as_completed(begun):
                yield begun.pop(future), future.result()
        except BrokenProcessPool:
            return
        except BaseException:  # who asked stops asking: what is not begun is not wanted any more
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _map_chunk(function: Callable[[Given], Made], chunk: Sequence[Given]) -> list[Made]:
    return [call_limited(function, source) for source in chunk]


def _map_apart(function: Callable[[Given], Made], source: Given, lost: Callable[[Given], Made]) -> Made:
    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(call_limited, function, source).result()
    except BrokenProcessPool:
        return lost(source)
