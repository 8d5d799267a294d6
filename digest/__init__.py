"""Turn saved readings into a small public library that can be trusted: `read_source`, `build_digest`, the values, the errors."""

from digest.documents import Document, Source
from digest.errors import ConfigError, DigestError, PublishError, SidecarError, SourceError, TemplateError
from digest.model import Article, Digest, Draft, Entry, Page, Problem, Theme
from digest.project import build_digest, read_source

__all__ = [
    "Article",
    "ConfigError",
    "Digest",
    "DigestError",
    "Document",
    "Draft",
    "Entry",
    "Page",
    "Problem",
    "PublishError",
    "SidecarError",
    "Source",
    "SourceError",
    "TemplateError",
    "Theme",
    "build_digest",
    "read_source",
]
