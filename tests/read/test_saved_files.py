"""A file that a browser or mail program saved is read as the Markdown beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.reading_report import read_paths, show_markdown

SAVED = Path(__file__).parent / "saved"
FILES = sorted(path.name for path in SAVED.iterdir() if path.is_file() and path.suffix != ".md")


@pytest.mark.parametrize("name", FILES)
def test_a_saved_file_is_read_as(name: str, request: pytest.FixtureRequest) -> None:
    (report,) = read_paths([SAVED / name])
    assert report.error is None
    golden = SAVED / f"{name}.md"
    if request.config.getoption("--update-golden"):
        golden.write_bytes(show_markdown(report).encode())
    assert show_markdown(report) == golden.read_bytes().decode()
