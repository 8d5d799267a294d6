"""Parts of a page that its server sent late, put where they belong: a script would have done so, and none runs here."""

from __future__ import annotations

import re

from lxml import html

PART = re.compile(r"S:(\w+)")  # React sends `<div hidden id="S:1">` for `<template id="B:1">`


def place_streamed(tree: html.HtmlElement) -> None:
    """Move each part to the mark that waits for it. A part may hold marks of others, and those may have come before it."""
    marks = {mark.get("id"): mark for mark in tree.iter("template") if (mark.get("id") or "").startswith("B:")}
    parts = [(part, found[1]) for part in tree.iter("div") if (found := PART.fullmatch(part.get("id") or ""))]
    for part, name in parts:
        mark = marks.get(f"B:{name}")
        if mark is None or part.get("hidden") is None or part in mark.iterancestors():
            continue
        mark.tag, mark.text = "div", part.text
        mark.extend(list(part))
        part.text = None
