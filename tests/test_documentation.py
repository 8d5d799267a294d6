"""What the documentation says is so: commands, options, settings, keys, links, examples."""

from __future__ import annotations

import re
import runpy
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from digest.blocks import Paragraph, Text
from digest.cli import main
from digest.config import FROM_MKDOCS, Settings
from digest.documents import Sidecar, Source
from digest.markdown.slugs import make_slug
from digest.read.sidecar import read_sidecar
from digest.render.filters import FILTERS, GLOBALS

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide"
PAGES = sorted([*ROOT.glob("*.md"), *GUIDE.glob("*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)

a_page = pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES])


def text_of(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def prose_of(page: Path) -> str:
    return FENCE.sub("", page.read_text("utf-8"))


def section_of(text: str, heading: str) -> str:
    """The part of a page under a heading, up to the next heading."""
    return re.split(r"^##+ ", text.partition(f"{heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def code_of(text: str, language: str) -> str:
    """The first block of code of a language."""
    return next(found[2] for found in FENCE.finditer(text) if found[1] == language)


def long_options(command: click.Command) -> set[str]:
    options = (parameter for parameter in command.params if isinstance(parameter, click.Option))
    return {name for option in options for name in option.opts if name.startswith("--")}


COMMANDS = sorted(main.commands)
COMMON = {"--config-file", "--quiet", "--verbose"}


# --- commands, settings, keys


@pytest.mark.parametrize("name", COMMANDS)
def test_the_guide_tells_every_command_and_option(name: str) -> None:
    text = text_of("docs/guide/commands.md")
    heading = re.search(rf"^## digest {name}\b.*$", text, re.MULTILINE)
    assert heading, f"docs/guide/commands.md: no section on digest {name}"
    section = section_of(text, heading[0])
    untold = {option for option in long_options(main.commands[name]) - COMMON if option not in section}
    assert untold == set(), f"docs/guide/commands.md: options of digest {name} that its section leaves out"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_guide_tells_no_option_that_a_command_does_not_have(name: str) -> None:
    text = text_of("docs/guide/commands.md")
    heading = re.search(rf"^## digest {name}\b.*$", text, re.MULTILINE)
    told = set(re.findall(r"`(?:-\w`, `)?(--[\w-]+)", section_of(text, heading[0]))) if heading else set()
    assert told <= long_options(main.commands[name])


def test_the_guide_tells_the_options_that_all_commands_have() -> None:
    section = section_of(text_of("docs/guide/commands.md"), "## Options that all have")
    assert {option for option in COMMON if option not in section} == set()
    with_them = {name for name in COMMANDS if long_options(main.commands[name]) >= COMMON}
    assert with_them == set(COMMANDS) - {"completion"}


@pytest.mark.parametrize("page", ["README.md", "docs/guide/commands.md"])
def test_the_tables_list_every_command_and_no_other(page: str) -> None:
    assert sorted(re.findall(r"^\| `digest (\w+)", text_of(page), re.MULTILINE)) == COMMANDS


@pytest.mark.parametrize("page", ["README.md", "docs/guide/settings.md"])
@pytest.mark.parametrize("name", sorted({field.name for field in fields(Settings)} - FROM_MKDOCS))
def test_every_setting_is_told_with_its_default(page: str, name: str) -> None:
    rows = [line for line in text_of(page).splitlines() if line.startswith("|") and f"`{name}`" in line.split("|")[1]]
    assert rows, f"{page}: the setting {name} is missing from the table"
    assert f"`{getattr(Settings(), name)}`" in rows[0].split("|")[2]


@pytest.mark.parametrize("page", ["README.md", "docs/guide/sources.md"])
@pytest.mark.parametrize("name", [field.name for field in fields(Sidecar)])
def test_every_key_of_a_sidecar_is_told(page: str, name: str) -> None:
    assert re.search(rf"^\|[^|]*`{name}`", text_of(page), re.MULTILINE), f"{page}: the key {name} is missing"


def test_every_page_template_is_told() -> None:
    rows = [line.split("|")[1] for line in text_of("docs/guide/templates.md").splitlines() if line.startswith("|")]
    told = {name for row in rows for name in re.findall(r"`([\w/]+\.(?:md\.j2|css))`", row)}
    assert told >= {path.name for path in (ROOT / "templates").glob("*.j2")}
    assert [name for name in sorted(told) if not (ROOT / "templates" / name).is_file()] == []


def test_every_call_of_a_template_is_told() -> None:
    section = section_of(text_of("docs/guide/templates.md"), "## What a template may call")
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("|")]
    told = {name for row in rows for name in re.findall(r"`(\w+)(?:\([^)]*\))?`", row)}
    assert told == (FILTERS.keys() | GLOBALS.keys()) - {"e", "escape", "forceescape"}


# --- links


@a_page
def test_links_lead_somewhere(page: Path) -> None:
    broken = [target for target in links_of(page) if not leads_somewhere(page, target)]
    assert broken == [], f"{page.relative_to(ROOT)}: links that lead nowhere"


def links_of(page: Path) -> Iterator[str]:
    return (target for target in LINK.findall(prose_of(page)) if "://" not in target)


def leads_somewhere(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    file = page.parent / path if path else page
    if not file.is_file():
        return False
    return not anchor or anchor in {make_slug(heading) for heading in HEADING.findall(file.read_text("utf-8"))}


def test_the_guide_leads_to_nothing_outside_itself() -> None:
    outward = [f"{page.name}: {t}" for page in GUIDE.glob("*.md") for t in links_of(page) if "/" in t]
    assert outward == [], "the guide is published with the demo: what lies outside docs/guide/ is not there"


def test_the_menu_lists_every_page_of_the_guide() -> None:
    listed = re.findall(r"guide/([\w-]+\.md)", text_of("mkdocs.yml"))
    assert sorted(listed) == sorted(page.name for page in GUIDE.glob("*.md"))


# --- what was released


def test_the_changelog_has_the_version() -> None:
    version = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]
    assert re.search(
        rf"^## \[{re.escape(version)}\] - (?:Unreleased|\d{{4}}-\d\d-\d\d)$", text_of("CHANGELOG.md"), re.MULTILINE
    )


def test_every_decision_has_its_five_lines() -> None:
    decisions = text_of("DECISIONS.md").split("\n## ")[1:]
    shape = re.compile(
        r".+\n- \*\*What\*\*: .+\n- \*\*Why\*\*: .+\n- \*\*Weighed\*\*: .+\n- \*\*Would change it\*\*: .+\n- \d{4}-\d\d-\d\d\n*"
    )
    assert [decision.splitlines()[0] for decision in decisions if not shape.fullmatch(decision)] == []


def test_make_has_the_commands_that_the_documents_name() -> None:
    named = {
        name for page in PAGES for name in re.findall(r"\bmake (\w+)(?=[`\s]+(?:#|\||`))", page.read_text("utf-8"))
    }
    targets = set(re.findall(r"^(\w+):", text_of("Makefile"), re.MULTILINE))
    assert {"site", "test"} <= named <= targets


# --- examples


@pytest.mark.slow
def test_the_five_minutes_of_the_readme_work(tmp_path: Path) -> None:
    steps = code_of(section_of(text_of("README.md"), "## Your own library in five minutes"), "sh")
    site = tmp_path / "my-library" / "site"
    subprocess.run(["bash", "-euc", steps], cwd=tmp_path, env=with_our_digest(), check=True, capture_output=True)
    assert "Soil remembers." in "".join(page.read_text("utf-8") for page in site.glob("articles/**/*.html"))


@pytest.mark.slow
def test_the_template_of_the_guide_makes_the_archive_a_table(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates" / "archive.md.j2").write_text(code_of(text_of("docs/guide/templates.md"), "jinja"), "utf-8")
    run("digest write", cwd=project)
    archive = (project / "docs" / "archive" / "index.md").read_text("utf-8")
    assert re.search(r"\| \[[^\]]+\]\(\.\./articles/[\w-]+\.md\) \| \S.* \| \d+ \|", archive)


@pytest.mark.slow
def test_a_mistake_in_a_template_is_told_as_the_guide_says(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates" / "archive.md.j2").write_text("# All\n\n\n\n{{ libary.shown }}\n", "utf-8")
    told = run("digest write", cwd=project, status=1).stderr.strip()
    assert (
        told
        == code_of(section_of(text_of("docs/guide/templates.md"), "## When a template has a mistake"), "text").strip()
    )


@pytest.mark.slow
def test_an_empty_source_is_told_as_the_guide_says(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    (project / "seeds" / "notes.txt").write_bytes(b"")
    told = run("digest write", cwd=project).stderr.strip()
    assert told == code_of(section_of(text_of("docs/guide/index.md"), "## When something is wrong"), "text").strip()


def test_the_sidecar_of_the_guide_is_one() -> None:
    example = code_of(section_of(text_of("docs/guide/sources.md"), "## Sidecars"), "yaml")
    assert read_sidecar(example, where="essay.md.yml").published == "2024-12-19"


def test_the_reader_of_the_contributor_s_page_reads(tmp_path: Path) -> None:
    module = tmp_path / "subtitles.py"
    module.write_text(code_of(section_of(text_of("CONTRIBUTING.md"), "## A reader in ten lines"), "python"), "utf-8")
    read_subtitles = runpy.run_path(str(module))["read_subtitles"]
    subtitles = b"1\n00:00:01,000 --> 00:00:02,500\nThe river\nrose.\n\n2\n00:00:03,000 --> 00:00:04,000\nIt fell.\n"
    (document,) = read_subtitles(subtitles, Source("film.srt", "application/x-subrip", "0"))
    assert document.blocks == (Paragraph((Text("The river rose."),)), Paragraph((Text("It fell."),)))


def a_project(folder: Path) -> Path:
    run("digest new library", cwd=folder)
    return folder / "library"


def run(line: str, *, cwd: Path, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        shlex.split(line), cwd=cwd, env=with_our_digest(), capture_output=True, text=True, check=False
    )
    assert done.returncode == status, done.stderr
    return done


def with_our_digest() -> dict[str, str]:
    """An environment in which `digest` is the one under test, whatever else is installed."""
    return {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "LANG": "C.UTF-8", "NO_COLOR": "1"}
