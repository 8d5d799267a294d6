"""Front matter: what stands before a Markdown text, read from strangers with care, written by us in one way."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Mapping
from datetime import date, time
from math import isfinite
from typing import Any

from digest.errors import SourceError
from digest.markdown.characters import clean_line
from digest.markdown.plain_yaml import LIMIT, PlainYamlError, load_plain_yaml
from digest.markdown.yaml_text import write_yaml

FENCES = {"---": ("---", "..."), "+++": ("+++",)}


def split_front_matter(text: str, *, where: str) -> tuple[dict[str, Any], str]:
    """The front matter (YAML between `---`, TOML between `+++`) and the text after it.

    Dates and whatever else is not text, a whole number, a plain fraction, true, false or null stay as they are written.
    Without front matter the mapping is empty and the text whole. Raises SourceError where it cannot be read.
    """
    text = text.removeprefix("\ufeff")
    opening, _, rest = text.partition("\n")
    closings = FENCES.get(opening.rstrip())
    closing = (
        re.search(rf"^(?:{'|'.join(map(re.escape, closings))})[ \t\r]*$\n?", rest, re.MULTILINE) if closings else None
    )
    if closing is None:
        return {}, text
    written = rest[: closing.start()]
    if len(written) > LIMIT:
        raise SourceError(where, "front matter of more than 64 KiB", "shorten it, or begin the text with a blank line")
    read = _read_toml(written, where) if opening.startswith("+") else _read_yaml(written, where)
    if read is None:  # a text between two rules
        return {}, text
    return read, rest[closing.end() :]


def write_front_matter(mapping: Mapping[str, Any]) -> str:
    """The mapping as YAML between fences, keys in the order given; equal mappings give equal text."""
    return f"---\n{write_yaml(mapping)}---\n"


def escape_metadata(text: str) -> str:
    """Text for titles, descriptions and tags in front matter, which site generators print into HTML as it stands."""
    line = clean_line(text).strip()
    line = re.sub(r"&(?:#\w+|\w+);?", _escape_reference, line)
    return line.replace("<", "&lt;").replace('"', "&quot;")


def _read_yaml(written: str, where: str) -> dict[str, Any] | None:
    """The mapping; None where the text is no mapping at all."""
    try:
        read = load_plain_yaml(written, first_line=2)
    except PlainYamlError as error:
        place = f", line {error.line}:" if error.line else ""
        raise SourceError(where, f"front matter{place} {error.what}", error.mend) from error
    if read is None:
        return {}
    return {str(key): _name_keys(value) for key, value in read.items()} if isinstance(read, dict) else None


def _read_toml(written: str, where: str) -> dict[str, Any]:
    try:
        read = tomllib.loads(written.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        what = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise SourceError(where, f"front matter: {what}", "write it as TOML, or as YAML between `---`") from error
    return {key: _name_keys(value) for key, value in read.items()}


def _name_keys(value: Any) -> Any:
    """The value with keys and times as text."""
    match value:
        case dict():
            return {str(key): _name_keys(inner) for key, inner in value.items()}
        case list():
            return [_name_keys(inner) for inner in value]
        case date() | time():
            return value.isoformat()
        case float() if not isfinite(value):
            return str(value)
    return value


def _escape_reference(match: re.Match[str]) -> str:
    """`&copy` reads as ©, even without its semicolon; the `&T` of AT&T reads as it stands."""
    return match[0] if html.unescape(match[0]) == match[0] else f"&amp;{match[0][1:]}"
