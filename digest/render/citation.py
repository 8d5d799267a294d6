"""How to cite an article: one line for people, one BibTeX record for programs, from what the source states and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digest.documents import Document
from digest.folding import fold_text
from digest.markdown.slugs import make_slug
from digest.model import Article
from digest.render.wording import full_day, when

CLOSING = frozenset(".?!…")  # signs after which a part of a citation needs no full stop
# Signs that TeX reads as commands.
TEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "{}$&%#_"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\n": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in words, and as BibTeX."""

    words: str
    bibtex: str


def cite_article(article: Article, *, key: str) -> Citation:
    """The citation of the piece that an article stands for, under its key."""
    document = article.draft.document
    return Citation(_in_words(document), _as_bibtex(document, key=key))


def citation_keys(articles: Iterable[Article]) -> Mapping[str, str]:
    """A key for each article, by its path: the second with the same words gets its id behind them."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for article in articles:
        key = _key(article)
        key = f"{key}-{article.id}" if key in taken else key
        taken.add(key)
        keys[article.path] = key
    return keys


def _in_words(document: Document) -> str:
    parts = [
        join_names(document.authors),
        f"“{document.title}”" if document.title_from != "derived" else f"[{document.title}]",
        ", ".join(filter(None, (document.site, when(document.published or "")))),
        document.url or "Source not recorded",
        f"Accessed {when(document.accessed)}" if document.accessed else "",
    ]
    return " ".join(part if part.rstrip("”]")[-1:] in CLOSING else part + "." for part in parts if part)


def join_names(names: tuple[str, ...]) -> str:
    """Names as in a sentence: `A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _as_bibtex(document: Document, *, key: str) -> str:
    day = full_day(document.published)
    fields = {
        "author": " and ".join(document.authors),
        "title": document.title,
        "howpublished": document.site or "",
        "date": day.isoformat() if day else document.published or "",
        "url": document.url or "",
        "urldate": document.accessed or "",
    }
    lines = [f"  {name} = {{{_escape(name, value)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{key},", *lines, "}"])


def _escape(name: str, value: str) -> str:
    if name in {"url", "date", "urldate"}:
        return value.replace("{", "%7B").replace("}", "%7D")  # read letter by letter, so only braces can break it
    return " ".join(value.translate(TEX).split())


def _key(article: Article) -> str:
    """Last name, year and first long word of the title, in ASCII; the article's id where nothing is left."""
    document = article.draft.document
    author = make_slug(document.authors[0]).rpartition("-")[2] if document.authors else ""
    word = next((word for word in make_slug(document.title).split("-") if len(word) > len("that")), "")
    key = author + (document.published or "")[:4] + word
    return "".join(letter for letter in fold_text(key) if letter.isascii() and letter.isalnum()) or article.id
