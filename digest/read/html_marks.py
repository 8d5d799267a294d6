"""The HTML that Markdown posts carry, as Markdown or as nothing: no tag, comment or script of it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.read.fences import split_fences

UNREAD = ("script", "style", "iframe", "noscript", "template", "svg", "object", "form", "video", "audio")
STRONG = frozenset({"b", "strong"})
EMPHASIS = frozenset({"i", "em", "cite"})
KNOWN = re.compile(
    "a|abbr|address|article|aside|b|big|blockquote|button|center|cite|code|dd|del|details|dfn|div|dl|dt|em|fieldset|"
    "figcaption|figure|font|footer|h[1-6]|header|hr|i|img|input|ins|kbd|label|li|main|mark|nav|ol|p|picture|pre|q|s|samp|"
    "section|small|source|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|use|var|wbr"
)
CODE_OR_TAG = re.compile(
    r"(?P<code>`[^`\n]*`)|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>(?:\s[^<>]{0,2000})?)/?>"
)
ANCHOR = re.compile(
    r"<a\s[^<>]{0,1000}?href\s*=\s*[\"'](https?://[^\"'<>\s]{1,1000})[\"'][^<>]{0,1000}>([^<>\[\]\n]{1,500})</a>",
    re.IGNORECASE,
)
TEMPLATE_LINE = re.compile(r"[ \t]*(?:\{%.*%\}|\{\{[<%].*[>%]\}\}|\{:.*\})[ \t]*")
HEADINGS = re.compile(r"h[1-6]")


def clean_html(text: str) -> str:
    """The Markdown text with well-known tags as Markdown marks or dropped; code stays as it is."""
    if "<" not in text and "{" not in text:
        return text
    return "\n".join(_clean(part) if not coded else part for coded, part in split_fences(text))


def _clean(text: str) -> str:
    text = _drop_between(text, "<!--", "-->")
    for name in UNREAD:
        text = _drop_between(text, f"<{name}", f"</{name}>")
    text = ANCHOR.sub(r"[\2](\1)", text)
    lines = [line for line in text.split("\n") if not TEMPLATE_LINE.fullmatch(line)]
    return "\n".join(_clean_lines(lines))


def _drop_between(text: str, opening: str, closing: str) -> str:
    """The text without what stands from each opening to its closing mark; an opening without one stays."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    kept: list[str] = []
    place = 0
    while (start := lowered.find(opening, place)) >= 0 and (end := lowered.find(closing, start)) >= 0:
        kept.append(text[place:start])
        place = end + len(closing)
    return "".join([*kept, text[place:]]) if kept else text[place:]


def _clean_lines(lines: list[str]) -> Iterator[str]:
    """Each line without tags; what stands inside `<blockquote>` as a quotation."""
    quoted = 0
    for line in lines:
        if "<" not in line:
            yield f"> {line.strip()}" if quoted else line
            continue
        opens = len(re.findall(r"<blockquote\b", line, re.IGNORECASE))
        closes = len(re.findall(r"</blockquote\b", line, re.IGNORECASE))
        cleaned = CODE_OR_TAG.sub(_mark, line)
        starts_tag = line.lstrip().startswith("<")
        words = cleaned.strip(" ") if starts_tag or quoted else cleaned
        inside = quoted or opens
        if words.strip() or not starts_tag:
            yield f"> {words.strip()}" if inside else words
        else:
            yield ">" if inside and not closes else ""
        quoted = max(0, quoted + opens - closes)
        if closes and not quoted:
            yield ""


def _mark(found: re.Match[str]) -> str:
    if found["code"]:
        return found["code"]
    name = found["name"].lower()
    if name in STRONG or name in EMPHASIS:
        return "**" if name in STRONG else "*"
    if name == "br":
        before, after = found.string[: found.start()], found.string[found.end() :]
        return "\n" if not before else "  \n" if not after.strip() else " "
    if name == "code":
        return "`"
    if HEADINGS.fullmatch(name) and not found["close"]:
        return "#" * int(name[1]) + " "
    if name == "li" and not found["close"]:
        return "- "
    if name in ("td", "th"):
        return " "
    return "" if KNOWN.fullmatch(name) else found.group()
