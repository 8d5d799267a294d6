"""The pictures beside a source are opened where its documents name them, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.beside import open_pictures
from digest.project import read_seed
from digest.sources import find_seeds

PNG = b"\x89PNG\r\n\x1a\n a worm"


def a_folder(root: Path, **files: bytes) -> Path:
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root


@pytest.mark.parametrize(
    ("note", "path", "picture"),
    [
        pytest.param("soil.md", "worm.png", "worm.png", id="beside it"),
        pytest.param("soil.md", "img/worm.png", "img/worm.png", id="in a folder below"),
        pytest.param("notes/soil.md", "../worm.png", "worm.png", id="in the folder above"),
        pytest.param("notes/soil.md", "img/worm.png", "img/worm.png", id="by its path in the vault"),
        pytest.param(
            "notes/soil.md", "worm.png", "attachments/worm.png", id="by its bare name in the vault's folder of pictures"
        ),
        pytest.param(
            "soil.html", "soil_files/worm.png", "soil_files/worm.png", id="in the folder that a browser saved"
        ),
    ],
)
def test_a_picture_is_opened(tmp_path: Path, note: str, path: str, picture: str) -> None:
    folder = a_folder(tmp_path / "seeds", **{note: b"Soil.", picture: PNG})
    (seed,), _ = find_seeds(folder, root=tmp_path)
    assert open_pictures([path], seed=seed) == {path: PNG}


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("../secret.png", id="that lies outside"),
        pytest.param("link.png", id="that is a link to one outside"),
        pytest.param("linked/secret.png", id="in a folder that is a link to one outside"),
        pytest.param("round.png", id="that is a link to itself"),
        pytest.param("large.png", id="that is too large"),
        pytest.param("img", id="that is a folder"),
        pytest.param("n" * 300 + ".png", id="with a name that no system takes"),
        pytest.param("a\0.png", id="with a NUL in its name"),
    ],
)
def test_a_picture_is_not_opened(tmp_path: Path, path: str) -> None:
    a_folder(tmp_path, **{"secret.png": PNG})
    folder = a_folder(
        tmp_path / "seeds", **{"soil.md": b"Soil.", "img/x.png": PNG, "large.png": PNG + bytes(2 * 1024 * 1024)}
    )
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "linked").symlink_to(tmp_path)
    (folder / "round.png").symlink_to(folder / "round.png")
    seed = next(seed for seed in find_seeds(folder, root=tmp_path)[0] if seed.path == "seeds/soil.md")
    assert open_pictures([path], seed=seed) == {}


def test_a_note_is_read_with_its_pictures(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path / "seeds", **{"soil.md": b"# Soil\n\nA worm: ![a worm](img/worm.png)\n", "img/worm.png": PNG}
    )
    (seed,), _ = find_seeds(folder, root=tmp_path)
    (document,) = read_seed(seed)
    assert [picture.content for picture in document.attachments] == [PNG]


def test_the_folder_of_a_page_saved_whole_is_no_source(tmp_path: Path) -> None:
    names = (
        "Soil.html",
        "Soil_files/ad.html",
        "Soil_files/worm.png",
        "Boden.htm",
        "Boden-Dateien/x.js",
        "other_files/a.txt",
    )
    folder = a_folder(tmp_path / "seeds", **dict.fromkeys(names, b"Words."))
    assert [seed.path for seed in find_seeds(folder, root=tmp_path)[0]] == [
        "seeds/Boden.htm",
        "seeds/Soil.html",
        "seeds/other_files/a.txt",
    ]


def test_a_picture_alone_is_still_said_to_be_no_source(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "seeds", **{"worm.png": PNG})
    assert [seed.path for seed in find_seeds(folder, root=tmp_path)[0]] == ["seeds/worm.png"]
