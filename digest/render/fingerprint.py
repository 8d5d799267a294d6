"""Values to hashes of all that they hold: what a page is known again by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from hashlib import sha256
from io import BytesIO
from pickle import Pickler
from typing import Any, TypeAlias

from digest.documents import Document
from digest.model import Article, Draft

PROTOCOL = 5  # of pickle: named, so that the bytes do not change with Python's own choice
Reduced: TypeAlias = "tuple[Callable[[bytes], object], tuple[bytes]]"


@dataclass(slots=True)
class Fingerprints:
    """Hashes of values. What many pages show is looked through once: `known` has its hash by its place in memory.

    It holds the value as well, so that no other can take that place.
    """

    known: dict[int, tuple[object, bytes]] = field(default_factory=dict)

    def hash_value(self, value: object) -> bytes:
        """The hash of plain values and of our frozen ones: whatever differs in them, down to the last field, differs here.

        They are written as pickle writes them, each as if it stood there for the first time, for it does not matter
        which of them are one object. Nothing ever reads what is written.
        """
        stream = BytesIO()
        pickler = Pickler(stream, PROTOCOL)
        pickler.fast = True
        pickler.dispatch_table = dict.fromkeys((Article, Draft, Document), self._reduce)
        pickler.dump(value)
        return sha256(stream.getbuffer()).digest()

    def _reduce(self, value: Any) -> Reduced:
        found = self.known.get(id(value))
        if found is None:
            held = (type(value).__name__, [getattr(value, field.name) for field in fields(value)])
            found = self.known[id(value)] = (value, self.hash_value(held))
        return bytes, (found[1],)
