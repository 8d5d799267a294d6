"""Between our errors and those of MkDocs: each in one line of the other's kind."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import jinja2
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from digest.errors import DigestError, PublishError, TemplateError
from digest.model import REMARKS, Problem


@contextmanager
def in_one_line() -> Iterator[None]:
    """Turn an error that a user can mend into MkDocs' own, which prints as one line."""
    try:
        yield
    except DigestError as error:
        raise PluginError(str(error)) from error


def log_problems(problems: Sequence[Problem]) -> None:
    """Tell MkDocs of problems as its warnings, which --strict counts; of pages that a person wrote, as news."""
    log = get_plugin_logger("digest")
    for problem in problems:
        log.log(logging.INFO if problem.kind in REMARKS else logging.WARNING, str(problem))


def count_warnings() -> int:
    """How many warnings MkDocs has counted in this build; it counts under --strict alone."""
    counters = [one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler)]
    return sum(number for counter in counters for _, number in counter.get_counts())


def find_refusal(error: BaseException, site: Path) -> DigestError | None:
    """The error that a user can mend behind one that MkDocs raised, if there is one; anything else is a bug."""
    for cause in _causes(error):
        if isinstance(cause, DigestError):
            return cause
        if isinstance(cause, OSError):
            return refuse_site(site, cause)
        if isinstance(cause, jinja2.TemplateSyntaxError):
            return TemplateError(f"{cause.filename or cause.name}:{cause.lineno}", str(cause.message), "mend it there")
        if isinstance(cause, jinja2.TemplateError):
            return TemplateError("the theme", f"a template fails: {cause.message}", "mend those in custom_dir")
    return None


def refuse_site(site: Path, error: OSError) -> PublishError:
    """The error of a site that stays as it was because the system said no."""
    reason = error.strerror or str(error)
    file = error.filename2 or error.filename
    if file and str(file) != str(site):
        reason = f"{reason}: {file}"
    if error.errno in {errno.EXDEV, errno.EBUSY}:
        return PublishError(str(site), f"cannot be replaced as a whole: {reason}", "remove it, or set another site_dir")
    return PublishError(str(site), f"left as it was: {reason}", "make room or give access there")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
