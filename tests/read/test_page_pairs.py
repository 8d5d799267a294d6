"""A saved page is read as its neighbour says: `pages/NAME.html` becomes `pages/NAME.md`, facts, cuts and all."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.documents import Source
from digest.read.html import read_html
from digest.reading_report import Report, show_markdown

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_as_its_neighbour_says(name: str, request: pytest.FixtureRequest) -> None:
    source = Source(f"{name}.html", "text/html", "0")
    shown = show_markdown(Report(source.path, read_html((PAGES / f"{name}.html").read_bytes(), source)))
    neighbour = PAGES / f"{name}.md"
    if request.config.getoption("--update-golden"):
        neighbour.write_text(shown, "utf-8")
    assert shown == neighbour.read_text("utf-8")
