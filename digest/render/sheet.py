"""A page to be: where it will stand, by which template it is made, and from what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from digest.markdown.front_matter import escape_metadata
from digest.render.front_matter import SCHEMA

LISTING = {"search": {"exclude": True}}  # what a page only lists is found in the articles themselves


@dataclass(frozen=True, slots=True)
class Filled:
    """What a page says of itself, and the context that its template is given."""

    front_matter: Mapping[str, Any]
    context: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be: its path, its template, and all that it is made from.

    `fill` is given `made_from` and nothing else, so two sheets that agree in the four are one page.
    """

    path: str
    template: str
    made_from: Any
    fill: Callable[[Any], Filled]


def make_sheet(path: str, template: str, front_matter: Mapping[str, Any], context: Mapping[str, Any]) -> Sheet:
    """The sheet of a page whose front matter and context are at hand."""
    return Sheet(path, template, Filled(front_matter, context), _as_it_is)


def _as_it_is(filled: Filled) -> Filled:
    return filled


def titled(title: str, **told: Any) -> dict[str, Any]:
    """A title for site generators, and what programs are told in raw text."""
    return {"title": escape_metadata(title), "digest": {"schema": SCHEMA, **told}}
