"""A page's HTML, recalled where all that makes it is as it was: MkDocs would parse the Markdown of every page in every build.

What MkDocs makes of a page depends on its text, its address, the configuration, the code, and on what the page asks of
the other files: whether one stands where a link leads, and at which address. So these questions are noted and asked again.
"""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from digest.cache import Cache, name_key, pack_text, unpack_text
from digest.publish.known import is_known, tell_settings
from digest.publish.quotations import frame_quotations
from digest.versions import hash_drawing

HTML = "html"  # tells the keys of pages' HTML from those of other values
Render = Callable[[MkDocsConfig, Files], None]
VOICE = logging.getLogger("mkdocs.structure.pages")  # where MkDocs warns of links


@dataclass(frozen=True, slots=True)
class Html:
    """What MkDocs makes of a page's Markdown, in the values that JSON has.

    `asked` are the files that it asked for, `answers` a hash of what stood there; `said` are levels and warnings.
    """

    content: str
    title: str | None
    contents: list[dict[str, Any]]  # the headings, as `get_toc` takes them
    anchors: list[str]
    links: list[tuple[str, dict[str, str]]]  # to anchors: the page, and its anchors with the link as written
    asked: list[str]
    answers: str
    said: list[tuple[int, str]]


def recall_html(page: Page, cache: Cache) -> Page:
    """The page, whose `render` asks the cache first, and frames quotations: the same HTML and warnings either way."""
    vars(page)["render"] = partial(_render, page, page.render, cache=cache)
    return page


def _render(page: Page, make: Render, config: MkDocsConfig, files: Files, *, cache: Cache) -> None:
    key = _name(page, config) if cache.is_open and getattr(make, "__func__", None) is Page.render else ""
    if key:
        html = _find(key, files, cache) or _make(key, page, config, files, cache)
        _lay_in(html, page, files)
    else:
        make(config, files)
    page.content = frame_quotations(page.content or "")


def _name(page: Page, config: MkDocsConfig) -> str:
    """The key of a page's HTML, all but the answers; empty where something unknown has a part in it."""
    if not is_known(plugins=config.plugins, extensions=config.markdown_extensions):
        return ""
    if VOICE.getEffectiveLevel() <= logging.DEBUG:  # MkDocs then notes no links to anchors
        return ""
    links = dict(config.validation.links)
    told = tell_settings(config.markdown_extensions, config.mdx_configs, links, config.use_directory_urls)
    return name_key([HTML, hash_drawing(), told, _tell_file(page.file), page.markdown]) if told else ""


def _find(key: str, files: Files, cache: Cache) -> Html | None:
    """The HTML that was remembered, if all files that it asked for answer as they did."""
    packed = cache.find(key)
    if packed is None:
        return None
    html = Html(**json.loads(unpack_text(packed)))
    return html if _hash_answers(html.asked, files) == html.answers else None


def _hash_answers(asked: Sequence[str], files: Files) -> str:
    found = (files.get_file_from_path(path) for path in asked)
    return name_key([file and _tell_file(file) for file in found])


def _tell_file(file: File) -> list[object]:
    left_out = file.inclusion.is_excluded()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    return [file.src_uri, file.url, left_out]


def _make(key: str, page: Page, config: MkDocsConfig, files: Files, cache: Cache) -> Html:
    """The HTML as MkDocs makes it, remembered unless something unforeseen was asked or said."""
    asking = _Asking(files)
    with _listening() as heard:
        Page.render(page, config, asking)  # type: ignore[arg-type]  # it asks for paths alone, the rest is passed on
    links = [(file.src_uri, anchors) for file, anchors in (page.links_to_anchors or {}).items()]
    html = Html(
        page.content or "",
        page._title_from_render,
        list_headings(page.toc),
        sorted(page.present_anchor_ids or ()),
        links,
        asked := sorted(asking.paths),
        _hash_answers(asked, files),
        heard.said,
    )
    if not asking.unforeseen and not heard.unforeseen:
        cache.keep([(key, pack_text(json.dumps(asdict(html))))])
    return html


def list_headings(links: Iterable[AnchorLink]) -> list[dict[str, Any]]:
    """A page's headings, as `get_toc` takes them."""
    return [
        {"name": link.title, "id": link.id, "level": link.level, "children": list_headings(link.children)}
        for link in links
    ]


def _lay_in(html: Html, page: Page, files: Files) -> None:
    """Leave the page as MkDocs' own `render` does, and say what it says."""
    own = page.file
    linked = [(own if path == own.src_uri else files.get_file_from_path(path), anchors) for path, anchors in html.links]
    page.content, page._title_from_render = html.content, html.title
    page.toc = get_toc(html.contents)  # type: ignore[arg-type]  # MkDocs' typed dict is private
    page.present_anchor_ids = set(html.anchors)
    page.links_to_anchors = {file: anchors for file, anchors in linked if file}
    for level, message in html.said:
        VOICE.log(level, message)


class _Asking:
    """MkDocs' files for one page, with a note of what it asks for."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.paths: set[str] = set()
        self.unforeseen = False

    def get_file_from_path(self, path: str) -> File | None:
        self.paths.add(path)
        return self.files.get_file_from_path(path)

    def __getattr__(self, name: str) -> Any:
        self.unforeseen = True
        return getattr(self.files, name)


@dataclass(slots=True)
class _Heard:
    """What MkDocs said of a page, held back to be said when it is laid in; and whether anything else spoke."""

    said: list[tuple[int, str]] = field(default_factory=list)
    unforeseen: bool = False

    def hold(self, record: logging.LogRecord) -> bool:
        self.said.append((record.levelno, record.getMessage()))
        return False


@contextmanager
def _listening() -> Iterator[_Heard]:
    """Hear all that is said, however quiet MkDocs was told to be."""
    heard = _Heard()
    level, make_record, show_warning = VOICE.level, logging.getLogRecordFactory(), warnings.showwarning

    def note_record(name: str, *rest: Any, **named: Any) -> logging.LogRecord:
        heard.unforeseen |= name != VOICE.name
        return make_record(name, *rest, **named)

    def note_warning(*rest: Any, **named: Any) -> None:
        heard.unforeseen = True
        show_warning(*rest, **named)

    VOICE.addFilter(heard.hold)
    VOICE.setLevel(logging.INFO)
    logging.setLogRecordFactory(note_record)
    warnings.showwarning = note_warning
    try:
        yield heard
    finally:
        VOICE.removeFilter(heard.hold)
        VOICE.setLevel(level)
        logging.setLogRecordFactory(make_record)
        warnings.showwarning = show_warning
