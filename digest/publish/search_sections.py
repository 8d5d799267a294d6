"""A page's sections in the search index, recalled where the page is as it was: Material would parse its HTML again."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from digest.cache import Cache, name_key, pack_text, unpack_text
from digest.publish.known import is_known
from digest.publish.page_html import list_headings
from digest.versions import hash_drawing

SECTIONS = "sections"  # tells the keys of sections from those of other values
SEARCH = "material/search"
OURS = "digest"  # our own key of the front matter, which no search reads: its weights shift as a library grows
WORDS = ("jieba_dict", "jieba_dict_user")  # its settings that name files of words, by which Chinese is divided


def recall_sections(config: MkDocsConfig, cache: Cache) -> None:
    """Have Material's search plugin, if there is one, ask the cache first for what it puts into the index."""
    plugin = config.plugins.get(SEARCH)
    index = getattr(plugin, "search_index", None)
    known = is_known(plugins=config.plugins, extensions=config.markdown_extensions)
    if plugin and index and cache.is_open and known and not any(plugin.config[name] for name in WORDS):
        vars(index)["add_entry_from_context"] = partial(_add, index, cache=cache)


def _add(index: Any, page: Page, *, cache: Cache) -> None:
    """Add the sections of a page: they come of its HTML, headings, address, title and front matter."""
    stated = {key: value for key, value in page.meta.items() if key != OURS}
    made_from = [page.content, list_headings(page.toc), page.url, repr(page.title), repr(stated)]
    key = name_key([SECTIONS, hash_drawing(), *made_from])
    packed = cache.find(key)
    if packed is not None:
        index.entries += json.loads(unpack_text(packed))
        return
    before = len(index.entries)
    type(index).add_entry_from_context(index, page)
    told = json.dumps(added := index.entries[before:], default=str)
    if json.loads(told) == added:
        cache.keep([(key, pack_text(told))])
