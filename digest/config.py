"""Typed settings of a project: what `plugins: - digest: {…}` in mkdocs.yml may say, and what it means when silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import Any, Literal

from digest.documents import RIGHTS, Rights
from digest.errors import ConfigError

Books = Literal["whole", "chapters"]
CHOICES: Mapping[str, tuple[str, tuple[str, ...]]] = {  # setting → what it chooses among
    "rights": ("kind of rights", RIGHTS),
    "books": ("way to read books", ("whole", "chapters")),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the curator set. Folders and files are relative to mkdocs.yml; numbers are at least 0.

    `books`: an EPUB is one document, or one for each of its chapters. `feeds` are what `digest fetch`
    asks. `summary_model` is what the summarizer asks, if it asks a model. `site_url` is where the site will stand, ending in
    a slash, or empty; with `directory_urls` a page is a folder there. `sites` maps a site to CSS selectors that say where
    its pages keep their text, what to cut, author and date.
    """

    seeds: str = "seeds"
    templates: str = "templates"
    vocabulary: str = "vocabulary.yml"
    rights: Rights = "full"
    excerpt_words: int = 120
    summary_sentences: int = 3
    related: int = 5
    home_articles: int = 12
    cards: bool = True
    summarizer: str = "sentences"
    summary_model: str = "default"
    books: Books = "whole"
    feeds: Sequence[str] = field(default_factory=list)
    sites: Mapping[str, Any] = field(default_factory=dict)
    site_name: str = ""
    site_description: str = ""
    site_url: str = ""
    directory_urls: bool = True


FROM_MKDOCS = {
    "site_name",
    "site_description",
    "site_url",
    "directory_urls",
}  # MkDocs' own keys, not ours to be set under the plugin


def read_settings(given: Mapping[str, Any], **mkdocs: Any) -> Settings:
    """Settings from the plugin's mapping, and those FROM_MKDOCS; raises ConfigError for a key or value that is wrong."""
    known = {f.name: f for f in fields(Settings) if f.name not in FROM_MKDOCS}
    for key, value in given.items():
        if key not in known:
            raise ConfigError(f"mkdocs.yml: plugins.digest.{key}", "unknown setting", _hint(str(key), known))
        _check(key, value, getattr(Settings(), key))
    return Settings(**given, **mkdocs)


def nearest_key(key: str, known: Mapping[str, object] | set[str]) -> str | None:
    """The known key that is most like a wrong one, if any is."""
    return next(iter(get_close_matches(key, sorted(known), n=1, cutoff=0.5)), None)


def _hint(key: str, known: Mapping[str, object]) -> str:
    near = nearest_key(key, known)
    return f"did you mean {near}?" if near else f"known: {', '.join(sorted(known))}"


def _check(key: str, value: object, default: object) -> None:
    where = f"mkdocs.yml: plugins.digest.{key}"
    what, known = CHOICES.get(key, ("", ()))
    if known and value not in known:
        raise ConfigError(where, f"{value!r} is not a {what}", f"one of {', '.join(known)}")
    if key == "feeds" and not (isinstance(value, list) and all(_is_address(one) for one in value)):
        raise ConfigError(
            where, f"{value!r} is not a list of web addresses", "for example [https://example.org/feed.xml]"
        )
    if isinstance(default, bool):
        if type(value) is not bool:
            raise ConfigError(where, f"{value!r} is neither true nor false", f"for example {str(not default).lower()}")
    elif isinstance(default, int) and not (type(value) is int and value >= 0):
        raise ConfigError(where, f"{value!r} is not a whole number", f"for example {default}")
    if isinstance(default, str) and not (isinstance(value, str) and value):
        raise ConfigError(where, f"{value!r} is not text", f"for example {default}")


def _is_address(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))
