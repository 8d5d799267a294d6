"""What a curator may want to mend in a library that was read well: what is unstated, what is doubled."""

from __future__ import annotations

from digest.model import Article, Digest, Problem


def find_notes(digest: Digest) -> tuple[Problem, ...]:
    """Notes on the articles, in the order of their sources: undated, without address or rights, doubled."""
    notes = [note for article in digest.articles for note in _note_unstated(article)]
    notes += _note_doubles(digest)
    return tuple(sorted(notes, key=lambda note: (note.where, note.kind)))


def _note_unstated(article: Article) -> list[Problem]:
    document = article.draft.document
    missing = {
        "no-url": ("no address is stated", not document.url),
        "undated": ("no date is stated", not document.published),
        "no-rights": ("no rights are stated", not (document.rights or document.license)),
    }
    mend = f"what you know of it goes into {document.source.path}.yml"
    return [Problem(document.source.path, what, mend, kind) for kind, (what, lacks) in missing.items() if lacks]


def _note_doubles(digest: Digest) -> list[Problem]:
    return [
        Problem(
            double.path,
            f"the same piece as {article.draft.document.source.path}: {double.why}",
            "nothing need be done: its page says where else the piece stands",
            "double",
        )
        for article in digest.articles
        for double in article.also_at
    ]
