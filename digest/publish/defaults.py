"""What a short mkdocs.yml leaves unsaid and the pages of a digest need, added to MkDocs' configuration in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from digest.publish.docs import read_generated

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

EXTENSIONS = ("md_in_html", "sane_lists", "tables")
STYLE = "assets/digest.css"
SCRIPT = "assets/digest.js"
SEARCH = "assets/search.js"  # among the polyfills, which run before the theme's own script
INDEXES = {
    "Home": "index.md",
    "Themes": "themes/index.md",
    "Terms": "terms/index.md",
    "People": "people/index.md",
    "Archive": "archive/index.md",
    "Map": "map.md",
    "Questions": "questions/index.md",
    "Quotations": "quotations/index.md",
    "Subscribe": "subscribe.md",
    "Your reading": "reading.md",
    "Health": "health.md",
}
# A thousand articles in the navigation make every page carry a thousand links.
NOT_IN_NAV = (
    "/articles/",
    "/themes/",
    "/terms/",
    "/people/",
    "/archive/",
    "/questions/",
    "/quotations/",
    "/map.md",
    "/subscribe.md",
    "/reading.md",
)


def add_defaults(config: MkDocsConfig, *, theme: Path) -> None:
    """Add extensions, style, theme folder and navigation where the curator's mkdocs.yml has none of them."""
    import pathspec

    docs = Path(config.docs_dir)
    generated = read_generated(docs)
    config.markdown_extensions += [name for name in EXTENSIONS if name not in config.markdown_extensions]
    if STYLE in generated and STYLE not in config.extra_css:
        config.extra_css.append(STYLE)
    if SCRIPT in generated and SCRIPT not in map(str, config.extra_javascript):
        config.extra_javascript.append(SCRIPT)
    polyfills = list(config.extra.get("polyfills") or [])
    if SEARCH in generated and SEARCH not in polyfills:
        config.extra["polyfills"] = [*polyfills, SEARCH]
    if config.theme.name == "material" and theme.is_dir() and str(theme) not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme))
    ours = pathspec.gitignore.GitIgnoreSpec.from_lines(NOT_IN_NAV)
    config.not_in_nav = ours + config.not_in_nav if config.not_in_nav else ours
    if config.nav is None:
        config.nav = make_nav(docs, generated)


def make_nav(docs: Path, generated: frozenset[str]) -> list[Any]:
    """Navigation over the index pages that exist, then the curator's own pages, each folder a section."""
    indexes = [{title: path} for title, path in INDEXES.items() if (docs / path).is_file()]
    own = [path for path in _find_pages(docs) if path not in generated and path not in INDEXES.values()]
    pages = [path for path in own if "/" not in path]
    folders: dict[str, list[Any]] = {}
    for path in own:
        if "/" in path:
            folders.setdefault(path.split("/")[0], []).append(path)
    return indexes + pages + [{_title(folder): paths} for folder, paths in folders.items()]


def _find_pages(docs: Path) -> Iterator[str]:
    """The Markdown pages that may stand in the navigation, each folder's index first."""
    paths = (PurePosixPath(file.relative_to(docs).as_posix()) for file in docs.rglob("*.md"))
    for path in sorted(paths, key=lambda path: (path.parent.parts, path.name != "index.md", path.name)):
        hidden = any(part.startswith(".") for part in path.parts)
        if not hidden and f"/{path.parts[0]}/" not in NOT_IN_NAV:
            yield path.as_posix()


def _title(folder: str) -> str:
    words = folder.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
