"""Every page reads alike in CommonMark and in Python-Markdown, and no text of a source becomes markup on it."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

import markdown
import pytest
from sample_digest import SETTINGS, a_document, a_draft, a_library, an_article, read_templates, sample_digest

from digest.documents import Sidecar, Source
from digest.markdown.front_matter import split_front_matter
from digest.model import Article, Digest, Entry, Theme
from digest.render.render import render_digest

sys.path.append(str(Path(__file__).parents[1] / "markdown"))
from block_tree import MKDOCS, commonmark_tree, html_tree, python_markdown_tree, tags_of

EXTENSIONS = (*MKDOCS, "md_in_html")
HOSTILE = (
    "*a* _b_ `c` [d](javascript:e) ![f](g) <script>h</script> </div> </details> <!-- {#i} {{ j }} &lt; | k ~l~ ^m^ :n:",
    "- a",
    "1. a",
    "# a",
    "> a",
    "    a",
    "---",
    "```",
    "| a | b |",
    "[a]: b",
    "*[a]: b",
    "!!! note",
    "a\n\n<script>b</script>\n\n# c",
    "</summary></details><img src=x onerror=y>",
    "`</div>` <b>",
    "a --> b",
    '" onmouseover="x',
)
Value = TypeVar("Value")
NAMES = {"path", "slug", "key", "at", "id", "anchor", "kind", "status", "rights", "title_from", "summary_by", "role"}


def poison(value: Value, text: str) -> Value:
    """A value with every text in it replaced, but for the names of things, which no source writes."""
    return _poison(value, text)  # type: ignore[no-any-return]


def _poison(value: Any, text: str) -> Any:
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(_poison(part, text) for part in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept = NAMES | ({"media_type", "sha256"} if isinstance(value, Source) else set())
    kept |= {"articles", "neighbours", "themes"} if isinstance(value, Entry | Theme | Article) else set()
    kept |= {"published", "accessed", "lang", "aligns", "language", "note"}
    given = {field.name: getattr(value, field.name) for field in fields(value)}
    return type(value)(**{name: part if name in kept else _poison(part, text) for name, part in given.items()})


def render_bodies(digest: Digest) -> dict[str, str]:
    pages = render_digest(digest, templates=read_templates(), settings=SETTINGS)
    return {page.path: split_front_matter(page.text, where=page.path)[1] for page in pages if page.path.endswith(".md")}


@pytest.mark.parametrize("path", sorted(render_bodies(sample_digest())))
def test_both_parsers_build_the_same_blocks(path: str) -> None:
    text = render_bodies(sample_digest())[path]
    tree = python_markdown_tree(text, extensions=EXTENSIONS)
    assert tree == commonmark_tree(text, html=True)
    assert "pre" not in tags_of(tree) or path.startswith("articles/"), "an indent of the template became code"


@pytest.fixture(scope="module")
def usual_tags() -> set[str]:
    """The tags on the pages of the sample as it is."""
    bodies = render_bodies(sample_digest()).values()
    return set().union(*(tags_of(python_markdown_tree(text, extensions=EXTENSIONS)) for text in bodies))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_everywhere_reads_alike_adds_no_tag_and_ends_no_panel(hostile: str, usual_tags: set[str]) -> None:
    for path, text in render_bodies(poison(sample_digest(), hostile)).items():
        html = markdown.markdown(text, extensions=list(EXTENSIONS))
        tree = html_tree(html)
        assert tree == commonmark_tree(text, html=True), path
        assert tags_of(tree) <= usual_tags, path
        assert html.count("<div") == html.count("</div>") == text.count("<div "), path
        assert html.count("<details") == html.count("</details>") == text.count("<details "), path


@pytest.mark.parametrize("note", [*HOSTILE, "Read **this**.\n\n- a\n- `</div>`\n\n        </details><b>\n\n# c"])
def test_a_curators_note_is_read_as_markdown_and_its_html_as_words(note: str) -> None:
    document = a_document("Soil", sidecar=Sidecar(note=note))
    text = render_bodies(a_library(an_article(a_draft(document))))["articles/soil.md"]
    tree = python_markdown_tree(text, extensions=EXTENSIONS)
    assert tree == commonmark_tree(text, html=True)
    assert tags_of(tree) & {"script", "b"} == set()
