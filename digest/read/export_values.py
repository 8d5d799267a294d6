"""A value out of an export, as what its column means: tags, names, marked passages, yes or no."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from digest.read.saved_link import Highlight

MARKED = re.compile(r"(?:^|\n)\s*Highlight:[ \t]*")
BESIDE = re.compile(r"\n\s*(Note|Color|Tags|Created):[ \t]*")
TEXT_KEYS = ("text", "quote", "highlight", "content")
NOTE_KEYS = ("note", "annotation", "comment")
NAMES = ("name", "tag", "label", "title")  # what a tag that is a mapping is called by
SAYS_NOTHING = frozenset({"", "false", "null", "none", "[]", "{}"})
YES, NO = frozenset({"1", "true", "yes", "private"}), frozenset({"0", "false", "no"})


def says_nothing(value: object) -> bool:
    """Whether a value is what an export writes where there is none: empty, or false."""
    return str(value).strip().lower() in SAYS_NOTHING


def is_yes(value: object) -> bool:
    """Whether a flag is set, however it is written."""
    return str(value).strip().lower() in YES


def is_no(value: object) -> bool:
    """Whether a flag is plainly not set, however it is written."""
    return str(value).strip().lower() in NO


def write_value(value: object) -> str:
    """A value as text: text as it is, a number, else JSON."""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def read_words(value: object) -> str:
    """The text of a value that should be text; empty for a list or mapping."""
    return write_value(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def read_names(value: object, *, between: str) -> tuple[str, ...]:
    """The names in a list, in a text with separators, or in a list written as text: `["one", "two"]`."""
    if isinstance(value, str):
        value = _listed(value) or value.split(between)
    if not isinstance(value, list):
        return ()
    names = (name.strip().removeprefix("#") for one in value if (name := _name(one)))
    return tuple(dict.fromkeys(name for name in names if name))


def _listed(text: str) -> list[str] | None:
    """The parts of `["one", "two"]` or `['one', 'two']`; None for a text of another form."""
    bare = text.strip()
    if not (bare.startswith("[") and bare.endswith("]")):
        return None
    try:
        loaded = json.loads(bare)
    except ValueError:
        return [part.strip().strip("'\"") for part in bare[1:-1].split(",")]
    except RecursionError:
        return None
    return [name for one in loaded if (name := _name(one))]


def _name(value: object) -> str:
    if isinstance(value, Mapping):
        value = next((value[key] for key in NAMES if value.get(key)), "")
    return read_words(value)


def read_highlights(value: object) -> tuple[tuple[Highlight, ...], tuple[str, ...]]:
    """The marked passages of a value, and what else is said of them (`color: yellow`)."""
    found = tuple(_highlights_in_text(value) if isinstance(value, str) else _highlights_in_list(value))
    return tuple(highlight for highlight, _ in found), tuple(fact for _, facts in found for fact in facts)


def _highlights_in_text(text: str) -> Iterator[tuple[Highlight, tuple[str, ...]]]:
    """Passages behind `Highlight:`, each with its `Note:`; a text without that label is one passage."""
    for passage in filter(None, map(str.strip, MARKED.split(text))):
        words, *others = BESIDE.split(passage)
        beside = [(label, said.strip()) for label, said in zip(others[::2], others[1::2], strict=True) if said.strip()]
        note = "\n\n".join(said for label, said in beside if label == "Note")
        yield Highlight(words.strip(), note), tuple(f"{label}: {said}" for label, said in beside if label != "Note")


def _highlights_in_list(value: object) -> Iterator[tuple[Highlight, tuple[str, ...]]]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one.strip():
            yield Highlight(one.strip()), ()
        elif isinstance(one, Mapping):
            yield _highlight_of(one)


def _highlight_of(mark: Mapping[str, Any]) -> tuple[Highlight, tuple[str, ...]]:
    text_key = next((key for key in TEXT_KEYS if read_words(mark.get(key))), "")
    note_key = next((key for key in NOTE_KEYS if read_words(mark.get(key))), "")
    facts = tuple(
        f"{key}: {write_value(fact)}"
        for key, fact in mark.items()
        if key not in (text_key, note_key) and not says_nothing(fact)
    )
    return Highlight(read_words(mark.get(text_key)), read_words(mark.get(note_key))), facts
