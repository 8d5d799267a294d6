"""After any edit a build that recalls HTML makes the site of a first build, tells its warnings, and makes what changed alone."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from digest.project import WORKSHOP, open_project
from digest.publish.bundle import write_bundle
from digest.publish.site import Published, build_site

CONFIG = (
    "site_name: Fields\nsite_url: https://example.org/\ntheme: {name: material, custom_dir: templates/theme, font: false}\n"
    "plugins: [search, {digest: {cards: false}}]\nvalidation: {links: {anchors: warn, absolute_links: warn}}\n"
)
PLAIN = "site_name: Fields\ntheme: mkdocs\nplugins: [search, {digest: {cards: false}}]\n"
ABOUT = (
    "---\ntags: [ours]\n---\n# About\n\nBegin with [the tide](articles/tide.md), [its end](articles/tide.md#none) or\n"
    "[soil](articles/soil.md). ![A field](field.png)\n\n## Who we are\n\nPeople with a [garden](garden.md).\n"
)
FRAME = '{% extends "base.html" %}{% block announce %}Read slowly{% endblock %}'


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The plugin sets the day of the build for MkDocs: take it back after each test."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    yield
    os.environ.pop("SOURCE_DATE_EPOCH", None)


def a_text(subject: str, *, title: str | None = None) -> str:
    return (
        f"# {title or subject.title()}\n\nThe {subject} layer is what farmers looked for. A {subject} layer is a record.\n\n"
        f"> “The {subject} layer keeps its own books,” says Ben Low.\n\nWhere it thins, see [the tide](tide.md).\n"
    )


def a_project(root: Path, *, config: str = CONFIG) -> Path:
    for folder in ("seeds", "docs", "templates/theme"):
        (root / folder).mkdir(parents=True)
    write(root, "mkdocs.yml", config)
    write(root, "docs/about.md", ABOUT)
    for subject in ("soil", "tide", "yeast"):
        write(root, f"seeds/{subject}.md", a_text(subject))
    return root


def write(root: Path, path: str, text: str) -> None:
    (root / path).write_text(text, "utf-8")


def built(root: Path, *, strict: bool = False) -> Published:
    return build_site(open_project(root / "mkdocs.yml"), strict=strict, workers=1)


def files(folder: Path) -> dict[str, bytes]:
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def made(root: Path) -> tuple[dict[str, bytes], dict[str, bytes], list[str]]:
    """What a build makes of a project, and what it says; the site's folder has another name in each project."""
    said = [warning.replace(str(root), "") for warning in built(root).warnings]
    return files(root / "site"), files(root / "docs"), said


def a_copy(root: Path, place: Path) -> Path:
    return shutil.copytree(root, place, ignore=shutil.ignore_patterns(WORKSHOP, "site"))


EDITS: tuple[Callable[[Path], object], ...] = (
    lambda root: write(root, "seeds/yeast.md", a_text("yeast").replace("farmers", "bakers")),
    lambda root: write(root, "seeds/rain.md", a_text("rain")),
    lambda root: write(root, "docs/garden.md", "# The garden\n\n[Back](about.md#who-we-are)\n"),
    lambda root: (root / "seeds" / "soil.md").unlink(),
    lambda root: write(root, "seeds/tide.md", a_text("tide", title="The sea")),
    lambda root: (root / "docs" / "field.png").write_bytes(b"\x89PNG"),
    lambda root: write(root, "templates/theme/main.html", FRAME),
    lambda root: write(root, "mkdocs.yml", CONFIG + "markdown_extensions: [{toc: {permalink: true}}, footnotes]\n"),
    lambda root: write(root, "docs/about.md", ABOUT.replace("Who we are", "Who writes")),
    lambda root: write(root, "docs/about.md", ABOUT.replace("tags: [ours]", "title: 2020")),
    lambda root: write(root, "mkdocs.yml", CONFIG + "use_directory_urls: false\nextra_css: [own.css]\n"),
    lambda root: write(root, "mkdocs.yml", CONFIG + "exclude_docs: garden.md\n"),
    lambda root: write(root, "mkdocs.yml", CONFIG),
)


def test_edits_one_after_the_other_give_what_a_first_build_gives(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    assert "soil.md" not in "".join(made(root)[2])
    for number, edit in enumerate(EDITS):
        edit(root)
        fresh = a_copy(root, tmp_path / f"fresh-{number}")
        assert made(root) == made(fresh), number
    write_bundle(open_project(root / "mkdocs.yml"), root / "fields.zip")
    write_bundle(open_project(fresh / "mkdocs.yml"), fresh / "fields.zip")
    assert (root / "fields.zip").read_bytes() == (fresh / "fields.zip").read_bytes()


def test_warnings_are_told_again_and_count_under_strict(tmp_path: Path) -> None:
    root = a_project(tmp_path, config=PLAIN + "validation: {anchors: warn}\n")
    write(root, "docs/about.md", "# About\n\n[Gone](gone.md), [nowhere](#none) and [there](articles/tide.md#none).\n")
    first, again, strict = built(root), built(root), built(root, strict=True)
    assert [warning.partition(", but")[0] for warning in first.warnings] == [
        "Doc file 'about.md' contains a link 'gone.md'",
        "Doc file 'about.md' contains a link '#none'",
        "Doc file 'about.md' contains a link 'articles/tide.md#none'",
    ]
    assert again.warnings == strict.warnings == first.warnings
    assert (again.replaced, strict.replaced) == (True, False)


def test_a_warning_that_was_not_wanted_is_told_when_it_is(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    root = a_project(tmp_path, config=PLAIN)
    write(root, "docs/about.md", "# About\n\n[Somewhere](/away)\n")
    caplog.set_level(logging.ERROR, "mkdocs")
    built(root)
    caplog.set_level(logging.INFO, "mkdocs")
    built(root)
    assert [one.getMessage() for one in caplog.records if "absolute link" in one.getMessage()] == [
        "Doc file 'about.md' contains an absolute link '/away', it was left as is."
    ]


# --- what is made anew


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that MkDocs parses the Markdown of, from now on."""
    pages: list[str] = []
    parse = Page.render

    def note(page: Page, config: MkDocsConfig, files: Files) -> None:
        pages.append(page.file.src_uri)
        if "We murmur" in (page.markdown or ""):
            logging.getLogger("MARKDOWN").warning("a word of an extension")
        if "We look about" in (page.markdown or ""):
            files.src_uris["about.md"]
        parse(page, config, files)

    monkeypatch.setattr(Page, "render", note)
    return pages


def test_a_page_is_parsed_again_where_its_text_or_a_file_that_it_names_changed(
    tmp_path: Path, parsed: list[str]
) -> None:
    root = a_project(tmp_path, config=PLAIN)
    built(root)
    parsed.clear()
    built(root)
    assert parsed == []
    write(root, "docs/garden.md", "# The garden\n")
    built(root)
    assert sorted(parsed) == ["about.md", "garden.md"]


@pytest.mark.parametrize(
    "config",
    [
        pytest.param(PLAIN + "hooks: [hook.py]\n", id="a hook"),
        pytest.param(PLAIN + "markdown_extensions: [pymdownx.snippets]\n", id="an extension that opens files"),
        pytest.param(
            PLAIN + "markdown_extensions: [{pymdownx.emoji: {options: {custom_icons: [icons]}}}]\n",
            id="a setting that names files",
        ),
        pytest.param(PLAIN.replace("search,", "{material/info: {enabled: false}},"), id="a plugin"),
        pytest.param(
            PLAIN + "markdown_extensions: [{toc: {slugify: !!python/name:operator.concat }}]\n", id="a function"
        ),
    ],
)
def test_what_may_come_out_otherwise_is_parsed_each_time(tmp_path: Path, parsed: list[str], config: str) -> None:
    root = a_project(tmp_path, config=config)
    write(root, "hook.py", "")
    built(root)
    parsed.clear()
    built(root)
    assert "about.md" in parsed


def test_a_function_with_its_settings_is_known(tmp_path: Path, parsed: list[str]) -> None:
    slugs = (
        "markdown_extensions: [{toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}}]\n"
    )
    root = a_project(tmp_path, config=PLAIN + slugs)
    built(root)
    parsed.clear()
    built(root)
    assert parsed == []


@pytest.mark.parametrize("unforeseen", ["murmur", "look about"])
def test_a_page_is_parsed_again_where_anything_unforeseen_happened(
    tmp_path: Path, parsed: list[str], unforeseen: str
) -> None:
    root = a_project(tmp_path, config=PLAIN)
    write(root, "docs/about.md", f"# About\n\nWe {unforeseen}.\n")
    built(root)
    parsed.clear()
    built(root)
    assert parsed == ["about.md"]


def test_who_wants_to_hear_all_has_each_page_parsed(
    tmp_path: Path, parsed: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    root = a_project(tmp_path, config=PLAIN)
    built(root)
    parsed.clear()
    caplog.set_level(logging.DEBUG, "mkdocs")
    built(root)
    assert "about.md" in parsed
