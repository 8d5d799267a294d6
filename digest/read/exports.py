"""Reads what reading and bookmark services export as CSV or JSON: every link a document, with all that was saved of it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any

from digest.documents import Document, Source
from digest.errors import SourceError
from digest.read.decode import UNSEEN, decode_text
from digest.read.export_forms import CSV_FORMS, JSON_FORMS, Form, find_form
from digest.read.export_rows import Row, join_rows, read_row
from digest.read.saved_link import make_link

MEND = "readable: exports of Instapaper, linkding, Omnivore, Pinboard, Pocket, Raindrop, Readwise, and lists with a column url"
SEPARATORS = (",", ";", "\t")
LISTED_UNDER = ("results", "bookmarks", "items", "links", "list", "data", "raindrops", "posts")


def read_csv_export(content: bytes, source: Source) -> tuple[Document, ...]:
    """The links of a CSV export, in its order; raises SourceError where no column holds addresses."""
    try:
        rows = tuple(_csv_rows(decode_text(content, where=source.path)))
    except csv.Error as error:
        raise SourceError(
            source.path, f"broken CSV: {error}", "look for a quotation mark that is not closed"
        ) from error
    return _make_links(rows, CSV_FORMS, source)


def read_json_export(content: bytes, source: Source) -> tuple[Document, ...]:
    """The links of a JSON export, in its order; raises SourceError where it is damaged, or of an unknown form."""
    loaded = load_json(decode_text(content, where=source.path), source)
    return _make_links(tuple(_json_rows(loaded)), JSON_FORMS, source)


def load_json(text: str, source: Source) -> Any:
    """What a JSON text holds; raises SourceError where it is damaged."""
    try:
        return _clean(json.loads(text))
    except json.JSONDecodeError as error:
        raise SourceError(
            source.path, f"broken JSON in line {error.lineno}: {error.msg.lower()}", "export it anew"
        ) from error
    except (RecursionError, ValueError) as error:  # a number of thousands of digits is a ValueError
        raise SourceError(source.path, "JSON that no exporter writes", "export it anew") from error


def _clean(loaded: Any) -> Any:
    r"""The same without characters that nobody can see, which JSON can hold as `\u0000`."""
    if isinstance(loaded, str):
        return UNSEEN.sub("", loaded)
    if isinstance(loaded, dict):
        return {_clean(key): _clean(value) for key, value in loaded.items()}
    return [_clean(value) for value in loaded] if isinstance(loaded, list) else loaded


def _make_links(rows: Sequence[Row], forms: tuple[Form, ...], source: Source) -> tuple[Document, ...]:
    form = find_form({column for row in rows[:20] for column in row}, forms)
    if form is None:
        raise SourceError(source.path, "no list of links of a known form", MEND)
    links = (read_row(row, form) for row in rows)
    joined = join_rows(links) if form.by_piece else tuple(links)
    documents = tuple(make_link(link, source) for link in joined if link.url or link.title or link.highlights)
    if not documents:
        raise SourceError(source.path, f"an export of {form.name} without links", "export it anew, or remove it")
    return documents


def _csv_rows(text: str) -> Iterator[Row]:
    """The rows by their columns; what stands beyond the last column is kept under its number."""
    header = text.lstrip("\ufeff\n").partition("\n")[0]
    between = max(SEPARATORS, key=header.count)
    reader = csv.reader(StringIO(text.lstrip("\ufeff\n"), newline=""), delimiter=between)
    columns = [column.strip() for column in next(reader, [])]
    for row in reader:
        names = columns + [f"column {number}" for number in range(len(columns) + 1, len(row) + 1)]
        yield dict(zip(names, row, strict=False))


def _json_rows(loaded: object) -> Iterator[Row]:
    """The mappings in a list, in a list under one of the usual keys, or the one mapping that is all there is."""
    if isinstance(loaded, dict):
        within = next((loaded[key] for key in LISTED_UNDER if isinstance(loaded.get(key), list)), None)
        loaded = [loaded] if within is None else within
    if isinstance(loaded, list):
        yield from (one for one in loaded if isinstance(one, dict))
