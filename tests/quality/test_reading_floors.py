"""What reading reaches on labelled pages must not fall: the half that no rule was tuned on, against pinned floors.

The labelled pages are not part of the project: their folder is named by $DIGEST_BENCH, or lies in ../shared/bench.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCH = Path(os.environ.get("DIGEST_BENCH", ROOT.parent / "shared" / "bench"))


@pytest.mark.slow
@pytest.mark.skipif(not BENCH.is_dir(), reason="no labelled pages here: name their folder in $DIGEST_BENCH")
def test_no_figure_of_reading_falls_below_its_floor() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "reading.py"), str(BENCH), "--half", "odd"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    missed = [line for line in done.stdout.splitlines() if line.startswith("MISSED")]
    assert (missed, done.returncode, done.stderr) == ([], 0, "")
