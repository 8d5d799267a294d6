"""The entries of a feed that were not there before, as a feed of their own."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from lxml import etree

NAMES = ("item", "entry")
MARKS = ("guid", "id", "link")  # what an entry is known by, the surest first


def find_marks(content: bytes) -> frozenset[str]:
    """What the entries of a feed are known by; nothing for what is no feed."""
    loaded = _load_json(content)
    if loaded is not None:
        return frozenset(filter(None, map(_mark_of_item, loaded["items"])))
    root = _parse(content)
    return frozenset(filter(None, map(_mark_of, _entries(root)))) if root is not None else frozenset()


def keep_new(content: bytes, known: Collection[str]) -> tuple[bytes, int]:
    """The feed without the entries that are known, and how many are left; those without a mark are taken for new."""
    loaded = _load_json(content)
    if loaded is not None:
        items = [item for item in loaded["items"] if _mark_of_item(item) not in known]
        return json.dumps({**loaded, "items": items}, ensure_ascii=False, indent=1).encode(), len(items)
    root = _parse(content)
    if root is None:
        return content, 0
    entries = _entries(root)
    old = [entry for entry in entries if _mark_of(entry) in known]
    for entry in old:
        entry.getparent().remove(entry)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return written, len(entries) - len(old)


def _load_json(content: bytes) -> dict[str, Any] | None:
    try:
        loaded = json.loads(content) if content.lstrip()[:1] == b"{" else None
    except (ValueError, RecursionError):
        return None
    return loaded if isinstance(loaded, dict) and isinstance(loaded.get("items"), list) else None


def _mark_of_item(item: object) -> str:
    return str(item.get("id") or item.get("url") or "") if isinstance(item, dict) else ""


def _parse(content: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _entries(root: Any) -> list[Any]:
    return [element for element in root.iter("{*}item", "{*}entry", *NAMES) if element.getparent() is not None]


def _mark_of(entry: Any) -> str:
    said = {etree.QName(child).localname: child for child in reversed(entry) if isinstance(child.tag, str)}
    found = (_words(said[name]) for name in MARKS if name in said)
    return next(filter(None, found), "")


def _words(element: Any) -> str:
    return (element.text or "").strip() or element.get("href", "")
