"""After any edit a build that remembers pages writes what a first build writes, and makes only what the edit touches."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from digest.cache import FILE
from digest.project import PACKAGED_TEMPLATES, WORKSHOP, build_library, open_project

CONFIG = "site_name: Fields\nsite_url: https://example.org/\nplugins: [{digest: {home_articles: 2, cards: false}}]\n"
THEMES = "themes:\n  - {name: Ground, pin: true, terms: [humus], articles: [seeds/humus-1.md, seeds/humus-2.md]}\n"
SUBJECTS = ("humus", "tide", "yeast")
MACROS = (PACKAGED_TEMPLATES / "macros.md.j2").read_text("utf-8")
OWN = "{% import 'macros.md.j2' as shared with context %}\n# {{ document.title }}\n\n{{ body | blocks }}\n"


def a_text(subject: str, number: int, *, title: str | None = None) -> str:
    return (
        f"---\ntitle: {title or f'{subject.title()} in year {number}'}\nauthor: Ann Reed\n---\n\n"
        f"The {subject} layer is what farmers of year {number} looked for. A {subject} layer is a record of work.\n\n"
        f"> “The {subject} layer keeps its own books,” says Ben Low.\n\n"
        f"Where the {subject} layer thins, the tide table is of no use. See [the first](humus-1.md).\n"
    )


def a_project(root: Path) -> Path:
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (root / "vocabulary.yml").write_text(THEMES, "utf-8")
    for subject in SUBJECTS:
        for number in (1, 2):
            (seeds / f"{subject}-{number}.md").write_text(a_text(subject, number), "utf-8")
    return root


def write_template(root: Path, name: str, text: str) -> None:
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / name).write_text(text, "utf-8")


def pages_of(root: Path) -> dict[str, object]:
    built = build_library(open_project(root / "mkdocs.yml"), workers=1)
    return {page.path: page.content or page.text for page in built.pages}


def test_edits_one_after_the_other_give_what_a_first_build_gives(tmp_path: Path) -> None:
    root = a_project(tmp_path / "project")
    pages_of(root)
    for number, edit in enumerate(EDITS):
        edit(root)
        fresh = shutil.copytree(root, tmp_path / f"fresh-{number}", ignore=shutil.ignore_patterns(WORKSHOP))
        assert pages_of(root) == pages_of(fresh)


EDITS: tuple[Callable[[Path], object], ...] = (
    lambda root: (root / "seeds" / "yeast-3.md").write_text(a_text("yeast", 3), "utf-8"),
    lambda root: (root / "seeds" / "humus-1.md").write_text(a_text("humus", 1, title="Black ground"), "utf-8"),
    lambda root: (root / "seeds" / "humus-1.md.yml").write_text("themes: [Records]\nnote: Look *here*.\n", "utf-8"),
    lambda root: (root / "vocabulary.yml").write_text(THEMES.replace("Ground", "Soil"), "utf-8"),
    lambda root: (root / "vocabulary.yml").write_text(
        THEMES + "terms:\n  - {name: humus layer, about: Ours.}\n", "utf-8"
    ),
    lambda root: (root / "seeds" / "tide-1.md").unlink(),
    lambda root: (root / "seeds" / "tide-2.md.yml").write_text("hide: true\n", "utf-8"),
    lambda root: (root / "mkdocs.yml").write_text(CONFIG.replace("home_articles: 2", "related: 1"), "utf-8"),
    lambda root: (root / "mkdocs.yml").write_text(CONFIG.replace("Fields", "Meadows"), "utf-8"),
    lambda root: write_template(root, "article.md.j2", OWN),
    lambda root: write_template(root, "article.md.j2", OWN + "\nOf {{ library.shown | length | count('article') }}.\n"),
    lambda root: (root / "seeds" / "yeast-1.md").unlink(),
    lambda root: write_template(root, "macros.md.j2", MACROS.replace("{{ words }}", "{{ words }}!")),
    lambda root: shutil.rmtree(root / "templates"),
)


def test_a_cache_that_is_damaged_or_no_cache_gives_the_same_pages(tmp_path: Path) -> None:
    root = a_project(tmp_path)
    file = root / WORKSHOP / FILE
    first = pages_of(root)
    whole = file.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole.replace(b"x", b"y"), b"not a database", b""):
        file.write_bytes(damaged)
        assert pages_of(root) == first
    assert pages_of(root) == first
