"""Says why an article's page is as it is: title, summary, terms, links, themes, and what was cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any

from digest.errors import SourceError
from digest.folding import fold_text
from digest.markdown.yaml_text import write_yaml
from digest.model import Article, Digest, Theme
from digest.relate.proposals import propose_vocabulary

TITLE_FROM = {
    "stated": "the source states it",
    "derived": "derived: the source states none",
    "curator": "the curator states it",
}
SUMMARY_BY = {
    "machine": "sentences copied from the text",
    "source": "the source's own words",
    "curator": "the curator's words",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """The reasons behind one article, ready to be printed or made JSON."""

    article: str
    source: str
    title: dict[str, Any]
    summary: dict[str, Any]
    terms: list[dict[str, Any]]
    definitions: list[dict[str, Any]]
    related: list[dict[str, Any]]
    themes: list[dict[str, Any]]
    cut: list[dict[str, Any]]
    chosen: str
    origins: dict[str, str]
    pages: dict[str, int]

    def text(self) -> str:
        """The reasons as lines to read on a terminal."""
        return "\n".join(_lines(self))


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the machine proposes for the vocabulary file, in its form."""

    themes: list[dict[str, Any]]
    terms: list[dict[str, Any]]

    def text(self) -> str:
        """The proposals as lines of such a file."""
        return write_yaml(asdict(self)).rstrip()


def explain_path(path: str, digest: Digest, *, vocabulary: str) -> Explained | Proposed:
    """The reasons behind an article; for the name of the vocabulary file, what could stand there."""
    if PurePosixPath(path).name == PurePosixPath(vocabulary).name:
        return Proposed(**propose_vocabulary(digest))
    return explain_article(find_article(digest, path), digest)


def find_article(digest: Digest, path: str) -> Article:
    """The article that a person means by the path of its source, its page, or the name of either."""
    wanted = PurePosixPath(path)
    for article in digest.articles:
        names = (article.draft.document.source.path, article.path, f"docs/{article.path}")
        if any(path == name or wanted.name == PurePosixPath(name).name or path.endswith(f"/{name}") for name in names):
            return article
    failed = next((str(problem) for problem in digest.problems if PurePosixPath(problem.where).name == wanted.name), "")
    raise SourceError(
        path, "no article is made from it", failed or "name a file in seeds/, or a page in docs/articles/"
    )


def explain_article(article: Article, digest: Digest) -> Explained:
    """Everything that is known of why the article's page is as it is."""
    draft, document = article.draft, article.draft.document
    themes = {theme.slug: theme for theme in digest.themes}
    return Explained(
        article=article.path,
        source=document.source.path,
        title={"text": document.title, "why": TITLE_FROM[document.title_from]},
        summary={
            "by": SUMMARY_BY.get(draft.summary_by, draft.summary_by),
            "sentences": [asdict(sentence) for sentence in draft.summary],
        },
        terms=[asdict(term) for term in article.terms],
        definitions=[asdict(definition) for definition in draft.definitions],
        related=[asdict(related) for related in article.related],
        themes=[_place_in(themes[slug], article) for slug in article.themes],
        cut=[asdict(cut) for cut in document.cut],
        chosen=document.chosen,
        origins={origin.field: origin.where for origin in document.origins},
        pages={start.at: start.page for start in document.pages},
    )


def _place_in(theme: Theme, article: Article) -> dict[str, Any]:
    """A theme with its terms, and those that the article shares: why it stands there."""
    held = {fold_text(name) for term in article.terms for name in (term.term, *term.aka)}
    shared = [term for term in theme.terms if fold_text(term) in held]
    return {"name": theme.name, "terms": list(theme.terms), "shared": shared, "articles": len(theme.articles)}


def _theme(theme: dict[str, Any]) -> str:
    why = f"it shares {', '.join(theme['shared'])}" if theme["shared"] else "its words are near those of the others"
    return f"{theme['name']} ({theme['articles']} articles): {why}"


def _lines(explained: Explained) -> Iterator[str]:
    yield f"{explained.article}  from  {explained.source}"
    yield from _part("Where it comes from", [f"{name}: {where}" for name, where in explained.origins.items()])
    if explained.pages:
        yield from _part("Pages", [", ".join(f"{page} from {at}" for at, page in explained.pages.items())])
    if explained.chosen:
        yield from _part("Content", [explained.chosen])
    yield from _part("Title", [f"{explained.title['text']}  ({explained.title['why']})"])
    sentences = [f"{each['text']}  ({_place(each)})" for each in explained.summary["sentences"]]
    yield from _part(f"Summary: {explained.summary['by']}", sentences)
    yield from _part("Key terms", [_term(term) for term in explained.terms])
    yield from _part("Definitions", [_definition(each) for each in explained.definitions])
    yield from _part("Related", [f"{each['score']:.2f}  {each['title']}: {each['why']}" for each in explained.related])
    yield from _part("Themes", [_theme(theme) for theme in explained.themes])
    yield from _part("Cut", [f"{cut['text']!r}: {cut['why']}" for cut in explained.cut])


def _part(name: str, lines: list[str]) -> Iterator[str]:
    yield f"\n{name}" + ("" if lines else ": none")
    yield from (f"  {line}" for line in lines)


def _place(sentence: dict[str, Any]) -> str:
    return ", ".join(part for part in (sentence["at"], sentence["why"]) if part)


def _term(term: dict[str, Any]) -> str:
    return f"{term['weight']:.2f}  {term['term']}" + (f"  (also {', '.join(term['aka'])})" if term["aka"] else "")


def _definition(definition: dict[str, Any]) -> str:
    remark = f"{definition['status']}: {definition['why']}" if definition["why"] else definition["status"]
    return f"{definition['term'] or 'no term'}: {definition['text']}  ({remark}; {definition['at']})"
