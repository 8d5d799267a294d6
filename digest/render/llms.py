"""The library in one list for language models: `llms.txt`, which leads to the Markdown of each page."""

from __future__ import annotations

from collections.abc import Iterable

from digest.blocks import Link, Text
from digest.config import Settings
from digest.markdown.writer import escape_text, write_inlines
from digest.model import Page
from digest.render.addresses import relative_url
from digest.render.facts import lead
from digest.render.library import Library
from digest.render.wording import shorten

PATH = "llms.txt"
SAID = 160  # characters of what an article says


def list_for_models(library: Library, *, settings: Settings) -> Page:
    """A heading, a sentence, then links with what stands behind them; an article that the curator hides is left out."""
    articles = [
        _line(article.path, article.draft.document.title, shorten(lead(article, SAID), SAID), settings)
        for article in library.shown
    ]
    themes = [_line(theme.path, theme.name, "", settings) for theme in library.digest.themes]
    terms = [_line(entry.path, entry.term, "", settings) for entry in library.digest.glossary]
    parts = [
        f"# {escape_text(settings.site_name or 'Library')}",
        f"> {escape_text(settings.site_description)}" if settings.site_description else "",
        "Each page below is Markdown. Its front matter says where the piece comes from and what may be shown of it.",
        *_section("Articles", articles),
        *_section("Themes", themes),
        *_section("Optional", terms),
    ]
    return Page(PATH, "\n\n".join(filter(None, parts)) + "\n")


def _section(title: str, lines: Iterable[str]) -> tuple[str, ...]:
    listed = "\n".join(lines)
    return (f"## {title}", listed) if listed else ()


def _line(path: str, title: str, said: str, settings: Settings) -> str:
    address = settings.site_url + path if settings.site_url else relative_url(path, page=PATH)
    link = write_inlines((Link(address, (Text(title),)),))
    return f"- {link}: {escape_text(said)}" if said else f"- {link}"
