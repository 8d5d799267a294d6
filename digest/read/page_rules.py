"""Rules of a project for stubborn sites: CSS selectors that say where a page's text, author and day stand, and what to cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from cssselect import HTMLTranslator, SelectorError
from lxml import etree, html

from digest.documents import Cut
from digest.errors import ConfigError
from digest.read.page_days import find_day
from digest.read.page_names import clean_names
from digest.read.stated_day import read_day

MAX_SHOWN = 200  # characters of what was cut


@dataclass(frozen=True, slots=True)
class SiteRule:
    """The rule for a site and its subdomains: CSS selectors, empty where the reader finds the place itself."""

    site: str
    content: str = ""
    cut: tuple[str, ...] = ()
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a rule says of a page: where its text stands, what was taken out, its authors and its day."""

    content: html.HtmlElement | None
    cut: tuple[Cut, ...]
    authors: tuple[str, ...]
    published: str | None
    why: str = ""


def read_rules(stated: Mapping[str, Any], *, where: str) -> tuple[SiteRule, ...]:
    """The rules that a mapping of sites to selectors states, sorted by site; raises ConfigError for a wrong one."""
    if not isinstance(stated, Mapping):
        raise ConfigError(where, "not a mapping of sites to rules", "write: example.org: {content: article}")
    return tuple(
        _read_rule(str(site), rule, f"{where}.{site}")
        for site, rule in sorted(stated.items(), key=lambda pair: str(pair[0]))
    )


def find_rule(rules: Sequence[SiteRule], url: str | None) -> SiteRule | None:
    """The rule for an address: that of its host, or of the longest domain above it."""
    host = (urlsplit(url).hostname or "").lower() if url else ""
    fitting = [rule for rule in rules if host == rule.site or host.endswith(f".{rule.site}")]
    return max(fitting, key=lambda rule: len(rule.site), default=None)


def apply_rule(tree: html.HtmlElement, rule: SiteRule) -> Ruled:
    """What a rule says of a page. The elements that it cuts are taken out of the tree."""
    cuts = []
    for selector in rule.cut:
        for element in _select(tree, selector):
            text = " ".join(element.text_content().split())
            cuts += [Cut(text[:MAX_SHOWN], f"the rule for {rule.site}: {selector}")] if text else []
            if element.getparent() is not None:
                element.drop_tree()
    places = _select(tree, rule.content) if rule.content else []
    authors = clean_names(element.text_content() for element in _select(tree, rule.author)) if rule.author else ()
    days = [day for element in (_select(tree, rule.date) if rule.date else []) if (day := _day(element))]
    return Ruled(
        places[0] if places else None, tuple(cuts), authors, days[0] if days else None, f"the rule for {rule.site}"
    )


def _read_rule(site: str, rule: object, where: str) -> SiteRule:
    if not isinstance(rule, Mapping):
        raise ConfigError(where, "not a rule", "write: {content: article}")
    known = [field.name for field in fields(SiteRule) if field.name != "site"]
    for key in rule:
        if key not in known:
            near = get_close_matches(str(key), known, n=1, cutoff=0.5)
            raise ConfigError(
                f"{where}.{key}", "unknown key", f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
            )
    values = {key: _selectors(value, f"{where}.{key}") for key, value in rule.items()}
    single = {key: value[0] if value else "" for key, value in values.items() if key != "cut"}
    return SiteRule(site.lower().removeprefix("www."), cut=values.get("cut", ()), **single)


def _selectors(value: object, where: str) -> tuple[str, ...]:
    selectors = tuple(value) if isinstance(value, list | tuple) else (value,)
    for selector in selectors:
        if not isinstance(selector, str) or not selector.strip():
            raise ConfigError(where, f"{selector!r} is not a selector", "for example div.article-body")
        _path(selector, where)
    return selectors


def _path(selector: str, where: str) -> str:
    try:
        return str(HTMLTranslator().css_to_xpath(selector))
    except SelectorError as error:
        raise ConfigError(
            where, f"{selector!r} is not a CSS selector: {error}", "for example div.article-body"
        ) from error


def _select(tree: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    return list(etree.XPath(_path(selector, "rule"))(tree))


def _day(element: html.HtmlElement) -> str | None:
    stated = element.get("datetime") or element.get("content") or ""
    return read_day(stated) or find_day(element.text_content())
