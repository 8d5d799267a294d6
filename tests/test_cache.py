"""A cache gives back what was kept or nothing, whatever becomes of its file."""

import sqlite3
from pathlib import Path

import pytest

from digest.cache import BUILDS, FILE, open_cache


def keep(folder: Path, **values: bytes) -> None:
    with open_cache(folder, mode="write") as cache:
        cache.keep(values.items())


def find(folder: Path, key: str) -> bytes | None:
    with open_cache(folder, mode="read") as cache:
        return cache.find(key)


def build(folder: Path, *keys: str) -> None:
    with open_cache(folder, mode="write") as cache:
        for key in keys:
            cache.find(key)


def fail(folder: Path, **values: bytes) -> None:
    with open_cache(folder, mode="write") as cache:
        cache.keep(values.items())
        raise ValueError("a bug")


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    keep(tmp_path, a=b"one", b=b"two")
    assert (find(tmp_path, "a"), find(tmp_path, "b"), find(tmp_path, "c")) == (b"one", b"two", None)


def test_without_a_file_it_is_empty_and_makes_none(tmp_path: Path) -> None:
    assert find(tmp_path, "a") is None
    assert list(tmp_path.iterdir()) == []


def test_what_is_read_alone_is_not_written(tmp_path: Path) -> None:
    keep(tmp_path, a=b"one")
    with open_cache(tmp_path, mode="read") as cache:
        cache.keep([("b", b"two")])
    assert find(tmp_path, "b") is None


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE remembered SET value = x'00'", id="another value"),
        pytest.param("UPDATE remembered SET value = 'text'", id="a value that is no bytes"),
        pytest.param("UPDATE remembered SET checksum = NULL", id="no checksum"),
        pytest.param("UPDATE remembered SET key = 'aa' WHERE key = 'a'", id="a value under another's key"),
    ],
)
def test_a_damaged_entry_is_none(tmp_path: Path, change: str) -> None:
    keep(tmp_path, a=b"one")
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(change)
    connection.close()
    assert (find(tmp_path, "a"), find(tmp_path, "aa")) == (None, None)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"words", id="no database"),
        pytest.param(b"SQLite format 3\0" + bytes(4000), id="a broken one"),
    ],
)
def test_a_file_that_is_no_cache_is_empty_and_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert find(tmp_path, "a") is None
    keep(tmp_path, a=b"one")
    assert find(tmp_path, "a") == b"one"


def test_a_database_with_more_in_it_than_ours_is_made_anew(tmp_path: Path) -> None:
    keep(tmp_path, a=b"one")
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE VIEW other AS SELECT 1")
    connection.close()
    assert find(tmp_path, "a") is None
    keep(tmp_path, b=b"two")
    assert (find(tmp_path, "a"), find(tmp_path, "b")) == (None, b"two")


def test_a_torn_file_gives_what_was_kept_or_nothing(tmp_path: Path) -> None:
    kept = {f"key {number}": bytes([number]) * 3000 for number in range(20)}
    keep(tmp_path, **kept)
    whole = (tmp_path / FILE).read_bytes()
    for length in range(0, len(whole), 4096):
        (tmp_path / FILE).write_bytes(whole[:length] + bytes(len(whole) - length))
        with open_cache(tmp_path, mode="read") as cache:
            assert all(cache.find(key) in (None, value) for key, value in kept.items())


def test_what_the_last_builds_used_stays_and_the_rest_goes(tmp_path: Path) -> None:
    keep(tmp_path, used=b"one", unused=b"two")
    for _ in range(BUILDS):
        build(tmp_path, "used")
    assert (find(tmp_path, "used"), find(tmp_path, "unused")) == (b"one", None)


def test_who_resumes_a_build_ages_nothing_and_keeps_more(tmp_path: Path) -> None:
    keep(tmp_path, a=b"one")
    for _ in range(2 * BUILDS):
        with open_cache(tmp_path, mode="resume") as cache:
            cache.keep([("b", b"two")])
    assert (find(tmp_path, "a"), find(tmp_path, "b")) == (b"one", b"two")


def test_what_is_used_now_and_then_stays(tmp_path: Path) -> None:
    keep(tmp_path, a=b"one")
    for _ in range(3):
        build(tmp_path)
        build(tmp_path)
        build(tmp_path)
        build(tmp_path, "a")
    assert find(tmp_path, "a") == b"one"


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_memory(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    with open_cache(tmp_path / "a file", mode="write") as cache:
        cache.keep([("a", b"one")])
        assert cache.find("a") is None


def test_a_build_that_fails_drops_nothing_and_keeps_what_it_made(tmp_path: Path) -> None:
    keep(tmp_path, a=b"one")
    for _ in range(2 * BUILDS):
        with pytest.raises(ValueError, match="a bug"):
            fail(tmp_path, b=b"two")
    assert (find(tmp_path, "a"), find(tmp_path, "b")) == (b"one", b"two")


def test_what_was_kept_a_moment_ago_is_found_before_it_is_written(tmp_path: Path) -> None:
    with open_cache(tmp_path, mode="write") as cache:
        cache.keep([("a", b"one")])
        assert cache.find("a") == b"one"


def test_two_may_use_it_at_once(tmp_path: Path) -> None:
    keep(tmp_path, a=b"one")
    with open_cache(tmp_path, mode="write") as first, open_cache(tmp_path, mode="read") as second:
        first.keep([("b", b"two")])
        first.write()
        assert (second.find("a"), second.find("b")) == (b"one", b"two")
