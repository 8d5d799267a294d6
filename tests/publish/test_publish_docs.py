"""docs/ is the user's: a build writes, changes and deletes only what builds wrote, whenever it is killed."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.errors import PublishError
from digest.model import Page, Problem
from digest.publish import docs as publish
from digest.publish.docs import write_pages

OLD = (Page("index.md", "# Old home\n"), Page("articles/soil.md", "# Soil\n"), Page("articles/tide.md", "# Tide\n"))
NEW = (Page("index.md", "# New home\n"), Page("articles/soil.md", "# Soil\n"), Page("terms/humus.md", "# Humus\n"))


class Killed(BaseException):
    """Stands for the end of the process between two steps of a build."""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return tmp_path / "docs"


def texts(docs: Path) -> dict[str, str]:
    """Every file below docs/ but the manifest, and its text."""
    files = (file for file in sorted(docs.rglob("*")) if file.is_file() and file.name != ".digest.json")
    return {file.relative_to(docs).as_posix(): file.read_text("utf-8") for file in files}


def as_texts(pages: tuple[Page, ...]) -> dict[str, str]:
    return {page.path: page.text for page in sorted(pages, key=lambda page: page.path)}


def test_a_picture_is_written_byte_by_byte(docs: Path) -> None:
    write_pages((Page("assets/pictures/worm.png", content=b"\x89PNG\r\n\xff"),), docs)
    assert (docs / "assets/pictures/worm.png").read_bytes() == b"\x89PNG\r\n\xff"


def test_a_first_build_writes_every_page_and_its_manifest(docs: Path) -> None:
    assert write_pages(OLD, docs) == ()
    assert texts(docs) == as_texts(OLD)
    assert json.loads((docs / ".digest.json").read_text("utf-8")) == {
        "schema": 1,
        "pages": {page.path: hashlib.sha256(page.text.encode()).hexdigest() for page in OLD},
    }


def test_pages_of_removed_sources_go_and_so_do_folders_that_held_nothing_else(docs: Path) -> None:
    write_pages(OLD, docs)
    assert write_pages((Page("index.md", "# New home\n"),), docs) == ()
    assert texts(docs) == {"index.md": "# New home\n"}
    assert not (docs / "articles").exists()


def test_a_page_deleted_by_hand_comes_back(docs: Path) -> None:
    write_pages(OLD, docs)
    (docs / "index.md").unlink()
    write_pages(OLD, docs)
    assert texts(docs) == as_texts(OLD)


def test_a_page_that_a_person_wrote_first_stays_and_is_named(docs: Path) -> None:
    docs.mkdir()
    (docs / "index.md").write_text("My own home\n", "utf-8")
    assert write_pages(OLD, docs) == (
        Problem("docs/index.md", "kept as you wrote it", "delete it to get the generated page", "kept"),
    )
    assert texts(docs)["index.md"] == "My own home\n"


def test_a_generated_page_edited_by_hand_stays_through_every_build_and_is_named(docs: Path) -> None:
    write_pages(OLD, docs)
    (docs / "index.md").write_text("# Old home\n\nA remark.\n", "utf-8")
    kept = Problem("docs/index.md", "kept as you edited it", "delete it to get the generated page", "kept")
    assert [write_pages(NEW, docs), write_pages(OLD, docs)] == [(kept,), (kept,)]
    assert texts(docs)["index.md"] == "# Old home\n\nA remark.\n"


def test_an_edited_page_stays_when_its_source_is_removed(docs: Path) -> None:
    write_pages(OLD, docs)
    (docs / "articles/tide.md").write_text("# Tide, annotated\n", "utf-8")
    assert write_pages(NEW, docs) == (
        Problem(
            "docs/articles/tide.md",
            "kept as you edited it; nothing makes it any more",
            "delete it if it may go",
            "kept",
        ),
    )
    assert texts(docs)["articles/tide.md"] == "# Tide, annotated\n"


def test_an_edit_taken_back_makes_the_page_ours_again(docs: Path) -> None:
    write_pages(OLD, docs)
    (docs / "index.md").write_text("edited\n", "utf-8")
    write_pages(NEW, docs)
    (docs / "index.md").write_text("# Old home\n", "utf-8")
    assert write_pages(NEW, docs) == ()
    assert texts(docs) == as_texts(NEW)


def test_other_files_of_the_curator_are_not_looked_at(docs: Path) -> None:
    (docs / "guide").mkdir(parents=True)
    (docs / "guide/index.md").write_text("Mine\n", "utf-8")
    write_pages(OLD, docs)
    assert write_pages(NEW, docs) == ()
    assert texts(docs)["guide/index.md"] == "Mine\n"


def test_a_lost_manifest_claims_pages_with_the_same_bytes_and_keeps_the_others(docs: Path) -> None:
    write_pages(OLD, docs)
    (docs / ".digest.json").unlink()
    assert [problem.where for problem in write_pages(NEW, docs)] == ["docs/index.md"]
    assert write_pages((), docs) == ()
    assert sorted(texts(docs)) == ["articles/tide.md", "index.md"]


def test_nothing_changed_writes_nothing(docs: Path) -> None:
    write_pages(OLD, docs)
    for file in docs.rglob("*"):
        os.utime(file, ns=(1, 1))
    write_pages(OLD, docs)
    assert {file.stat().st_mtime_ns for file in docs.rglob("*")} == {1}


def test_pages_obey_the_umask(docs: Path) -> None:
    before = os.umask(0o027)
    try:
        write_pages(OLD, docs)
    finally:
        os.umask(before)
    assert {stat.S_IMODE(file.stat().st_mode) for file in docs.rglob("*") if file.is_file()} == {0o640}


# --- killed at any moment


STEPS = 5  # changes of a file that turn OLD into NEW: the manifest, two pages, a deletion, the manifest


@pytest.mark.parametrize("step", [pytest.param(step, id=f"killed before step {step}") for step in range(STEPS)])
@pytest.mark.parametrize(
    "after",
    [
        pytest.param(NEW, id="and built again"),
        pytest.param(OLD, id="and built as before"),
        pytest.param((Page("index.md", "# Newest\n"),), id="and built from sources changed once more"),
    ],
)
def test_a_killed_build_leaves_no_page_that_looks_like_a_person_s(
    docs: Path, step: int, after: tuple[Page, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(OLD, docs)
    with monkeypatch.context() as patched:
        kill_before(step, patched)
        with pytest.raises(Killed):
            write_pages(NEW, docs)
    assert write_pages(after, docs) == ()
    assert texts(docs) == as_texts(after)
    assert list(json.loads((docs / ".digest.json").read_text("utf-8"))) == ["pages", "schema"]


def test_a_build_killed_again_and_again_still_knows_its_pages(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pages(OLD, docs)
    for number, step in enumerate((1, 2, 3, 1, 2)):
        with monkeypatch.context() as patched:
            kill_before(step, patched)
            with pytest.raises(Killed):
                write_pages((Page("index.md", f"# {number}\n"), Page("terms/humus.md", f"# {number}\n")), docs)
    assert write_pages(NEW, docs) == ()
    assert texts(docs) == as_texts(NEW)


def test_a_page_edited_after_a_kill_is_a_person_s(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pages(OLD, docs)
    with monkeypatch.context() as patched:
        kill_before(2, patched)
        with pytest.raises(Killed):
            write_pages(NEW, docs)
    (docs / "index.md").write_text("edited\n", "utf-8")
    assert [problem.where for problem in write_pages(NEW, docs)] == ["docs/index.md"]
    assert texts(docs)["index.md"] == "edited\n"


def kill_before(step: int, patched: pytest.MonkeyPatch) -> None:
    """End the build before its nth change of a file, as a power cut would: no cleaning up."""
    left = [step]

    def or_kill(change: Callable[..., None]) -> Callable[..., None]:
        def changed(*given: object, **named: object) -> None:
            if not left[0]:
                raise Killed
            left[0] -= 1
            change(*given, **named)

        return changed

    patched.setattr(os, "replace", or_kill(os.replace))
    unlink = Path.unlink
    patched.setattr(
        Path,
        "unlink",
        lambda file, missing_ok=False: (
            None if file.name == publish.SCRATCH else or_kill(unlink)(file, missing_ok=missing_ok)
        ),
    )


# --- places


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("../site.md", id="above docs"),
        pytest.param("articles/../../x.md", id="above docs, by a detour"),
        pytest.param("/etc/x.md", id="absolute"),
        pytest.param("articles\\x.md", id="with a backslash"),
        pytest.param("c:/x.md", id="on a drive"),
        pytest.param(".digest.json", id="hidden"),
        pytest.param("articles//x.md", id="with an empty part"),
    ],
)
def test_a_page_must_stay_inside_docs(docs: Path, path: str) -> None:
    with pytest.raises(PublishError) as refused:
        write_pages((*OLD, Page(path, "x")), docs)
    assert str(refused.value) == f"{path}: not a place inside docs/ (mend the template or plug-in that names it)"
    assert not docs.exists()


def test_a_page_that_is_a_link_is_a_person_s_and_is_not_followed(docs: Path, tmp_path: Path) -> None:
    docs.mkdir()
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text("Mine\n", "utf-8")
    (docs / "index.md").symlink_to(elsewhere)
    assert [problem.kind for problem in write_pages(OLD, docs)] == ["kept"]
    assert elsewhere.read_text("utf-8") == "Mine\n"


def test_a_folder_that_is_a_link_is_refused(docs: Path, tmp_path: Path) -> None:
    docs.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (docs / "articles").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PublishError) as refused:
        write_pages(OLD, docs)
    assert str(refused.value) == "docs/articles: a link, not a folder (put a folder in its place)"
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    "record",
    [
        pytest.param("{", id="is cut off"),
        pytest.param("[]", id="is a list"),
        pytest.param('{"schema": 1, "pages": {"../mkdocs.yml": "0"}}', id="names a file outside docs"),
    ],
)
def test_a_manifest_is_refused_that(docs: Path, record: str) -> None:
    docs.mkdir()
    (docs / ".digest.json").write_text(record, "utf-8")
    with pytest.raises(PublishError) as refused:
        write_pages(OLD, docs)
    assert str(refused.value) == (
        "docs/.digest.json: not the record that a build wrote"
        " (restore it, or delete it together with the generated pages)"
    )
    assert texts(docs) == {}


def test_a_file_where_a_folder_must_be_is_told_in_one_line(docs: Path) -> None:
    docs.mkdir()
    (docs / "articles").write_text("a file", "utf-8")
    with pytest.raises(PublishError) as refused:
        write_pages(OLD, docs)
    assert str(refused.value) == f"{docs}/articles: cannot be written: File exists (move what stands there)"
