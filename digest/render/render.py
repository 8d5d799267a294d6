"""A digest as Markdown pages for docs/, by templates, with their assets and pictures, feeds and exports."""

from __future__ import annotations

from collections.abc import Mapping

import jinja2

from digest.config import Settings
from digest.markdown.front_matter import write_front_matter
from digest.model import Digest, Page
from digest.render.cards import Draw, card_pages
from digest.render.environment import make_environment, render_template
from digest.render.exports import export_pages
from digest.render.feeds import feed_pages
from digest.render.filters import tidy
from digest.render.library import Library, open_library
from digest.render.llms import list_for_models
from digest.render.pictures import picture_pages
from digest.render.sheet import Sheet
from digest.render.sheets import plan_sheets

ASSETS = "assets/"  # templates under this name are files for docs/ as they stand


def render_digest(
    digest: Digest, *, templates: Mapping[str, str], settings: Settings, draw: Draw | None = None
) -> tuple[Page, ...]:
    """All pages, feeds, exports and assets of a library, sorted by path.

    `templates` maps a name (`article.md.j2`, `assets/digest.css`) to its text; `draw` stands for our own drawing of the
    pictures for link previews, where it remembers them. Raises TemplateError where a template
    has a mistake.
    """
    library = open_library(digest)
    environment = make_environment(templates)
    pages = [_render_sheet(sheet, library, environment, settings) for sheet in plan_sheets(library, settings=settings)]
    assets = [Page(name, text) for name, text in templates.items() if name.startswith(ASSETS)]
    pictures = picture_pages(digest.articles)
    taken_along = (
        *feed_pages(library, settings=settings),
        *export_pages(library, settings=settings),
        *card_pages(library, settings=settings, draw=draw),
        list_for_models(library, settings=settings),
    )
    return tuple(sorted((*pages, *assets, *pictures, *taken_along), key=lambda page: page.path))


def _render_sheet(sheet: Sheet, library: Library, environment: jinja2.Environment, settings: Settings) -> Page:
    context = {**sheet.context, "page": sheet.path, "library": library, "settings": settings}
    body = render_template(environment, sheet.template, context)
    return Page(sheet.path, f"{write_front_matter(sheet.front_matter).rstrip()}\n\n{tidy(body)}")
