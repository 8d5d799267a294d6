"""Pages and feeds come from the network only as asked: within limits, never from one's own network, nothing overwritten."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import main
from digest.errors import SourceError
from digest.fetch import MAX_BYTES, fetch_url
from digest.project import read_source

PAGE = (
    b"<!DOCTYPE html><html><head><title>Mills</title></head><body><p>The mill stands below the weir.</p></body></html>"
)
CONFIG = "site_name: Test library\ntheme: {name: material, font: false}\nplugins:\n  - digest: {feeds: [%s]}\n"


@dataclass
class Answer:
    """What the server says to one path."""

    content: bytes = PAGE
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    status: int = 200


@dataclass
class Web:
    """A server on this machine, and what it answers."""

    url: str
    answers: dict[str, Answer]


@pytest.fixture
def web() -> Iterator[Web]:
    answers: dict[str, Answer] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer as the test says; with nothing where the asker has it already."""
            answer = answers.get(self.path, Answer(b"", {}, 404))
            tag = answer.headers.get("ETag")
            known = tag is not None and self.headers["If-None-Match"] == tag
            self.send_response(304 if known else answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if not known:
                self.wfile.write(answer.content)

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Web(f"http://127.0.0.1:{server.server_address[1]}", answers)
    server.shutdown()
    server.server_close()


def run(folder: Path, *words: str) -> Result:
    with chdir(folder):
        return CliRunner().invoke(main, words, prog_name="digest")


def a_project(folder: Path, *feeds: str) -> Path:
    (folder / "mkdocs.yml").write_text(CONFIG % ", ".join(feeds))
    return folder


def refused(url: str, *, local: bool = True) -> str:
    with pytest.raises(SourceError) as caught:
        fetch_url(url, local=local)
    return str(caught.value)


def test_a_page_becomes_a_source_with_its_address_as_an_excerpt(web: Web, tmp_path: Path) -> None:
    web.answers["/essays/old-mill?utm_source=x"] = Answer()
    project = a_project(tmp_path)

    done = run(project, "add", "--allow-local", "--accessed", "2026-05-04", f"{web.url}/essays/old-mill?utm_source=x")

    (page,) = project.glob("seeds/*.html")
    assert (done.exit_code, page.read_bytes()) == (0, PAGE)
    (document,) = read_source(page)
    assert (document.url, document.accessed, document.rights) == (f"{web.url}/essays/old-mill", "2026-05-04", "excerpt")


def test_a_page_that_is_fetched_again_stands_beside_the_first(web: Web, tmp_path: Path) -> None:
    web.answers["/a"] = Answer()
    project = a_project(tmp_path)
    for _ in range(2):
        run(project, "add", "--allow-local", f"{web.url}/a")
    assert len(list(project.glob("seeds/*.html"))) == 2


def test_a_redirect_is_followed_and_the_last_address_kept(web: Web) -> None:
    web.answers["/old"] = Answer(b"", {"Location": "/new"}, 301)
    web.answers["/new"] = Answer()
    fetched = fetch_url(f"{web.url}/old", local=True)
    assert fetched is not None
    assert (fetched.url, fetched.content) == (f"{web.url}/new", PAGE)


def test_what_the_server_packs_is_unpacked(web: Web) -> None:
    web.answers["/a"] = Answer(gzip.compress(PAGE), {"Content-Type": "text/html", "Content-Encoding": "gzip"})
    fetched = fetch_url(f"{web.url}/a", local=True)
    assert fetched is not None
    assert fetched.content == PAGE


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:9/a", "http://localhost:9/", "http://[::1]:9/", "http://10.0.0.1/", "http://169.254.169.254/x"],
)
def test_ones_own_network_is_not_asked(url: str) -> None:
    assert refused(url, local=False).endswith("stands in your own network (allow it with --allow-local)")


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://example.org/a", "https://", "mills"])
def test_only_web_addresses_are_asked(url: str) -> None:
    assert refused(url) == f"{url}: no web address (it begins with https:// or http://)"


def test_a_redirect_may_not_lead_to_a_file(web: Web) -> None:
    web.answers["/a"] = Answer(b"", {"Location": "file:///etc/hostname"}, 302)
    assert "'file:///etc/hostname' is not allowed" in refused(f"{web.url}/a")


def test_redirects_without_end_are_refused(web: Web) -> None:
    web.answers["/a"] = Answer(b"", {"Location": "/a"}, 302)
    assert "redirect" in refused(f"{web.url}/a")


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer(b"x" * (MAX_BYTES + 1)), id="as it stands"),
        pytest.param(Answer(gzip.compress(bytes(MAX_BYTES + 1)), {"Content-Encoding": "gzip"}), id="unpacked"),
    ],
)
def test_an_answer_that_is_too_large_is_refused(answer: Answer, web: Web) -> None:
    web.answers["/a"] = answer
    assert refused(f"{web.url}/a") == f"{web.url}/a: larger than 32 MiB (save only the article)"


def test_what_is_no_text_is_not_kept(web: Web, tmp_path: Path) -> None:
    web.answers["/a.png"] = Answer(b"x", {"Content-Type": "image/png"})
    done = run(a_project(tmp_path), "add", "--allow-local", f"{web.url}/a.png")
    assert (done.exit_code, done.stderr) == (
        1,
        f"{web.url}/a.png: no text but image/png (name a page, a paper or a feed)\n",
    )


def test_a_page_that_is_not_there_says_so(web: Web) -> None:
    assert (
        refused(f"{web.url}/a")
        == f"{web.url}/a: the server answers 404 Not Found (try again later, or save it from a browser)"
    )


def rss(*names: str) -> Answer:
    entries = "".join(
        f"<item><title>{name}</title><guid>{name}</guid><link>https://e.org/{name}</link></item>" for name in names
    )
    content = f"<rss version='2.0'><channel><title>T</title>{entries}</channel></rss>"
    return Answer(content.encode(), {"Content-Type": "application/rss+xml", "ETag": f'"{len(names)}"'})


def json_feed(*names: str) -> Answer:
    items = ",".join(f'{{"id": "{name}", "title": "{name}", "content_text": "{name}"}}' for name in names)
    return Answer(f'{{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{items}]}}'.encode(), {})


@pytest.mark.parametrize("feed", [rss, json_feed], ids=["RSS", "JSON Feed"])
def test_a_feed_brings_each_piece_once(feed: Callable[..., Answer], web: Web, tmp_path: Path) -> None:
    project = a_project(tmp_path, f"{web.url}/feed")
    told = []
    for names in (("one", "two"), ("one", "two"), ("three", "one", "two")):
        web.answers["/feed"] = feed(*names)
        told.append(run(project, "fetch", "--allow-local", "--accessed", "2026-05-04").stdout.rpartition(": ")[2])

    assert told == ["2 new pieces\n", "0 new pieces\n", "1 new piece\n"]
    files = {file.stem: file for file in project.glob("seeds/feeds/*/*") if file.suffix != ".yml"}
    titles = {name: [document.title for document in read_source(file)] for name, file in files.items()}
    assert titles == {"2026-05-04": ["one", "two"], "2026-05-04-2": ["three"]}


def test_what_was_fetched_is_known_without_the_memory(web: Web, tmp_path: Path) -> None:
    project = a_project(tmp_path, f"{web.url}/feed")
    web.answers["/feed"] = rss("one")
    run(project, "fetch", "--allow-local")
    (project / ".digest" / "feeds.json").unlink()
    assert run(project, "fetch", "--allow-local").stdout == f"{web.url}/feed: 0 new pieces\n"


def test_a_feed_that_fails_does_not_stop_the_others(web: Web, tmp_path: Path) -> None:
    web.answers["/feed"], web.answers["/page"] = rss("one"), Answer()
    project = a_project(tmp_path, f"{web.url}/gone", f"{web.url}/page", f"{web.url}/feed")
    done = run(project, "fetch", "--allow-local")
    assert (done.exit_code, done.stdout) == (1, f"{web.url}/feed: 1 new piece\n")
    assert done.stderr == (
        f"{web.url}/gone: the server answers 404 Not Found (try again later, or save it from a browser)\n"
        f"{web.url}/page: no feed, or one without entries (look for a slip in the address)\n"
    )
