"""Words within a page's text that are none of it: labels of buttons, and lines of author, day and reading time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.read.page_days import cut_day

CONTROLS = re.compile(
    r"(?:advertisements?|advertising|anzeige|werbung|publicité|publicidad|sponsored|share(?: (?:this|on|via|it)(?: (?:article|post|story|page|on|via|with))?)?"
    r"(?: (?:facebook|twitter|x|linkedin|email|whatsapp))*|teilen|partager|compartir|condividi|tweet|pin(?: it)?|print(?: this)?(?: page)?|e ?mail(?: this)?|copy(?: the)? link|copied|"
    r"(?:facebook|twitter|linkedin|pinterest|whatsapp|reddit|instagram|youtube|telegram)|listen(?: to (?:this )?article)?|save(?: for later)?|"
    r"reply|report|like|follow(?: us)?(?: on \w+)?|sign (?:up|in)|log in|subscribe(?: now)?|read more|learn more|show (?:more|less)|load more|see (?:more|all)|view all|"
    r"skip to (?:main )?content|back to top|jump to(?: recipe| the list)?|close|click to expand|loading|get started(?: (?:now|today))?|book a demo|"
    r"(?:weiterlesen|mehr (?:lesen|erfahren)|lire la suite|leer más|leggi tutto))",
    re.IGNORECASE,
)
PLAYER = re.compile(  # labels of a show of pictures or a film; a heading may say `Next` too
    r"previous|next|prev|(?:exit |enter )?full ?screen|(?:show |hide )?thumbnails|\d+ of \d+|pause|replay|(?:un)?mute|zoom (?:in|out)",
    re.IGNORECASE,
)
MAX_CONTROL = 6  # words
CALLS = re.compile(  # sentences that pages set between paragraphs, to have a reader sign up or click
    r"(?:(?:you )?(?:must|need to|have to) (?:be logged in|log in|sign in|register|be registered)|press enter or click|"
    r"(?:join|sign up|subscribe|get|enter)\b.*\b(?:for free to|your inbox|newsletter|mailing list)|click here to (?:subscribe|sign up|join))\b",
    re.IGNORECASE,
)
MAX_CALL = 25  # words
BUTTONS = re.compile(
    r"(?:buy|see|shop|get|try|view|read|learn|start|book|request|order|download|join|sign|contact|explore|discover|watch|register|apply|find|schedule|talk|claim|add)$",
    re.IGNORECASE,
)
MAX_BUTTON = 5  # words
MAX_CREDIT = 14  # words
CREDIT_WORDS = re.compile(
    r"\b(?:by|written|published|updated|posted|last|modified|reviewed|on|at|in|min(?:ute)?s?|read(?:ing)?(?: time)?|estimated|time|am|pm|[ap]\.m\.|[ce]?[sd]t|[ce]et|utc|gmt|"
    r"mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun|day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|views?|comments?|von|par|por|am|um|uhr|le|el|st|nd|rd|th|\d+)\b",
    re.IGNORECASE,
)


def is_control(words: Sequence[str]) -> bool:
    """Whether a block is the label of a button or the like, and nothing else."""
    if len(words) <= MAX_CONTROL and CONTROLS.fullmatch(" ".join(words)) is not None:
        return True
    return len(words) <= MAX_CALL and CALLS.match(" ".join(words)) is not None


def is_player(words: Sequence[str]) -> bool:
    """Whether a block of its own is the label of a button that turns pictures or plays a film."""
    return len(words) <= MAX_CONTROL and PLAYER.fullmatch(" ".join(words)) is not None


def is_call(words: Sequence[str], linked: int) -> bool:
    """Whether a block of its own is a link that tells what to do: `Buy the poster`."""
    return linked >= len(words) and len(words) <= MAX_BUTTON and BUTTONS.match(words[0]) is not None


def is_credit(text: str, words: int) -> bool:
    """Whether a line on top states a day or a reading time, and beside it no more than a name."""
    if words > MAX_CREDIT:
        return False
    bare = cut_day(text)
    timed = bare != text or re.search(r"\d+\s*min(?:ute)?s?\b", text) is not None
    left = re.findall(r"[^\W_]+", CREDIT_WORDS.sub(" ", bare))
    return timed and (not left or (len(left) <= 4 and all(word[0].isupper() for word in left)))
