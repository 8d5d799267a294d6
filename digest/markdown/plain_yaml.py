"""YAML of strangers to plain values: no aliases, no tags, bounded in size and depth, no words that turn into times."""

from __future__ import annotations

import re
from typing import Any, NoReturn

import yaml

LIMIT = 64 * 1024  # characters; a page of notes has 3,000
DEPTH = 20  # levels of lists and mappings; a sidecar needs two
DIGITS = 18  # a longer number is an identifier, and stays text


class PlainYamlError(ValueError):
    """The text is not YAML that we read: `line` (0 where none is known), what is wrong, how to mend it."""

    def __init__(self, what: str, mend: str, *, line: int = 0) -> None:
        """Keep the parts."""
        self.what, self.mend, self.line = what, mend, line
        super().__init__(f"line {line}: {what}" if line else what)


def load_plain_yaml(text: str, *, first_line: int = 1) -> Any:
    """The value that the text stands for. Raises PlainYamlError.

    Whatever is not a whole number, a plain fraction, true, false or null stays as it is written, dates included.
    `first_line` is the number of the text's first line in its file.
    """
    if len(text) > LIMIT:
        raise PlainYamlError("longer than 64 KiB", "shorten it")
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader with less in it
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + first_line if error.problem_mark else 0
        mend = error.note or "put a value with a colon or quotes in it into quotes"
        raise PlainYamlError(error.problem or error.context or "not YAML", mend, line=line) from error
    except yaml.YAMLError as error:
        raise PlainYamlError("holds a control character", "remove it") from error


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
