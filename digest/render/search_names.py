"""The names of a library's pages, for the search box: what else a page is called, and what it is about.

They stand in the search index with the first section of each page, where templates/assets/search.js reads them:
`{"kind": "article" or "term", "titles": [other titles], "terms": [key terms, strongest first, then their other names]}`.
Beside them stand the stop words, which the theme's search leaves out and keeps to itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from digest.config import Settings
from digest.model import Article, Digest, Entry
from digest.render.site_address import place_on_site

KEY = "digest"  # in an entry of the search index; Material passes over what it does not know
STOP_WORDS = "stop_words"  # in the index's own settings


def name_pages(digest: Digest, *, settings: Settings) -> dict[str, dict[str, Any]]:
    """The names of each article and term, by the place of its page on the site."""
    forms: dict[str, set[str]] = {}  # of each term, as articles write it: in the plural, in capitals
    for key, term in ((found.key, found.term) for article in digest.articles for found in article.terms):
        forms.setdefault(key, set()).add(term)
    named = [(one.path, _name_article(one)) for one in digest.articles if not one.draft.document.sidecar.hide]
    named += [(entry.path, _name_term(entry, forms.get(entry.key, set()))) for entry in digest.glossary]
    return {place_on_site(path, directory_urls=settings.directory_urls): names for path, names in named}


def add_names(
    index: Mapping[str, Any], names: Mapping[str, Mapping[str, Any]], *, stop_words: Sequence[str]
) -> dict[str, Any]:
    """The search index with the names of its pages, each at the page's first section, and with the stop words."""
    unnamed, docs = dict(names), []
    for doc in index["docs"]:
        found = unnamed.pop(doc["location"].partition("#")[0], None)
        bare = {key: value for key, value in doc.items() if key != KEY}
        docs.append({**bare, KEY: dict(found)} if found else bare)
    return {**index, "config": {**index["config"], STOP_WORDS: list(stop_words)}, "docs": docs}


def _name_article(article: Article) -> dict[str, Any]:
    others = [name for term in article.terms for name in term.aka]
    terms = [*(term.term for term in article.terms), *others]
    return {"kind": "article", "titles": list(article.draft.document.sidecar.aliases), "terms": terms}


def _name_term(entry: Entry, forms: set[str]) -> dict[str, Any]:
    return {"kind": "term", "titles": [*entry.aka, *sorted(forms - {entry.term, *entry.aka})], "terms": []}
