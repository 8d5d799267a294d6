"""A site that stands as it was built is not built again, and whatever could change it brings a build."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from digest.cli import main
from digest.project import open_project
from digest.publish.site import Published
from digest.publish.unchanged import RECORD, Unchanged, build_if_changed

CONFIG = "site_name: Soils\ntheme: mkdocs\nplugins: [search, {digest: {cards: false}}]\n"
SOIL = "# Soil remembers\n\nSoil is a living memory of the plants that grew in it. Humus is what remains of them.\n"
TIDE = "# Tides at work\n\nA tide moves more water than all rivers. Sailors plan their day by the tide.\n"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The plugin sets the day of the build for MkDocs: take it back after each test."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    yield
    os.environ.pop("SOURCE_DATE_EPOCH", None)


def a_project(root: Path, *, config: str = CONFIG) -> Path:
    (root / "seeds").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(config, "utf-8")
    (root / "seeds" / "soil.md").write_text(SOIL, "utf-8")
    return root


def builds(root: Path, *, strict: bool = False, force: bool = False) -> bool:
    """Whether a build was needed; the site is then the one that another folder gets."""
    built = build_if_changed(open_project(root / "mkdocs.yml"), strict=strict, force=force)
    return not isinstance(built, Unchanged)


def files(folder: Path) -> dict[str, bytes]:
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a template and a page of its own, built."""
    root = a_project(tmp_path_factory.mktemp("built") / "project")
    (root / "templates" / "theme").mkdir(parents=True)
    (root / "templates" / "theme" / "main.html").write_text('{% extends "base.html" %}', "utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "about.md").write_text("# About\n", "utf-8")
    assert builds(root)
    return root


def test_where_nothing_changed_nothing_is_built(built: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in built.rglob("*") if file.is_file()}
    assert not builds(built)
    assert {file: file.stat().st_mtime_ns for file in built.rglob("*") if file.is_file()} == before


def write(root: Path, path: str, text: str) -> None:
    (root / path).write_text(text, "utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a source": lambda root: write(root, "seeds/soil.md", SOIL.replace("living", "lively")),
    "a source of the same length": lambda root: write(root, "seeds/soil.md", SOIL.replace("memory", "record")),
    "another source": lambda root: write(root, "seeds/tide.md", TIDE),
    "a sidecar": lambda root: write(root, "seeds/soil.md.yml", "tags: [ground]\n"),
    "the vocabulary": lambda root: write(root, "vocabulary.yml", "terms: [{name: humus, about: Ours.}]\n"),
    "a setting": lambda root: write(root, "mkdocs.yml", CONFIG.replace("Soils", "Grounds")),
    "a template": lambda root: write(root, "templates/reading.md.j2", "# Mine\n"),
    "the frame": lambda root: write(root, "templates/theme/main.html", '{% extends "base.html" %}\n'),
    "a page that a person wrote": lambda root: write(root, "docs/about.md", "# About us\n"),
    "another page": lambda root: write(root, "docs/more.md", "# More\n"),
    "a page of the site": lambda root: write(root, "site/index.html", "mine"),
    "a page of the site that is gone": lambda root: (root / "site" / "404.html").unlink(),
    "a site that is gone": lambda root: shutil.rmtree(root / "site"),
    "a generated page that is gone": lambda root: (root / "docs" / "index.md").unlink(),
    "a damaged record": lambda root: write(root, f".digest/{RECORD}", "{"),
    "a record of something else": lambda root: write(root, f".digest/{RECORD}", '{"problems": [], "inputs": ""}'),
    "a record that is none": lambda root: write(root, f".digest/{RECORD}", '[{"problems": 1}]'),
    "no record": lambda root: shutil.rmtree(root / ".digest"),
}


def test_whatever_changes_brings_a_build(built: Path, tmp_path: Path) -> None:
    root = shutil.copytree(built, tmp_path / "project")
    assert builds(root)  # a copy has other times
    for name, change in CHANGES.items():
        change(root)
        assert builds(root), name
    assert not builds(root)
    fresh = shutil.copytree(root, tmp_path / "fresh", ignore=shutil.ignore_patterns(".digest", "site"))
    builds(fresh)
    assert (files(root / "site"), files(root / "docs")) == (files(fresh / "site"), files(fresh / "docs"))


def test_force_builds_whatever_stands_there(built: Path) -> None:
    assert builds(built, force=True)


@pytest.mark.parametrize(
    "config",
    [
        pytest.param(
            CONFIG.replace("search,", "search, 'material/tags', {material/info: {enabled: false}},"), id="a plugin"
        ),
        pytest.param(CONFIG + "hooks: [hook.py]\n", id="a hook"),
        pytest.param(CONFIG + "markdown_extensions: [pymdownx.snippets]\n", id="an extension that opens files"),
        pytest.param(CONFIG + "markdown_extensions: [{pymdownx.snippets: {}}]\n", id="one with settings"),
        pytest.param(CONFIG + "extra: {call: !!python/name:os.getcwd }\n", id="a function"),
    ],
)
def test_a_site_that_may_change_by_itself_is_built_each_time(tmp_path: Path, config: str) -> None:
    root = a_project(tmp_path, config=config)
    write(root, "hook.py", "")
    assert (builds(root), builds(root)) == (True, True)


def test_problems_are_told_again_and_count_under_strict(tmp_path: Path) -> None:
    root = a_project(tmp_path)
    write(root, "seeds/lost.md.yml", "title: Lost\n")
    first, again = (build_if_changed(open_project(root / "mkdocs.yml")) for _ in range(2))
    assert isinstance(again, Unchanged)
    assert again.problems == first.problems != ()
    assert builds(root, strict=True)


def test_a_linked_folder_is_not_looked_at_so_the_site_is_built_each_time(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    (root / "docs").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (root / "docs" / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert (builds(root), builds(root)) == (True, True)


def test_what_the_user_keeps_at_the_top_of_the_site_is_passed_over(tmp_path: Path) -> None:
    root = a_project(tmp_path)
    builds(root)
    write(root, "site/.nojekyll", "")
    assert not builds(root)


def test_warnings_of_mkdocs_are_told_again_and_count_under_strict(tmp_path: Path) -> None:
    root = a_project(tmp_path, config=CONFIG + "nav: [missing.md]\n")
    first, again = (build_if_changed(open_project(root / "mkdocs.yml")) for _ in range(2))
    assert isinstance(again, Unchanged)
    assert again.warnings == first.warnings != ()
    assert "missing.md" in again.warnings[0]

    strict = build_if_changed(open_project(root / "mkdocs.yml"), strict=True)
    assert isinstance(strict, Published)
    assert not strict.replaced


def test_the_command_tells_warnings_again(tmp_path: Path) -> None:
    root = a_project(tmp_path, config=CONFIG + "nav: [missing.md]\n")
    build_if_changed(open_project(root / "mkdocs.yml"))
    said = CliRunner().invoke(main, ["build", "-f", str(root / "mkdocs.yml")]).output
    assert "missing.md" in said
    assert said.endswith("nothing changed: site/ is as it was\n")
