"""The marks that note-taking tools (Obsidian, Logseq) add to Markdown, as Markdown: links between notes, embeds, tags, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from digest.documents import Cut
from digest.read.fences import split_fences

NOTES = "https://wiki.invalid/"  # stands for `wiki:` while the parser reads; no site can have this name (RFC 2606)
PICTURE = re.compile(r"\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)
OTHER_FILE = re.compile(
    r"\.(?:3gp|base|canvas|docx?|flac|m4a|mkv|mov|mp3|mp4|odt|ogg|ogv|pdf|pptx?|wav|webm|xlsx?|zip)$", re.IGNORECASE
)
SIZE = re.compile(r"\|?\d+(?:x\d+)?$")
COMMENT = re.compile(r"(?P<code>`+[^`\n]+`+)|%%(?P<comment>(?:(?!\n[ \t]*\n[ \t]*\n).){0,5000}?)%%", re.DOTALL)
MARK = re.compile(
    r"(?P<code>`+[^`\n]+`+)"
    r"|(?P<embed>!?)\[\[(?P<target>[^\[\]\n|]{1,300}?)(?:\\?\|(?P<words>[^\[\]\n]{0,300}))?\]\](?!\()"
    r"|(?<![=\w])==(?P<marked>[^\s=](?:[^=\n]{0,500}[^\s=])?)==(?![=\w])"
    r"|\^\[(?P<aside>[^\[\]\n]{1,1000})\]"
)
CALLOUT = re.compile(r"(?P<quote>(?:[ ]{0,3}>[ ]?)+)\[!(?P<kind>[\w-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*(?P<title>.*)")
BLOCK_ID = re.compile(r"(?:^|(?<=\S)[ \t]+)\^[A-Za-z0-9][A-Za-z0-9-]{3,}[ \t]*$")
TAG = r"#[^\W\d_][\w/-]*"
TAGS_ALONE = re.compile(rf"[ \t]*{TAG}(?:[ \t,]+{TAG})*[ \t]*")
TAG_WITHIN = re.compile(rf"(?<![\w&/#(\[]){TAG}")
OUTLINER_LINE = re.compile(
    r"[ \t]*(?:[-*][ \t]+)?(?:id:: [0-9a-f-]{36}|collapsed:: (?:true|false)|logseq\.[\w.-]+:: .*)[ \t]*"
)
NOTE_TEXT = re.compile(r"[ ]{0,3}\[\^(?P<label>[^\]\s^]{1,60})\]:[ \t]*(?P<text>.*)")
CODE_SPAN = re.compile(r"`+[^`\n]+`+")
SIGNS = ("[[", "%%", "==", "[!", "[^", "^[", "::", " ^", "\n^", "#")
OF_A_TOOL = (
    re.compile(r"(?<!\[)\[\[[^\[\]\n]{1,300}\]\](?!\()"),
    re.compile(r"^[ ]{0,3}>[ ]?\[!\w+\]", re.MULTILINE),
    re.compile(r"%%[^\n]+%%|^%%$", re.MULTILINE),
    re.compile(r"^[ \t]*(?:id|collapsed):: ", re.MULTILINE),
)
SPECIAL = re.compile(r"([\\`*_\[\]<>!#|])")


@dataclass(frozen=True, slots=True)
class Noted:
    """A text without the tools' own marks: its footnotes by label, its tags, what was cut, and whether a tool wrote it."""

    text: str
    footnotes: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    cut: tuple[Cut, ...] = ()
    from_vault: bool = False


def read_marks(text: str) -> Noted:
    """The text as Markdown that says the same; code stays letter by letter.

    `[[Note|words]]` becomes a link that vault_blocks knows again, `![[worm.png]]` a picture, `==words==` stress.
    Comments, block ids and lines of nothing but tags are cut.
    """
    if not any(mark in text for mark in SIGNS):
        return Noted(text)
    return _Reading(any(sign.search(text) for sign in OF_A_TOOL)).read(text)


@dataclass(slots=True)
class _Reading:
    """One pass over a note, and what was found on the way."""

    from_vault: bool
    cut: list[Cut] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    footnotes: dict[str, str] = field(default_factory=dict)

    def read(self, text: str) -> Noted:
        parts = [part if coded else self._read_part(part) for coded, part in split_fences(text)]
        tags, footnotes = tuple(dict.fromkeys(self.tags)), tuple(self.footnotes.items())
        return Noted("\n".join(parts), footnotes, tags, tuple(self.cut), self.from_vault)

    def _read_part(self, part: str) -> str:
        uncommented = COMMENT.sub(self._take_comment, part)
        lines = self._take_footnotes(uncommented.split("\n"))
        return "\n".join(written for line in lines for written in self._read_line(line))

    def _take_comment(self, found: re.Match[str]) -> str:
        if found["code"]:
            return found["code"]
        if found["comment"].strip():
            self.cut.append(Cut(found["comment"].strip(), "a comment that the note's writer kept to themselves"))
        return ""

    def _take_footnotes(self, lines: Sequence[str]) -> Iterator[str]:
        """The lines without the texts of footnotes; indented lines below one belong to it."""
        label = ""
        for line in lines:
            opened = NOTE_TEXT.fullmatch(line)
            if opened:
                label = opened["label"]
                self.footnotes[label] = self._read_marks(opened["text"])
            elif label and line.startswith(("  ", "\t")) and line.strip():
                self.footnotes[label] += "\n" + self._read_marks(line.strip())
            elif label and not line.strip():
                self.footnotes[label] += "\n"
                yield ""
            else:
                label = ""
                yield line

    def _read_line(self, line: str) -> Iterator[str]:
        if OUTLINER_LINE.fullmatch(line):
            self.cut.append(Cut(line.strip(), "a mark of the outliner"))
            return
        if TAGS_ALONE.fullmatch(line) and (self.from_vault or line.count("#") > 1):
            self.tags += _tags_in(line)
            self.cut.append(Cut(line.strip(), "a line of tags"))
            return
        if self.from_vault:
            self.tags += _tags_in(line)
            line = BLOCK_ID.sub("", line)
        called = CALLOUT.fullmatch(line)
        if called:
            title = self._read_marks(called["title"].strip())
            yield f"{called['quote']}[!{called['kind']}] {title}"
            yield called["quote"].rstrip()  # or the parser would take the callout's text for a part of its title
        else:
            yield self._read_marks(line)

    def _read_marks(self, line: str) -> str:
        return MARK.sub(self._write_mark, line) if any(sign in line for sign in ("[[", "==", "^[")) else line

    def _write_mark(self, found: re.Match[str]) -> str:
        if found["code"]:
            return found["code"]
        if found["marked"]:
            return f"*{found['marked']}*"
        if found["aside"]:
            label = f"aside-{len(self.footnotes) + 1}"
            self.footnotes[label] = found["aside"]
            return f"[^{label}]"
        return _write_link(found["target"].strip(), (found["words"] or "").strip(), embed=bool(found["embed"]))


def _tags_in(line: str) -> list[str]:
    return [tag.removeprefix("#").rstrip("/") for tag in TAG_WITHIN.findall(CODE_SPAN.sub("", line))]


def _write_link(target: str, words: str, *, embed: bool) -> str:
    """A link to another note, a picture, or the words alone where they lead to a place in the same note or no note."""
    name = target.partition("#")[0].strip()
    if embed and PICTURE.search(name):
        alt = SIZE.sub("", words) or stem_of(name)
        return f"![{_escape(alt)}]({quote(name)})"
    shown = _escape(words or stem_of(name) or target.lstrip("#^ ").replace("#", " › "))
    return f"[{shown}]({NOTES}{quote(name, safe='/')})" if name and not OTHER_FILE.search(name) else shown


def stem_of(name: str) -> str:
    """What a note or picture is called: the last part of its path, without the suffix."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return PICTURE.sub("", last.removesuffix(".md"))


def _escape(words: str) -> str:
    return SPECIAL.sub(r"\\\1", words)
