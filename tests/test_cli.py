"""The commands do what the contract says, and say what went wrong in one line: where, what, how to mend."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import main
from digest.model import Problem

SOIL = (
    "Soil keeps carbon\n\nA handful of soil holds more carbon than the air above it. Ploughing sets that carbon free.\n"
)
WATER = "Water finds carbon\n\nRivers carry soil carbon to the sea. The sea keeps a third of it for a thousand years.\n"
PAPERS = Path(__file__).parent / "read" / "papers"
CONFIG = "site_name: Test library\ntheme: {name: material, font: false}\nplugins:\n  - search\n  - digest\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two sources."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "soil.txt").write_text(SOIL)
    (tmp_path / "seeds" / "water.txt").write_text(WATER)
    return tmp_path


def run(folder: Path, *words: str, **environment: str) -> Result:
    """One call of `digest` in a folder, in this process: its modules are loaded once for all tests."""
    with chdir(folder):
        return CliRunner(env={"DIGEST_WORKERS": "1", **environment}).invoke(main, words, prog_name="digest")


def json_lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


# --- read


def test_read_prints_markdown_with_front_matter(project: Path) -> None:
    printed = run(project, "read", "seeds/soil.txt").stdout
    assert printed.startswith("---\ntitle: Soil keeps carbon\n")
    assert "A handful of soil holds more carbon" in printed


def test_read_prints_one_json_object_a_source_and_goes_on_after_one_that_fails(project: Path) -> None:
    (project / "seeds" / "empty.txt").write_text("")
    done = run(project, "read", "seeds/soil.txt", "seeds/empty.txt", "seeds/water.txt", "--json")
    soil, empty, water = json_lines(done.stdout)
    assert (soil["title"], water["title"]) == ("Soil keeps carbon", "Water finds carbon")
    assert set(empty) == {"path", "error"}
    assert done.exit_code == 0


def test_read_gives_the_fields_of_the_contract(project: Path) -> None:
    (soil,) = json_lines(run(project, "read", "seeds/soil.txt", "--json").stdout)
    assert " ".join(soil) == (
        "path title title_from markdown kind deck authors site url published lang tags via question answer quotations "
        "references definitions reactions cut chosen origins pages"
    )


def test_read_needs_no_project(tmp_path: Path) -> None:
    (tmp_path / "soil.txt").write_text(SOIL)
    assert run(tmp_path, "read", "soil.txt").exit_code == 0


def test_a_sidecar_named_among_the_paths_is_no_source(project: Path) -> None:
    (project / "seeds" / "soil.txt.yml").write_text("title: The soil\n")
    (soil,) = json_lines(run(project, "read", "seeds/soil.txt", "seeds/soil.txt.yml", "--json").stdout)
    assert (soil["title"], soil["title_from"]) == ("The soil", "curator")


# --- write and build


def test_write_makes_the_pages_and_a_second_run_changes_none(project: Path) -> None:
    assert run(project, "write").exit_code == 0
    pages = {page: page.stat().st_mtime_ns for page in (project / "docs").rglob("*.md")}
    assert project / "docs" / "articles" / "soil-keeps-carbon.md" in pages
    run(project, "write")
    assert {page: page.stat().st_mtime_ns for page in (project / "docs").rglob("*.md")} == pages


def test_build_makes_the_site(project: Path) -> None:
    done = run(project, "build", "--strict")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (project / "site" / "index.html").is_file()


def test_a_second_build_has_nothing_to_do_unless_it_is_forced(project: Path) -> None:
    run(project, "build")
    assert run(project, "build").stdout == "nothing changed: site/ is as it was\n"
    assert run(project, "build", "--force").stdout == "2 articles: open site/index.html\n"


def test_mkdocs_build_makes_the_same_site(project: Path) -> None:
    run(project, "build")
    ours = {path.relative_to(project / "site"): path.read_bytes() for path in (project / "site").rglob("*.html")}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project, check=True)
    theirs = {path.relative_to(project / "site"): path.read_bytes() for path in (project / "site").rglob("*.html")}
    assert ours == theirs


@pytest.mark.parametrize(
    ("broken", "content", "message"),
    [
        pytest.param("empty.txt", b"", "seeds/empty.txt: ", id="an empty source"),
        pytest.param("program.txt", b"\x7fELF\x00\x00\x01" * 50, "seeds/program.txt: ", id="a binary source"),
        pytest.param("soil.txt.yml", b"titel: Soil\n", "seeds/soil.txt.yml: ", id="a sidecar with a slip"),
        pytest.param("soil.txt.yml", b"title: [\n", "seeds/soil.txt.yml: ", id="a sidecar that is no YAML"),
        pytest.param("again.txt", SOIL.encode(), "seeds/soil.txt: ", id="two sources with one slug"),
    ],
)
def test_one_bad_source_costs_one_line_and_the_rest_publishes(
    project: Path, broken: str, content: bytes, message: str
) -> None:
    (project / "seeds" / broken).write_bytes(content)
    done = run(project, "build")
    (line,) = done.stderr.splitlines()
    assert line.startswith(message)
    assert line.endswith(")")  # how to mend it
    assert done.exit_code == 0
    assert (project / "site" / "articles").is_dir()


def test_under_strict_a_problem_is_status_1_and_the_site_stays(project: Path) -> None:
    run(project, "build")
    before = (project / "site" / "index.html").read_bytes()
    (project / "seeds" / "empty.txt").write_text("")
    assert run(project, "build", "--strict").exit_code == 1
    assert (project / "site" / "index.html").read_bytes() == before


def refusals() -> Sequence[object]:
    """What stops a build before anything is replaced: a file of the project, what is wrong in it, and the line."""
    setting = CONFIG.replace("  - digest\n", "  - digest: {relatd: 3}\n")
    absent = CONFIG.replace("  - digest\n", "")
    rule = CONFIG.replace("  - digest\n", "  - digest: {sites: {example.org: {content: 'p['}}}\n")
    return [
        pytest.param(
            "mkdocs.yml",
            setting,
            "mkdocs.yml: plugins.digest.relatd: unknown setting (did you mean related?)",
            id="an unknown setting",
        ),
        pytest.param(
            "mkdocs.yml",
            absent,
            "mkdocs.yml: plugins: digest is not among them (add the line `- digest`)",
            id="a project without the plugin",
        ),
        pytest.param(
            "mkdocs.yml",
            rule,
            "mkdocs.yml: plugins.digest.sites.example.org.content: 'p[' is not a CSS selector: "
            "Expected ident or '*', got <EOF at 2> (for example div.article-body)",
            id="a rule for a site with a broken selector",
        ),
        pytest.param(
            "templates/article.md.j2",
            "{{ document.titel }}",
            "templates/article.md.j2, line 1: 'digest.documents.Document object' has no attribute 'titel' "
            "(mend the template, or delete it to use the packaged one)",
            id="a template with a slip",
        ),
    ]


@pytest.mark.parametrize(("path", "text", "line"), refusals())
def test_a_bad_setting_or_template_refuses_the_build(project: Path, path: str, text: str, line: str) -> None:
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).write_text(text)
    done = run(project, "build")
    assert (done.exit_code, done.stderr.splitlines()) == (1, [line])
    assert not (project / "site").exists()


def test_without_a_project_the_line_says_how_to_make_one(tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert (done.exit_code, done.stderr.splitlines()) == (
        1,
        [
            "mkdocs.yml: no such file "
            "(run this in a project's folder, name its mkdocs.yml with -f, or make a project with `digest new FOLDER`)"
        ],
    )


def test_wrong_usage_is_status_2(tmp_path: Path) -> None:
    assert run(tmp_path, "bild").exit_code == 2


# --- check, explain, add


def test_check_tells_problems_from_notes(project: Path) -> None:
    (project / "seeds" / "empty.txt").write_text("")
    (project / "seeds" / "water.txt.yml").write_text(
        "url: https://example.org/water\npublished: 2024-05-01\nrights: full\n"
    )
    said = json.loads(run(project, "check", "--json").stdout)
    assert [problem["where"] for problem in said["problems"]] == ["seeds/empty.txt"]
    assert {(note["where"], note["kind"]) for note in said["notes"]} == {
        ("seeds/soil.txt", kind) for kind in ("no-url", "undated", "no-rights")
    }


def test_check_strict_fails_on_problems_not_on_notes(project: Path) -> None:
    assert run(project, "check", "--strict").exit_code == 0
    (project / "seeds" / "empty.txt").write_text("")
    assert run(project, "check", "--strict").exit_code == 1


def test_check_sees_a_piece_that_was_saved_twice(project: Path) -> None:
    (project / "seeds" / "soil.txt.yml").write_text("url: https://example.org/soil\n")
    (project / "seeds" / "earth.txt").write_text("Earth\n\nAnother frame around the same piece.\n")
    (project / "seeds" / "earth.txt.yml").write_text("url: https://example.org/soil\n")
    assert "seeds/earth.txt: the same piece as seeds/soil.txt: the same address" in run(project, "check").stdout


def test_check_says_how_many_documents_of_a_file_are_drafts(project: Path) -> None:
    (project / "seeds" / "links.csv").write_text("title,url,private\nA,https://e.org/a,1\nB,https://e.org/b,0\nC,,0\n")
    (project / "seeds" / "soil.txt.yml").write_text("draft: true\n")
    notes = json.loads(run(project, "check", "--json").stdout)["notes"]
    assert [str(Problem(**note)) for note in notes if note["kind"] == "draft"] == [
        "seeds/links.csv: 2 of its 3 documents are drafts, not published "
        "(to publish all of it, write `draft: false` in seeds/links.csv.yml)",
        "seeds/soil.txt: a draft, not published (to publish all of it, write `draft: false` in seeds/soil.txt.yml)",
    ]


@pytest.mark.parametrize("books", ["whole", "chapters"])
def test_a_book_is_one_article_or_one_for_each_chapter(project: Path, books: str) -> None:
    shutil.copy(PAPERS / "dunes.epub", project / "seeds")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - digest\n", f"  - digest: {{books: {books}}}\n"))
    assert (
        run(project, "write").stdout == {"whole": "3 articles in docs/\n", "chapters": "5 articles in docs/\n"}[books]
    )


@pytest.mark.parametrize("named", ["seeds/soil.txt", "soil.txt", "docs/articles/soil-keeps-carbon.md"])
def test_explain_takes_the_source_or_its_page(project: Path, named: str) -> None:
    said = run(project, "explain", named).stdout
    assert said.startswith(
        "articles/soil-keeps-carbon.md from seeds/soil.txt\n\nTitle\n  Soil keeps carbon\n    the source states it\n"
    )


def test_explain_of_the_vocabulary_proposes_entries_that_it_may_hold(project: Path) -> None:
    proposed = run(project, "explain", "vocabulary.yml").stdout
    (project / "vocabulary.yml").write_text(proposed, "utf-8")
    again = run(project, "explain", "vocabulary.yml")
    assert (again.exit_code, again.stdout) == (0, proposed)


def test_a_mistake_in_the_vocabulary_is_told_in_one_line(project: Path) -> None:
    (project / "vocabulary.yml").write_text("themes:\n- nam: Soil\n", "utf-8")
    done = run(project, "write")
    told = "vocabulary.yml: themes: 1: nam: unknown key (did you mean name?)\n"
    assert (done.exit_code, done.stderr) == (1, told)


def test_a_vocabulary_that_is_named_must_be_there(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("- digest", "- digest: {vocabulary: words.yml}"), "utf-8")
    done = run(project, "write")
    assert (done.exit_code, done.stderr.startswith("words.yml: cannot be read: ")) == (1, True)


def test_explain_of_nothing_says_what_to_name(project: Path) -> None:
    done = run(project, "explain", "seeds/fire.txt")
    assert (done.exit_code, done.stderr) == (
        1,
        "seeds/fire.txt: no article is made from it (name a file in seeds/, or a page in docs/articles/)\n",
    )


def test_add_copies_a_file_into_seeds(project: Path, tmp_path: Path) -> None:
    (tmp_path / "fire.txt").write_text("Fire\n\nFire turns the carbon of a wood into air.\n")
    assert run(project, "add", "fire.txt").stdout == "fire.txt -> seeds/fire.txt\n"
    assert (project / "seeds" / "fire.txt.yml").is_file()


# --- how they speak


def test_there_is_no_colour_where_nobody_sees_it_or_wants_it(project: Path) -> None:
    (project / "seeds" / "empty.txt").write_text("")
    assert "\x1b[" not in run(project, "write").stderr
    assert "\x1b[" not in run(project, "write", NO_COLOR="1", FORCE_COLOR="1").stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_tab_completes(tmp_path: Path, shell: str) -> None:
    assert "_DIGEST_COMPLETE" in run(tmp_path, "completion", shell).stdout


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    heavy = "numpy wordfreq syntok mkdocs rich markdown_it jinja2 yaml lxml"
    script = (
        "import sys, click.testing, digest.cli; click.testing.CliRunner().invoke(digest.cli.main, ['--help']); "
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
