"""Front matter: what stands before a Markdown text, read from strangers with care, written by us in one way."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Mapping
from datetime import date, time
from math import isfinite
from typing import Any, NoReturn

import yaml

from digest.errors import SourceError
from digest.markdown.characters import clean_line
from digest.markdown.yaml_text import write_yaml

LIMIT = 64 * 1024  # characters; front matter holds words about a text, not a text
DEPTH = 20  # levels of lists and mappings
FENCES = {"---": ("---", "..."), "+++": ("+++",)}
DIGITS = 18  # a longer number is an identifier, and stays text


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
        read = yaml.load(written, Loader=_Loader)  # noqa: S506 - a safe loader with less in it
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 2}" if error.problem_mark else ""
        what = f"front matter{line}: {error.problem or error.context or 'not YAML'}"
        raise SourceError(where, what, error.note or "put a value with a colon or quotes in it into quotes") from error
    except yaml.YAMLError as error:
        raise SourceError(where, "front matter holds a control character", "remove it") from error
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


class _Loader(yaml.SafeLoader):
    """YAML without what a title or date never needs: aliases, anchors, tags, depth, and words that turn into times."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs leave it out
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            self._refuse(event, "anchors, aliases and tags are not read", "write the value out")
        if self.depth > DEPTH:
            self._refuse(event, "nested too deeply", "keep what describes the text, remove the rest")
        self.depth += 1
        composed = super().compose_node(parent, index)
        self.depth -= 1
        return composed

    def _refuse(self, event: yaml.Event, what: str, mend: str) -> NoReturn:
        raise yaml.MarkedYAMLError(problem=what, problem_mark=event.start_mark, note=mend)  # type: ignore[arg-type]  # it may be absent


def _build_fraction(loader: _Loader, scalar: yaml.ScalarNode) -> float | str:
    """The number if it is written as Python writes it: version 1.10 is not version 1.1."""
    written = str(loader.construct_scalar(scalar))
    return float(written) if str(float(written)) == written else written


_Loader.yaml_implicit_resolvers = {}  # those of YAML 1.1 read `no` as false, 12:30 as 750 and 2024-12-19 as a day
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), [*"tTfF"]
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(rf"^-?(?:0|[1-9]\d{{0,{DIGITS - 1}}})$"), [*"-0123456789"]
)
_Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?\d{1,9}\.\d{1,9}$"), [*"-0123456789"])
_Loader.add_constructor("tag:yaml.org,2002:float", _build_fraction)


def _escape_reference(match: re.Match[str]) -> str:
    """`&copy` reads as ©, even without its semicolon; the `&T` of AT&T reads as it stands."""
    return match[0] if html.unescape(match[0]) == match[0] else f"&amp;{match[0][1:]}"
