"""Values to hashes of all that they hold: what a page is known again by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from hashlib import sha256
from io import BytesIO
from operator import attrgetter
from pickle import Pickler
from typing import Any, TypeAlias

from digest.documents import Document
from digest.model import Article, Draft

PROTOCOL = 5  # of pickle: named, so that the bytes do not change with Python's own choice
SHOWN_OFTEN = (Article, Draft, Document)
Keep: TypeAlias = Callable[[object, Callable[[], str]], str]
"""The text that a function makes of a value, or that it made of the same value at an earlier build."""
Reduced: TypeAlias = "tuple[Callable[..., object], tuple[Any, ...]]"


def make_anew(_value: object, make: Callable[[], str]) -> str:
    """The text, made whatever was made before."""
    return make()


@dataclass(slots=True)
class Fingerprints:
    """Hashes of values. What many pages show is looked through once: `known` has its hash by its place in memory.

    It holds the value as well, so that no other can take that place.
    """

    known: dict[int, tuple[object, bytes]] = field(default_factory=dict)
    reducers: _Reducers = field(default_factory=lambda: _Reducers())

    def __post_init__(self) -> None:
        self.reducers.update(dict.fromkeys(SHOWN_OFTEN, self._reduce))

    def hash_value(self, value: object) -> bytes:
        """The hash of plain values and of our frozen ones: whatever differs in them, down to the last field, differs here.

        They are written as pickle writes them, each as if it stood there for the first time, for it does not matter
        which of them are one object. Nothing ever reads what is written.
        """
        stream = BytesIO()
        pickler = Pickler(stream, PROTOCOL)
        pickler.fast = True
        pickler.dispatch_table = self.reducers
        pickler.dump(value)
        return sha256(stream.getbuffer()).digest()

    def _reduce(self, value: Any) -> Reduced:
        found = self.known.get(id(value))
        if found is None:
            held = (type(value).__name__, _read_fields(type(value))(value))
            found = self.known[id(value)] = (value, self.hash_value(held))
        return bytes, (found[1],)


class _Reducers(dict[type, Callable[[Any], Reduced]]):
    """How values are written, by class: ours as their class and fields, in half the time that pickle's own way takes."""

    def __missing__(self, kind: type) -> Callable[[Any], Reduced]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        read = _read_fields(kind)
        reduce = self[kind] = lambda value: (kind, read(value))
        return reduce


def _read_fields(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    names = [one.name for one in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
