"""The page for the curator: what was read, what failed and how to mend it, what is not stated."""

from __future__ import annotations

from collections import Counter

from digest.checks import find_notes
from digest.model import Article
from digest.render.library import Library
from digest.render.sheet import LISTING, Sheet, make_sheet, titled

MOST_ROWS = 200  # of a table: the rest is counted, and `digest check` lists it
UNSTATED = {
    "undated": "date",
    "no-url": "address",
    "no-rights": "rights",
}  # kinds of notes, as the health page names them


def health_sheet(library: Library) -> Sheet:
    """The health page."""
    by_source: dict[str, list[Article]] = {}
    for article in library.digest.articles:
        by_source.setdefault(article.draft.document.source.path, []).append(article)
    notes = find_notes(library.digest)
    missing: dict[str, list[str]] = {}
    for note in notes:
        if note.kind in UNSTATED and UNSTATED[note.kind] not in missing.setdefault(note.where, []):
            missing[note.where].append(UNSTATED[note.kind])
    context = {
        "problems": library.digest.problems,
        "unstated": tuple((path, by_source[path], words) for path, words in missing.items()),
        "doubles": tuple(note for note in notes if note.kind == "double"),
        "by_source": by_source,
        "most": MOST_ROWS,
        "media_types": sorted(Counter(a.draft.document.source.media_type for a in library.digest.articles).items()),
    }
    return make_sheet("health.md", "health.md.j2", {**titled("Health"), **LISTING}, context)
