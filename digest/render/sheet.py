"""A page to be: where it will stand, what it says of itself, by which template it is made and from what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from digest.markdown.front_matter import escape_metadata
from digest.render.front_matter import SCHEMA

LISTING = {"search": {"exclude": True}}  # what a page only lists is found in the articles themselves


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be: its path, its template, its front matter, and the template's context."""

    path: str
    template: str
    front_matter: Mapping[str, Any]
    context: Mapping[str, Any]


def titled(title: str, **told: Any) -> dict[str, Any]:
    """A title for site generators, and what programs are told in raw text."""
    return {"title": escape_metadata(title), "digest": {"schema": SCHEMA, **told}}
