"""How the commands speak: lines, colours, progress, errors in one line."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from digest.errors import DigestError
from digest.model import REMARKS

if TYPE_CHECKING:
    from digest.model import Problem
    from digest.workers import Progress

DONE = 0  # the exit status of a command; 2, wrong usage, is click's
PROBLEMS = 1  # of one that met problems or refused


@contextmanager
def errors_in_one_line() -> Iterator[None]:
    """An error that a user can mend ends the command with one line and status 1; a bug shows its traceback."""
    try:
        yield
    except DigestError as error:
        complain(str(error))
        sys.exit(PROBLEMS)


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Progress | None]:
    """What to call as sources are done: a bar on a terminal, nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield show


def tell_mkdocs(*, quiet: bool, verbose: bool) -> None:
    """Let MkDocs speak as loudly as we do."""
    level = logging.INFO if verbose else logging.ERROR if quiet else logging.WARNING
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    logging.getLogger("mkdocs").setLevel(level)


def tell_problems(problems: Sequence[Problem], *, quiet: bool) -> None:
    """One line a problem on standard error; remarks only where they are wanted."""
    for problem in problems:
        if problem.kind not in REMARKS:
            complain(str(problem))
        elif not quiet:
            say(str(problem))


def merge_notes(notes: Sequence[Problem]) -> Iterator[str]:
    """One line a place, with all that is to be said of it."""
    for where, group in groupby(notes, key=lambda note: note.where):
        said = list(group)
        mend = dict.fromkeys(note.mend for note in said)
        yield f"{where}: {'; '.join(note.what for note in said)} ({'; '.join(mend)})"


def tell_warnings(warnings: Sequence[str]) -> None:
    """One line for each warning of MkDocs that was not heard yet."""
    for warning in warnings:
        complain(" ".join(warning.split()))


def serious(problems: Sequence[Problem]) -> list[Problem]:
    """The problems that count under --strict."""
    return [problem for problem in problems if problem.kind not in REMARKS]


def complain(line: str) -> None:
    """A line on standard error, its subject in red where colours are wanted."""
    where, colon, rest = line.partition(": ")
    click.echo(click.style(where, fg="red", bold=True) + colon + rest, err=True, color=wants_color(sys.stderr.isatty()))


def wants_color(terminal: bool) -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR says no (https://no-color.org)."""
    return terminal and not os.environ.get("NO_COLOR")


def say(line: str) -> None:
    """A line on standard output."""
    click.echo(line)


def count(number: int, word: str) -> str:
    """A number with its word: `1 article`, `2 articles`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def today() -> str:
    """The day on which a person gives a command, as they count it: `2026-11-22`."""
    from datetime import date

    return date.today().isoformat()


def as_lines(value: Any) -> str:
    """A value as indented JSON."""
    from dataclasses import asdict

    return json.dumps(value, default=asdict, ensure_ascii=False, indent=1)
