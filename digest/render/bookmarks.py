"""The library as a bookmark file in the Netscape form, which every browser takes, and `digest` reads back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from html import escape

from digest.blocks import Paragraph, Text
from digest.markdown.characters import clean_line
from digest.markdown.writer import write_blocks
from digest.model import Article
from digest.render.citation_records import stated_tags
from digest.render.feed_forms import xml_text
from digest.render.wording import full_day

HEAD = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>{title}</TITLE>
<H1>{title}</H1>
<DL><p>
"""
MARKED = "[linkding-notes]\n{note}\n[/linkding-notes]"  # how linkding sets Markdown apart from plain words


def write_bookmarks(articles: Iterable[Article], *, title: str) -> str:
    """The pieces that have an address, each with its day of saving, tags and the curator's note.

    `ADD_DATE` counts seconds; `PUBLISHED` is ours and passed over by others, as the form has no place for that day.
    """
    written = "".join(_write_link(article) for article in articles if article.draft.document.url)
    return f"{HEAD.format(title=escape(clean_line(title)))}{written}</DL><p>\n"


def _write_link(article: Article) -> str:
    document = article.draft.document
    stated = {
        "HREF": document.url or "",
        "ADD_DATE": _seconds(document.accessed),
        "PUBLISHED": document.published or "",
        "TAGS": ",".join(stated_tags(document)),
    }
    attributes = " ".join(f'{name}="{escape(clean_line(value))}"' for name, value in stated.items() if value)
    note = f"<DD>{escape(_mark(document.sidecar.note), quote=False)}\n" if document.sidecar.note else ""
    return f"<DT><A {attributes}>{escape(clean_line(document.title), quote=False)}</A>\n{note}"


def _seconds(stated: str | None) -> str:
    day = full_day(stated)
    return str(int(datetime.combine(day, time(), UTC).timestamp())) if day else ""


def _mark(note: str) -> str:
    """A note as plain words where it is that, else marked as Markdown."""
    words = xml_text(note).strip()
    plain = tuple(Paragraph((Text(part),)) for part in words.split("\n\n"))
    return words if write_blocks(plain).strip() == words else MARKED.format(note=words)
