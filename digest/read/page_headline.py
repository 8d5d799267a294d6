"""The title of a page as it shows it: the heading that its own statements confirm, or those without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import html

from digest.read.page_shapes import is_hidden

SEPARATOR = re.compile(r"\s+[|·•»«–—:‹›~@-]+\s+|\s*[|｜]\s*|\s*::\s*")
WORD = re.compile(r"\w+")
ALIKE = 0.5  # of the words that a heading and a statement have together
ALONE_ALIKE = 0.01  # the same for the only heading of its rank: one word is enough
MIN_WORDS = 3  # of such a heading; a shorter one names a part of the site
MAX_SITE_WORDS = 5  # of a site's name behind a line
SMALL = 3  # letters; shorter words say nothing of likeness
MAX_HEADINGS = 40
MAX_TITLE = 300  # characters


@dataclass(frozen=True, slots=True)
class Headline:
    """A title, where it is stated, and the heading that shows it."""

    text: str
    where: str = ""
    heading: html.HtmlElement | None = None


def find_headline(body: html.HtmlElement, stated: Sequence[tuple[str, str]], *, site: str, host: str) -> Headline:
    """The title of a page; `stated` are its own statements, each with its place, the most trusted first."""
    titles = [(part_site(text, site=site, host=host), where) for text, where in stated if text]
    parts = [part for text, _ in stated for part in (text, *SEPARATOR.split(text)) if len(WORD.findall(part)) > 1]
    parts += [SEPARATOR.split(text)[0] for text, _ in stated]  # titles of one word stand first
    said = {_key(text) for text in (*(text for text, _ in titles), *parts) if not _is_site(text, site, "")}
    headings = [element for element in _headings(body) if not _is_site(element.text_content(), site, "")]
    stated_so = [heading for heading in headings if _key(heading.text_content()) in said]
    if stated_so:  # a part of a title may be the name of a larger site, which stands on top of the page
        return _shown(max(stated_so, key=lambda heading: len(_key(heading.text_content()))))
    main = [heading for heading in headings if heading.tag == "h1"]
    for heading in main:  # pages word their title otherwise for search engines
        wanted = ALONE_ALIKE if len(main) == 1 and len(WORD.findall(heading.text_content())) >= MIN_WORDS else ALIKE
        if any(_likeness(heading.text_content(), text) >= wanted for text, _ in titles):
            return _shown(heading)
    if titles:
        return Headline(*_longest_of_same(titles))
    return _shown(main[0]) if main else Headline("")


def part_site(title: str, *, site: str, host: str) -> str:
    """A title without the name of its site before or behind it."""
    marks = list(SEPARATOR.finditer(title))
    if not marks:
        return title.strip()[:MAX_TITLE]
    last, first = marks[-1], marks[0]
    if _is_site(title[last.end() :], site, host) or _is_tail(title, last):
        return part_site(title[: last.start()], site=site, host=host)
    if _is_site(title[: first.start()], site, host):
        return title[first.end() :].strip()[:MAX_TITLE]
    return title.strip()[:MAX_TITLE]


def _is_site(part: str, site: str, host: str) -> bool:
    """Whether a part of a title is the site's name, as it says itself or as its address spells it."""
    words = _key(part).replace(" ", "")
    named, spelled = _key(site).replace(" ", ""), re.sub(r"[^a-z0-9]", "", host.lower())
    if not words:
        return True
    return (bool(named) and (words in named or named in words)) or (len(words) > 3 and words in spelled)


def _is_tail(title: str, mark: re.Match[str]) -> bool:
    """Whether the part behind a line is short beside the title before it: the name of a site that names itself nowhere."""
    before, behind = len(WORD.findall(title[: mark.start()])), len(WORD.findall(title[mark.end() :]))
    if "|" in mark[0] or "｜" in mark[0]:
        return behind <= MAX_SITE_WORDS and before >= 2
    return mark[0].strip() in ("-", "–", "—", "·", "•", "»") and behind <= 3 and before >= 2 * behind and before >= 4


def _headings(body: html.HtmlElement) -> Iterable[html.HtmlElement]:
    """The headings that a reader sees, the largest first, in page order."""
    for tag in ("h1", "h2"):
        shown = (element for element in body.iter(tag) if not any(map(is_hidden, (element, *element.iterancestors()))))
        yield from (element for element, _ in zip(shown, range(MAX_HEADINGS), strict=False))


def _shown(heading: html.HtmlElement) -> Headline:
    words = " ".join(" ".join(heading.itertext("*")).split())
    plain = " ".join(heading.text_content().split())
    return Headline((plain if _key(plain) == _key(words) else words)[:MAX_TITLE], f"<{heading.tag}>", heading)


def _longest_of_same(titles: list[tuple[str, str]]) -> tuple[str, str]:
    """The most trusted statement, or a later one that it was cut short of."""
    text, where = titles[0]
    bare = text.rstrip(".… ")
    longer = (later for later in titles[1:] if later[0].startswith(bare) and len(later[0]) > len(text))
    return next(longer, (text, where))


def _key(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def _likeness(first: str, second: str) -> float:
    one, other = (
        {word for word in WORD.findall(text.casefold()) if len(word) > SMALL or not word.isascii()}
        for text in (first, second)
    )
    return len(one & other) / max(1, len(one | other))
