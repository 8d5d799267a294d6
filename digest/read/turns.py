"""Talk in turns, as copied from a chat, a channel or a forum: who speaks stays with the words, the buttons go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from digest.read.byline import NAME
from digest.read.lines import ENDED, Line
from digest.read.piece import Piece, cut_lines, shown
from digest.read.question import CHAT_ANSWERED, CHAT_ASKED

CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?|\s?uhr)?"
DAY = r"(?:(?:today|yesterday|heute|gestern|hier|hoy|ayer|last \w+|\w{3,9},?)\s)?(?:at |um |à )?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s|\w{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:\d{4},? )?|\d{1,2}\.? \w{3,9}\.?,? (?:\d{4},? )?)?(?:at |um |à )?"
STAMPED = re.compile(
    rf"(?P<who>{NAME}|@?[^\W\d_][\w.-]{{1,24}})(?:\s+(?:APP|BOT|OP))?\s*(?:\s{{2,}}|[,—–·|]\s*|\s)[\[(]?(?P<when>{DAY}{CLOCK})[\])]?:?",
    re.IGNORECASE,
)
RELAYED = re.compile(
    rf"(?:[\[(]?(?P<when>{CLOCK})[\])]?\s+)?(?P<who><[ @+]?[\w\[\]\\`^{{}}|-]{{2,24}}>)\s+\S.*"
    rf"|[\[(]?(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}},?\s)?{CLOCK}[\])]?\s+(?:-\s+)?(?P<named>[^\W\d_][\w. -]{{1,24}}:)\s+\S.*"
)  # a line of a relay chat, or of a messenger's export
NAMED = re.compile(r"(?P<who>(?:[A-ZÀ-Þ][\w.’'-]*)(?: [A-ZÀ-Þ][\w.’'-]*){0,2}\s?[:：])\s+\S.*")
WRITER_FACT = re.compile(
    r"(?:(?:new |junior |senior |active |well-known |full |registered |veteran |super |global )*(?:member|moderator|administrator|admin|user|contributor|newcomer|regular|guest|thread starter|original poster|op|mitglied|moderatorin|membre|miembro)"
    r"|(?:posts?|messages?|joined|registered|location|reputation|likes(?: received)?|reaction score|points|threads|karma|beiträge|registriert seit|dabei seit|ort|inscription|mensajes)\s*[:：]\s*\S.{0,30}"
    rf"|#\d{{1,5}}|{DAY}{CLOCK}|[\d,.]+ (?:posts|messages|beiträge))",
    re.IGNORECASE,
)
NOISE = re.compile(
    r"(?:copy(?: code)?|copied!?|edit(?: message)?|share|regenerate(?: response)?|retry|try again|continue generating|stop generating|good response|bad response|read aloud|like|dislike|react|add reaction|reply|quote|report|"
    r"(?:re)?quote|multi-?quote|\+ quote|permalink|best answer|zitieren|antworten|melden|gefällt mir|répondre|citer|signaler|responder|citar|"
    r"(?:thought|reasoned|worked|analy[sz]ed|searched)(?: (?:for|about|the web|\d+)\b.{0,60})|searching the web|show thinking|thinking(?:…|\.\.\.)?|sources|view (?:thread|newer replies|analysis)|last reply .{2,40}|\d+ (?:replies|reply|antworten|reactions?)|"
    r"new messages?|\(?(?:edited|bearbeitet|modifié)\)?|message (?:#\S+|chat ?gpt|claude|gemini|copilot|\w+ ?\.{3})|ask (?:anything|a follow-?up\b.{0,20})|send(?: a)? message.{0,20}|attach|"
    r"(?:chat ?gpt|claude|gemini|copilot|le chat|perplexity|grok|this assistant|ai|the model) (?:can|may|could) (?:make mistakes|be wrong|display inaccurate info)\b.{0,120}|(?::[\w+-]+:|[👍👎❤😂🎉🙏👀✅🔥]\ufe0f?)(?:\s*\d{1,4})?(?:\s+(?::[\w+-]+:|[👍👎❤😂🎉🙏👀✅🔥]\ufe0f?)\s*\d{1,4})*"
    r"|today|yesterday)[.!]?",
    re.IGNORECASE,
)
ADVICE = re.compile(
    r"(?:you must (?:log ?in|be logged in|register)\b.{0,60}|(?:home|forums?)\s*[›»>].*|not open for further replies\.?|thread starter\b.{0,80})",
    re.IGNORECASE,
)
MIN_TURNS = 3
MIN_RELAYED = 4
MIN_SHARE = 0.6  # of the lines of a relay chat or a written-out talk
MAX_STAMP_WORDS = 9
MAX_NAME_WORDS = 3
MAX_FACTS = 6  # lines on a writer below the name
WHY_NOISE, WHY_FACT = "a button or a notice of the chat", "what a forum says of the writer of a post"


def take_turns(piece: Piece) -> Piece:
    """The piece with the labels of its turns marked and its buttons out; unchanged where nobody talks in turns."""
    lines = piece.lines
    found = _chat(lines) or _stamped(lines) or _relayed(lines) or _named(lines)
    reasons: dict[int, str] = {}
    if not found:
        found, reasons = _forum(lines)
    if not found:
        return piece
    first = min(found)
    reasons.update(
        (place, WHY_NOISE)
        for place, line in enumerate(lines)
        if place not in found and not line.marker and line.fence is None and (place > first and _is_noise(line))
    )
    marked = tuple(replace(line, speaker=found.get(place, "")) for place, line in enumerate(lines))
    return cut_lines(replace(piece, lines=marked), reasons)


def _is_noise(line: Line) -> bool:
    text = line.text.strip("*_# ")
    return bool(NOISE.fullmatch(text) or ADVICE.fullmatch(text))


def _chat(lines: Sequence[Line]) -> dict[int, str]:
    """The labels of a talk with an assistant, where it goes to and fro more than once."""
    asked = {place: _label(line) for place, line in enumerate(lines) if _is_label(CHAT_ASKED, line)}
    answered = {place: _label(line) for place, line in enumerate(lines) if _is_label(CHAT_ANSWERED, line)}
    both = asked | answered
    return both if len(asked) > 1 and answered and len(both) >= MIN_TURNS else {}


def _is_label(label: re.Pattern[str], line: Line) -> bool:
    return line.fence is None and not line.marker and label.fullmatch(line.text) is not None


def _label(line: Line) -> str:
    """`You said:` of a line, with its mark."""
    end = min((at for at in (line.text.find(":"), line.text.find("：")) if at >= 0), default=len(line.text) - 1)
    while line.text[end + 1 : end + 2] in ("*", "_"):
        end += 1
    return line.text[: end + 1]


def _stamped(lines: Sequence[Line]) -> dict[int, str]:
    """`Oona Brandt  9:02 AM` alone in their lines, by two people or more."""
    found = {}
    for place, line in enumerate(lines):
        stamped = None if line.marker or line.words > MAX_STAMP_WORDS else STAMPED.fullmatch(line.text)
        if stamped is not None and place + 1 < len(lines) and not STAMPED.fullmatch(lines[place + 1].text):
            found[place] = stamped["who"]  # over another of its kind it is a line of a timetable
    return found if _is_talk(found, MIN_TURNS) else {}


def _relayed(lines: Sequence[Line]) -> dict[int, str]:
    """`<mara> hello` and `[10:42] Mara: hello`, if most lines are of that form."""
    found = {}
    for place, line in enumerate(lines):
        relayed = None if line.marker else RELAYED.fullmatch(line.text)
        if relayed is not None:
            who = relayed["who"] or relayed["named"]
            found[place] = line.text[: line.text.index(who) + len(who)]
    names = {place: label.split(" ")[-1] for place, label in found.items()}
    return found if _is_talk(names, MIN_RELAYED) and len(found) >= MIN_SHARE * len(lines) else {}


def _named(lines: Sequence[Line]) -> dict[int, str]:
    """`Mara: Hello` where most lines are so, and each of two or more names comes back: no glossary does that."""
    found = {place: named["who"] for place, line in enumerate(lines) if (named := _named_line(line)) is not None}
    if not _is_talk(found, MIN_RELAYED) or len(found) < MIN_SHARE * len(lines):
        return {}
    return found if min(Counter(found.values()).values()) > 1 else {}


def _named_line(line: Line) -> re.Match[str] | None:
    return None if line.marker or line.fence is not None else NAMED.fullmatch(line.text)


def _is_talk(found: Mapping[int, str], least: int) -> bool:
    """True for enough turns of at least two speakers, one of whom comes back."""
    speakers = len(set(found.values()))
    return len(found) >= least and 2 <= speakers < len(found)


def _forum(lines: Sequence[Line]) -> tuple[dict[int, str], dict[int, str]]:
    """The writers of posts, each over what the forum says of them, and those lines with their reason."""
    found: dict[int, str] = {}
    facts: dict[int, str] = {}
    for place, line in enumerate(lines):
        end = place + 1
        while end < len(lines) and end - place <= MAX_FACTS and WRITER_FACT.fullmatch(shown(lines[end])):
            end += 1
        if end - place > 2 and _is_writer(line):
            found[place] = line.text
            facts.update(dict.fromkeys(range(place + 1, end), WHY_FACT))
    return (found, facts) if len(found) > 1 else ({}, {})


def _is_writer(line: Line) -> bool:
    named = not line.marker and line.words <= MAX_NAME_WORDS and len(line.text) <= 40
    return named and not ENDED.search(line.text) and not WRITER_FACT.fullmatch(line.text)
