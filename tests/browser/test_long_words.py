"""A word without an end, wherever it stands, never makes a page wider than a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from conftest import ROOT, opened, run_digest, served
from test_looks import OVERFLOW, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LETTERS = 5000
SOURCES = 6  # each kind of rights, with a sidecar of either sort
SOURCE_LETTERS = 250  # a reader takes a longer line for no title, name or description
BODY = """\
**{k}** is a kind of word that has no end, and shared{s} is another one. The shared{s} is everywhere, beside {k}.

## {h}

It leads on to [{l}](https://example.org/{u}), `{c}` is code, *{e}* is stressed. {own}

### {i}

- {m}
- [{n}](https://example.org/{n})
    - {o}

1. {p}

> {q} is what they said of the shared{s}, and nobody contradicted it in all these years.
>
> — Speaker {r}

| {x} | two |
| --- | --- |
| {y} | {z} |

```
{f} = 1
```

## References

- {v} https://example.org/{w}
"""


def write_source(seeds: Path, number: int) -> None:
    """A source of long words, and the sidecar of a curator who likes them too."""
    own = " ".join(f"Word{number}x{n} asks thing{number}x{n * 7 % 11} for question{number}x{n}." for n in range(40))
    stated = {name: letter * SOURCE_LETTERS for name, letter in (("title", "t"), ("author", "a"), ("description", "d"))}
    front = yaml.safe_dump(
        {**stated, "title": f"{number}{stated['title']}", "date": f"202{number}-01-02", "lang": "en"}
    )
    words = {letter: letter * LETTERS for letter in "abcdefghijklmnopqrstuvwxyz"}
    (seeds / f"{number}.md").write_text(f"---\n{front}---\n\n{BODY.format(**words, own=own)}", "utf-8")
    by_curator = {
        "title": f"{number}{'T' * LETTERS}",
        "authors": [f"{'A' * LETTERS} One", f"{number}{'B' * LETTERS}"],
        "note": f"{'N' * LETTERS} [{'L' * LETTERS}](https://example.org/{'P' * LETTERS})",
        "site": "S" * LETTERS,
        "license": "C" * LETTERS,
        "url": f"https://{'h' * 60}.example/{'Q' * LETTERS}{number}",
        "rights": ("full", "excerpt", "link")[number % 3],
    }
    by_source = {
        "tags": ["G" * LETTERS],
        "themes": ["M" * LETTERS, f"{'M' * LETTERS}{number % 2}"],
        "via": {"url": f"https://example.org/{'V' * LETTERS}", "title": "X" * LETTERS},
        "kind": "question" if number % 3 == 0 else "article",
        "summary": "Y" * LETTERS,
    }
    sidecar = by_curator if number % 2 else by_source
    (seeds / f"{number}.md.yml").write_text(yaml.safe_dump(sidecar), "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which every field holds a word without an end, its name and the pages of a person, too."""
    folder = tmp_path_factory.mktemp("endless")
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "seeds").mkdir()
    for number in range(SOURCES):
        write_source(folder / "seeds", number)
    rulings = {
        "themes": [{"name": "M" * LETTERS, "about": "O" * LETTERS}],
        "terms": [{"name": f"shared{'s' * LETTERS}", "merge": ["R" * LETTERS], "about": "U" * LETTERS, "pin": True}],
    }
    (folder / "vocabulary.yml").write_text(yaml.safe_dump(rulings), "utf-8")
    config = (ROOT / "mkdocs.yml").read_text("utf-8").replace("A digest of five readings", "D" * LETTERS)
    before, _, after = config.partition("  - Guide:\n")
    _, _, after = after.partition("not_in_nav")
    pages = ("first", "second", "third")
    menu = "".join(f"  - {page}.md\n" for page in pages)
    (folder / "mkdocs.yml").write_text(f"{before}{menu}not_in_nav{after}", "utf-8")
    (folder / "docs").mkdir()
    for page in pages:
        text = f"# {page}{'F' * LETTERS}\n\n{'K' * LETTERS}\n\n## {'H' * LETTERS}\n"
        (folder / "docs" / f"{page}.md").write_text(text, "utf-8")
    run_digest(folder, "build")
    return folder / "site"


@pytest.fixture
def endless_address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


def test_no_page_scrolls_sideways(chromium: Browser, site: Path, endless_address: str) -> None:
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")) if path.name != "404.html"]
    wider = {}
    with opened(chromium, endless_address, viewport=PHONE) as page:
        for name in pages:
            page.goto(endless_address + name)
            for width in (390, 320):
                page.set_viewport_size({**PHONE, "width": width})
                wider[name, width] = page.evaluate(OVERFLOW)
    assert len([name for name in pages if name.startswith("articles/")]) == SOURCES
    assert {place: pixels for place, pixels in wider.items() if pixels > 0} == {}


def test_an_open_menu_and_found_pages_do_not_scroll_sideways(chromium: Browser, endless_address: str) -> None:
    with opened(chromium, endless_address, viewport=PHONE) as page:
        page.goto(endless_address)
        page.locator("label.md-header__button[for=__drawer]").click()
        assert page.evaluate(OVERFLOW) <= 0
        page.goto(endless_address + "archive/index.html")
        page.locator("label.md-header__button[for=__search]").click()
        page.locator(".md-search__input").fill("shared")
        page.locator(".md-search__input").press("End")
        page.locator(".md-search-result__item").first.wait_for()
        page.wait_for_function(f"({OVERFLOW})() <= 0")  # once the box has opened
        results = page.locator(".md-search__scrollwrap")
        assert results.evaluate("(one) => one.scrollWidth - one.clientWidth") <= 0
