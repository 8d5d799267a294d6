"""The lines around a letter that every letter of its sender has: view in browser, buttons, unsubscribe; cut with their reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.blocks import Block, Blocks, Image, Link, Paragraph, Rule
from digest.documents import Cut, Document
from digest.read.chrome import why_chrome
from digest.read.lines import Line
from digest.read.mail_rows import Row, make_rows
from digest.read.mail_top import BROWSER, MAX_LINE, read_top

SUBSCRIPTION = re.compile(
    r"unsubscribe|opt[- ]out|manage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?|settings)|(?:update|change|edit) (?:your )?(?:e-?mail )?(?:preferences|profile|subscription|settings)"
    r"|e-?mail preferences|you(?:[’']re| are) (?:receiving|getting|subscribed|on (?:this|our|the) (?:mailing )?list)|you (?:received|signed up|subscribed|opted in)\b|this (?:e-?mail|message|newsletter) was sent"
    r"|was sent to|sent (?:to you )?by|was forwarded this|why (?:did|am) i (?:get|getting|receiv\w+) this|add us to your address book|our mailing address"
    r"|abbestellen|abmelden|austragen|newsletter abmelden|sie erhalten diese|du erhältst diese|désabonner|désinscri|vous recevez ce|darse de baja|cancelar (?:la |tu |su )?suscripci|has recibido este"
    r"|disiscri|annulla(?:re)? l.iscrizione|uitschrijven|afmelden|cancelar (?:a |sua )?inscri|avregistrer|avsluta prenumeration|отписаться|отказаться от рассылки|配信停止|退订|取消订阅",
    re.IGNORECASE,
)
BUTTON = re.compile(
    r"(?:share(?: (?:this|it|on|with|the|via)\b.{0,40})?|(?:like|comment|restack|reply|forward(?: (?:this|it|to a friend)\b.{0,30})?|leave a comment|read in (?:the )?app|open in app|get the app|listen(?: now)?(?: in app)?"
    r"|subscribe(?: now| here| for free)?|upgrade(?: to paid)?|start writing|become a (?:member|paid subscriber|supporter)|follow(?: us| me)?(?: on .{1,20})?|tweet(?: this)?|give a gift.{0,30}|pledge your support|start a free trial"
    r"|facebook|twitter|x|instagram|linkedin|youtube|mastodon|bluesky|threads|tiktok|website|rss|email|web)(?:[\s|·•,/]+|$))+[.!→»]*",
    re.IGNORECASE,
)
FORWARDED = re.compile(
    r".{0,40}\b(?:was this (?:e-?mail )?|(?:this (?:e-?mail )?(?:was )?)?)forwarded (?:this |to )?.{0,80}",
    re.IGNORECASE,
)
FOOTER = re.compile(
    r"(?:©|\(c\) ?\d{4}|copyright\b).{0,160}|.{0,80}all rights reserved.{0,60}|.{0,200}\b(?:privacy policy|terms of service|terms)\b.{0,80}",
    re.IGNORECASE | re.DOTALL,
)
MAX_FOOTER = 160  # words; addresses, rights and reasons take that many
FOOTER_SHARE = 0.25  # of the words, where that is more
MAX_CUT = 200  # characters shown of what was cut
FOOTER_OF = "the footer of the letter"


def cut_mail_frame(document: Document) -> Document:
    """The document without the letter's frame, and with what its first rows state."""
    rows = make_rows(document.blocks)
    if not any(row.words for row in rows):
        return document
    reasons = {place: why for place, row in enumerate(rows) if (why := _why_frame(row))}
    stated, said = read_top(document, rows, reasons)
    reasons |= said
    reasons |= dict.fromkeys(range(_find_footer(rows, reasons), len(rows)), FOOTER_OF)
    if all(place in reasons for place, row in enumerate(rows) if row.words):
        return document  # nothing but a frame: better that than nothing
    cuts = [Cut(rows[place].text[:MAX_CUT], why) for place, why in sorted(reasons.items()) if rows[place].words]
    kept = tuple(row.block for place, row in enumerate(rows) if place not in reasons)
    return replace(stated, blocks=_trim_rules(kept), cut=(*stated.cut, *cuts))


def _why_frame(row: Row) -> str:
    if not row.is_line or not 0 < row.words <= MAX_LINE:
        return ""
    if BROWSER.fullmatch(row.text) and row.links:
        return "a link to view it in a browser"
    if BUTTON.fullmatch(row.text) and row.is_linked:
        return "a button"
    if row.links and (SUBSCRIPTION.search(row.text) or FORWARDED.fullmatch(row.text)):
        return "a line about the subscription"
    return why_chrome(Line(row.text)) if row.is_linked else ""


def _find_footer(rows: Sequence[Row], reasons: dict[int, str]) -> int:
    """Where the footer begins: at the first line about the subscription with little below it, or the frame just before.

    The number of rows where there is none.
    """
    most = max(MAX_FOOTER, FOOTER_SHARE * sum(row.words for row in rows))
    below, begins = 0, len(rows)
    for place in range(len(rows) - 1, -1, -1):
        below += rows[place].words
        if below > most:
            break
        if SUBSCRIPTION.search(rows[place].text) or FOOTER.fullmatch(rows[place].text):
            begins = place
    while 0 < begins < len(rows) and (begins - 1 in reasons or _is_footer_like(rows[begins - 1])):
        begins -= 1
    return begins


def _is_footer_like(row: Row) -> bool:
    if isinstance(row.block, Rule) or FOOTER.fullmatch(row.text):
        return True
    return (
        isinstance(row.block, Paragraph)
        and not row.words
        and all(isinstance(one, Image | Link) for one in row.block.children)
    )


def _trim_rules(blocks: Blocks) -> Blocks:
    """The blocks without rules that now part nothing."""
    kept: list[Block] = []
    for block in blocks:
        if not isinstance(block, Rule) or (kept and not isinstance(kept[-1], Rule)):
            kept.append(block)
    while kept and isinstance(kept[-1], Rule):
        kept.pop()
    return tuple(kept)
