"""Names of people as pages write them: "By", roles, degrees and addresses taken off, several names parted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.read.byline import MONTHS

BY = re.compile(
    r"^(?:(?:(?:this (?:post|article) was )?(?:written|posted|published|words|text|story|authored|created|contributed)\s*)?\bby\b|"
    r"(?:words|text|authors?|writer|von|par|por|door|autor(?:in|es)?|auteure?|autore|автор|作者)(?=[\s:：]))\s*[:：]?\s*",
    re.IGNORECASE,
)
PARTED = re.compile(r"\s*(?:[,;|/•·、]|\s&\s|(?<=\s)(?:and|und|et|y|e|og|och|en)(?=\s))\s*")
TITLE = re.compile(r"^(?:dr|prof|professor|mr|mrs|ms|sir|rev)\.?\s+", re.IGNORECASE)
DEGREE = re.compile(r"(?:[A-Z][a-z]?\.?){2,5}[®™]?|Ph\.? ?D\.?|[JS]r\.?|Esq\.?|[A-Z®.-]{2,8}(?: \d+| \(.*\))?")
ROLE = re.compile(
    r"\b(?:editor|writer|reporter|correspondent|columnist|author|manager|director|officer|president|head of|founder|engineer|specialist|"
    r"consultant|analyst|contributor|journalist|producer|expert|advisor|attorney|professor|lecturer|student|intern|marketing|team lead|ceo|cto|coo|cmo|"
    r"at [A-Z]|redakteur|journaliste)\w*\b",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"(?:admin(?:istrator)?|root|user|name|author|editor|guest|unknown|anonymous|webmaster|test|default|n/?a|posted|website|profile|"
    r"bluesky|facebook|instagram|linkedin|mastodon|pinterest|reddit|rss|threads|tiktok|tumblr|twitter|whatsapp|youtube|"
    r"advertisement|view all posts|read more|share|follow|more|about|by)\d*",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\s*(?:[|•·–—]|\b(?:on|published|updated|posted|reviewed by|edited by|medically|fact[- ]checked|photos?|illustrat\w+)\b|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?<!\w)\d).*$",
    re.IGNORECASE | re.DOTALL,
)
MAX_WORDS = 6  # of a name
MAX_LENGTH = 60  # characters of a name


def clean_names(stated: Iterable[str]) -> tuple[str, ...]:
    """The people that some author lines name, each once, in order."""
    names = [name for line in stated for name in _names(line)]
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(name.casefold(), name)
    return tuple(folded.values())


def _names(line: str) -> list[str]:
    text = " ".join(line.split())
    if "@" in text or "://" in text or text.lower().startswith("www."):
        return []
    text = BY.sub("", text)
    text = AFTER.sub("", text).strip(" ,.;:|-–—\"'“”()") if text else ""
    turned = re.fullmatch(r"([^\W\d_][\w’' -]+), ([^\W\d_][\w.’' -]*)", text)
    parts = [part.strip() for part in PARTED.split(text)]
    if (
        turned
        and len(parts) == 2
        and len(parts[0].split()) == 1
        and not DEGREE.fullmatch(parts[1])
        and not ROLE.search(parts[1])
    ):
        return [f"{parts[1]} {parts[0]}"] if _is_name(f"{parts[1]} {parts[0]}") else []  # `Roy, Aniruddha`
    if "&" in text and len(parts[-1].split()) == 1 and len(parts[0].split()) > 1:  # a firm: `Reuters Tax & Accounting`
        parts = re.split(r"\s*[,;|/•·、]\s*", text)
    names = [re.sub(r"\s*\([^)]*\)$", "", TITLE.sub("", part)).strip() for part in parts if part]
    kept = [name for place, name in enumerate(names) if place == 0 or not (DEGREE.fullmatch(name) or ROLE.search(name))]
    return [name for name in kept if _is_name(name)]


def _is_name(name: str) -> bool:
    words = name.split()
    if re.match(
        r"(?:visit|view|see|meet|browse|shop|all|follow|ask|from|find|search|open|some|more|our|your) ",
        name,
        re.IGNORECASE,
    ):
        return False
    if (
        not 0 < len(words) <= MAX_WORDS
        or len(name) > MAX_LENGTH
        or NOBODY.fullmatch(name)
        or name.lower().rstrip(".") in MONTHS
    ):
        return False
    if len(words) > 1 and len(set(words)) == 1:
        return False
    return any(character.isalpha() for character in name) and not re.search(r"[{}<>=_]|\?$", name)
