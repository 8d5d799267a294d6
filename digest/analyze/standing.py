"""Whether a sentence says something by itself, so that a reader who sees nothing else is not misled."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.analyze.wording import is_cjk, split_words

ASKED = 1_000  # sentences, more than a text has; several ask the same of each
FEWEST_WORDS = 6
MOST_WORDS = 60
MOST_SIGNS = 220  # of a Chinese or Japanese sentence
ENDED = re.compile(r"[.!…。！][\"”’')\]」』]*\Z")
PIECE = (  # what a text may call itself: "this paper" points at what the reader holds
    r"(?:(?:blog )?post|article|paper|essay|study|work|report|guide|chapter|survey|review|book|thesis|piece|series|interview|column|tutorial|manuscript|infographic|round-?up|edition|checklist|primer|walkthrough)"
)
NAMED_PIECE = (  # by its subject, and what it does: "this soil guide covers …"
    r"(?:[\w-]+ ){1,4}(?:article|checklist|guide|infographic|primer|review|roundup|tutorial) (?:aims|answers|breaks|compares|covers|describes|explains|explores|gives|helps|lists|looks|offers|outlines|provides|shares|shows|tells|walks|will)"
)
JUDGED = (  # "it is hard to …" points at what follows
    r"(?:(?:been|now|often|always|no longer|not|also|very|so|too|more|especially|particularly|increasingly) )*"
    r"(?:an? (?:\w+ ){0,3}(?:challenge|day|decade|duty|fact|honor|honour|idea|matter|misconception|mistake|month|myth|pity|pleasure|practice|privilege|question|relief|shame|sign|time|truth|wonder|year)"
    r"|the (?:case|duty|fact|job|responsibility|task|time)|no (?:accident|coincidence|exaggeration|longer|secret|surprise|wonder)|important|essential|crucial|critical|vital|easy|easier|hard|harder|difficult|tough|simple|possible|impossible|clear|unclear|common|uncommon|"
    r"well[- ]known|known|tempting|worth|true|time|necessary|likely|unlikely|rare|natural|good|great|best|better|safe|fair|useful|obvious|surprising|"
    r"said|thought|believed|estimated|assumed|argued|understood|expected|hoped|fun|\w+ years)"
)
SELF_CONTAINED = (  # openings with a pointing word that point at nothing said before: at the text itself, at today, or forward
    rf"(?:(?:(?:in|with|throughout) )?(?:this|the present) (?:short |brief |first |new |blog )?{PIECE}\b"
    rf"|this {NAMED_PIECE}\b"
    r"|this (?:is the story of|past|year|month|week|spring|summer|fall|autumn|winter|decade|century|morning|time of)\b|these days\b"
    rf"|it(?:['’]s| is| was| has| can be| may be| would be) {JUDGED}\b[^.;]{{0,60}}?\b(?:(?:that|to|since|when|how|if|whether)\b|for [^.;]{{1,60}} to\b)"
    r"|there (?:is|are|was|were|has been|have been)\b(?! (?:also|another|others?|one|two|three|several)\b)|here at\b|both [\w’'-]+ and\b)"
)
POINTING = re.compile(
    rf"[\"“‘'(\[]*(?!{SELF_CONTAINED})(?:"
    r"(?:this|that|these|those|it|they|he|she|him|her|his|hers|their|theirs|them|its|such|both|either|neither|another|others?|same)\b(?!\s+(?:is why|end)\b)"
    r"|(?:however|but|and|or|nor|so|yet|also|thus|hence|therefore|then|still|instead|otherwise|moreover|furthermore|additionally|"
    r"similarly|likewise|meanwhile|nevertheless|nonetheless|consequently|accordingly|besides|conversely|alternatively|rather|"
    r"indeed|again|too|further|finally|lastly|secondly|second|thirdly|third|next|afterwards?|later|anyway|plus|because|crucially|importantly|"
    r"unfortunately|fortunately|luckily|sadly|surprisingly|interestingly|similarly|specifically|overall|ultimately|namely)\b,?"
    r"|(?:ok|okay|oh|hey|hi|hello|thanks|thank|welcome|here|there|above|below)\b|(?:yes|no|well|sure)[,.!:—–]"
    r"|(?:in|on|by|for|at|as|to|from|with|after|before|despite|because of|given|under|since|through|of|beyond|among|during|like)\s+"
    r"(?:this|that|these|those|it|them|there|such|both|all (?:this|that|these|those)|one|another|the (?:same|other|former|latter))\b"
    r"|(?:not just|in (?:short|sum|summary|conclusion|other words|fact|addition|contrast|particular|turn|the end|essence|brief|this|that)|"
    r"to (?:sum up|conclude|that end|this end)|on the (?:other|one) hand|by contrast|for (?:example|instance)|as (?:a (?:result|consequence)|well|such|mentioned|"
    r"noted|described|discussed|we|you)|at the same time|that is|what(?:'|’)s more|even (?:so|then|though)|of course|after all|first(?:ly)?,|"
    r"one (?:reason|example|such|of (?:these|those|them|his|her|its|their))|the (?:other|latter|former|second|third|next|last|following|above|same|first|"
    r"rest|result|reason|answer|idea|question)\b|some of (?:these|those|them)|each of (?:these|those|them)|all of (?:these|those|this|that)|"
    r"most of (?:these|those|them)|many of (?:these|those|them)|until then|since then|back then|by (?:then|doing so)|to do (?:this|that|so)"
    r"|now that (?:you|we|i)|before (?:we|i) (?:begin|dive|get|go|start)|as you can)\b"
    r"|(?!(?:[^,]*\b(?:[a-z]{3,}(?<!s)s|people|men|women|children|staff|everyone|everybody|someone|somebody|anyone|who|(?<=[a-z] )(?-i:[A-Z])[a-z]+ (?-i:[A-Z])[a-z]+)\b)[^,]*,)"
    r"(?:in|on|at|by|after|before|when|while|once|during|since|until) [^,;:.]{0,60}, (?:they|he|she)\b"
    r")",
    re.IGNORECASE,
)
NOT_BACK = (  # "this …" of today, or of the text itself
    rf"(?:is\b|year|month|week|spring|summer|fall|autumn|winter|past|century|decade|(?:\w+ )?{PIECE}|{NAMED_PIECE}\b)"
)
POINTING_NEAR = re.compile(
    r"[^,;:]{0,45}\b(?:as well|too|they|he|she)\b|(?:\w+(?: \w+)?, )?[^,;:]{0,45}\b(?:(?:these|those|such an?|the (?:former|latter)|the same (?!as\b|way|time)\w)\b"
    rf"|this (?!{NOT_BACK}))|[^,;:]{{0,40}}, (?:though|however|therefore|then|too|instead),|[^,;:]{{0,80}}, (?:(?:most|many|some|all|each|one) of )?(?:this|these|those) (?!{NOT_BACK})\w",
    re.IGNORECASE,
)
POINTING_ABROAD = re.compile(  # the same openings in other languages; a text may still speak of itself
    r"[\"“‘'«„(]*(?!(?:Diese[rs]? (?:Artikel|Beitrag|Studie|Arbeit)|Cet article|Cette étude|Este (?:artículo|estudio|artigo|estudo)|Questo (?:articolo|studio))\b)(?:(?:"
    r"jedoch|dennoch|deshalb|daher|außerdem|trotzdem|allerdings|diese[rsnm]?|dies|"
    r"cependant|toutefois|pourtant|ainsi|donc|en revanche|par conséquent|cela|ceci|cette|cet|ces|"
    r"sin embargo|no obstante|por lo tanto|por eso|además|esto|este|esta|estos|estas|"
    r"no entanto|porém|portanto|além disso|isso|isto|"
    r"tuttavia|pertanto|inoltre|perciò|questo|questa|questi|queste|"
    r"однако|поэтому|кроме того|таким образом|это|этот|эта|эти)\b"
    r"|但是|但|然而|因此|所以|此外|这|這|しかし|だが|そのため|また|これ|それ|この|その)",
    re.IGNORECASE,
)
INVITING = re.compile(  # in lower case and after a space: so to look for it costs a quarter
    r"\W(?:(?:(?<=\A\W)(?:to )?|(?<=[,;:.!—–]\s)|(?:please|and|or|you can|sure to|forget to|invite you to) )"
    r"(?:sign up|click|read more|learn more|find out more|check out|visit us)\b(?! (?:about (?:their|its|his|her)))"
    r"|(?:(?:use|try|explore|browse|shop|view|book|request|download|visit|meet) (?:our|your free)|(?:earn|receive)s? (?:an? )?(?:small |affiliate )?commissions?|affiliate links?|we (?:also )?have (?:other|more|plenty of) \w+|"
    r"(?<=, )call \w+ (?:at|now|to|today)|subscribe|newsletter|stay tuned|follow us|contact us|"
    r"email us|drop us|let us know|get in touch|join us|tell us|share your|your inbox|register (?:now|here|for)|apply now|"
    r"leave a comment|in the comments|fill (?:out|in) (?:the|our|this) |(?:see|find|listed|shown) [^.]{0,80}\b(?:below|above)\b|(?:see|find|read|download|view|watch|register|apply) [^.]{0,80}\bhere(?=[.!])|see below|see above|thanks? (?:to|you|for)|special thanks|originally (?:published|posted|appeared)|"
    r"this (?:blog |guest )?(?:post|article|piece|essay|blog|series|entry) (?:(?:is|was) (?:part|the (?:first|second|third|fourth|fifth|last|latest|final)|a (?:guest|follow|cross)|"
    r"an? (?:excerpt|update|repost)|(?:co-?)?written|adapted|originally|first|also|cross|published|updated)|originally|first)|"
    r"in (?:the|our|my|an?) (?:last|first|second|third|fourth|previous|next|earlier|later|preceding|following|upcoming) (?:few |couple of )?(?:blog )?(?:posts?|article|part|instal+ment|entry|piece|chapter|section)|"
    r"cross-?posted|all rights reserved|copyright|photo (?:by|credit)|image (?:by|credit|courtesy))\b)"
)
PRAISING = re.compile(  # likewise: "this essay is the best that I have read": about a piece, and not what it says
    rf"\W(?:(?:this|that|his|her|their) (?:\w+ )?{PIECE}\b[^.!?]*\b(?:is|was|['’]s) (?:(?:one of|by far|easily|hands down|simply|probably|perhaps) )*(?:the|an?|my) "
    r"(?:\w+ ){0,3}?(?:best|most|insightful|excellent|fantastic|terrific|great|wonderful|brilliant|superb|fascinating|must)\b"
    r"|(?:well )?worth (?:reading|a read|your time)\b|(?:i|we) (?:can(?:no|['’])t |highly |strongly |really |heartily )*recommend\b|(?:highly|strongly) recommended\b|a must[- ]read\b)"
)
BYLINE = re.compile(
    r"[\"“(\[]*(?:by (?-i:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)(?: and |,|\.|\Z)|written by|posted by|updated?:|updated on|editor(?:'|’)s note|note:|disclaimer|disclosure)",
    re.IGNORECASE,
)
OFFER = re.compile(
    r"[\"“]*(?:if you(?:(?:['’]d)? (?:want|like|need|wish|have|are)|['’]re (?:curious|interested|looking|new|unable|wondering)|['’]ve (?:always|been|considered|ever|wanted))\b|i can\b|i could\b|i(?:'|’)ll\b|i(?:'|’)m happy|i am happy|"
    r"let me\b|let(?:'|’)s\b|would you like|feel free|we(?:'|’)d love|i(?:'|’)d (?:love|like)|imagine\b|please\b|happy to\b|compare\b|note that\b|(?:learn|discover|find out|explore|see) (?:about|how|more|the|what|which|why|your)\b)",
    re.IGNORECASE,
)
LABEL = re.compile(  # "Question: …", "The upshot – …"; two dashes set words apart within a sentence
    r"[^.!?–—:]{0,40}\s[–—]\s(?![^.!?]{0,120}\s[–—]\s)|(?:[^\s!?–—:“\"]+\s+){0,4}[^\s!?–—:“\"]+:\s|\d{1,3}[.)]\s"
)
ELSEWHERE = re.compile(r"(?:above|below|yes|no),", re.IGNORECASE)  # what no sentence before it mends
MARK = re.compile(r"[•·–—\-\u2190-\u2bff\U0001f000-\U0001faff]")  # that opens what is no sentence
REMNANT = re.compile(  # markup or an address that reading left in one; to look for signs alone costs a tenth
    r"\*|`|\||<|>|\[\^|\]\(|:(?<=http:)//|:(?<=https:)//"
)
ENCLOSED = re.compile(r"\([^()]*\)|[\"“][^\"“”]*[\"”][.!]?")  # an aside, a title, or words that nobody is said to say
INSTANCES = ("example", "examples", "exception", "exceptions", "case in point", "instance", "instances")
INSTANCE = re.compile(  # of what, an earlier sentence says
    rf"\b(?:is|are|was|were) (?:just |but |only )?(?:an?|the|one|no) (?:\w+ )?(?:{'|'.join(INSTANCES)})[.!]\Z",
    re.IGNORECASE,
)
NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalpha())
PLAIN_SIGNS = re.compile(r"[\x00-\x7f]+")
CLOSING_LABEL = re.compile(r":[\"”’')\]]*\Z")


def stands_alone(text: str) -> bool:
    """Whether a sentence may be shown by itself: complete, no question, no offer, nothing that points elsewhere."""
    return is_complete(text) and needs_nothing(text)


def needs_nothing(text: str) -> bool:
    """Whether a complete sentence neither points elsewhere nor invites nor praises."""
    return not points_elsewhere(text) and not invites(text)


@lru_cache(maxsize=ASKED)
def follows_well(text: str) -> bool:
    """Whether a sentence may be shown right after the one that it follows: it points, but to no other place."""
    return not (
        ELSEWHERE.match(text)
        or _opens_on_label(text)
        or CLOSING_LABEL.search(text)
        or ENCLOSED.fullmatch(text)
        or invites(text)
    )


@lru_cache(maxsize=ASKED)
def is_complete(text: str) -> bool:
    """Whether a sentence is one: of sensible length, mostly letters, ended, and no question."""
    if is_cjk(text):
        return 10 <= len(text) <= MOST_SIGNS and bool(ENDED.search(text))
    words = split_words(text)
    sized = FEWEST_WORDS <= len(words) <= MOST_WORDS and _count_letters(text) > 0.6 * len(text)
    return (
        sized
        and not (MARK.match(text) or REMNANT.search(text))
        and bool(ENDED.search(text))
        and not (text[:1].islower() and text.split()[0].isalpha())  # login.gov, iPhone and 3D may open one
        and _is_balanced(text)
    )


def _count_letters(text: str) -> int:
    plain = len(text.encode("ascii", "ignore").translate(None, NO_LETTERS))
    return plain if text.isascii() else plain + sum(map(str.isalpha, PLAIN_SIGNS.sub("", text)))


def points_elsewhere(text: str) -> bool:
    """Whether a sentence opens on words that need the one before, or on a label."""
    return bool(
        POINTING.match(text)
        or POINTING_ABROAD.match(text)
        or POINTING_NEAR.match(text)
        or _opens_on_label(text)
        or CLOSING_LABEL.search(text)
        or ENCLOSED.fullmatch(text)
        or (text[:-1].lower().endswith(INSTANCES) and INSTANCE.search(text))
    )


def _opens_on_label(text: str) -> bool:
    holds = ":" in text or "–" in text or "—" in text or text[:1].isdigit()
    return holds and LABEL.match(text) is not None


@lru_cache(maxsize=ASKED)
def invites(text: str) -> bool:
    """Whether a sentence calls, offers, thanks or praises, instead of saying what the text says."""
    if OFFER.match(text) or BYLINE.match(text):
        return True
    lowered = f" {text.lower()}"
    return bool(INVITING.search(lowered) or PRAISING.search(lowered))


def _is_balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("“") == text.count("”") and text.count('"') % 2 == 0
