"""The library as files for other programs: reference managers, browsers and feed readers take it with them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree

from digest.config import Settings
from digest.folding import fold_text
from digest.model import Page
from digest.render.addresses import site_root
from digest.render.bookmarks import write_bookmarks
from digest.render.citation import cite_article
from digest.render.citation_records import csl_record, ris_record
from digest.render.feed_forms import xml_document, xml_text
from digest.render.library import Library

HERE = "exports/"
BIBTEX, RIS, CSL = f"{HERE}library.bib", f"{HERE}library.ris", f"{HERE}library.csl.json"
BOOKMARKS = (
    f"{HERE}bookmarks.htm"  # not .html: it is no page of the site, and what checks or indexes pages passes it by
)
SITES = f"{HERE}sites.opml"
NAMES = {  # a file's name, and what takes it
    BIBTEX: ("BibTeX", "for LaTeX and most reference managers"),
    RIS: ("RIS", "for Zotero, EndNote, Mendeley and others"),
    CSL: ("CSL-JSON", "for Zotero, pandoc and what else sets citations"),
    BOOKMARKS: (
        "Bookmarks",
        "for browsers and bookmark services: what has an address, with its tags and the curator’s notes",
    ),
    SITES: ("Sites (OPML)", "for feed readers: where the pieces come from"),
}


def list_exports(library: Library) -> tuple[tuple[str, str, str], ...]:
    """The files that a library has: path, name, and what takes it; where no piece has an address, none lists addresses."""
    addressed = any(article.draft.document.url for article in library.shown)
    return tuple((path, *said) for path, said in NAMES.items() if addressed or path not in (BOOKMARKS, SITES))


def export_pages(library: Library, *, settings: Settings) -> Iterator[Page]:
    """The files of all exports; an article that the curator hides is in none."""
    title = settings.site_name or "Library"
    keyed = [(article, library.cited_as[article.path]) for article in library.shown]
    write: dict[str, Callable[[], str]] = {
        BIBTEX: lambda: _join(cite_article(article, key=key).bibtex for article, key in keyed),
        RIS: lambda: _join(ris_record(article, key=key) for article, key in keyed),
        CSL: lambda: _to_json([csl_record(article, key=key) for article, key in keyed]),
        BOOKMARKS: lambda: write_bookmarks(library.shown, title=title),
        SITES: lambda: _write_opml(library, title=title),
    }
    for path, _, _ in list_exports(library):
        yield Page(path, write[path]())


def _join(records: Iterable[str]) -> str:
    return "".join(f"{record}\n\n" for record in records)


def _to_json(records: list[dict[str, Any]]) -> str:
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _write_opml(library: Library, *, title: str) -> str:
    """OPML 2.0 of the sites that the sources come from, by name; a feed reader looks on each for its feed."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = xml_text(f"Sites of {title}")
    body = etree.SubElement(root, "body")
    for url, name in sorted(_find_sites(library).items(), key=lambda site: (fold_text(site[1]), site[0])):
        etree.SubElement(body, "outline", type="link", text=xml_text(name), url=url, htmlUrl=url)
    return xml_document(root)


def _find_sites(library: Library) -> dict[str, str]:
    """The sites' addresses, each with the name that the first of its pieces gives it."""
    sites: dict[str, str] = {}
    for article in library.shown:
        document = article.draft.document
        if root := site_root(document.url or ""):
            sites[root] = sites.get(root) or document.site or root
    return sites
