"""Quality and speed of reading on labelled pages: `python benchmarks/reading.py BENCH [--half even|odd|both]`.

BENCH is a folder with `score_reading.py` and its data (extraction/, structure/). Rules were tuned on the pages with even
numbers, so the odd half is what counts: each of its figures must reach the floor in tests/quality/reading.json.
Exit status 1: one does not.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parents[1] / "tests" / "quality" / "reading.json"
HALVES = {"even": 0, "odd": 1}
COMMAND = f"{sys.executable} -m digest read --json"


def main() -> None:
    """Score one half or all of the data, and hold the odd half against the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--half", choices=[*HALVES, "both"], default="odd")
    options = parser.parse_args()
    figures = score(options.bench, options.half)
    for name, value in figures.items():
        sys.stdout.write(f"{value:8.3f}  {name}\n")
    missed = list(find_missed(figures)) if options.half == "odd" else []
    sys.stdout.write("".join(f"MISSED  {line}\n" for line in missed))
    sys.exit(bool(missed))


def score(bench: Path, half: str = "odd") -> dict[str, float]:
    """The figures of one half of a bench's data by name: `extraction: body, article: F1`."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        copy_half(bench / "extraction", data / "extraction", half)
        copy_half(bench / "structure", data / "structure", half)
        command = [sys.executable, str(bench / "score_reading.py"), "--json", "--command", COMMAND, str(data)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(name_figures(json.loads(done.stdout)["results"]))


def copy_half(source: Path, target: Path, half: str) -> None:
    """Links to every second page of a folder of data, in the order of their names."""
    target.mkdir()
    labels = source / "truth.json"
    if not labels.is_file():
        for page in take_half(sorted(path.name for path in source.iterdir() if path.is_dir()), half):
            os.symlink((source / page).resolve(), target / page)
        return
    truth = json.loads(labels.read_text("utf-8"))
    kept = take_half(list(truth["pages"]), half)
    truth["pages"] = {name: truth["pages"][name] for name in kept}
    (target / "truth.json").write_text(json.dumps(truth), "utf-8")
    os.symlink((source / "html").resolve(), target / "html")


def take_half(names: list[str], half: str) -> list[str]:
    """Every second name."""
    return names if half == "both" else names[HALVES[half] :: 2]


def name_figures(results: list[Mapping[str, Any]]) -> Iterator[tuple[str, float]]:
    """Each figure of each row, and how many pages failed."""
    for result in results:
        yield f"{result['kind']}: failures", float(len(result["failures"]))
        yield f"{result['kind']}: pages a CPU-second", result["pages_per_cpu_second"]
        for row, columns in result["scores"].items():
            yield from ((f"{result['kind']}: {row}: {column}", value) for column, value in columns.items())


def find_missed(figures: Mapping[str, float]) -> Iterator[str]:
    """A line for each figure on the wrong side of its floor; the made-up and leaked shares and failures have ceilings."""
    bounds = json.loads(FLOORS.read_text("utf-8"))
    for name, floor in bounds["at least"].items():
        if figures[name] < floor:
            yield f"{name}: {figures[name]:.3f}, at least {floor}"
    for name, ceiling in bounds["at most"].items():
        if figures[name] > ceiling:
            yield f"{name}: {figures[name]:.3f}, at most {ceiling}"


if __name__ == "__main__":
    main()
