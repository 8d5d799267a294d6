"""The language of code that does not say it, where nothing else could be meant."""

from __future__ import annotations

import json
import re

MARKS = (
    ("diff", r"diff --git |@@ -\d+(?:,\d+)? \+\d+"),
    ("html", r"<!doctype html|<html[\s>]"),
    ("xml", r"<\?xml "),
    ("php", r"<\?php"),
    ("console", r"\$ [a-z./~]|\w+@[\w.-]+:[~/]\S*\$ "),
    ("python", r"(?:async )?def \w+\(.*:$|from [\w.]+ import \w|(?:elif|except)\b.*:$|class \w+(?:\(.*\))?:$|>>> "),
    ("rust", r"let mut \w|fn \w+.*->.*\{$|fn main\(\) \{$|use std::"),
    ("go", r"package \w+$|[\w, ]+ := [^;]*$"),
    ("java", r"public static void main|System\.out\.|import java\."),
    ("c", r"#include <\w+\.h>"),
    ("cpp", r"#include <\w+>|using namespace std|std::(?:cout|cin|vector|string)\b"),
    ("sql", r"(?:SELECT|INSERT INTO|CREATE TABLE|UPDATE|DELETE FROM|ALTER TABLE)\s"),
    ("javascript", r".*\bconsole\.(?:log|error)\(|.*\bdocument\.\w+\(|export default |module\.exports\b|import .* from ['\"]"),
)  # fmt: skip
LANGUAGES = tuple((name, re.compile(rf"^\s*(?:{mark})", re.MULTILINE)) for name, mark in MARKS)


def name_language(code: str) -> str:
    """The name as a code fence has it; empty where no language or more than one could be meant."""
    if _is_json(code):
        return "json"
    named = [name for name, mark in LANGUAGES if mark.search(code)]
    return named[0] if len(named) == 1 else ""


def _is_json(code: str) -> bool:
    if code.lstrip()[:1] not in "{[":
        return False
    try:
        return isinstance(json.loads(code), dict | list)
    except (ValueError, RecursionError):
        return False
