"""The demo library, built once by our own command, and a Chromium that looks at it and hears every complaint."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[2]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
DESKTOP = {"width": 1280, "height": 900}
INNER = ("data:", "blob:", "about:")  # addresses that leave no page


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the demo: its page's address within the site, its front matter, and its Markdown."""

    address: str
    meta: dict[str, Any]
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Library:
    """The demo as built: its folder, and its articles in the order of their addresses."""

    folder: Path
    articles: tuple[Article, ...]

    def holding(self, words: str) -> str:
        """The address of the one article whose text holds these words."""
        (address,) = [article.address for article in self.articles if words in article.text]
        return address

    def says(self, words: str, address: str) -> bool:
        """Whether a page of docs/ holds each of these words, in whatever case."""
        text = (self.folder / "docs" / f"{address}.md").read_text("utf-8").lower()
        return all(word in text for word in words.lower().split())


def run_digest(folder: Path, *arguments: str) -> None:
    """Run our command in a project's folder; what it says shows when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "digest", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The repository's own library, built in a folder of its own."""
    return build_library(tmp_path_factory.mktemp("library"), seeds=ROOT / "seeds")


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of short texts in several languages and scripts, with all that a text can hold."""
    return build_library(tmp_path_factory.mktemp("texts"), seeds=Path(__file__).parent / "texts")


def build_library(folder: Path, *, seeds: Path) -> Library:
    """A library of these seeds with the demo's configuration and templates, built in a folder."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(seeds, folder / "seeds")
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copytree(ROOT / "docs" / "guide", folder / "docs" / "guide")
    run_digest(folder, "build")
    return Library(folder, tuple(map(read_article, sorted((folder / "docs/articles").glob("*.md")))))


def read_article(path: Path) -> Article:
    """An article's page as it stands in docs/."""
    _, front, text = path.read_text("utf-8").split("---\n", 2)
    return Article(f"articles/{path.stem}", yaml.safe_load(front), text)


@pytest.fixture(scope="session")
def bundle(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library's bundle, unzipped."""
    folder = tmp_path_factory.mktemp("bundle")
    run_digest(library.folder, "bundle", "--output", str(folder / "library.zip"))
    with zipfile.ZipFile(folder / "library.zip") as archive:
        archive.extractall(folder / "unzipped")
    (home,) = sorted((folder / "unzipped").rglob("index.html"), key=lambda path: len(path.parts))[:1]
    return home.parent


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder under /library/ and tells nobody."""

    def translate_path(self, path: str) -> str:
        """The file for an address; outside of /library/ there is none."""
        prefix = "/library"
        inside = path.startswith(prefix + "/")
        return super().translate_path(path.removeprefix(prefix)) if inside else os.devnull + "/none"

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, below the host's root, as Pages does it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/library/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def address(library: Library) -> Iterator[str]:
    """The address of the served library."""
    with served(library.folder / "site") as found:
        yield found


@pytest.fixture(scope="session")
def texts_address(texts: Library) -> Iterator[str]:
    """The address of the served library of texts."""
    with served(texts.folder / "site") as found:
        yield found


@contextmanager
def started() -> Iterator[Browser]:
    """A Chromium with a new profile."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if executable is None:
        pytest.skip("no Chromium: install one, or name it in $CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium that all tests share."""
    with started() as browser:
        yield browser


@contextmanager
def opened(chromium: Browser, address: str, **looks: Any) -> Iterator[Page]:
    """A new page whose console must stay silent and whose requests must stay below an address."""
    context = chromium.new_context(**{"viewport": DESKTOP, **looks})
    context.set_default_timeout(10_000)
    complaints = listen(context, address)
    yield context.new_page()
    context.close()
    assert complaints == []


def listen(context: BrowserContext, address: str) -> list[str]:
    """A list that fills with what the pages of a context say on the console, and with requests that leave the site."""
    complaints: list[str] = []
    context.on("console", lambda message: complaints.append(f"console: {message.text}"))
    context.on("weberror", lambda error: complaints.append(f"error: {error.error}"))
    context.on("requestfailed", lambda request: note_failure(complaints, request.url, request.failure))
    context.on("request", lambda request: None if stays(request.url, address) else complaints.append(request.url))
    return complaints


def note_failure(complaints: list[str], url: str, reason: str | None) -> None:
    """Note a request that failed, unless the reader left the page before it was answered."""
    if "ERR_ABORTED" not in (reason or ""):
        complaints.append(f"{reason}: {url}")


def stays(url: str, address: str) -> bool:
    """Whether a request stays within the site."""
    return url.startswith((address, *INNER))


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """The served library's home, opened."""
    with opened(chromium, address) as page:
        page.goto(address)
        yield page


@pytest.fixture
def folder_page(chromium: Browser, bundle: Path) -> Iterator[Page]:
    """The unzipped bundle's home, opened from its folder."""
    address = bundle.as_uri() + "/"
    with opened(chromium, address) as page:
        page.goto(address + "index.html")
        yield page
