"""What all tests share: golden files, compared letter by letter, written anew by `make golden`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the golden files be written."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; read the diff like code"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the golden file of a name; under --update-golden writes the file."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        assert file.is_file(), f"no golden file {name}: run `make golden`, and read what it wrote"
        assert text == file.read_bytes().decode()

    return compare
