"""The options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def common(command: Command) -> Command:
    """Give a command the options that all have, and errors in one line."""
    command = click.option("-v", "--verbose", is_flag=True, help="Say more.")(command)
    command = click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")(command)
    return click.option(
        "-f",
        "--config-file",
        type=click.Path(dir_okay=False, path_type=Path),
        default=Path("mkdocs.yml"),
        show_default=True,
        help="The project's mkdocs.yml.",
    )(command)


workers_option = click.option(
    "--workers", type=click.IntRange(1), help="Processes that read sources (default: the cores; or $DIGEST_WORKERS)."
)
strict_option = click.option("--strict", is_flag=True, help="Any problem is exit status 1.")
force_option = click.option("--force", is_flag=True, help="Build even if nothing has changed.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
accessed_option = click.option("--accessed", metavar="DATE", help="The day it was saved (default: today).")
local_option = click.option("--allow-local", is_flag=True, help="Ask machines of your own network, too.")
