"""A site is replaced as a whole or left as it was, and a reader finds it at every moment."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from digest.errors import PublishError
from digest.publish import swap
from digest.publish.lock import hold_lock
from digest.publish.swap import check_whole, replacing


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages with two files of the user."""
    folder = tmp_path / "site"
    (folder / "old").mkdir(parents=True)
    (folder / "index.html").write_text("old", "utf-8")
    (folder / "old" / "index.html").write_text("old", "utf-8")
    (folder / ".gitkeep").write_text("", "utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref", "utf-8")
    return folder


def fill(folder: Path) -> None:
    (folder / "index.html").write_text("new", "utf-8")


def files(folder: Path) -> dict[str, str]:
    return {f.relative_to(folder).as_posix(): f.read_text("utf-8") for f in sorted(folder.rglob("*")) if f.is_file()}


NEW_SITE = {"index.html": "new", ".gitkeep": "", ".git/HEAD": "ref"}


def test_the_new_site_takes_the_place_of_the_old_and_keeps_the_user_s_hidden_files(site: Path, tmp_path: Path) -> None:
    with replacing(site, workshop=tmp_path / ".digest") as new:
        fill(new)
    assert files(site) == NEW_SITE
    assert list((tmp_path / ".digest").iterdir()) == []


def test_a_first_site_needs_no_folder(tmp_path: Path) -> None:
    with replacing(tmp_path / "public" / "site", workshop=tmp_path / ".digest") as new:
        fill(new)
    assert files(tmp_path / "public" / "site") == {"index.html": "new"}


def test_a_failed_build_leaves_the_site_and_nothing_else(site: Path, tmp_path: Path) -> None:
    before = files(site)
    with pytest.raises(PublishError), replacing(site, workshop=tmp_path / ".digest") as new:
        fill(new / "missing")
    assert files(site) == before
    assert list((tmp_path / ".digest").iterdir()) == []


def test_what_a_killed_build_left_is_cleared_away(site: Path, tmp_path: Path) -> None:
    (tmp_path / ".digest" / "site-new").mkdir(parents=True)
    (tmp_path / ".digest" / "site-new" / "half.html").write_text("half", "utf-8")
    with replacing(site, workshop=tmp_path / ".digest") as new:
        fill(new)
    assert files(site) == NEW_SITE


def test_a_link_to_the_site_stays_a_link(site: Path, tmp_path: Path) -> None:
    (tmp_path / "published").symlink_to(site)
    with replacing(tmp_path / "published", workshop=tmp_path / ".digest") as new:
        fill(new)
    assert (tmp_path / "published").is_symlink()
    assert files(site) == NEW_SITE


def test_a_reader_never_misses_the_home_page(site: Path, tmp_path: Path) -> None:
    over, missed = threading.Event(), []

    def read() -> None:
        while not over.is_set():
            try:
                os.close(os.open(site / "index.html", os.O_RDONLY))
            except OSError as error:
                missed.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(50):
        with replacing(site, workshop=tmp_path / ".digest") as new:
            fill(new)
    over.set()
    reader.join()
    assert missed == []


def test_a_system_that_cannot_exchange_renames_twice(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "RENAME_EXCHANGE", 1 << 20)  # a flag that the kernel does not know
    with replacing(site, workshop=tmp_path / ".digest") as new:
        fill(new)
    assert files(site) == NEW_SITE
    assert list((tmp_path / ".digest").iterdir()) == []


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        pytest.param(
            errno.ENOSPC, "left as it was: No space left on device (make room or give access there)", id="full"
        ),
        pytest.param(
            errno.EXDEV,
            "cannot be replaced as a whole: Invalid cross-device link (remove it, or set another site_dir)",
            id="mounted apart",
        ),
    ],
)
def test_what_the_system_refuses_is_told_in_one_line(site: Path, tmp_path: Path, number: int, mend: str) -> None:
    with pytest.raises(PublishError) as refused, replacing(site, workshop=tmp_path / ".digest"):
        raise OSError(number, os.strerror(number))
    assert str(refused.value) == f"{site}: {mend}"


def test_the_new_folder_obeys_the_umask(site: Path, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with replacing(site, workshop=tmp_path / ".digest") as new:
            fill(new)
    finally:
        os.umask(before)
    assert site.stat().st_mode & 0o777 == 0o755


def test_a_site_that_lacks_a_page_is_refused(site: Path) -> None:
    check_whole(site, ["old/index.html"])
    with pytest.raises(PublishError) as refused:
        check_whole(site, ["terms/index.html"])
    assert str(refused.value) == (
        "site/terms/index.html: was not built, so the old site stays (see the warnings of the build)"
    )


# --- one build at a time

HOLD = "import sys; from pathlib import Path; from digest.publish.lock import hold_lock\n"


def test_a_second_process_waits_for_the_first(tmp_path: Path) -> None:
    code = f"{HOLD}with hold_lock(Path(sys.argv[1])): print('in', flush=True)"
    with hold_lock(tmp_path):
        second = subprocess.Popen([sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE, text=True)
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(1)
    assert second.communicate(timeout=30)[0] == "in\n"


def test_a_process_that_is_killed_frees_the_lock(tmp_path: Path) -> None:
    code = f"{HOLD}with hold_lock(Path(sys.argv[1])): print('in', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "in\n"
        first.kill()
    with hold_lock(tmp_path):
        pass


def test_a_build_may_ask_twice_for_what_it_holds(tmp_path: Path) -> None:
    with hold_lock(tmp_path), hold_lock(tmp_path):
        pass
