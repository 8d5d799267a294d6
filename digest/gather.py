"""Puts what a person asks for into seeds/: a copy of a file, a page, the new entries of feeds; nothing is overwritten."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from digest.errors import SourceError
from digest.fetch import Fetched, fetch_url
from digest.sources import SIDECAR_SUFFIX, add_seed, free_path

ENDINGS = {
    "application/atom+xml": ".xml",
    "application/epub+zip": ".epub",
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/rss+xml": ".xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/xhtml+xml": ".xhtml",
    "application/xml": ".xml",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "text/xml": ".xml",
}
UNTOLD = ("", "application/octet-stream", "binary/octet-stream")  # what servers say where they do not know
FEEDS = "feeds"  # the folder in seeds/ that holds what feeds brought
MEMORY = "feeds.json"  # in .digest/: how to ask each feed whether it changed
MAX_NAME = 80  # characters

FETCHED = "# As it was fetched. What is known of it better goes here.\n"


def add_to_seeds(named: str, folder: Path, *, accessed: str, local: bool = False) -> Path:
    """A file copied, or a page fetched, into the folder of sources, with its sidecar. Gives the new path."""
    if not is_address(named):
        return add_seed(Path(named), folder, accessed=accessed)
    fetched = fetch_url(named, local=local)
    if fetched is None:
        raise SourceError(named, "the server sends no page", "try again later")
    return keep_page(fetched, folder, accessed=accessed)


def is_address(named: str) -> bool:
    """Whether a person means a page on the web, and no file."""
    return named.lower().startswith(("http://", "https://"))


def keep_page(fetched: Fetched, folder: Path, *, accessed: str) -> Path:
    """A page as a source, under its address; how much of it is published is an excerpt, unless the curator says more."""
    from digest.markdown.slugs import make_slug
    from digest.read.page_address import clean_url
    from digest.read.saved_link import name_address

    url = clean_url(fetched.url)
    name = make_slug(name_address(url))[:MAX_NAME].strip("-") or "page"
    stated = {"url": url, "accessed": accessed, "rights": "excerpt"}
    return _keep(fetched.content, folder, name, _ending_of(fetched), stated)


def _ending_of(fetched: Fetched) -> str:
    from digest.read.media import guess_media_type

    said = fetched.media_type
    if said in UNTOLD:
        said = guess_media_type(urlsplit(fetched.url).path, fetched.content)
    if said not in ENDINGS:
        raise SourceError(fetched.url, f"no text but {said}", "name a page, a paper or a feed")
    return ENDINGS[said]


def _keep(content: bytes, folder: Path, name: str, ending: str, stated: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    target = free_path(folder / f"{name}{ending}")
    target.write_bytes(content)
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in stated.items())
    target.with_name(target.name + SIDECAR_SUFFIX).write_text(FETCHED + "".join(lines), "utf-8")
    return target


def poll_feeds(
    urls: Sequence[str], seeds: Path, workshop: Path, *, accessed: str, local: bool = False,
    failed: Callable[[SourceError], None],
) -> dict[str, int]:  # fmt: skip
    """Ask every feed what is new, and keep that in seeds/feeds/; gives how many entries each brought.

    A feed that cannot be fetched is told to `failed`, and the others go on.
    """
    asked = _recall(workshop / MEMORY)
    brought: dict[str, int] = {}
    for url in urls:
        try:
            fetched = fetch_url(url, local=local, unless=asked.get(url))
            brought[url] = _keep_new(fetched, url, seeds, accessed=accessed) if fetched else 0
        except SourceError as error:
            failed(error)
            continue
        if fetched:
            asked[url] = dict(fetched.asked_again)
    workshop.mkdir(parents=True, exist_ok=True)
    (workshop / MEMORY).write_text(json.dumps(asked, indent=1, sort_keys=True), "utf-8")
    return brought


def _recall(memory: Path) -> dict[str, dict[str, str]]:
    """How to ask each feed again; nothing where that is not known, and then each is asked for all that it has."""
    with suppress(OSError, ValueError):
        known = json.loads(memory.read_text("utf-8"))
        if isinstance(known, dict):
            return {str(url): dict(headers) for url, headers in known.items() if isinstance(headers, dict)}
    return {}


def _keep_new(fetched: Fetched, url: str, seeds: Path, *, accessed: str) -> int:
    """Keep the entries that no file of this feed holds yet, as one file."""
    from digest.markdown.slugs import make_slug
    from digest.read.feed_new import find_marks, keep_new
    from digest.read.saved_link import name_address

    folder = seeds / FEEDS / (make_slug(name_address(url))[:MAX_NAME].strip("-") or "feed")
    before = (file.read_bytes() for file in sorted(folder.glob("*")) if file.suffix in (".xml", ".json"))
    known = frozenset(mark for content in before for mark in find_marks(content))
    if not find_marks(fetched.content):
        raise SourceError(url, "no feed, or one without entries", "look for a slip in the address")
    content, number = keep_new(fetched.content, known)
    if number:
        ending = ".json" if content.lstrip()[:1] == b"{" else ".xml"
        _keep(content, folder, accessed, ending, {"accessed": accessed, "rights": "excerpt"})
    return number
