"""Reads a sidecar: what the curator says of a source, as YAML, checked key by key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from digest.config import nearest_key
from digest.documents import KINDS, RIGHTS, Sidecar, Via
from digest.errors import SidecarError
from digest.markdown.plain_yaml import PlainYamlError, load_plain_yaml

DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ][\d:.+Z-]+)?)?)?")
LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
MEND_TEXT = "put it in quotes"
Check: TypeAlias = Callable[[str, object], Any]
WORDS_FOR = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def read_sidecar(text: str, *, where: str) -> Sidecar:
    """The sidecar's values; raises SidecarError for a key or value that is wrong. An empty sidecar says nothing."""
    return Sidecar(**check_keys(where, load_mapping(where, text), CHECKS))


def load_mapping(where: str, text: str) -> Mapping[str, Any]:
    """A file's keys and values; raises SidecarError where it is no mapping. An empty file has none."""
    try:
        given = load_plain_yaml(text)
    except PlainYamlError as error:
        raise SidecarError(where, str(error), error.mend) from error
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise SidecarError(where, "not a mapping", "write lines such as `title: …`")
    return given


def check_keys(where: str, given: Mapping[str, Any], checks: Mapping[str, Check]) -> dict[str, Any]:
    """The values that are stated, each checked; raises SidecarError for a key or value that is wrong."""
    for key in given:
        if key not in checks:
            near = nearest_key(str(key), set(checks))
            mend = f"did you mean {near}?" if near else f"known: {', '.join(sorted(checks))}"
            raise SidecarError(f"{where}: {key}", "unknown key", mend)
    return {key: checks[key](f"{where}: {key}", value) for key, value in given.items() if value is not None}


def check_text(where: str, value: object) -> str:
    """A text that is not empty."""
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise SidecarError(where, f"{value!r} is not text", MEND_TEXT)


def check_texts(where: str, value: object) -> tuple[str, ...]:
    """A list of texts, or one."""
    if isinstance(value, str):
        return (check_text(where, value),)
    if isinstance(value, list):
        return tuple(check_text(where, one) for one in value)
    raise SidecarError(where, f"{value!r} is not a list of texts", "for example [one, two]")


def _date(where: str, value: object) -> str:
    if type(value) is int and 1000 <= value <= 9999:
        return str(value)
    if isinstance(value, str) and DATE.fullmatch(value.strip()):
        return value.strip()
    raise SidecarError(where, f"{value!r} is not a date", "write it as 2024-12-19, 2024-12 or 2024")


def check_flag(where: str, value: object) -> bool:
    """True or false, in any of the words for them."""
    said = WORDS_FOR.get(str(value).lower())
    if said is None:
        raise SidecarError(where, f"{value!r} is neither true nor false", "write true or false")
    return said


def _url(where: str, value: object) -> str:
    address = check_text(where, value)
    if re.fullmatch(r"https?://[^\s/]+\S*", address, re.IGNORECASE):
        return address
    raise SidecarError(where, f"{value!r} is not a web address", "begin it with https:// or http://")


def _lang(where: str, value: object) -> str:
    if isinstance(value, str) and LANG.fullmatch(value):
        return value
    raise SidecarError(where, f"{value!r} is not a language tag", "for example en, de or pt-BR, in quotes")


def _one_of(known: tuple[str, ...], what: str) -> Callable[[str, object], str]:
    def check(where: str, value: object) -> str:
        if isinstance(value, str) and value in known:
            return value
        raise SidecarError(where, f"{value!r} is not {what}", f"one of {', '.join(known)}")

    return check


def _via(where: str, value: object) -> Via:
    if isinstance(value, str):
        return Via(url=value) if value.startswith(("http://", "https://")) else Via(title=check_text(where, value))
    if not isinstance(value, dict) or not value.keys() <= {"url", "title"}:
        raise SidecarError(where, f"{value!r} is not a finder", "for example {url: https://…, title: …}")
    url, title = value.get("url"), value.get("title")
    return Via(
        url=None if url is None else _url(f"{where}.url", url),
        title=None if title is None else check_text(f"{where}.title", title),
    )


CHECKS: Mapping[str, Check] = {
    "title": check_text,
    "url": _url,
    "authors": check_texts,
    "site": check_text,
    "published": _date,
    "accessed": _date,
    "via": _via,
    "rights": _one_of(RIGHTS, "a kind of rights"),
    "license": check_text,
    "kind": _one_of(KINDS, "a kind of source"),
    "lang": _lang,
    "tags": check_texts,
    "themes": check_texts,
    "note": check_text,
    "summary": check_text,
    "aliases": check_texts,
    "pin": check_flag,
    "draft": check_flag,
    "hide": check_flag,
}
