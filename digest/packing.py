"""Values to bytes and back: what a cache keeps, and what one process sends to another."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from sys import intern
from typing import Any

from digest import blocks, documents, model

LEVEL = 1  # of zlib; 18 KB of an article become 5.8 KB in 0.15 ms, and 5.2 KB in twice the time
PLAIN = frozenset({str, int, float, bool, type(None)})
REPEATED = frozenset({"Candidate", "Word"})  # their first field stands in many documents: one string serves them all

# A single value is {"=Class": [field, …]}. Values of one class that stand in a row are {"Class": [column, …]}, a column
# for each field, so that the thousand words of an article cost three lists and not a thousand. Other rows are {"": […]},
# rows of plain values a list, bytes {"b64": "…"}.
SINGLE, MIXED, BYTES = "=", "", "b64"


def _value_classes(*modules: Any) -> Mapping[str, type]:
    found = (one for module in modules for one in vars(module).values() if isinstance(one, type) and is_dataclass(one))
    return {one.__name__: one for one in found}


CLASSES = _value_classes(blocks, documents, model)
FIELDS: Mapping[type, tuple[str, ...]] = {
    one: tuple(field.name for field in fields(one)) for one in CLASSES.values() if is_dataclass(one)
}


def pack(value: Any) -> bytes:
    """Our frozen values, tuples of them and plain values as bytes; raises TypeError for anything else."""
    return zlib.compress(json.dumps(_flatten(value), separators=(",", ":")).encode("ascii"), LEVEL)


def unpack(packed: bytes) -> Any:
    """The value that was packed. What is made are our own values and nothing else, whoever wrote the bytes."""
    return _build(json.loads(zlib.decompress(packed)))


def _flatten(value: Any) -> Any:
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind in FIELDS:
        return {SINGLE + kind.__name__: [_flatten(getattr(value, name)) for name in FIELDS[kind]]}
    if isinstance(value, tuple | list):
        return _flatten_row(value)
    if isinstance(value, bytes):
        return {BYTES: b64encode(value).decode("ascii")}
    if isinstance(value, str):  # of a reader that lends its own kind of string
        return str(value)
    raise TypeError(f"{kind.__module__}.{kind.__qualname__} is no value of a document")


def _flatten_row(row: tuple[Any, ...] | list[Any]) -> Any:
    kinds = set(map(type, row))
    if kinds <= PLAIN:
        return list(row)
    only = next(iter(kinds))
    if len(kinds) > 1 or only not in FIELDS:
        return {MIXED: [_flatten(one) for one in row]}
    columns = [_flatten_row([getattr(one, name) for one in row]) for name in FIELDS[only]]
    return {only.__name__: columns or len(row)}


def _build(flat: Any) -> Any:
    if isinstance(flat, list):
        return tuple(flat)
    if not isinstance(flat, dict):
        return flat
    ((name, inner),) = flat.items()
    if name == MIXED:
        return tuple([_build(one) for one in inner])
    if name == BYTES:
        return b64decode(inner)
    if name.startswith(SINGLE):
        return CLASSES[name.removeprefix(SINGLE)](*[_build(one) for one in inner])
    return _build_row(name, inner)


def _build_row(name: str, columns: Any) -> tuple[Any, ...]:
    made = CLASSES[name]
    if isinstance(columns, int):
        return tuple([made() for _ in range(columns)])
    first, *others = columns
    firsts = map(intern, first) if name in REPEATED else _build(first)
    return tuple(map(made, firsts, *map(_build, others)))
