"""Every file in seeds/ is a source but sidecars and names that begin with a dot or underscore."""

import hashlib
from pathlib import Path

import pytest

from digest.errors import SidecarError, SourceError
from digest.sources import add_seed, find_seeds, open_seed


def a_folder(root: Path, *names: str) -> Path:
    for name in names:
        file = root / "seeds" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Words of {name}.", "utf-8")
    return root / "seeds"


def test_sources_are_found_in_subfolders_sorted_by_path(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "b.txt", "a/z.md", ".hidden.txt", "_drafts/x.txt", "a/_skip.md")
    seeds, problems = find_seeds(folder, root=tmp_path)
    assert [seed.path for seed in seeds] == ["seeds/a/z.md", "seeds/b.txt"]
    assert problems == ()


def test_a_sidecar_belongs_to_the_source_beside_it(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "a.txt", "a.txt.yml")
    seeds, _ = find_seeds(folder, root=tmp_path)
    assert [(seed.path, seed.sidecar and seed.sidecar.name) for seed in seeds] == [("seeds/a.txt", "a.txt.yml")]


def test_a_sidecar_without_its_source_is_a_problem(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "a.txt", "b.txt.yml")
    _, problems = find_seeds(folder, root=tmp_path)
    assert [str(problem) for problem in problems] == [
        "seeds/b.txt.yml: a sidecar without its source seeds/b.txt (rename it after the source, or remove it)"
    ]


def test_a_link_to_a_file_outside_is_not_followed(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "a.txt")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    seeds, problems = find_seeds(folder, root=tmp_path)
    assert [seed.path for seed in seeds] == ["seeds/a.txt"]
    assert [str(problem) for problem in problems] == [
        "seeds/b.txt: a link to a file outside the folder of sources (copy the file itself there)"
    ]


def test_an_opened_source_carries_the_hash_of_its_bytes(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "a.txt")
    (seed,), _ = find_seeds(folder, root=tmp_path)
    raw = open_seed(seed)
    assert raw.content == b"Words of a.txt."
    assert raw.source.sha256 == hashlib.sha256(b"Words of a.txt.").hexdigest()


def test_a_sidecar_that_is_not_text_costs_the_source(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "a.txt", "a.txt.yml")
    (folder / "a.txt.yml").write_bytes(b"title: \xff\xfe")
    (seed,), _ = find_seeds(folder, root=tmp_path)
    with pytest.raises(SidecarError) as caught:
        open_seed(seed)
    assert str(caught.value) == "seeds/a.txt.yml: not UTF-8 text (save it as UTF-8)"


def test_adding_copies_the_file_and_leaves_a_sidecar_to_fill_in(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "a.txt")
    (tmp_path / "b.txt").write_text("New words.")
    added = add_seed(tmp_path / "b.txt", folder, accessed="2026-05-04")
    assert added.read_text() == "New words."
    sidecar = (folder / "b.txt.yml").read_text()
    assert sidecar.startswith("# What you know of this source")
    assert "\naccessed: 2026-05-04\n" in sidecar


def test_adding_never_overwrites(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "a.txt")
    (tmp_path / "a.txt").write_text("Other words.")
    (folder / "a-2.txt.yml").write_text("title: A second\n")
    assert add_seed(tmp_path / "a.txt", folder, accessed="2026").name == "a-3.txt"
    assert (folder / "a.txt").read_text() == "Words of a.txt."
    assert (folder / "a-2.txt.yml").read_text() == "title: A second\n"


def test_a_file_that_is_there_letter_by_letter_is_not_added_again(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "a.txt")
    (tmp_path / "a.txt").write_text("Words of a.txt.")
    with pytest.raises(SourceError, match="is there already"):
        add_seed(tmp_path / "a.txt", folder, accessed="2026")


def test_a_page_saved_whole_is_not_added_into_the_folder_of_another(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "page.html", "page_files/picture.png")
    (tmp_path / "page.html").write_text("<p>Words.</p>")
    (tmp_path / "page_files").mkdir()
    with pytest.raises(SourceError, match="is there already"):
        add_seed(tmp_path / "page.html", folder, accessed="2026")


def test_adding_a_page_that_was_saved_whole_brings_its_folder(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "a.txt")
    (tmp_path / "page.html").write_text("<p>Words.</p>")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "picture.png").write_bytes(b"picture")
    add_seed(tmp_path / "page.html", folder, accessed="2026-05-04")
    assert (folder / "page_files" / "picture.png").read_bytes() == b"picture"
