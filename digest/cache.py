"""What a build remembers: packed values by their key, in one file below .digest/ that may be deleted at any time.

A wrong entry must be impossible, a missing one harmless. So a key names all that made the value (`digest/drafting.py`),
each value carries a checksum, the file is written in transactions, and whatever is wrong with it makes it empty.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

FILE = "cache.db"
SCHEMA = 1  # of the table; a file with another is made anew
BUILDS = 8  # an entry that so many builds did not use is dropped: who undoes an edit finds the old one till then
MARKED = 4  # builds; a newer mark than this stays, since to mark an entry is to write it again
TOGETHER = 100  # entries; each transaction makes a journal file, which costs more than to write one page
WAIT = 5.0  # seconds for another process that writes
LAST = ""  # the key that no value has: its row is marked with the number of the last build

TABLE = "CREATE TABLE remembered (key TEXT PRIMARY KEY, used INTEGER, checksum BLOB, value BLOB) WITHOUT ROWID"
# A torn file is found by the checksums, so nothing waits for the disk; deleted entries give their room back.
NEW = ("PRAGMA auto_vacuum = FULL", TABLE, f"PRAGMA user_version = {SCHEMA}")
CAREFUL = ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA synchronous = OFF")

LEVEL = 1  # of zlib; the 13 KB of a page become 5 KB in 0.2 ms

Mode = Literal["write", "resume", "read"]  # `resume` writes on in the build that wrote last


def name_key(made_from: Sequence[object]) -> str:
    """The key of a value: a hash of all that makes it, in values that JSON tells apart."""
    return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()


def pack_text(text: str) -> bytes:
    """A text as a value to keep, lone surrogates and all."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), LEVEL)


def unpack_text(value: bytes) -> str:
    """The text again."""
    return zlib.decompress(value).decode("utf-8", "surrogatepass")


@dataclass(slots=True)
class Cache:
    """Packed values by key. Without a connection it is empty and keeps nothing; an error of the file ends the connection."""

    connection: sqlite3.Connection | None = None
    build: int = 0  # the number of this build, which entries are marked with that it used
    used: set[str] = field(default_factory=set)
    kept: dict[str, bytes] = field(default_factory=dict)  # and not yet written

    @property
    def is_open(self) -> bool:
        """Whether anything could be found."""
        return self.connection is not None

    def find(self, key: str) -> bytes | None:
        """The value of a key; None where there is none, or it is damaged."""
        if key in self.kept:
            return self.kept[key]
        for checksum, value in self._ask("SELECT checksum, value FROM remembered WHERE key = ?", (key,)):
            if isinstance(value, bytes) and checksum == _sum(key, value):
                self.used.add(key)
                return value
        return None

    def keep(self, entries: Iterable[tuple[str, bytes]]) -> None:
        """Remember values by key; they are written many at once, and the last of them at the end."""
        if self.build:
            self.kept.update(entries)
        if len(self.kept) >= TOGETHER:
            self.write()

    def close(self) -> None:
        """Mark what this build used, and drop what the last ones did not."""
        marks = [(self.build, key, self.build - MARKED) for key in sorted(self.used)]
        self._change("UPDATE remembered SET used = ? WHERE key = ? AND used <= ?", marks)
        self._change("DELETE FROM remembered WHERE used <= ?", [(self.build - BUILDS,)])
        self._change("INSERT OR REPLACE INTO remembered VALUES (?, ?, NULL, NULL)", [(LAST, self.build)])

    def write(self) -> None:
        """Write what is kept and not yet written."""
        rows = [(key, self.build, _sum(key, value), value) for key, value in self.kept.items()]
        self.kept.clear()
        self._change("INSERT OR REPLACE INTO remembered VALUES (?, ?, ?, ?)", rows)

    def _ask(self, statement: str, values: tuple[str, ...]) -> list[tuple[object, object]]:
        if self.connection is None:
            return []
        try:
            return self.connection.execute(statement, values).fetchall()
        except sqlite3.Error:
            self.connection = None
            return []

    def _change(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self.connection is None or not self.build:
            return
        try:
            with self.connection:
                self.connection.executemany(statement, rows)
        except sqlite3.Error:  # a full disk, a file that another program holds
            self.connection = None


def _sum(key: str, value: bytes) -> bytes:
    return hashlib.sha256(key.encode() + value).digest()


@contextmanager
def open_cache(folder: Path, *, mode: Mode) -> Iterator[Cache]:
    """The cache in a folder, to be read alone or written as well; an empty one where that cannot be had.

    One process at a time writes: a build holds the project's lock. Others may read meanwhile.
    """
    connection = _connect(folder / FILE, mode)
    if connection is None:
        yield Cache()
        return
    with closing(connection):
        last = _last_build(connection)
        cache = Cache(connection, {"write": last + 1, "resume": max(last, 1), "read": 0}[mode])
        try:
            yield cache
        finally:
            cache.write()
        cache.close()


def _connect(file: Path, mode: Mode) -> sqlite3.Connection | None:
    with suppress(sqlite3.Error, OSError):
        return _open(file, mode)
    if mode != "read":
        with suppress(sqlite3.Error, OSError):
            _remove(file)
            return _open(file, mode)
    return None


def _open(file: Path, mode: Mode) -> sqlite3.Connection:
    rights = "rwc" if mode != "read" else "ro"
    if mode != "read":
        file.parent.mkdir(exist_ok=True)
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode={rights}", uri=True, timeout=WAIT)
    try:
        for statement in CAREFUL:
            connection.execute(statement)
        if mode != "read" and not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            for statement in NEW:
                connection.execute(statement)
        _check(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection) -> None:
    """Raise where the file is not one of ours."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = connection.execute("SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    if version != SCHEMA or tables != [("table", TABLE)]:
        raise sqlite3.DatabaseError("not a cache of this version")


def _last_build(connection: sqlite3.Connection) -> int:
    with suppress(sqlite3.Error):
        for (used,) in connection.execute("SELECT used FROM remembered WHERE key = ?", (LAST,)):
            return used if isinstance(used, int) else 0
    return 0


def _remove(file: Path) -> None:
    for name in (file.name, f"{file.name}-journal"):
        file.with_name(name).unlink(missing_ok=True)
