"""A built site's search index tells the names of its pages and the stop words of its language, as JSON and as a script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from digest.project import open_project
from digest.publish.search_index import read_stop_words
from digest.publish.site import build_site

CONFIG = """\
site_name: Böden
use_directory_urls: {folders}
theme: {{name: material, font: false}}
plugins: [search: {{lang: de, pipeline: [stopWordFilter]}}, offline: {{enabled: {offline}}}, digest]
extra: {{polyfills: [assets/iframe-worker.js]}}
"""
TEXT = "# Der Boden\n\nHumus ist der dunkle Teil des Bodens, und Humus wächst langsam.\n"


def build(root: Path, *, offline: bool) -> Path:
    """The site of one article, in folders or to be opened from one."""
    (root / "seeds").mkdir()
    (root / "seeds" / "boden.md").write_text(TEXT, "utf-8")
    (root / "seeds" / "boden.md.yml").write_text("aliases: [Das Erdreich]\n", "utf-8")
    config = CONFIG.format(folders=str(not offline).lower(), offline=str(offline).lower())
    (root / "mkdocs.yml").write_text(config, "utf-8")
    build_site(open_project(root / "mkdocs.yml"))
    return root / "site"


def titles_of(index: dict[str, Any], location: str) -> list[list[str]]:
    return [doc["digest"]["titles"] for doc in index["docs"] if doc["location"] == location]


@pytest.mark.parametrize("offline", [False, True], ids=["in folders", "opened from a folder"])
def test_a_site_tells_its_search_names_and_stop_words(tmp_path: Path, offline: bool) -> None:
    site = build(tmp_path, offline=offline)
    text = (site / "search" / "search_index.json").read_text("utf-8")
    script = site / "search" / "search_index.js"
    assert {"der", "und", "des"} <= {*json.loads(text)["config"]["stop_words"]}
    assert titles_of(json.loads(text), "articles/der-boden.html" if offline else "articles/der-boden/") == [
        ["Das Erdreich"]
    ]
    assert (script.read_text("utf-8") if script.exists() else None) == (f"var __index = {text}" if offline else None)
    page = (site / "articles" / ("der-boden.html" if offline else "der-boden/index.html")).read_text("utf-8")
    assert page.index("assets/iframe-worker.js") < page.index("assets/search.js") < page.index("javascripts/bundle.")


def test_a_language_without_stop_words_of_its_own_is_not_known(tmp_path: Path) -> None:
    scripts = tmp_path / "assets" / "javascripts" / "workers"
    scripts.mkdir(parents=True)
    (scripts / "search.0.min.js").write_text('x=t.generateStopWordFilter(["a","the"]),y', "utf-8")
    assert read_stop_words(tmp_path, ["en"]) == ["a", "the"]
    assert read_stop_words(tmp_path, ["en", "xx"]) is None
