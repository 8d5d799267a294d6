"""Values → YAML that every YAML reader, of whatever version, reads back as the same values.

Only plain words stand without quotes; lists of scalars, and mappings of these, stand on one line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any

from digest.markdown.characters import mend_surrogates

INDENT = "  "
PLAIN = re.compile(r"[^\W\d_](?:[\w .’“”‘–—()/&;!?'-]*[\w.”’)!?])?")  # begins with a letter, holds no syntax of YAML
KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
WORDS = {"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"}  # some YAML takes them for values
NOT_PRINTABLE = re.compile("[^\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]")


def write_yaml(mapping: Mapping[str, Any]) -> str:
    """The mapping, keys in their order, a line end after each line; raises TypeError for a value YAML has no word for."""
    return "".join(f"{line}\n" for line in _write_mapping(mapping))


def _write_mapping(mapping: Mapping[str, Any]) -> Iterator[str]:
    for key, value in mapping.items():
        if _fits_line(value):
            yield f"{_write_key(str(key))}: {_write_inline(value)}"
        else:
            yield f"{_write_key(str(key))}:"
            yield from (INDENT + line for line in _write_block(value))


def _write_block(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _write_mapping(value)
        return
    for member in value:
        lines = [_write_inline(member)] if _fits_line(member) else _write_block(member)
        yield from (f"{'- ' if number == 0 else INDENT}{line}" for number, line in enumerate(lines))


def _fits_line(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(_fits_line(inner) and not isinstance(inner, Mapping) for inner in value.values())
    return not _is_list(value) or not any(_is_list(inner) or isinstance(inner, Mapping) for inner in value)


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _write_inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_write_key(str(key))}: {_write_within(inner)}" for key, inner in value.items()) + "}"
    if _is_list(value):
        return "[" + ", ".join(map(_write_within, value)) + "]"
    return _write_scalar(value)


def _write_within(value: Any) -> str:
    """A value between brackets, where a question mark is syntax to some."""
    return _quote(value) if isinstance(value, str) and "?" in value else _write_inline(value)


def _write_scalar(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float() if isfinite(value):
            return f"{Decimal(str(value)):f}" if value % 1 else f"{value:.1f}"  # YAML 1.1 reads no 1e-05
        case date():
            return value.isoformat()
        case str():
            return _write_text(value)
    raise TypeError(f"{type(value).__name__} has no place in front matter")


def _write_key(key: str) -> str:
    return key if KEY.fullmatch(key) and key.lower() not in WORDS else _quote(key)


def _write_text(text: str) -> str:
    if PLAIN.fullmatch(text) and text.lower() not in WORDS:
        return text
    return _quote(text)


def _quote(text: str) -> str:
    quoted = json.dumps(mend_surrogates(text), ensure_ascii=False)
    return NOT_PRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
