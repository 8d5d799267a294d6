"""What `digest read` says of files: their documents as Markdown with front matter, or as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from digest.documents import Definition, Document, Quotation
from digest.errors import SidecarError, SourceError
from digest.project import find_seed, read_seed
from digest.sources import SIDECAR_SUFFIX, Seed, find_seeds, is_risky
from digest.workers import TOOK_TOO_MUCH, map_sources


@dataclass(frozen=True, slots=True)
class Report:
    """What one file gave: its documents, or the error that kept it from being read."""

    path: str
    documents: tuple[Document, ...] = ()
    error: str | None = None


def read_paths(paths: Sequence[Path], *, workers: int | None = None) -> list[Report]:
    """Read files, and the sources within folders, in the order given; one that fails does not stop the rest."""
    seeds = [seed for path in paths for seed in _seeds_at(path)]
    return map_sources(_read_seed, seeds, lost=_lost, apart=is_risky, workers=workers)


def _seeds_at(path: Path) -> Iterable[Seed]:
    if path.is_dir():
        return find_seeds(path, root=path.parent)[0]
    source = path.with_name(path.name.removesuffix(SIDECAR_SUFFIX))
    is_sidecar = source != path and source.is_file()
    return () if is_sidecar else (find_seed(path),)


def _read_seed(seed: Seed) -> Report:
    try:
        return Report(seed.path, read_seed(seed))
    except (SourceError, SidecarError) as error:
        return Report(seed.path, error=str(error))


def _lost(seed: Seed) -> Report:
    return Report(seed.path, error=str(SourceError(seed.path, TOOK_TOO_MUCH, "remove it, and report it with the file")))


def show_markdown(report: Report) -> str:
    """The documents of a report as Markdown with front matter."""
    from digest.markdown.front_matter import write_front_matter

    shown = []
    for document in report.documents:
        stated = {key: value for key, value in describe(document).items() if value}
        body = stated.pop("markdown", "")
        shown.append(f"{write_front_matter(stated)}\n{body}")
    return "\n".join(shown)


def show_json(report: Report) -> str:
    """One JSON object a document, each on a line; `{path, error}` where the file could not be read."""
    if report.error is not None:
        return json.dumps({"path": report.path, "error": report.error}, ensure_ascii=False)
    lines = ({"path": report.path, **describe(document)} for document in report.documents)
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)


def describe(document: Document) -> dict[str, Any]:
    """A document in the words of the contract; `markdown` is the body alone."""
    from digest.markdown.writer import write_blocks

    definitions, quotations = _sayings(document)
    return {
        "title": document.title,
        "title_from": document.title_from,
        "markdown": write_blocks(document.blocks),
        "kind": document.kind,
        "deck": document.deck,
        "authors": list(document.authors),
        "site": document.site,
        "url": document.url,
        "published": document.published,
        "lang": document.lang,
        "tags": list(document.tags),
        "via": document.via and asdict(document.via),
        "question": document.question,
        "answer": document.answer,
        "quotations": [asdict(quotation) for quotation in quotations],
        "references": [asdict(reference) for reference in document.references],
        "definitions": [asdict(definition) for definition in definitions],
        "reactions": document.reactions and asdict(document.reactions),
        "cut": [asdict(cut) for cut in document.cut],
        "chosen": document.chosen or None,
        "origins": {origin.field: origin.where for origin in document.origins},
        "pages": {start.at: start.page for start in document.pages},
    }


def _sayings(document: Document) -> tuple[tuple[Definition, ...], tuple[Quotation, ...]]:
    from digest.analyze.aliases import find_aliases
    from digest.analyze.definitions import find_definitions
    from digest.analyze.language import find_language
    from digest.analyze.passages import find_passages
    from digest.analyze.quotations import find_quotations
    from digest.analyze.sentences import find_sentences

    passages = find_passages(document.blocks)
    lang = find_language(document, passages)
    aliases = find_aliases(passages, lang)
    definitions = find_definitions(document, passages, find_sentences(passages), lang=lang, aliases=aliases)
    return definitions, find_quotations(document.blocks, passages)
