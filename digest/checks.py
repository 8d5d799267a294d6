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
    path, mend = document.source.path, f"state it in {document.source.path}.yml"
    notes = []
    if not document.url:
        notes.append(Problem(path, "no address is stated", f"{mend}: url", "no-url"))
    if not document.published:
        notes.append(Problem(path, "no date is stated", f"{mend}: published", "undated"))
    if not (document.rights or document.license):
        notes.append(Problem(path, "no rights are stated", f"{mend}: rights, license", "no-rights"))
    return notes


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
