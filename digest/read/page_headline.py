"""The title of a page as it shows it: the heading that its own statements confirm, or those without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import html

from digest.read.page_shapes import is_hidden, names_of

SEPARATOR = re.compile(r"\s+[|·•»«–—:‹›~@-]+\s+|\s*[|｜]\s*|\s*::\s*")
WORD = re.compile(r"\w+")
ALIKE = 0.5  # of the words that a heading and a statement have together
ALONE_ALIKE = 0.01  # the same for the only heading of its rank: one word is enough
MIN_WORDS = 3  # of such a heading; a shorter one names a part of the site
LABEL = re.compile(  # of the kind of page, before its title
    r"^(?:title|blog(?: ?post)?|news(?: release)?|press release|article)\s*(?::|\s[|–—-]\s)\s*(?=\S)", re.IGNORECASE
)
ANCHOR = re.compile(r"\s*¶$|\s+[#§]$")  # the link to a heading itself that manuals set behind it
NAME_END = re.compile(rf"{SEPARATOR.pattern}|:\s+")
MIN_SLOGAN = 3  # words; as many or fewer behind a site's name may name its edition
MAX_SITE_WORDS = 5  # of a site's name behind a line
MANY_WORDS = 5  # of a heading that is no slogan
NAMED = re.compile(r"(?:post|entry|article|story|topic|thread)[-_]*(?:title|headline)", re.IGNORECASE)
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
    if stated_so:
        return _shown(_choose(stated_so, [text for text, _ in stated]))
    main = [heading for heading in headings if heading.tag == "h1"]
    for heading in main:  # pages word their title otherwise for search engines
        wanted = ALONE_ALIKE if len(main) == 1 and len(WORD.findall(heading.text_content())) >= MIN_WORDS else ALIKE
        if any(_likeness(heading.text_content(), text) >= wanted for text, _ in titles):
            return _shown(heading)
    if len(main) == 1 and {where for _, where in titles} == {"<title>"} and _names_itself(main[0]):
        return _shown(main[0])  # the title is that of the whole site
    if titles:
        return Headline(*_longest_of_same(titles))
    return _shown(main[0]) if main else Headline("")


def _choose(headings: Sequence[html.HtmlElement], stated: Sequence[str]) -> html.HtmlElement:
    """The longest of the headings that are titles; what ends a title and stands above another names a larger site."""
    longest = max(headings, key=lambda heading: len(_key(heading.text_content())))
    banner = _key(longest.text_content())
    ends = any(_key(SEPARATOR.split(text)[-1]) == banner for text in stated if SEPARATOR.search(text))
    later = [heading for heading in headings[headings.index(longest) + 1 :] if heading.tag == longest.tag]
    opens = {_key(SEPARATOR.split(text)[0]) for text in stated}
    return next((one for one in later if ends and _key(one.text_content()) in opens), longest)


def _names_itself(heading: html.HtmlElement) -> bool:
    """Whether a heading of many words is named the title by the page's author."""
    return len(WORD.findall(heading.text_content())) >= MANY_WORDS and NAMED.search(names_of(heading)) is not None


def part_site(title: str, *, site: str, host: str) -> str:
    """A title without the name of its site before or behind it."""
    opening = f"{site.casefold()}: "
    if site and title.casefold().startswith(opening) and len(title) > len(opening):
        title = title[len(opening) :]
    marks = list(SEPARATOR.finditer(title))
    if not marks:
        return title.strip()[:MAX_TITLE]
    last, first = marks[-1], marks[0]
    if _is_site(title[last.end() :], site, host):
        return part_site(title[: last.start()], site=site, host=host)
    if _is_site(title[: first.start()], site, host):
        return title[first.end() :].strip()[:MAX_TITLE]
    return (
        part_site(title[: last.start()], site=site, host=host) if _is_tail(title, last) else title.strip()[:MAX_TITLE]
    )


def part_slogan(site: str, *, host: str) -> str:
    """A site's name without the slogan behind it: the part that its address spells, or a short one before a long one."""
    parts = [part.strip() for part in NAME_END.split(site) if part.strip()]
    if len(parts) < 2:
        return site
    spelled = [part for part in parts if _is_site(part, "", host)]
    if spelled:
        return spelled[0]
    short, long = len(WORD.findall(parts[0])), len(WORD.findall(" ".join(parts[1:])))
    return parts[0] if SEPARATOR.search(site) and short <= MAX_SITE_WORDS and long > max(short, MIN_SLOGAN) else site


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
    shown = ANCHOR.sub("", LABEL.sub("", plain if _key(plain) == _key(words) else words))
    return Headline(shown[:MAX_TITLE], f"<{heading.tag}>", heading)


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
