"""The commands that bring sources: `digest add` and `digest fetch`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from digest.cli_options import accessed_option, common, local_option
from digest.terminal import DONE, PROBLEMS, complain, count, errors_in_one_line, say, today


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL...")
@accessed_option
@local_option
@common
def add(
    paths: tuple[str, ...], accessed: str | None, allow_local: bool, config_file: Path, quiet: bool, verbose: bool
) -> None:
    """Copy files or pages into seeds/.

    Each of PATHS, or of the pages at URLS, gets a sidecar, NAME.EXT.yml; nothing that is there is overwritten.
    """
    from digest.gather import add_to_seeds
    from digest.project import open_project

    with errors_in_one_line():
        project = open_project(config_file)
        for path in paths:
            day = accessed or today()
            added = add_to_seeds(path, project.root / project.settings.seeds, accessed=day, local=allow_local)
            if not quiet:
                say(f"{path} -> {added.relative_to(project.root)}")


@click.command()
@accessed_option
@local_option
@common
def fetch(accessed: str | None, allow_local: bool, config_file: Path, quiet: bool, verbose: bool) -> None:
    """Bring what is new in your feeds.

    They are named under `feeds` in mkdocs.yml; what is new comes into seeds/feeds/.
    """
    from digest.gather import poll_feeds
    from digest.project import WORKSHOP, open_project

    failed: list[str] = []
    with errors_in_one_line():
        project = open_project(config_file)
        seeds, settings = project.root / project.settings.seeds, project.settings
        brought = poll_feeds(
            settings.feeds, seeds, project.root / WORKSHOP,
            accessed=accessed or today(), local=allow_local, failed=lambda error: failed.append(str(error)),
        )  # fmt: skip
    for line in failed:
        complain(line)
    for url, number in () if quiet else brought.items():
        say(f"{url}: {count(number, 'new piece')}")
    sys.exit(PROBLEMS if failed else DONE)
