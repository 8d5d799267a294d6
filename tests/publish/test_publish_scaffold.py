"""`digest new` makes a project that is ready, and the workflows are those of this repository."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from digest.config import FROM_MKDOCS, Settings
from digest.errors import PublishError
from digest.project import open_project
from digest.read.sidecar import read_sidecar
from digest.scaffold import make_project

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT / ".github" / "workflows" / "pages.yml"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
a_workflow = pytest.mark.parametrize("file", [pytest.param(file, id=file.name) for file in WORKFLOWS])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make_project(tmp_path / "library")
    return tmp_path / "library"


def test_a_new_project_has_settings_an_example_and_a_workflow(tmp_path: Path) -> None:
    made = make_project(tmp_path / "deep" / "library")
    assert [file.relative_to(tmp_path / "deep" / "library").as_posix() for file in made] == [
        ".github/workflows/pages.yml",
        ".gitignore",
        "docs/.gitkeep",
        "mkdocs.yml",
        "requirements.txt",
        "seeds/the-second-reading.md",
        "seeds/the-second-reading.md.yml",
        "templates/theme/.gitkeep",
    ]
    assert all(file.is_file() for file in made)


def test_its_settings_are_the_defaults(project: Path) -> None:
    settings = open_project(project / "mkdocs.yml").settings
    said = {name: getattr(settings, name) for name in FROM_MKDOCS}
    assert settings == Settings(**said)


@pytest.mark.parametrize(
    "key", ["theme", "plugins", "markdown_extensions", "extra", "extra_css", "use_directory_urls", "site_url"]
)
def test_it_is_set_up_as_this_repository_is(project: Path, key: str) -> None:
    ours, theirs = (yaml_load((folder / "mkdocs.yml").read_text("utf-8")) for folder in (ROOT, project))
    assert theirs[key] == ours[key]


def test_its_sidecar_is_one_that_we_read(project: Path) -> None:
    sidecar = read_sidecar((project / "seeds/the-second-reading.md.yml").read_text("utf-8"), where="sidecar")
    assert (sidecar.published, sidecar.rights) == ("2026-01-05", "full")


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    assert (tmp_path / "library" / "mkdocs.yml") in make_project(tmp_path / "library")


@pytest.mark.parametrize(
    "taken", [pytest.param("library/notes.txt", id="a folder with a file in it"), pytest.param("library", id="a file")]
)
def test_nothing_is_written_over(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_text("mine", "utf-8")
    with pytest.raises(PublishError) as refused:
        make_project(tmp_path / "library")
    assert str(refused.value) == f"{tmp_path}/library: not an empty folder (name one that does not exist yet)"
    assert [f for f in tmp_path.rglob("*") if f.is_file()] == [tmp_path / taken]


# --- workflows


def test_a_new_project_s_workflow_is_ours_but_for_what_it_installs(project: Path) -> None:
    ours, theirs = (file.read_text("utf-8").splitlines() for file in (PAGES, project / ".github/workflows/pages.yml"))
    different = [(a.strip(), b.strip()) for a, b in zip(ours, theirs, strict=True) if a != b]
    assert different == [
        (
            "run: python -m pip install --require-hashes -r requirements.txt && python -m pip install --no-deps .",
            "run: python -m pip install -r requirements.txt",
        )
    ]


def read_workflow(file: Path) -> dict[Any, Any]:
    """A workflow; its key `on` is True here, as YAML 1.1 has it."""
    workflow: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    return workflow


@a_workflow
def test_a_workflow_may_only_read_unless_a_job_says_otherwise(file: Path) -> None:
    assert read_workflow(file)["permissions"] == {"contents": "read"}


def test_only_the_job_that_deploys_may_write_pages() -> None:
    jobs = read_workflow(PAGES)["jobs"]
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_nothing_is_deployed_that_fails_a_check() -> None:
    jobs = read_workflow(PAGES)["jobs"]
    commands = [step.get("run") or step["uses"] for step in jobs["build"]["steps"]]
    assert commands[-3:] == ["digest check --strict", "digest build --strict", "actions/upload-pages-artifact@v5"]
    assert jobs["deploy"]["needs"] == "build"


def test_the_library_is_built_on_a_push_by_hand_and_off_the_full_hour() -> None:
    triggers = read_workflow(PAGES)[True]
    assert sorted(triggers) == ["push", "schedule", "workflow_dispatch"]
    assert [entry["cron"].split()[0] for entry in triggers["schedule"]] != ["0"]


@a_workflow
def test_actions_are_pinned_to_the_majors_we_know(file: Path) -> None:
    used = {step["uses"] for job in read_workflow(file)["jobs"].values() for step in job["steps"] if "uses" in step}
    assert used <= {
        "actions/checkout@v7",
        "actions/setup-python@v6",
        "actions/cache@v5",
        "actions/configure-pages@v6",
        "actions/upload-pages-artifact@v5",
        "actions/deploy-pages@v5",
    }
