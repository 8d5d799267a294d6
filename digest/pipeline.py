"""The whole build on one screen: raw sources to drafts, drafts to a digest, a digest to pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from digest.analyze.analyze import analyze_document
from digest.analyze.summarizer import Summarizer
from digest.config import Settings
from digest.documents import Sidecar, Source
from digest.errors import SidecarError, SourceError
from digest.model import Digest, Draft, Page, Problem
from digest.read.reading import Beside, Reader, read_source
from digest.read.sidecar import read_sidecar
from digest.read.vocabulary_file import read_vocabulary
from digest.relate.relate import relate_drafts
from digest.render.cards import Draw
from digest.render.render import Recall, render_digest

Outcome: TypeAlias = "tuple[Draft, ...] | Problem"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build makes: the library as values, and the same as files for docs/."""

    digest: Digest
    pages: tuple[Page, ...]


def draft_source(
    source: Source,
    content: bytes,
    *,
    sidecar: str | None,
    settings: Settings,
    readers: Mapping[str, Reader],
    beside: Beside | None = None,
    summarizer: Summarizer | None = None,
) -> tuple[Draft, ...]:
    """One source, read and analyzed; raises SourceError or SidecarError.

    A source whose sidecar cannot be read is left out whole: the sidecar may withhold its text.
    """
    curated = read_sidecar(sidecar, where=f"{source.path}.yml") if sidecar is not None else Sidecar()
    documents = read_source(content, source, sidecar=curated, readers=readers, beside=beside)
    return tuple(analyze_document(document, settings=settings, summarizer=summarizer) for document in documents)


def build_library(
    outcomes: Iterable[Outcome],
    *,
    settings: Settings,
    templates: Mapping[str, str],
    problems: Sequence[Problem] = (),
    vocabulary: str | None = None,
    draw: Draw | None = None,
    recall: Recall | None = None,
) -> Built:
    """All drafts, related and rendered; the sources that failed stand in the digest as problems.

    Raises ConfigError where the curator's vocabulary cannot be read.
    """
    ruled = read_vocabulary(vocabulary or "", where=settings.vocabulary)
    drafts: list[Draft] = []
    found = list(problems)
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            found.append(outcome)
        else:
            drafts.extend(outcome)
            found.extend(
                Problem(draft.document.source.path, remark.what, remark.mend, "summary")
                for draft in outcome
                for remark in draft.remarks
            )
    digest = relate_drafts(drafts, settings=settings, problems=found, vocabulary=ruled)
    return Built(digest, render_digest(digest, templates=templates, settings=settings, draw=draw, recall=recall))


def problem_of(error: SourceError | SidecarError) -> Problem:
    """An error that costs one source, as a value."""
    kind = "sidecar" if isinstance(error, SidecarError) else "source"
    return Problem(error.where, error.what, error.mend, kind)
