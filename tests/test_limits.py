"""A source that takes too much costs itself, also where all others are read in this process."""

from __future__ import annotations

import os
import signal

from digest.limits import MAX_MEMORY
from digest.workers import map_sources


def work(number: int) -> int:
    """A source that fills the memory, one that works without end, and good ones."""
    if number == 3:
        return len(bytearray(2 * MAX_MEMORY))
    if number == 5:
        signal.setitimer(signal.ITIMER_PROF, 0.05)  # the time is up sooner than in earnest
        while True:
            number += 1
    return os.getpid()


def refuse(number: int) -> int:
    return -number


def test_it_is_lost_and_the_others_are_not() -> None:
    here = os.getpid()
    made = map_sources(work, range(8), lost=refuse, apart=lambda number: number in (3, 5, 6), workers=1)
    assert [made[3], made[5]] == [-3, -5]
    assert made[6] not in (here, -6)
    assert {made[number] for number in (0, 1, 2, 4, 7)} == {here}
