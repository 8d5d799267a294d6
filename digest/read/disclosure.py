"""Lines in which a page speaks of itself: who paid for it, how its links earn, why a letter came, who may reprint it."""

from __future__ import annotations

import re

from digest.read.lines import Line

PAID_LINKS = re.compile(
    r"\b(?:affiliate[- ]?(?:links?|commissions?|disclosure|program\w*|partners?)|amazon associates?|provisions-?links?|liens? affiliés?|enlaces? de afiliad\w+|link di affiliazione)\b",
    re.IGNORECASE,
)
EARNS = re.compile(
    r"\b(?:(?:we|i|us|our|my|this (?:post|page|article|site|website|blog|letter|newsletter|review|video|story)|some (?:of the )?links?|links? (?:in|on) this|may contain|contains?|wir|dieser|nous|cet article|recibimos|este artículo|riceviamo|questo articolo)\b.*\b"
    r"(?:earn\w*|commissions?|receive|contains?|disclosure|paid|purchases?|provision|commission|comisión|commissione))",
    re.IGNORECASE,
)
COMMISSION = re.compile(
    r"(?:(?:when|if) you (?:buy|purchase|click|order|make a purchase)\b.{0,90}\b(?:we|i) (?:may |might |will |could )?(?:earn|receive|get|make)\b.{0,60}\bcommissions?\b.{0,60}|"
    r"(?:we|i) (?:may|might) (?:earn|receive|get) (?:an? )?(?:small |affiliate )*commissions?\b.{0,120}|"
    r"wenn (?:sie|du)\b.{0,60}\b(?:erhalten|bekommen) wir\b.{0,30}\bprovision\b.{0,60})",
    re.IGNORECASE,
)
SPONSOR = re.compile(
    r"(?:(?:this|today[’']s|this (?:week|month)[’']s|our) (?:\w+ )?(?:newsletter|letter|episode|post|issue|edition|article|video|e-?mail|week|story|podcast) (?:is|was|has been) (?:brought to you|sponsored|supported|presented|made possible) by\b.{2,220}"
    r"|(?:brought to you|sponsored|presented|supported) by\s*:?\s*[^.!?]{2,60}[.!]?|(?:diese[rs]?|heutige[rs]?) (?:\w+ )?(?:folge|ausgabe|newsletter|beitrag) (?:wird|wurde) (?:gesponsert|unterstützt|präsentiert) von\b.{2,160}"
    r"|.{0,60}\buse (?:the |my |our )?(?:promo |discount )?code \S+ (?:for|to (?:get|save)|at)\b.{0,60})",
    re.IGNORECASE,
)
LETTER = re.compile(
    r"(?:(?:view|read|open) (?:this (?:e-?mail|newsletter|message|letter|post)|it|in)(?: (?:in|on) (?:your |the |a )?(?:browser|web|app|online))?|view (?:in (?:your )?browser|online)"
    r"|(?:e-?mail|newsletter) (?:im browser (?:ansehen|öffnen|anzeigen))|(?:afficher|voir) (?:dans le|cet e-?mail dans votre) navigateur|ver (?:este correo )?en (?:el|tu) navegador"
    r"|you(?:[’']re| are|[’']ve)? (?:received?|receiving|getting|got) this (?:e-?mail|newsletter|message|letter)\b.{0,200}|(?:sie erhalten|du erhältst) diese(?:n|s)? (?:e-?mail|newsletter)\b.{0,160}"
    r"|(?:if you )?(?:no longer (?:wish|want)|don[’']t want) to (?:receive|get) (?:these|this|our)\b.{0,120}|(?:was )?(?:this (?:e-?mail|newsletter) )?forwarded (?:to you|this (?:e-?mail|newsletter))\?.{0,80}"
    r"|(?=.*\b(?:unsubscribe|preferences|subscription|abmelden|abbestellen|désabonner)\b)(?:(?:unsubscribe|(?:update|manage|change|edit) (?:your |my )?(?:\w+ )?(?:preferences|profile|subscription)|view (?:online|in browser)|forward(?: to a friend)?|privacy(?: policy)?|abmelden|abbestellen|se désabonner)(?:\s*(?:[|·•,/–-]|\bor\b)\s*|\W*$))+)[.!]?",
    re.IGNORECASE,
)
REPRINT = re.compile(
    r"(?:(?:本文|文章|原文)?(?:为|由|系)?.{0,12}(?:原创|首发|版权归).{0,30}|.{0,24}(?:未经.{0,8}(?:授权|许可|允许).{0,16}(?:转载|使用)|转载(?:请|需|须).{0,24})|(?:版权所有|著作権).{0,60}|本記事の無断転載.{0,20}|無断転載.{0,10}"
    r"|(?:reprinted|republished|reproduced) (?:here )?(?:with|by) (?:kind )?permission\b.{0,80}|republish(?:ing)? (?:this|our) (?:story|article)s?\b.{0,120}|this (?:article|work|story|page|text) is (?:licensed|available|published) under\b.{0,160}"
    r"|text is available under\b.{0,200}|this page was last (?:edited|modified|changed)\b.{0,60}|from \w+, the free encyclopa?edia|(?:nachdruck|vervielfältigung)\b.{0,60}\b(?:genehmigung|verboten)\b.{0,40})[。.!]?",
    re.IGNORECASE,
)
MAX_WORDS = 60
MAX_LENGTH = 420  # characters


def why_disclosure(line: Line) -> str:
    """Why a line is the page's word on itself; empty for any other line."""
    text = line.text.strip("*_#()[] ")
    if line.fence is not None or line.words > MAX_WORDS or len(text) > MAX_LENGTH:
        return ""
    if COMMISSION.fullmatch(text) or (PAID_LINKS.search(text) and EARNS.search(text)):
        return "a disclosure of paid links"
    if SPONSOR.fullmatch(text):
        return "a sponsor's line"
    if LETTER.fullmatch(text):
        return "the frame of a letter"
    return "a note on rights or versions" if REPRINT.fullmatch(text) else ""
