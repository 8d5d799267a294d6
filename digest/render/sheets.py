"""Which pages a library has, by which template each is made, and what the template is given."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from digest.config import Settings
from digest.folding import fold_text
from digest.model import Article, Entry, Redirect, Term, Theme
from digest.render.cards import card_path, with_cards
from digest.render.citation import cite_article
from digest.render.citation_records import csl_record, ris_record
from digest.render.exports import list_exports
from digest.render.facts import opening
from digest.render.feed_entries import HERE
from digest.render.feeds import list_channels, theme_feed
from digest.render.front_matter import article_front_matter, describe
from digest.render.health import health_sheet
from digest.render.library import (
    Library,
    Place,
    Pointer,
    articles_of,
    home_articles,
    leading_entries,
    leading_themes,
    list_articles,
    point_to,
    widest_themes,
)
from digest.render.links import settle_links
from digest.render.lists import list_sheets, list_years
from digest.render.map import Map, draw_map
from digest.render.map_zoom import zoom_map
from digest.render.meanings import tell_meanings
from digest.render.mentions import Names, index_names, link_mentions, names_for
from digest.render.page_text import page_text
from digest.render.people import Person, find_person
from digest.render.pictures import show_pictures
from digest.render.sheet import LISTING, Filled, Sheet, make_sheet, titled
from digest.render.spellings import other_spellings
from digest.render.summary_panel import make_panel
from digest.render.theme_page import choose_openings, theme_context
from digest.render.timeline import make_timeline
from digest.render.wording import KIND_NAMES

KEY_TERMS = 10  # terms shown on an article's page, strongest first; its front matter has them all
HOME_THEMES = 12
HOME_OPENING = 600  # characters of what the leading article says
HOME_ABOUT = 6  # themes named on the first screen, a phone's too
HOME_TERMS = 18  # terms on the home page: two lines of a wide screen
MANY_ARTICLES = 4  # from here on the term's own page answers a search better than any one article
TERM_BOOST = 4  # twice an article's
WIDE = {"hide": ["navigation", "toc"]}


def plan_sheets(library: Library, *, settings: Settings) -> Iterator[Sheet]:
    """Every page of the library."""
    names = index_names(library.digest.glossary)
    drawn = draw_map(library)
    yield _home(library, settings, drawn)
    cards = {article.path: card_path(article) for article in with_cards(library, settings=settings)}
    for article in library.digest.articles:
        yield _article(article, library, names, card=cards.get(article.path))
    for theme in library.digest.themes:
        yield _theme(theme, library, drawn)
    for entry in library.digest.glossary:
        yield _term(entry, library)
    now = {
        **{theme.path: theme.name for theme in library.digest.themes},
        **{entry.path: entry.term for entry in library.digest.glossary},
    }
    for redirect in library.digest.redirects:
        yield _redirect(redirect, now)
    yield from list_sheets(library)
    yield _subscribe(library)
    yield _map(library, drawn)
    yield make_sheet("reading.md", "reading.md.j2", {**titled("Your reading"), **LISTING}, {})
    yield health_sheet(library)


def _home(library: Library, settings: Settings, drawn: Map | None) -> Sheet:
    title = settings.site_name or "Library"
    themes = leading_themes(library, HOME_THEMES)
    articles = home_articles(library, settings.home_articles)
    years = list_years(library)
    dated = [year for year, *_ in years if year.isdigit()]
    context = {
        "articles": articles,
        "opening": opening(articles[0], HOME_OPENING) if articles else "",
        "themes": themes,
        "about": widest_themes(library, HOME_ABOUT),
        "openings": choose_openings(themes, library),
        "terms": leading_entries(library, HOME_TERMS),
        "years": years,
        "span": (dated[-1], dated[0]) if dated else None,
        "map": drawn,
        "title": title,
        "description": settings.site_description,
    }
    described = {"description": describe(settings.site_description)} if settings.site_description else {}
    return make_sheet(
        "index.md", "home.md.j2", {**titled(title, library=title), **described, **WIDE, **LISTING}, context
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that an article's page is made from: the article, and what it needs to know of other pages.

    `names` are those of glossary terms that its text may mention; `authors`, `terms` and `themes` lead to their pages, if
    they have one; `places` are its own in themes, `key` that in bibliographies, `card` the path of its picture.
    """

    article: Article
    names: Names
    authors: tuple[tuple[str, Pointer | None], ...]
    terms: tuple[tuple[Term, Pointer | None], ...]
    themes: tuple[Pointer, ...]
    places: tuple[Place, ...]
    key: str
    card: str | None


def _article(article: Article, library: Library, names: Names, *, card: str | None) -> Sheet:
    document = article.draft.document
    themes = (library.by_slug[slug] for slug in article.themes if slug in library.by_slug)
    shown = _Shown(
        article,
        names_for(document.blocks, names, page=article.path),
        authors=tuple((name, _point(find_person(library.people, name))) for name in document.authors),
        terms=tuple((term, _point(_find_page(term, library))) for term in article.terms[:KEY_TERMS]),
        themes=tuple(map(point_to, themes)),
        places=library.places.get(article.path, ()),
        key=library.cited_as[article.path],
        card=card,
    )
    return Sheet(article.path, "article.md.j2", shown, _fill_article)


def _find_page(term: Term, library: Library) -> Person | Entry | None:
    """The page of a term; of a person without one, their place among the people."""
    person = find_person(library.people, term.term) if term.kind == "person" else None
    return library.by_key.get(term.key) or person


def _point(found: Person | Entry | None) -> Pointer | None:
    return point_to(found) if found else None


def _fill_article(shown: _Shown) -> Filled:
    article, document = shown.article, shown.article.draft.document
    body = settle_links(show_pictures(document, page=article.path), base=document.url or "")
    context = {
        "article": article,
        "draft": article.draft,
        "document": document,
        "body": link_mentions(body, shown.names, page=article.path),
        "authors": shown.authors,
        "summary": make_panel(article.draft),
        "terms": tuple(one for one in shown.terms if not one[0].kind),
        "names": tuple(one for one in shown.terms if one[0].kind),
        "themes": shown.themes,
        "places": shown.places,
        "cut": sorted(Counter(cut.why for cut in document.cut).items()),
        **_citations(article, key=shown.key),
        "meanings": tuple(tell_meanings(article.draft)),
        "spellings": (*_unshown_terms(article), *other_spellings(page_text(article))),
    }
    return Filled(article_front_matter(article, card=shown.card), context)


def _citations(article: Article, *, key: str) -> dict[str, Any]:
    """The citation in words and as BibTeX, and the other records that reference managers take."""
    csl = json.dumps([csl_record(article, key=key)], ensure_ascii=False, indent=2)
    return {"citation": cite_article(article, key=key), "ris": ris_record(article, key=key), "csl": csl}


def _unshown_terms(article: Article) -> tuple[str, ...]:
    """The key terms that the page does not list, and their other names: search favours what stands near the title."""
    return tuple(name for term in article.terms[KEY_TERMS:] for name in (term.term, *term.aka))


def _theme(theme: Theme, library: Library, drawn: Map | None) -> Sheet:
    articles = [
        {"title": article.draft.document.title, "path": article.path}
        for article in articles_of(library, theme.articles)
    ]
    told = {
        "theme": theme.name,
        "about": list(theme.terms),
        "articles": articles,
        "feed": HERE + theme_feed(theme.slug),
    }
    context = {**theme_context(theme, library), "map": zoom_map(drawn, theme.slug) if drawn else None}
    return make_sheet(theme.path, "theme.md.j2", titled(theme.name, **told), context)


def _redirect(redirect: Redirect, names: Mapping[str, str]) -> Sheet:
    moved = {"from": PurePosixPath(redirect.path).stem, "to": PurePosixPath(redirect.to).stem}
    front_matter = {**titled(redirect.name, moved=moved), **LISTING, "robots": "noindex"}
    return make_sheet(redirect.path, "redirect.md.j2", front_matter, {"redirect": redirect, "now": names[redirect.to]})


def _term(entry: Entry, library: Library) -> Sheet:
    spelled_out = {fold_text(given.definition.text).rstrip(".") for given in entry.definitions}
    context = {
        "entry": entry,
        "also": tuple(name for name in entry.aka if fold_text(name) not in spelled_out),
        "articles": list_articles(library, entry.articles),
        "neighbours": tuple(point_to(library.by_key[key]) for key in entry.neighbours if key in library.by_key),
        "kind": KIND_NAMES[entry.kind] if entry.kind else None,
        "person": _point(find_person(library.people, entry.term)) if entry.kind == "person" else None,
    }
    shown = "\n".join([entry.term, *entry.aka, *(said.text for said in entry.context)])
    boost = {"search": {"boost": TERM_BOOST}} if len(entry.articles) >= MANY_ARTICLES else {}
    definition = next((given.definition.text for given in entry.definitions), entry.about)
    front_matter = {**titled(entry.term, term=entry.term, aka=list(entry.aka), definition=definition), **boost}
    return make_sheet(entry.path, "term.md.j2", front_matter, {**context, "spellings": other_spellings(shown)})


def _map(library: Library, drawn: Map | None) -> Sheet:
    context = {"map": drawn, "timeline": make_timeline(list_years(library))}
    return make_sheet("map.md", "map.md.j2", {**titled("Map"), **WIDE, **LISTING}, context)


def _subscribe(library: Library) -> Sheet:
    context = {"channels": list_channels(library), "exports": list_exports(library)}
    return make_sheet("subscribe.md", "subscribe.md.j2", {**titled("Subscribe"), **LISTING}, context)
