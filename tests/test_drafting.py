"""Drafts are the same from memory as from the sources, and whatever went into one is asked for before it is used again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from digest.cache import Cache, open_cache
from digest.config import Settings
from digest.drafting import draft_seed, draft_seeds, narrow_settings
from digest.project import load_readers
from digest.read.reading import Reader
from digest.sources import find_seeds
from digest.versions import hash_version

PAGE = """<html><head><title>Soil</title></head><body><article><h1>Soil</h1>
<p>Soil feeds us all the year round, and a field that is given rest feeds us longer than one that is not.</p>
<p><img src="soil.png" alt="A field"></p>
<p>Who farms it without rest takes from it what it cannot give back, and finds so in the dry years.</p>
</article></body></html>"""
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(20)


def counted_readers(read: list[str]) -> dict[str, Reader]:
    """The readers, each of which notes what it was given."""

    def counted(reader: Reader) -> Reader:
        return lambda content, source: read.append(source.path) or reader(content, source)  # type: ignore[func-returns-value]

    return {kind: counted(reader) for kind, reader in load_readers().items()}


def a_project(root: Path) -> Path:
    seeds = root / "seeds"
    seeds.mkdir()
    (seeds / "page.html").write_text(PAGE, "utf-8")
    (seeds / "soil.png").write_bytes(PICTURE)
    (seeds / "note.md").write_text("# Rest\n\nA field needs rest.\n", "utf-8")
    (seeds / "note.md.yml").write_text("tags: [fields]\n", "utf-8")
    return root


def drafts_of(root: Path, *, settings: Settings | None = None, mode: str = "write") -> tuple[object, int]:
    read: list[str] = []
    seeds, _ = find_seeds(root / "seeds", root=root)
    with open_cache(root, mode="write") if mode == "write" else open_cache(root / "none", mode="read") as cache:
        drafts = draft_seeds(
            seeds, settings=settings or Settings(), readers=counted_readers(read), cache=cache, workers=1
        )
    return drafts, len(read)


def test_what_is_remembered_is_not_read_again_and_is_the_same(tmp_path: Path) -> None:
    root = a_project(tmp_path)
    first, read = drafts_of(root)
    again, read_again = drafts_of(root)
    assert (read, read_again) == (2, 0)
    assert again == first == drafts_of(root, mode="none")[0]


@pytest.mark.parametrize(
    ("change", "read"),
    [
        pytest.param(lambda seeds: (seeds / "page.html").write_text(PAGE + " ", "utf-8"), 1, id="its bytes"),
        pytest.param(lambda seeds: (seeds / "page.html").rename(seeds / "other.html"), 1, id="its name"),
        pytest.param(lambda seeds: (seeds / "note.md.yml").write_text("title: R\n", "utf-8"), 1, id="its sidecar"),
        pytest.param(lambda seeds: (seeds / "note.md.yml").unlink(), 1, id="that it has a sidecar"),
        pytest.param(lambda seeds: (seeds / "soil.png").write_bytes(PICTURE + b"!"), 1, id="a picture beside it"),
        pytest.param(lambda seeds: (seeds / "soil.png").unlink(), 1, id="that a picture lies beside it"),
        pytest.param(lambda seeds: (seeds / "new.md").write_text("# New\n\nWords.\n", "utf-8"), 1, id="another source"),
    ],
)
def test_what_went_into_a_draft_makes_it_anew(tmp_path: Path, change: Callable[[Path], object], read: int) -> None:
    root = a_project(tmp_path)
    drafts_of(root)
    change(root / "seeds")
    drafts, count = drafts_of(root)
    assert count == read
    assert drafts == drafts_of(root, mode="none")[0]


@pytest.mark.parametrize(
    ("settings", "read"),
    [
        pytest.param(Settings(summary_sentences=1), 2, id="one that drafts depend on"),
        pytest.param(Settings(rights="link"), 2, id="rights"),
        pytest.param(Settings(home_articles=3, site_name="Fields"), 0, id="of pages alone"),
    ],
)
def test_a_setting_makes_drafts_anew_if_they_depend_on_it(tmp_path: Path, settings: Settings, read: int) -> None:
    root = a_project(tmp_path)
    drafts_of(root)
    drafts, count = drafts_of(root, settings=settings)
    assert count == read
    assert drafts == drafts_of(root, settings=settings, mode="none")[0]


def test_a_source_that_failed_is_tried_again(tmp_path: Path) -> None:
    root = a_project(tmp_path)
    (root / "seeds" / "note.md.yml").write_text("tiltle: R\n", "utf-8")
    (problem, _), _ = drafts_of(root)  # type: ignore[misc]
    assert str(problem).startswith("seeds/note.md.yml: ")
    assert drafts_of(root)[1] == 0  # its sidecar is read first
    (root / "seeds" / "note.md.yml").write_text("title: R\n", "utf-8")
    assert drafts_of(root)[1] == 1


def test_the_version_tells_settings_apart() -> None:
    one, other = narrow_settings(Settings()), narrow_settings(Settings(excerpt_words=7))
    assert hash_version(one) != hash_version(other)
    assert hash_version(one) == hash_version(narrow_settings(Settings(related=9)))


def test_rules_for_sites_count_in_their_order() -> None:
    first, second = {"content": "article"}, {"content": "main"}
    one = Settings(sites={"a.example": first, "b.example": second})
    assert hash_version(one) != hash_version(replace(one, sites={"b.example": second, "a.example": first}))


def test_a_source_that_was_taken_away_meanwhile_is_none_and_no_problem(tmp_path: Path) -> None:
    root = a_project(tmp_path)
    seeds, _ = find_seeds(root / "seeds", root=root)
    (root / "seeds" / "page.html").unlink()
    (root / "seeds" / "note.md").unlink()
    assert draft_seeds(seeds, settings=Settings(), readers=load_readers(), cache=Cache()) == [(), ()]


def test_a_cache_of_nonsense_is_passed_over(tmp_path: Path) -> None:
    root = a_project(tmp_path)
    seeds, _ = find_seeds(root / "seeds", root=root)
    version = hash_version(narrow_settings(Settings()))
    with open_cache(root, mode="write") as cache:
        for seed in seeds:
            made = draft_seed(seed, settings=narrow_settings(Settings()), readers=load_readers(), version=version)
            cache.keep([(str(made.key), b"nonsense")])  # type: ignore[union-attr]
    assert drafts_of(root) == (drafts_of(root, mode="none")[0], 2)
