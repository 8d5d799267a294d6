"""`digest build` and `mkdocs build` give the same site, replaced as a whole, and told in one line when it is not."""

from __future__ import annotations

import logging
import os
import posixpath
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from digest.errors import ConfigError, DigestError, PublishError, TemplateError
from digest.project import open_project
from digest.publish.bundle import write_bundle
from digest.publish.site import Published, build_site

CONFIG = "site_name: Soils\nsite_url: https://example.org/soils/\ntheme: {name: material, font: false}\nplugins: [search, digest]\n"
SOIL = "# Soil remembers\n\nSoil is a living memory of the plants that grew in it. Humus is what remains of them.\n"
TIDE = "# Tides at work\n\nA tide moves more water than all rivers. Sailors plan their day by the tide.\n"
VOCABULARY = """\
themes:
  - {name: Ground, articles: [seeds/soil.md, seeds/humus.md]}
  - {name: Water, articles: [seeds/tide.md, seeds/sea.md]}
"""


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The plugin sets the day of the build for MkDocs: take it back after each test."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    yield
    os.environ.pop("SOURCE_DATE_EPOCH", None)


def a_project(root: Path, *, config: str = CONFIG, **seeds: str) -> Path:
    """A project of Markdown sources, by name; two unless others are given."""
    (root / "seeds").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(config, "utf-8")
    for name, text in (seeds or {"soil": SOIL, "tide": TIDE}).items():
        (root / "seeds" / f"{name}.md").write_text(text, "utf-8")
    return root


def digest_build(root: Path, *, strict: bool = False) -> Published:
    return build_site(open_project(root / "mkdocs.yml"), strict=strict)


def test_the_way_from_page_to_page_leads_past_lists_with_nothing_in_them(tmp_path: Path) -> None:
    config = CONFIG.replace("font: false", "font: false, features: [navigation.footer]")
    empty = a_project(tmp_path / "empty", config=config, soil=SOIL)
    full = a_project(tmp_path / "full", config=config, soil=SOIL, humus=SOIL.replace("remembers", "forgets"), tide=TIDE)
    (full / "vocabulary.yml").write_text(VOCABULARY, "utf-8")
    found = []
    for root in (empty, full):
        digest_build(root)
        found.append(re.findall(r'rel="next" href="([^"]*)"', (root / "site" / "index.html").read_text("utf-8")))
    assert found == [["terms/"], ["themes/"]]


def mkdocs_build(root: Path, **settings: Any) -> MkDocsConfig:
    config = load_config(str(root / "mkdocs.yml"), **settings)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return config


def files(folder: Path) -> dict[str, bytes]:
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


# --- the same site through every door


def test_digest_build_and_mkdocs_build_give_the_same_bytes(tmp_path: Path) -> None:
    ours, theirs = a_project(tmp_path / "ours"), a_project(tmp_path / "theirs" / "deeper")
    digest_build(ours)
    mkdocs_build(theirs)
    assert files(ours / "docs") == files(theirs / "docs")
    assert files(ours / "site") == files(theirs / "site")


def test_the_day_of_the_build_is_nowhere_in_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = a_project(tmp_path / "project")
    digest_build(root)
    first = files(root / "site")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    digest_build(root)
    assert files(root / "site") == first
    assert b"lastmod" not in first["sitemap.xml"]


def test_the_site_is_where_mkdocs_was_told_to_put_it(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    config = mkdocs_build(root, site_dir=str(tmp_path / "elsewhere"))
    assert config.site_dir == str(tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere" / "index.html").is_file()
    assert not (root / "site").exists()


def test_a_project_without_docs_can_be_built(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    (root / "docs").rmdir()
    assert digest_build(root).replaced


# --- what a short mkdocs.yml leaves unsaid


def test_the_navigation_has_index_pages_and_the_curator_s_own(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    (root / "docs" / "guide").mkdir()
    (root / "docs" / "guide" / "index.md").write_text("# Guide\n", "utf-8")
    (root / "docs" / "about.md").write_text("# About\n", "utf-8")
    nav = mkdocs_build(root).nav or []
    assert nav[0] == {"Home": "index.md"}
    assert nav[-2:] == ["about.md", {"Guide": ["guide/index.md"]}]
    assert not [page for page in nav if "articles/" in str(page)]


def test_a_navigation_that_is_stated_stays(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project", config=CONFIG + "nav: [index.md]\n")
    assert mkdocs_build(root).nav == ["index.md"]


def test_what_the_pages_need_is_added_and_what_is_there_stays(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project", config=CONFIG + "markdown_extensions: [footnotes, tables]\n")
    config = mkdocs_build(root)
    assert config.markdown_extensions.count("tables") == 1
    assert {"footnotes", "md_in_html"} <= set(config.markdown_extensions)
    assert config.extra_css == ["assets/digest.css"]


# --- refusals


BROKEN = {"soil": SOIL, "empty": ""}


def test_strict_leaves_the_site_as_it_was_when_a_source_is_bad(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project", **BROKEN)
    built = digest_build(root, strict=True)
    assert ([problem.where for problem in built.problems], built.replaced) == (["seeds/empty.md"], False)
    assert not (root / "site").exists()


def test_a_bad_source_costs_one_source(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project", **BROKEN)
    assert digest_build(root).replaced
    assert (root / "site" / "index.html").is_file()


def test_mkdocs_build_strict_is_refused_likewise(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project", **BROKEN)
    with pytest.raises(Abort) as refused:
        mkdocs_build(root, strict=True)
    assert str(refused.value) == "Aborted with 1 warnings in strict mode!"
    assert not (root / "site").exists()


def test_strict_counts_the_warnings_of_a_quiet_mkdocs(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    (root / "docs" / "about.md").write_text("[nowhere](nowhere.md)\n", "utf-8")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    try:
        built = digest_build(root, strict=True)
    finally:
        logging.getLogger("mkdocs").setLevel(logging.NOTSET)
    assert not built.replaced
    assert len(built.warnings) == 1


def test_strict_minds_no_page_that_a_person_wrote(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    (root / "docs" / "index.md").write_text("# My own home\n", "utf-8")
    built = digest_build(root, strict=True)
    assert ([problem.kind for problem in built.problems], built.replaced) == (["kept"], True)


@pytest.mark.parametrize(
    ("config", "told"),
    [
        pytest.param(
            CONFIG.replace("digest]", "digest: {sumary_sentences: 4}]"),
            "mkdocs.yml: plugins.digest.sumary_sentences: unknown setting (did you mean summary_sentences?)",
            id="a setting that does not exist",
        ),
        pytest.param(
            CONFIG.replace("search, digest", "search"),
            "mkdocs.yml: plugins: digest is not among them (add the line `- digest`)",
            id="no plugin of ours",
        ),
    ],
)
def test_a_wrong_mkdocs_yml_is_told_in_one_line(tmp_path: Path, config: str, told: str) -> None:
    root = a_project(tmp_path / "project", config=config)
    with pytest.raises(ConfigError) as refused:
        digest_build(root)
    assert str(refused.value) == told


def test_what_mkdocs_refuses_is_told_in_one_line(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project", config=CONFIG + "dev_addr: nowhere\n")
    with pytest.raises(ConfigError) as refused:
        digest_build(root)
    assert str(refused.value).startswith(f"{root}/mkdocs.yml: MkDocs stops: Config value 'dev_addr': ")


def test_a_mistake_in_the_theme_is_told_in_one_line_and_the_site_stays(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    digest_build(root)
    before = files(root / "site")
    (root / "templates" / "theme").mkdir(parents=True)
    (root / "templates" / "theme" / "main.html").write_text('{% extends "base.html" %}\n{% block x %}\n', "utf-8")
    config = CONFIG.replace("font: false", "font: false, custom_dir: templates/theme")
    (root / "mkdocs.yml").write_text(config, "utf-8")
    with pytest.raises(TemplateError) as refused:
        digest_build(root)
    assert str(refused.value).startswith(f"{root}/templates/theme/main.html:2: Unexpected end of template.")
    assert files(root / "site") == before


def test_a_site_that_may_not_be_written_is_refused_before_docs_change(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    (root / "site").write_text("a file, not a folder", "utf-8")
    with pytest.raises(DigestError):
        digest_build(root)
    assert files(root / "docs") == {}


def test_a_plugin_that_fails_after_ours_leaves_the_site(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project", config=CONFIG + "hooks: [hook.py]\n")
    (root / "hook.py").write_text("def on_env(env, config, files):\n    raise OSError(28, 'No space left on device')\n")
    with pytest.raises(PublishError) as refused:
        digest_build(root)
    assert str(refused.value) == (
        f"{root}/site: left as it was: No space left on device (make room or give access there)"
    )
    assert sorted(file.name for file in (root / ".digest").iterdir()) == ["cache.db", "lock"]


# --- processes


def start(root: Path, *command: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", *command]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.Popen(
        words, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


@pytest.mark.slow
def test_a_build_killed_in_the_middle_leaves_the_site_and_nothing_in_the_way(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    digest_build(root)
    before = files(root / "site")
    (root / "seeds" / "soil.md").write_text(SOIL.replace("memory", "record"), "utf-8")
    with start(root, "digest", "build") as process:
        while process.poll() is None and not any((root / ".digest").glob("site-new/*")):
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
    assert files(root / "site") == before
    built = digest_build(root)
    assert (built.problems, built.replaced) == ((), True)
    assert files(root / "site") != before


@pytest.mark.slow
def test_two_builds_at_once_are_both_done(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    pair = [start(root, "digest", "build") for _ in range(2)]
    told = [process.communicate(timeout=60)[0] for process in pair]
    assert [process.returncode for process in pair] == [0, 0], told
    digest_build(a_project(tmp_path / "alone"))
    assert files(root / "site") == files(tmp_path / "alone" / "site")


@pytest.mark.slow
def test_serve_builds_once_for_an_edited_source(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project", config=CONFIG + "dev_addr: 127.0.0.1:0\n")
    with serving(root) as server:
        server.wait_for("Serving on")
        server.see(lambda: (root / "seeds" / "soil.md").write_text(SOIL.replace("memory", "record"), "utf-8"))
        page = (root / "docs" / "articles").glob("soil*.md")
        assert "living record" in next(page).read_text("utf-8")
        assert server.come_to_rest().count("Reloading browsers") == 0


@pytest.mark.slow
def test_serve_sees_the_first_source_and_what_a_person_does_in_docs(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project", config=CONFIG + "dev_addr: 127.0.0.1:0\n")
    shutil.rmtree(root / "seeds")
    with serving(root) as server:
        server.wait_for("Serving on")
        server.see(lambda: (root / "seeds" / "tide.md").write_text(TIDE, "utf-8"))
        (page,) = (root / "docs" / "articles").glob("tides*.md")
        time.sleep(2)  # so that the watcher, too, has seen the page before it goes
        page.unlink()
        assert comes_to_be(lambda: server.come_to_rest() == "" and page.is_file())
        server.see(lambda: (root / "docs" / "own.md").write_text("# Own\n", "utf-8"))
        assert comes_to_be(lambda: not server.come_to_rest())


def comes_to_be(true: Callable[[], bool]) -> bool:
    """Whether something comes to be true within some twenty looks."""
    return any(true() or time.sleep(0.2) for _ in range(20))


class Server:
    """A running `mkdocs serve`, and the lines that it says, read as they come."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: Queue[str] = Queue()
        self.said = [""]  # shown where a test fails
        self.listener = Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def says(self, words: str, *, seconds: float) -> bool:
        """Whether it says these words before it is silent for so long."""
        try:
            while words not in self.said[-1]:
                self.said.append(self.lines.get(timeout=seconds))
        except Empty:
            return False
        self.said.append("")
        return True

    def wait_for(self, words: str) -> None:
        """Come back when it says these words."""
        assert self.says(words, seconds=60), f"never said {words!r}: {''.join(self.said)}"

    def see(self, edit: Callable[[], object]) -> None:
        """Do an edit, and again if it fell between two looks of a watcher that had only just begun."""
        edit()
        if not self.says("Reloading browsers", seconds=20):
            edit()
            self.wait_for("Reloading browsers")

    def come_to_rest(self) -> str:
        """What it still says when nobody does anything; MkDocs looks every half second."""
        time.sleep(3)
        said = []
        with suppress(Empty):
            while True:
                said.append(self.lines.get_nowait())
        return "".join(said)

    def end(self) -> None:
        """Stop it, and read what it says to its last line, so that nobody reads from a pipe that is closed."""
        self.process.send_signal(signal.SIGINT)
        self.listener.join(timeout=60)
        self.process.kill()  # does nothing to one that has ended
        self.listener.join()


@contextmanager
def serving(root: Path) -> Iterator[Server]:
    with start(root, "mkdocs", "serve") as process:
        server = Server(process)
        try:
            yield server
        finally:
            server.end()


# --- the bundle


def test_the_bundle_is_one_folder_that_asks_nothing_of_the_network(tmp_path: Path) -> None:
    config = (
        CONFIG + "repo_url: https://example.org/repository\nextra: {analytics: {provider: google, property: G-1}}\n"
    )
    root = a_project(tmp_path / "project", config=config.replace(", font: false", ""))
    bundle = write_bundle(open_project(root / "mkdocs.yml"), tmp_path / "soils.zip")
    with zipfile.ZipFile(bundle) as archive:
        names = archive.namelist()
        pages = [archive.read(name).decode() for name in names if name.endswith(".html")]
    assert {name.split("/")[0] for name in names} == {"soils"}
    assert {"soils/index.html", "soils/search/search_index.js", "soils/assets/iframe-worker.js"} <= set(names)
    assert "soils/404.html" not in names
    loaded = [
        re.findall(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=\"?(https?:[^\" >]+)", page) for page in pages
    ]
    assert [address for addresses in loaded for address in addresses] == []
    assert not (root / "site").exists()


@pytest.mark.parametrize("folders", [True, False], ids=["folders on the server", "files on the server"])
def test_every_link_of_the_bundle_leads_to_a_file_whatever_addresses_the_server_has(
    folders: bool, tmp_path: Path
) -> None:
    config = f"{CONFIG}use_directory_urls: {str(folders).lower()}\n"
    texts = {"soil": SOIL, "humus": SOIL.replace("Soil", "Humus"), "tide": TIDE, "sea": TIDE.replace("tide", "sea")}
    root = a_project(tmp_path / "project", config=config, **texts)
    (root / "vocabulary.yml").write_text(VOCABULARY, "utf-8")
    with zipfile.ZipFile(write_bundle(open_project(root / "mkdocs.yml"), tmp_path / "soils.zip")) as archive:
        names = set(archive.namelist())
        pages = {name: archive.read(name).decode() for name in names if name.endswith(".html")}
    found = {(name, link) for name, page in pages.items() for link in re.findall(r'<a [^>]*href="([^"#]+)', page)}
    within = {(name, link) for name, link in found if not link.startswith(("http", "mailto:"))}
    assert 'class="digest-map-point' in pages["soils/map.html"]
    assert {(n, link) for n, link in within if posixpath.normpath(posixpath.join(n, "..", link)) not in names} == set()


def test_the_bundle_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    project = open_project(a_project(tmp_path / "project") / "mkdocs.yml")
    first = write_bundle(project, tmp_path / "soils.zip").read_bytes()
    assert write_bundle(project, tmp_path / "again" / "soils.zip").read_bytes() == first


def test_headings_within_a_list_do_not_end_the_build(tmp_path: Path) -> None:
    listed = "# News\n\n1. One.\n\n    ## A\n\n    ## B\n\n2. Two.\n\n    1. Three.\n\n        ## C\n"
    assert digest_build(a_project(tmp_path / "p", news=listed)).replaced
