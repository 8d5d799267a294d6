"""The commands: a thin skin over the library. Heavy imports wait until a command needs them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from digest.cli_options import common, force_option, json_option, strict_option, workers_option
from digest.cli_seeds import add, fetch
from digest.collecting import collect_rarely
from digest.terminal import (
    DONE,
    PROBLEMS,
    as_lines,
    complain,
    count,
    errors_in_one_line,
    merge_notes,
    progress_bar,
    say,
    serious,
    tell_mkdocs,
    tell_problems,
    tell_warnings,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="reading-digest", prog_name="digest")
def main() -> None:
    """Turn saved readings into a small public library that can be trusted."""
    collect_rarely()


main.add_command(add)
main.add_command(fetch)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@common
def new(folder: Path, config_file: Path, quiet: bool, verbose: bool) -> None:
    """Make a ready project in FOLDER."""
    from digest.scaffold import make_project

    with errors_in_one_line():
        made = make_project(folder)
    if verbose:
        for path in made:
            say(f"  {path}")
    if not quiet:
        say(f"A library stands in {folder}. Next: cd {folder}, then digest build")


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@workers_option
@common
def read(
    paths: tuple[Path, ...], as_json: bool, workers: int | None, config_file: Path, quiet: bool, verbose: bool
) -> None:
    """Print files as Markdown; needs no project.

    PATHS are files, or folders of them. One that cannot be read is named, and the rest go on.
    """
    from digest.reading_report import read_paths, show_json, show_markdown

    show = show_json if as_json else show_markdown
    failed = False
    for report in read_paths(paths, workers=workers):
        failed = failed or report.error is not None
        if report.error is not None and not as_json:
            complain(report.error)
        else:
            click.echo(show(report))
    sys.exit(PROBLEMS if failed and len(paths) == 1 else DONE)


@main.command()
@workers_option
@common
def write(workers: int | None, config_file: Path, quiet: bool, verbose: bool) -> None:
    """Bring docs/ up to date with seeds/."""
    from digest.project import open_project, write_docs

    with errors_in_one_line(), progress_bar(quiet=quiet) as progress:
        written = write_docs(open_project(config_file), workers=workers, progress=progress)
    tell_problems(written.problems, quiet=quiet)
    if not quiet:
        say(f"{count(len(written.digest.articles), 'article')} in docs/")


@main.command()
@strict_option
@force_option
@workers_option
@common
def build(strict: bool, force: bool, workers: int | None, config_file: Path, quiet: bool, verbose: bool) -> None:
    """Bring docs/ and site/ up to date.

    Where nothing has changed since the last build, nothing is built.
    """
    from digest.project import open_project
    from digest.publish.unchanged import Unchanged, build_if_changed

    tell_mkdocs(quiet=quiet, verbose=verbose)
    with errors_in_one_line(), progress_bar(quiet=quiet) as progress:
        project = open_project(config_file)
        built = build_if_changed(project, strict=strict, force=force, workers=workers, progress=progress)
    tell_problems(built.problems, quiet=quiet)
    if isinstance(built, Unchanged):
        if not quiet:
            tell_warnings(built.warnings)
            say(f"nothing changed: {project.site.name}/ is as it was")
        return
    if not built.replaced:
        tell_warnings(built.warnings if quiet else ())
        complain(f"{project.site.name}: left as it was, since --strict met problems")
        sys.exit(PROBLEMS)
    if not quiet:
        say(f"{count(len(built.digest.articles), 'article')}: open {project.site.name}/index.html")


@main.command()
@click.option("-a", "--dev-addr", metavar="HOST:PORT", help="Where to listen (default: MkDocs' dev_addr).")
@common
def serve(dev_addr: str | None, config_file: Path, quiet: bool, verbose: bool) -> None:
    """Show the site while you work on it.

    A changed source, sidecar or template shows without restart.
    """
    from digest.publish.site import serve_site

    tell_mkdocs(quiet=quiet, verbose=True)
    with errors_in_one_line():
        serve_site(config_file, dev_addr=dev_addr)


@main.command()
@json_option
@strict_option
@workers_option
@common
def check(as_json: bool, strict: bool, workers: int | None, config_file: Path, quiet: bool, verbose: bool) -> None:
    """List what may be mended.

    Problems of sources first, then what they leave unstated, pieces that were saved twice, and key terms that do not
    lead to their articles in the search of site/.
    """
    from digest.project import open_project
    from digest.publish.search_index import check_library

    with errors_in_one_line(), progress_bar(quiet=quiet or as_json) as progress:
        problems, notes = check_library(open_project(config_file), workers=workers, progress=progress)
    if as_json:
        say(as_lines({"problems": problems, "notes": notes}))
    else:
        tell_problems(problems, quiet=False)
        for line in () if quiet else merge_notes(notes):
            say(line)
        say(f"{count(len(serious(problems)), 'problem')}, {count(len(notes), 'note')}")
    sys.exit(PROBLEMS if strict and serious(problems) else DONE)


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
@json_option
@workers_option
@common
def explain(path: Path, as_json: bool, workers: int | None, config_file: Path, quiet: bool, verbose: bool) -> None:
    """Say why a page is as it is.

    PATH is a source or an article's page: its title, summary, terms, links and themes, and what was cut. For
    vocabulary.yml, themes and terms are proposed that could stand in it.
    """
    from digest.explain import explain_path
    from digest.project import build_library, open_project

    with errors_in_one_line():
        project = open_project(config_file)
        digest = build_library(project, workers=workers).digest
        explained = explain_path(path.as_posix(), digest, vocabulary=project.settings.vocabulary)
    say(as_lines(explained) if as_json else explained.text())


@main.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The zip (default: library.zip).")
@common
def bundle(output: Path | None, config_file: Path, quiet: bool, verbose: bool) -> None:
    """Pack the site into one offline zip.

    Unpacked, it opens from its folder, with working search.
    """
    from digest.project import open_project
    from digest.publish.bundle import write_bundle

    tell_mkdocs(quiet=quiet, verbose=verbose)
    with errors_in_one_line():
        written = write_bundle(open_project(config_file), output or Path("library.zip"))
    if not quiet:
        say(f"{written}: unpack it and open index.html")


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script for completion on Tab."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        say(kind(main, {}, "digest", "_DIGEST_COMPLETE").source())
