"""Names that the curator merged to the addresses that their pages had: each leads to the page that took its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.documents import Ruling, Vocabulary
from digest.folding import fold_text
from digest.markdown.slugs import make_slug
from digest.model import Entry, Redirect, Theme


def find_redirects(vocabulary: Vocabulary, themes: Sequence[Theme], glossary: Sequence[Entry]) -> tuple[Redirect, ...]:
    """A page for each old name of a theme or term, where no other stands at its address; sorted by path."""
    theme_pages = {fold_text(theme.name): theme.path for theme in themes}
    term_pages = {fold_text(entry.term): entry.path for entry in glossary}
    taken = {*theme_pages.values(), *term_pages.values()}
    found = [
        *_lead("themes", vocabulary.themes, theme_pages),
        *_lead("terms", vocabulary.terms, term_pages),
    ]
    return tuple(sorted({one.path: one for one in found if one.path not in taken}.values(), key=lambda one: one.path))


def _lead(folder: str, rulings: Sequence[Ruling], pages: dict[str, str]) -> Iterator[Redirect]:
    for ruling in rulings:
        target = pages.get(fold_text(ruling.name))
        if target is None:
            continue
        for name in (ruling.name, *ruling.merge):
            slug = make_slug(name)
            if slug and slug != "index":
                yield Redirect(f"{folder}/{slug}.md", name, target)
