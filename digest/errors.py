"""What can go wrong, as a tree; each error says where, what and how to mend it, in one line.

DigestError
├── SourceError      one source cannot be read: it becomes a Problem, the rest publishes
├── SidecarError     one sidecar cannot be read: likewise
├── ConfigError      a setting in mkdocs.yml is wrong: nothing is built
├── TemplateError    a template has a mistake: nothing is replaced
├── SummaryError     a summarizer gives no answer: copied sentences stand in, and it becomes a Problem
└── PublishError     the result cannot be put in place: what stood there still stands
"""

from __future__ import annotations


class DigestError(Exception):
    """An error that a user can mend. `where` is a path or setting, `mend` what to do; both show in its text."""

    def __init__(self, where: str, what: str, mend: str = "") -> None:
        """Keep the three parts; the text is `where: what (mend)`, on one line."""
        self.where, self.what, self.mend = where, what, mend
        super().__init__(where, what, mend)

    def __str__(self) -> str:
        """One line: where, what, how to mend."""
        line = f"{self.where}: {self.what}" + (f" ({self.mend})" if self.mend else "")
        return " ".join(line.split())


class SourceError(DigestError):
    """One source cannot be read."""


class SidecarError(DigestError):
    """One sidecar cannot be read or says what it may not."""


class ConfigError(DigestError):
    """A setting in mkdocs.yml is wrong."""


class TemplateError(DigestError):
    """A template has a mistake."""


class SummaryError(DigestError):
    """A summarizer gives no answer."""


class PublishError(DigestError):
    """Pages or the site cannot be put in place."""
