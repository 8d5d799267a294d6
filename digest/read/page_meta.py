"""What a page states of itself in its head: meta elements by name, links by relation, its title and language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import html

LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
MAX_VALUE = 4000  # characters
UNSET = re.compile(r"\{\{.*\}\}|\$\{.*\}|%\w+%|undefined|null|none", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page: every name in lower case with its values in order; empty where nothing is stated."""

    meta: Mapping[str, tuple[str, ...]]
    links: Mapping[str, str]
    title: str = ""
    lang: str | None = None

    def first(self, *names: str) -> tuple[str, str]:
        """The first value that one of the names has, and that name; two empty texts for none."""
        return next(((self.meta[name][0], name) for name in names if name in self.meta), ("", ""))


def read_head(tree: html.HtmlElement) -> Head:
    """The head of a page; elements that broken markup has thrown into the body count too."""
    meta: dict[str, tuple[str, ...]] = {}
    for element in tree.iter("meta"):
        value = " ".join((element.get("content") or "").split())
        names = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if not value or len(value) > MAX_VALUE or UNSET.fullmatch(value):
            continue
        for name in names.lower().split():
            meta[name] = (*meta.get(name, ()), value)
    links: dict[str, str] = {}
    for element in tree.iter("link"):
        for relation in (element.get("rel") or "").lower().split():
            links.setdefault(relation, (element.get("href") or "").strip())
    return Head(meta, links, _title(tree), _lang(tree, meta))


def _title(tree: html.HtmlElement) -> str:
    titles = (element for element in tree.iter("title") if element.getparent().tag != "svg")
    return next((words for element in titles if (words := " ".join(element.text_content().split()))), "")


def _lang(tree: html.HtmlElement, meta: Mapping[str, tuple[str, ...]]) -> str | None:
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    stated = [tree.get("lang"), tree.get(xml), tree.get("xml:lang"), *meta.get("content-language", ())]
    stated += [value.partition(":")[0] for value in meta.get("og:locale", ())]
    codes = ((value or "").strip().replace("_", "-") for value in stated)
    return next((code for code in codes if LANG.fullmatch(code)), None)
