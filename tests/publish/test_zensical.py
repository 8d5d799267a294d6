"""The Markdown in docs/ is complete by itself: another generator makes pages of the same addresses from it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from digest.project import open_project
from digest.publish.site import build_site

ROOT = Path(__file__).parents[2]

pytest.importorskip("zensical", reason="Zensical is not installed here (it is in requirements-test.txt)")


def pages_in(site: Path) -> set[str]:
    return {page.relative_to(site).as_posix() for page in site.rglob("*.html")}


def test_zensical_makes_the_same_pages_of_the_demo(tmp_path: Path) -> None:
    for name in ("seeds", "templates", "docs/guide"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    build_site(open_project(tmp_path / "mkdocs.yml"))
    ours = pages_in(tmp_path / "site")
    shutil.rmtree(tmp_path / "site")
    subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean"], cwd=tmp_path, check=True, capture_output=True
    )
    assert pages_in(tmp_path / "site") == ours
