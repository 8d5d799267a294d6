"""What a curator says of a file that holds one document or many, joined with what the file itself marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from digest.documents import Document, Sidecar, Source
from digest.errors import SidecarError, SourceError

OF_ONE = ("title", "url", "published", "summary", "aliases")  # no two pieces share these


def check_sidecar(sidecar: Sidecar, documents: Sequence[Document], source: Source) -> None:
    """Raise SidecarError where a sidecar says of many documents what holds for one, SourceError where all are private.

    A private document is not published; where that leaves nothing of a file, the curator has to know.
    """
    where = f"{source.path}.yml"
    if len(documents) > 1:
        for name in OF_ONE:
            if getattr(sidecar, name):
                what = f"{source.path} holds {len(documents)} documents, and this is said of one"
                raise SidecarError(f"{where}: {name}", what, "take it out")
    if sidecar.draft is None and all(document.sidecar.draft for document in documents):
        what = "marked private, or leading nowhere, is all that it holds"
        raise SourceError(source.path, what, f"write `draft: false` in {where} to publish it")


def join_sidecars(own: Sidecar, given: Sidecar) -> Sidecar:
    """What the file marks as the curator's (a note, private) where the sidecar `given` is silent."""
    silent = {field.name for field in fields(Sidecar) if getattr(given, field.name) in (None, (), field.default)}
    return replace(given, **{name: getattr(own, name) for name in silent})
