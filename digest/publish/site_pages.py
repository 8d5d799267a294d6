"""What a site's pages leave beside themselves: their Markdown, and their lines in the sitemap that MkDocs writes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from mkdocs.structure.files import Files
from mkdocs.utils import get_build_date

ENTRY = re.compile(r"\s*<url>\s*<loc>([^<]*)</loc>.*?</url>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SitePages:
    """The pages of a site: their places there, the file of each one's Markdown by its path, and who asks not to be indexed."""

    places: tuple[str, ...] = ()
    twins: Mapping[str, str] = field(default_factory=dict)
    unlisted: frozenset[str] = frozenset()


def list_pages(files: Files) -> SitePages:
    """The pages that MkDocs is about to write; one that a plugin made has no file, and so no Markdown to show."""
    files_of_pages = files.documentation_pages()
    pages = [file.page for file in files_of_pages if file.page]
    unlisted = (page for page in pages if "noindex" in str(page.meta.get("robots")))
    return SitePages(
        tuple(file.dest_uri for file in files_of_pages),
        {file.src_uri: file.abs_src_path for file in files_of_pages if file.abs_src_path},
        frozenset(escape(page.canonical_url or page.abs_url or "") for page in unlisted),
    )


def copy_markdown(pages: SitePages, site: Path) -> None:
    """Put each page's Markdown at its path in docs/: for programs, which need no frame around the words."""
    for path, source in pages.twins.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def mend_sitemap(sitemap: str, pages: SitePages) -> str:
    """The sitemap without the pages that ask not to be indexed, and without the day of the build, which says nothing."""
    listed = ENTRY.sub(lambda entry: "" if entry[1] in pages.unlisted else entry[0], sitemap)
    return listed.replace(f"<lastmod>{get_build_date()}</lastmod>", "")
