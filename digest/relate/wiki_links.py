"""Links between the notes of a vault, as links between their articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from posixpath import dirname, join, normpath, relpath

from digest.blocks import Inline, Inlines, Link, replace_inlines, walk_inlines
from digest.folding import fold_text
from digest.relate.slugs import Placed

WIKI = "wiki:"
NOTES = "text/markdown"  # the only kind of source that has such links
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")


def resolve_wiki_links(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """The same places, every link `wiki:Name` leading to the article of the note of that name; words where there is none.

    A name is a file's, with as much of its path as it gives, or a title. Of several notes the one in the same folder is
    meant, then the first by path, as the tools take it.
    """
    linking = [index for index, one in enumerate(placed) if _has_links(one)]
    if not linking:
        return tuple(placed)
    named = _name_notes(placed)
    resolved = list(placed)
    for index in linking:
        one = placed[index]
        document = one.draft.document
        blocks = replace_inlines(document.blocks, partial(_resolve, one=one, named=named))
        resolved[index] = replace(one, draft=replace(one.draft, document=replace(document, blocks=blocks)))
    return tuple(resolved)


def _has_links(one: Placed) -> bool:
    document = one.draft.document
    return document.source.media_type == NOTES and any(
        isinstance(inline, Link) and inline.url.startswith(WIKI) for inline in walk_inlines(document.blocks)
    )


def _name_notes(placed: Sequence[Placed]) -> Mapping[str, list[Placed]]:
    """Notes by all their names: each end of their path, and their titles."""
    by_path: dict[str, list[Placed]] = defaultdict(list)
    by_title: dict[str, list[Placed]] = defaultdict(list)
    for one in placed:
        steps = _bare(one.draft.document.source.path).split("/")
        for start in range(len(steps)):
            by_path["/".join(steps[start:])].append(one)
        by_title[fold_text(one.draft.document.title)].append(one)
    return {**by_title, **by_path}


def _bare(path: str) -> str:
    folded = fold_text(path.replace("___", "/"))  # how Logseq writes a page's name of several parts as a file's
    return next((folded.removesuffix(suffix) for suffix in SUFFIXES if folded.endswith(suffix)), folded)


def _resolve(inline: Inline, *, one: Placed, named: Mapping[str, list[Placed]]) -> Inlines:
    if not isinstance(inline, Link) or not inline.url.startswith(WIKI):
        return (inline,)
    target = _find(inline.url.removeprefix(WIKI), one, named)
    if target is None or target.path == one.path:
        return inline.children
    return (replace(inline, url=relpath(target.path, dirname(one.path))),)


def _find(name: str, one: Placed, named: Mapping[str, list[Placed]]) -> Placed | None:
    folder = dirname(_bare(one.draft.document.source.path))
    wanted = _bare(name.strip("/ "))
    beside = named.get(normpath(join(folder, wanted)), [])
    found = beside or named.get(normpath(wanted), []) or named.get(wanted.rpartition("/")[2], [])
    return found[0] if found else None
