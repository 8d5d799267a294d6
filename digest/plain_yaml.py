"""YAML of strangers: plain values alone, no aliases, bounded in size and depth."""

from __future__ import annotations

from typing import Any

import yaml

MAX_BYTES = 64 * 1024  # a page of notes has 3 KB
MAX_DEPTH = 20  # levels of brackets; a sidecar needs two


class PlainYamlError(ValueError):
    """The text is not YAML that we read; its message is one line."""


class _PlainLoader(yaml.SafeLoader):
    """The safe loader without aliases: a few lines of them can fill the memory."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases (*name) are not allowed")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise yaml.YAMLError("nested too deeply")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def load_plain_yaml(text: str) -> Any:
    """The value that the text stands for; dates are dates. Raises PlainYamlError."""
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise PlainYamlError(f"larger than {MAX_BYTES // 1024} KiB")
    try:
        return _PlainLoader(text).get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise PlainYamlError(f"not YAML: {_first_words(error)}") from error


def _first_words(error: Exception) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 1}: {error.problem}"
    return str(error).splitlines()[0] if str(error) else "it cannot be read"
