"""Brings docs/ up to date with the pages of a build, and leaves alone what a person wrote there."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from digest.errors import PublishError
from digest.model import Page, Problem

MANIFEST = ".digest.json"
SCRATCH = ".digest.tmp"  # each file is written here, then renamed: one name, so that a kill leaves one file at most
SCHEMA = 1
LINK = "a link"  # stands for the hash of a symbolic link, which no build makes


@dataclass(frozen=True, slots=True)
class Manifest:
    """The pages that builds made, path to SHA-256. `before` is what a build was replacing: empty once it is done."""

    pages: Mapping[str, str]
    before: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build will do in docs/, every tuple sorted: `found` are the hashes of the pages that it touches."""

    write: tuple[str, ...]
    delete: tuple[str, ...]
    kept: tuple[Problem, ...]
    pages: Mapping[str, str]
    found: Mapping[str, str]


def write_pages(pages: Sequence[Page], docs: Path) -> tuple[Problem, ...]:
    """Write the pages that changed and delete those that no build makes any more; raises PublishError.

    A page that a person wrote or edited stays, and is named by a Problem of kind `kept`. The manifest names old and
    new bytes before the first page changes, so a build killed at any moment leaves no page that looks like a person's.
    """
    wanted = {page.path: page for page in pages}
    for path in wanted:
        _check_path(path)
    try:
        docs.mkdir(parents=True, exist_ok=True)
        _check_folders(wanted, docs)
        plan = _plan(wanted, read_manifest(docs), docs)
        _carry_out(plan, wanted, docs)
    except OSError as error:
        where = str(error.filename2 or error.filename or docs)
        in_the_way = isinstance(error, FileExistsError | IsADirectoryError | NotADirectoryError)
        mend = "move what stands there" if in_the_way else "make room or give access there"
        raise PublishError(where, f"cannot be written: {error.strerror}", mend) from error
    return plan.kept


def read_generated(docs: Path) -> frozenset[str]:
    """The paths of the pages in docs/ that builds made."""
    return frozenset(read_manifest(docs).pages)


def _content(page: Page) -> bytes:
    return page.text.encode("utf-8", "replace") if page.content is None else page.content


def _check_path(path: str) -> None:
    parts = path.split("/")
    if "\\" in path or any(part.startswith(".") or not part for part in parts) or ":" in parts[0]:
        raise PublishError(path or "a page", "not a place inside docs/", "mend the template or plug-in that names it")


def _check_folders(paths: Iterable[str], docs: Path) -> None:
    folders = {parent for path in paths for parent in PurePosixPath(path).parents}
    for folder in sorted(folders - {PurePosixPath(".")}):
        if (docs / folder).is_symlink():
            raise PublishError(f"{docs.name}/{folder}", "a link, not a folder", "put a folder in its place")


def read_manifest(docs: Path) -> Manifest:
    """The record that the last build left; an empty one where there is none. Raises PublishError where it is broken."""
    where = f"{docs.name}/{MANIFEST}"
    try:
        record = json.loads((docs / MANIFEST).read_text("utf-8"))
        manifest = Manifest(dict(record["pages"]), dict(record.get("before", {})))
        for path in (*manifest.pages, *manifest.before):
            _check_path(path)
    except FileNotFoundError:
        return Manifest({}, {})
    except (ValueError, KeyError, TypeError, AttributeError, PublishError) as error:
        mend = "restore it, or delete it together with the generated pages"
        raise PublishError(where, "not the record that a build wrote", mend) from error
    return manifest


def _plan(wanted: Mapping[str, Page], manifest: Manifest, docs: Path) -> Plan:
    """Sort every page into: to write, to delete, a person's, or good as it is."""
    new = {path: hashlib.sha256(_content(page)).hexdigest() for path, page in wanted.items()}
    paths = sorted({*new, *manifest.pages, *manifest.before})
    found = {path: hash_ for path in paths if (hash_ := _hash_page(docs / path))}
    foreign = {path for path in found if found[path] not in _known(path, manifest, new)}
    ours = [path for path in paths if path not in foreign]
    recorded = {path: manifest.pages.get(path) or manifest.before.get(path) for path in foreign}
    return Plan(
        write=tuple(path for path in ours if path in new and found.get(path) != new[path]),
        delete=tuple(path for path in ours if path in found and path not in new),
        kept=tuple(_kept(docs, path, edited=bool(recorded[path]), wanted=path in new) for path in sorted(foreign)),
        pages={path: hash_ for path in paths if (hash_ := recorded[path] if path in foreign else new.get(path))},
        found=found,
    )


def _hash_page(file: Path) -> str | None:
    if file.is_symlink():
        return LINK
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else None


def _known(path: str, manifest: Manifest, new: Mapping[str, str]) -> set[str | None]:
    return {manifest.pages.get(path), manifest.before.get(path), new.get(path)}


def _kept(docs: Path, path: str, *, edited: bool, wanted: bool) -> Problem:
    what = "kept as you edited it" if edited else "kept as you wrote it"
    if not wanted:
        return Problem(f"{docs.name}/{path}", f"{what}; nothing makes it any more", "delete it if it may go", "kept")
    return Problem(f"{docs.name}/{path}", what, "delete it to get the generated page", "kept")


def _carry_out(plan: Plan, wanted: Mapping[str, Page], docs: Path) -> None:
    scratch = docs / SCRATCH
    scratch.unlink(missing_ok=True)
    before = {path: plan.found[path] for path in (*plan.write, *plan.delete) if path in plan.found}
    try:
        if plan.write or plan.delete:
            _replace(docs / MANIFEST, _manifest_text(plan.pages, before), scratch)
        for path in plan.write:
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            _replace(docs / path, _content(wanted[path]), scratch)
        for path in plan.delete:
            (docs / path).unlink(missing_ok=True)
            _remove_empty(docs / PurePosixPath(path).parent, docs)
        _replace(docs / MANIFEST, _manifest_text(plan.pages, {}), scratch)
    finally:
        scratch.unlink(missing_ok=True)


def _manifest_text(pages: Mapping[str, str], before: Mapping[str, str]) -> bytes:
    record = {"schema": SCHEMA, "pages": pages, **({"before": before} if before else {})}
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _replace(file: Path, content: bytes, scratch: Path) -> None:
    """Put content in a file at one stroke; a file that has it already keeps its time, so no watcher wakes."""
    if file.exists() and file.read_bytes() == content:
        return
    scratch.write_bytes(content)
    os.replace(scratch, file)


def _remove_empty(folder: Path, docs: Path) -> None:
    while folder != docs and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
