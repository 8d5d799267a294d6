"""Says why an article's page is as it is: title, summary, terms, links, themes, and what was cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any

from digest.analyze.quotations import tell_speaker_rule
from digest.errors import SourceError
from digest.explain_lines import write_reasons
from digest.folding import fold_text
from digest.markdown.yaml_text import write_yaml
from digest.model import Article, Digest, Theme
from digest.relate.proposals import propose_vocabulary
from digest.relate.weights import count_uses, explain_weights

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
    quotations: list[dict[str, Any]]
    related: list[dict[str, Any]]
    themes: list[dict[str, Any]]
    cut: list[dict[str, Any]]
    chosen: str
    origins: dict[str, str]
    pages: dict[str, int]

    def text(self) -> str:
        """The reasons as lines to read on a terminal."""
        return "\n".join(write_reasons(asdict(self)))


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
            "sentences": [{**asdict(one), "parts": _name_parts(one.parts)} for one in draft.summary],
        },
        terms=_explain_terms(article, digest),
        definitions=[asdict(definition) for definition in draft.definitions],
        quotations=[{**asdict(one), "why": tell_speaker_rule(one, document.blocks)} for one in draft.quotations],
        related=[asdict(related) for related in article.related],
        themes=[_place_in(themes[slug], article) for slug in article.themes],
        cut=[asdict(cut) for cut in document.cut],
        chosen=document.chosen,
        origins={origin.field: origin.where for origin in document.origins},
        pages={start.at: start.page for start in document.pages},
    )


def _explain_terms(article: Article, digest: Digest) -> list[dict[str, Any]]:
    """Each term with how often it stands there, in how many articles, and what its weight is the product of."""
    drafts = [one.draft for one in digest.articles]
    candidates = {candidate.key: candidate for candidate in article.draft.candidates}
    uses, parts = count_uses(drafts), explain_weights(article.draft, drafts)
    return [
        {
            **asdict(term),
            "count": candidates[term.key].count,
            "articles": uses[term.key],
            "written_as_name": candidates[term.key].named,
            "parts": _name_parts(parts[term.key].items()),
        }
        for term in article.terms
    ]


def _name_parts(parts: Iterable[tuple[str, float]]) -> list[dict[str, Any]]:
    return [{"name": name, "worth": round(worth, 3)} for name, worth in parts]


def _place_in(theme: Theme, article: Article) -> dict[str, Any]:
    """A theme with its terms, those that the article shares, and those that it only mentions: why it stands there."""
    held = {fold_text(name) for term in article.terms for name in (term.term, *term.aka)}
    said = {fold_text(name) for one in article.draft.candidates for name in (one.term, *one.aka)} - held
    return {
        "name": theme.name,
        "terms": list(theme.terms),
        "shared": [term for term in theme.terms if fold_text(term) in held],
        "mentioned": [term for term in theme.terms if fold_text(term) in said],
        "articles": len(theme.articles),
    }
