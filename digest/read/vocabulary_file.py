"""Reads the vocabulary file: what the curator decides of themes and terms, as YAML, checked key by key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from digest.documents import TERM_KINDS, Ruling, Vocabulary
from digest.errors import ConfigError, SidecarError
from digest.folding import fold_text
from digest.markdown.slugs import make_slug
from digest.read.sidecar import Check, check_flag, check_keys, check_text, check_texts, load_mapping


def read_vocabulary(text: str, *, where: str) -> Vocabulary:
    """The decisions, in the order of the file; raises ConfigError for a key or value that is wrong."""
    parts: Mapping[str, Check] = {
        "themes": partial(_read_rulings, checks=THEME),
        "terms": partial(_read_rulings, checks=TERM),
    }
    try:
        return Vocabulary(**check_keys(where, load_mapping(where, text), parts))
    except SidecarError as error:
        raise ConfigError(error.where, error.what, error.mend) from error


def _read_rulings(where: str, value: object, *, checks: Mapping[str, Check]) -> tuple[Ruling, ...]:
    if not isinstance(value, list):
        raise SidecarError(where, "not a list", "begin each entry with `- name: …`")
    rulings = tuple(_read_ruling(f"{where}: {number}", one, checks) for number, one in enumerate(value, 1))
    owners: dict[str, Ruling] = {}
    for ruling in rulings:
        for name in (ruling.name, *ruling.merge):
            other = owners.setdefault(fold_text(name), ruling)
            if other is not ruling:
                raise SidecarError(
                    f"{where}: {ruling.name}", f"{name} stands under {other.name} already", "name it once"
                )
    return rulings


def _read_ruling(where: str, value: object, checks: Mapping[str, Check]) -> Ruling:
    if not isinstance(value, dict):
        raise SidecarError(where, f"{value!r} is not an entry", "write `- name: …`")
    given: dict[str, Any] = check_keys(where, value, checks)
    if "name" not in given:
        raise SidecarError(where, "has no name", "write `- name: …`")
    return Ruling(**given)


def _slug(where: str, value: object) -> str:
    slug = check_text(where, value)
    if slug != make_slug(slug):
        raise SidecarError(where, f"{slug!r} is not an address", f"for example {make_slug(slug) or 'soil-carbon'}")
    return slug


def _kind(where: str, value: object) -> str:
    known = ("concept", *TERM_KINDS)
    if value not in known:
        raise SidecarError(where, f"{value!r} is not a kind of term", f"one of {', '.join(known)}")
    return str(value)


BOTH: Mapping[str, Check] = {
    "name": check_text,
    "about": check_text,
    "merge": check_texts,
    "pin": check_flag,
    "hide": check_flag,
}
TERM: Mapping[str, Check] = {**BOTH, "kind": _kind}
THEME: Mapping[str, Check] = {**BOTH, "slug": _slug, "terms": check_texts, "articles": check_texts}
