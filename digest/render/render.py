"""A digest as Markdown pages for docs/, by templates, with their assets and pictures, feeds and exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

import jinja2

from digest.config import Settings
from digest.markdown.front_matter import write_front_matter
from digest.model import Digest, Page
from digest.render.cards import Draw, card_pages
from digest.render.environment import make_environment, reads_name, render_template
from digest.render.exports import export_pages
from digest.render.feeds import feed_pages
from digest.render.filters import tidy
from digest.render.fingerprint import Fingerprints, Keep, make_anew
from digest.render.library import Library, open_library
from digest.render.llms import list_for_models
from digest.render.pictures import picture_pages
from digest.render.sheet import Sheet
from digest.render.sheets import plan_sheets

ASSETS = "assets/"  # templates under this name are files for docs/ as they stand
LIBRARY = "library"  # what templates call the whole of it


Recall: TypeAlias = Callable[[bytes, Callable[[], str]], str]
"""The text that a function makes, or that it made of the same before: what it is made from is known by its hash."""


def render_digest(
    digest: Digest,
    *,
    templates: Mapping[str, str],
    settings: Settings,
    draw: Draw | None = None,
    recall: Recall | None = None,
) -> tuple[Page, ...]:
    """All pages, feeds, exports and assets of a library, sorted by path.

    `templates` maps a name (`article.md.j2`, `assets/digest.css`) to its text; `draw` stands for our own drawing of the
    pictures for link previews, and `recall` for making pages, where they remember them. Raises TemplateError where a
    template has a mistake.
    """
    library = open_library(digest)
    keep = partial(_keep, recall, Fingerprints()) if recall else make_anew
    pages = _render_pages(library, templates, settings, keep)
    assets = [Page(name, text) for name, text in templates.items() if name.startswith(ASSETS)]
    pictures = picture_pages(digest.articles)
    taken_along = (
        *feed_pages(library, settings=settings, keep=keep),
        *export_pages(library, settings=settings),
        *card_pages(library, settings=settings, draw=draw),
        list_for_models(library, settings=settings),
    )
    return tuple(sorted((*pages, *assets, *pictures, *taken_along), key=lambda page: page.path))


def _keep(recall: Recall, fingerprints: Fingerprints, value: object, make: Callable[[], str]) -> str:
    return recall(fingerprints.hash_value(value), make)


def _render_pages(library: Library, templates: Mapping[str, str], settings: Settings, keep: Keep) -> Iterator[Page]:
    """Every page made by a template. One whose template asks for the whole library changes with anything in it.

    So such a page is not remembered, and the others are not given the library: they are made from their sheet, the
    templates and the settings alone.
    """
    environment = make_environment(templates)
    common = Fingerprints().hash_value((sorted(templates.items()), settings))
    whole: dict[str, bool] = {}
    for sheet in plan_sheets(library, settings=settings):
        if sheet.template not in whole:
            whole[sheet.template] = reads_name(environment, templates, sheet.template, LIBRARY)
        if whole[sheet.template]:
            yield Page(sheet.path, _render_sheet(sheet, environment, {"settings": settings, LIBRARY: library}))
        else:
            make = partial(_render_sheet, sheet, environment, {"settings": settings})
            made_from = (common, sheet.path, sheet.template, sheet.made_from, sheet.fill.__name__)
            yield Page(sheet.path, keep(made_from, make))


def _render_sheet(sheet: Sheet, environment: jinja2.Environment, given: Mapping[str, Any]) -> str:
    filled = sheet.fill(sheet.made_from)
    body = render_template(environment, sheet.template, {**filled.context, "page": sheet.path, **given})
    return f"{write_front_matter(filled.front_matter).rstrip()}\n\n{tidy(body)}"
