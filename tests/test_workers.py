"""The answer is the same however many processes give it, and a process that dies costs one source."""

import os
import signal

import pytest

from digest.workers import ALONE_BELOW, count_workers, map_sources

MANY = ALONE_BELOW + 20


def double(number: int) -> int:
    return 2 * number


def double_or_die(number: int) -> int:
    if number == 7 and os.getpid() != PARENT:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


PARENT = os.getpid()


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_the_order_is_the_sources_order(workers: int) -> None:
    assert map_sources(double, range(MANY), lost=lost, workers=workers) == [2 * n for n in range(MANY)]


def test_a_process_that_dies_costs_only_its_source() -> None:
    made = map_sources(double_or_die, range(MANY), lost=lost, workers=2)
    assert made == [-7 if n == 7 else 2 * n for n in range(MANY)]


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_ends_at_the_number_of_sources(workers: int) -> None:
    told: list[tuple[int, int]] = []
    map_sources(
        double, range(MANY), lost=lost, workers=workers, progress=lambda done, total: told.append((done, total))
    )
    assert told[-1] == (MANY, MANY)


def test_the_environment_names_the_workers_where_nobody_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGEST_WORKERS", "3")
    assert (count_workers(), count_workers(2)) == (3, 2)
