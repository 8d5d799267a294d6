"""What the demo's sources are read as, and what their pages are, letter by letter: a change shows as a diff to be read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.project import open_project, write_docs
from digest.reading_report import read_paths, show_markdown

ROOT = Path(__file__).parent.parent
SEEDS = sorted(path.name for path in (ROOT / "seeds").glob("*.txt"))
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("name", SEEDS)
def test_a_source_is_read_as_before(name: str, golden: Golden) -> None:
    (report,) = read_paths([ROOT / "seeds" / name])
    assert report.error is None
    golden(f"read/{Path(name).stem}.md", show_markdown(report))


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's docs/, written in a folder of its own."""
    project = tmp_path_factory.mktemp("demo")
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "seeds", project / "seeds")
    write_docs(open_project(project / "mkdocs.yml"))
    return project / "docs"


def test_the_pages_are_those_of_before(docs: Path, golden: Golden) -> None:
    golden("docs/pages.txt", "".join(f"{name}\n" for name in pages_of(docs)))


def test_the_pages_read_as_before(docs: Path, golden: Golden) -> None:
    for name in pages_of(docs):
        golden(f"docs/{name}", (docs / name).read_text("utf-8"))


def pages_of(docs: Path) -> list[str]:
    return sorted(page.relative_to(docs).as_posix() for page in docs.rglob("*.md"))
