"""While `serve` runs, what a build wrote in docs/ is told from what a person did there."""

from pathlib import Path

from digest.model import Page
from digest.publish.docs import write_pages
from digest.publish.watching import Edits


def a_docs(root: Path, *paths: str) -> Path:
    write_pages([Page(path, f"Words of {path}.") for path in paths], root / "docs")
    return root / "docs"


def test_what_a_build_wrote_or_took_away_is_ours(tmp_path: Path) -> None:
    docs = a_docs(tmp_path, "index.md", "articles/old.md")
    edits = Edits(docs)
    a_docs(tmp_path, "index.md", "articles/new.md")
    ours = ("index.md", "articles/new.md", "articles/old.md", ".digest.json", ".digest.tmp")
    assert [path for path in ours if edits.is_ours(docs / path)] == list(ours)


def test_what_a_person_wrote_edited_or_took_away_is_not(tmp_path: Path) -> None:
    docs = a_docs(tmp_path, "index.md", "articles/a.md")
    edits = Edits(docs)
    (docs / "own.md").write_text("Mine.")
    (docs / "index.md").write_text("Edited.")
    (docs / "articles/a.md").unlink()
    theirs = ("own.md", "index.md", "articles/a.md", "never.md")
    assert [path for path in theirs if edits.is_ours(docs / path)] == []


def test_before_the_first_build_nothing_is_ours(tmp_path: Path) -> None:
    edits = Edits(tmp_path)
    (tmp_path / "index.md").write_text("Mine.")
    assert not edits.is_ours(tmp_path / "index.md")
