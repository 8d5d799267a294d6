"""The feeds of a library: of the whole, of each theme, of each kind of text, each as Atom, RSS and JSON Feed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from pathlib import PurePosixPath

from digest.config import Settings
from digest.documents import KINDS, Kind
from digest.model import Article, Page
from digest.render.feed_entries import HERE, FeedEntry, latest_day, make_entry, make_id
from digest.render.feed_forms import Feed, write_atom, write_json_feed, write_rss
from digest.render.fingerprint import Keep, make_anew
from digest.render.library import Library, articles_of
from digest.render.site_address import site_address

NEWEST = 50  # entries of the library's feed
NEWEST_OF_PART = 20  # of a theme's or kind's: there are many of those, and each repeats what the first one has
ALL = "all"
FORMS: Mapping[str, tuple[str, Callable[[Feed], str]]] = {
    "atom": (".atom.xml", write_atom),
    "rss": (".rss.xml", write_rss),
    "json": (".json", write_json_feed),
}
KIND_NAMES: Mapping[Kind, str] = {
    "article": "Articles",
    "question": "Questions and answers",
    "summary": "Summaries",
    "link": "Links",
    "note": "Notes",
    "paper": "Papers",
}


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is of: `name` is the stem of its files, `page` the page of docs/ that it stands for."""

    name: str
    title: str
    page: str
    articles: tuple[Article, ...]

    @property
    def paths(self) -> dict[str, str]:
        """The files of its forms in docs/."""
        return {form: f"{HERE}{self.name}{ending}" for form, (ending, _) in FORMS.items()}


def list_channels(library: Library) -> tuple[Channel, ...]:
    """The whole library first, then themes, then kinds; what holds no article has no feed, the whole always has one."""
    return (Channel(ALL, "", "index.md", _newest(library.shown, NEWEST)), *_parts(library))


def _parts(library: Library) -> Iterator[Channel]:
    for theme in library.digest.themes:
        if articles := articles_of(library, theme.articles):
            yield Channel(theme_feed(theme.slug), theme.name, theme.path, _newest(articles, NEWEST_OF_PART))
    for kind in KINDS:
        if articles := tuple(a for a in library.shown if a.draft.document.kind == kind):
            yield Channel(f"kind-{kind}", KIND_NAMES[kind], "archive/index.md", _newest(articles, NEWEST_OF_PART))


def theme_feed(slug: str) -> str:
    """The stem of the files of a theme's feed."""
    return f"theme-{slug}"


def feed_pages(library: Library, *, settings: Settings, keep: Keep = make_anew) -> Iterator[Page]:
    """The files of all feeds; that of a theme which took another name stands under the old one as well."""
    entries: dict[str, FeedEntry] = {}
    for channel in list_channels(library):
        for article in channel.articles:
            if article.path not in entries:
                entries[article.path] = make_entry(article, settings=settings, keep=keep)
        feed = _make_feed(channel, tuple(entries[article.path] for article in channel.articles), settings)
        names = (channel.name, *_former_names(channel, library))
        for ending, write in FORMS.values():
            text = write(feed)
            yield from (Page(f"{HERE}{name}{ending}", text) for name in names)


def _former_names(channel: Channel, library: Library) -> Iterator[str]:
    """The stems under which a theme's subscribers may know its feed."""
    if channel.name.startswith(theme_feed("")):
        for redirect in library.digest.redirects:
            if redirect.to == channel.page:
                yield theme_feed(PurePosixPath(redirect.path).stem)


def _make_feed(channel: Channel, entries: tuple[FeedEntry, ...], settings: Settings) -> Feed:
    address = partial(site_address, settings=settings, file=HERE)
    name = settings.site_name or "Library"
    return Feed(
        id=make_id(f"feed {channel.name}", settings=settings),
        title=f"{channel.title} – {name}" if channel.title else name,
        description=settings.site_description,
        home=address(channel.page),
        addresses={form: address(path) for form, path in channel.paths.items()} if settings.site_url else {},
        entries=entries,
    )


def _newest(articles: Iterable[Article], number: int) -> tuple[Article, ...]:
    """The articles with the latest stated day, those of one day in the order given; undated ones last."""
    ranked = sorted(articles, key=lambda article: latest_day(article) or date.min, reverse=True)
    return tuple(islice(ranked, number))
