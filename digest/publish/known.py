"""What of MkDocs' configuration is known to make the same of the same: of such a site alone, parts are left or recalled."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import Any

PLUGINS = frozenset({"digest", "search", "offline", "tags", "meta"})  # they read docs/ and what digest is, nothing else
EXTENSIONS = frozenset(
    "abbr admonition attr_list codehilite def_list extra fenced_code footnotes md_in_html meta nl2br sane_lists smarty "
    "tables toc wikilinks".split()
)
FAMILIES = ("markdown.extensions.", "pymdownx.")
OPEN_FILES = frozenset({"pymdownx.snippets", "pymdownx.b64"})
NAME_FILES = ("custom_icons", "jieba_dict")  # settings that name files, which known parts open
NAMED = frozenset({"material", "pymdownx"})  # packages whose functions a configuration may name


def is_known(*, plugins: Iterable[str], extensions: Iterable[object]) -> bool:
    """Whether all plugins and Markdown extensions are known; a hook counts as a plugin, by the name of its file."""
    names = {str(one) for one in extensions}
    known = all(one in EXTENSIONS or one.startswith(FAMILIES) for one in names)
    return known and OPEN_FILES.isdisjoint(names) and {one.removeprefix("material/") for one in plugins} <= PLUGINS


def tell_settings(*settings: Any) -> str:
    """Settings as one text; empty where one may be anything, or names files whose content it does not tell."""
    try:
        told = json.dumps(settings, default=_name_function)
    except (TypeError, ValueError):
        return ""
    return "" if any(f'"{name}' in told for name in NAME_FILES) else told


def _name_function(value: Any) -> Any:
    """A function that the configuration names, by its name; raises TypeError for any other value, and for a stranger's."""
    if isinstance(value, partial):
        return ["with", _name_function(value.func), value.args, value.keywords]
    module, name = str(getattr(value, "__module__", "")), getattr(value, "__qualname__", "")
    if not name or "<" in name or module.split(".")[0] not in NAMED:
        raise TypeError(f"{value!r} may be anything")
    return f"{module}.{name}"
