"""What a curator may want to mend in a library that was read well: what is unstated, what is doubled."""

from __future__ import annotations

from digest.model import Article, Digest, HeldBack, Problem


def find_notes(digest: Digest) -> tuple[Problem, ...]:
    """Notes on the articles, in the order of their sources: undated, without address or rights, doubled, not published."""
    notes = [note for article in digest.articles for note in _note_unstated(article)]
    notes += _note_doubles(digest)
    notes += _note_drafts(digest)
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


def _note_drafts(digest: Digest) -> list[Problem]:
    return [
        Problem(held.path, _say_drafts(held), f"to publish all of it, write `draft: false` in {held.path}.yml", "draft")
        for held in digest.held_back
    ]


def _say_drafts(held: HeldBack) -> str:
    if held.documents == 1:
        return "a draft, not published"
    verb = "is a draft" if held.drafts == 1 else "are drafts"
    return f"{held.drafts} of its {held.documents} documents {verb}, not published"
