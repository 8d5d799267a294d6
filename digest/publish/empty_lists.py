"""Ways from page to page that lead past lists with nothing in them yet."""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.files import Files

from digest.model import Digest
from digest.publish.docs import read_generated


def pass_empty_lists(files: Files, digest: Digest, docs: Path) -> None:
    """Tie the page before an empty list to the one after it; a list that a person wrote is never passed over.

    The navigation may name every list, so that they are there once they fill; `Next` should lead to something now.
    """
    empty = _find_empty(digest) & read_generated(docs)
    for page in (file.page for file in files.documentation_pages() if file.src_uri in empty):
        if page is None:
            continue
        if page.previous_page:
            page.previous_page.next_page = page.next_page
        if page.next_page:
            page.next_page.previous_page = page.previous_page


def _find_empty(digest: Digest) -> frozenset[str]:
    drafts = [article.draft for article in digest.articles]
    filled = {
        "themes/index.md": bool(digest.themes),
        "terms/index.md": bool(digest.glossary),
        "questions/index.md": any(draft.document.question for draft in drafts),
        "quotations/index.md": any(draft.quotations for draft in drafts),
    }
    return frozenset(path for path, full in filled.items() if not full)
