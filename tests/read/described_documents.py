"""Documents as a person reads them: their facts as a list, then their text. For golden files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.documents import Document
from digest.markdown.writer import write_blocks

FACTS = (*("kind", "title_from", "url", "published", "accessed", "authors", "site", "lang", "tags", "abstract", "key"),)


def describe_documents(documents: Sequence[Document]) -> str:
    """All documents, one below another."""
    return "\n".join("\n".join((f"# {one.title}", "", *_facts(one), "", write_blocks(one.blocks))) for one in documents)


def _facts(document: Document) -> Iterator[str]:
    yield from (f"- {name}: {value}" for name in FACTS if (value := getattr(document, name)))
    yield from (f"- note: {line}" for line in (document.sidecar.note or "").splitlines() if line)
    yield from ["- not published"] if document.sidecar.draft else []
    yield from (f"- reference: {work.text} {work.url}" for work in document.references)
    yield from (f"- cut: {cut.text} ({cut.why})" for cut in document.cut)
