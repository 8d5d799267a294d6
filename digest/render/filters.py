"""What a template may call: each turns a value into written Markdown (`Markup`), or into words that are escaped when printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from digest.blocks import Blocks, Code, CodeBlock, Link, Paragraph, Quote, Text
from digest.documents import find_page
from digest.markdown.parse import parse_markdown
from digest.markdown.slugs import make_slug
from digest.markdown.writer import escape_text, write_blocks, write_inlines
from digest.model import Article
from digest.render.addresses import host, relative_url
from digest.render.directions import LEFTWARD_WORDS, runs_left
from digest.render.facts import facts, lead, source_facts
from digest.render.inner_headings import close_outline, set_inner_headings
from digest.render.pictures import link_pictures
from digest.render.wording import shorten, when

KEPT = "\x00"  # marks a blank line of written blocks, which may stand in code; no source's text holds this sign
REPEATED = 20_000  # names of terms, titles and links that pages share, kept as written
PLAIN = re.compile(r"[^\w \-./,]|_", re.ASCII)  # all but these is written as a number inside an HTML attribute


class Written(Markup):
    """Markdown that is written already; plain words that are joined to it are escaped on the way."""

    @classmethod
    def escape(cls, s: object, /) -> Written:
        """Anything as words inside a line of Markdown; written Markdown as it is, None as nothing."""
        if isinstance(s, Markup):
            return cls(s)
        return cls("" if s is None else _escape_words(str(s)))


escape = Written.escape


@lru_cache(maxsize=REPEATED)
def _escape_words(words: str) -> str:
    return escape_text(words)


def join(parts: Iterable[object], between: str = "") -> Written:
    """Parts in a row, each escaped unless it is written already; the spaces around them stay."""
    return _escape_part(between).join(map(_escape_part, parts))


def apart(text: str) -> Written:
    """Words of a line of ours; what runs the other way in it keeps to itself, so that numbers beside it stay in place."""
    return Written("").join(
        Written(f"<bdi>{escape(words)}</bdi>") if number % 2 else _escape_part(words)
        for number, words in enumerate(LEFTWARD_WORDS.split(text))
    )


def _escape_part(part: object) -> Written:
    if isinstance(part, Markup) or not isinstance(part, str):
        return escape(part)
    if runs_left(part):
        return apart(part)
    if part.isspace():
        return Written(" ")
    left, right = (" " if side.isspace() else "" for side in (part[:1], part[-1:]))
    return Written(f"{left}{escape(part)}{right}")


def blocks(value: Blocks) -> Written:
    """Blocks as Markdown of a page, with the anchors of their paragraphs; pictures from elsewhere as links."""
    return _keep_blank_lines(write_blocks(close_outline(set_inner_headings(link_pictures(value))), page=True))


def _keep_blank_lines(markdown: str) -> Written:
    return Written(markdown.strip("\n").replace("\n\n", f"\n{KEPT}\n"))


def note(text: str) -> Written:
    """Markdown that a person wrote, read and written anew as a quote: its HTML comes out as words.

    A quote and no <div>, because Python-Markdown looks for the end of a <div> in code, too.
    """
    return _keep_blank_lines(write_blocks(set_inner_headings((Quote(link_pictures(parse_markdown(text))),))))


def quote(text: str) -> Written:
    """Plain text set apart as somebody's words."""
    return blocks((Quote(_paragraphs(text)),))


def _paragraphs(text: str) -> Blocks:
    return tuple(Paragraph((Text(" ".join(part.split())),)) for part in re.split(r"\n\s*\n", text) if part.strip())


def code(text: str, language: str = "") -> Written:
    """Lines set letter by letter."""
    return blocks((CodeBlock(text, language),))


def tidy(rendered: str) -> str:
    """A rendered page: one blank line where the template left several, and those of written blocks as they were."""
    return re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", rendered).strip("\n").replace(KEPT, "") + "\n"


def verbatim(text: str) -> Written:
    """A path or hash within a line, set letter by letter; as plain words if Python-Markdown would look into it for tags."""
    return escape(text) if "<" in text else Written(write_inlines((Code(text),)))


@pass_context
def link(context: Context, path: str, words: str, at: str = "", title: str = "") -> Written:
    """A link from the page that is being made to another (its `.md` path, which every site generator resolves)."""
    return web(relative_url(path, page=context["page"], at=at), words, title)


@lru_cache(maxsize=REPEATED)
def web(url: str, words: str, title: str = "") -> Written:
    """A link to an address as it stands."""
    return Written(write_inlines((Link(url, (Text(words),), title),)))


def anchor(slug: str) -> Written:
    """A place on the page that a link can lead to."""
    return Written(f'<a id="{attribute(slug)}"></a>') if slug else Written("")


def attribute(text: object) -> Written:
    """Words inside an HTML attribute: what either language could read as syntax is written as a number."""
    return Written(PLAIN.sub(lambda found: f"&#{ord(found[0])};", " ".join(str(text).split())))


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 article`, `5 articles`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def page_of(article: Article, at: str) -> int | None:
    """The page of a paper that a paragraph stands on; None for what has no pages."""
    return find_page(article.draft.document, at)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "apart": apart,
    "e": escape,
    "escape": escape,
    "forceescape": escape,
    "join": join,
    "blocks": blocks,
    "note": note,
    "quote": quote,
    "code": code,
    "verbatim": verbatim,
    "anchor": anchor,
    "attribute": attribute,
    "count": count,
    "facts": facts,
    "source_facts": source_facts,
    "host": host,
    "lead": lead,
    "page_of": page_of,
    "shorten": shorten,
    "slug": make_slug,
    "when": when,
}
GLOBALS: Mapping[str, Callable[..., Any]] = {"link": link, "web": web}
