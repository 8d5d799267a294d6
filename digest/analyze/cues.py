"""What the words of a sentence tell of its part in a text: it defines, aims, brings news, announces, or only opens."""

from __future__ import annotations

import re

DEFINES = re.compile(  # each in lower case and after a space: so to look for it costs less
    r"\W(?:(?:is|are) (?:an?|the)|aim|goal|mission|purpose|objective|(?:designed|intended) to|in order to|efforts? to|so that)\b",
)
NEWS = re.compile(
    r"\W(?:today|recently|now(?! that\b)|(?<!earlier\W)this (?:week|month|year|(?:blog )?post|article|paper|essay|guide|study|report|piece)"
    r"|we(?:['’]re| are) (?:\w+ )?(?:launch|announc|releas|excit|proud|pleas|happ|thrill)\w*"
    r"|heute|diese[rs]? (?:woche|beitrag|artikel|studie)|aujourd['’]hui|cet article|cette étude|hoy|este artículo|este estudio|hoje|este artigo|oggi|questo articolo)\b",
)
DOES = (  # what a text says that it does, without the endings
    r"(?:show|describ|explain|explor|discuss|cover|outlin|present|shar|look|delv|dive|div|provid|examin|walk|introduc|summar|highlight|focus|review|compil|list|test|round|compar|argu|break)\w*"
)
DONE = (  # what a writer says to have done for it
    r"(?:analy[sz]ed|compared|compiled|collected|distilled|found|gathered|interviewed|listed|outlined|put together|ranked|researched|reviewed|rounded|selected|surveyed|tested)"
)
ANNOUNCES = re.compile(
    r"\W(?:in (?:this|our) (?:blog )?(?:post|article|guide|piece|report|series|paper|essay|study)\b"
    rf"|(?:this|our) (?:[\w-]+ ){{0,4}}(?:guide|post|article|report|study|paper|piece|essay|review|list|infographic) (?:\w+ )?{DOES}"
    rf"|(?:we|i)(?:['’]ll| will|['’]re going to| are going to) (?:\w+ )?{DOES}"
    rf"|(?:we|i)(?:['’]ve| have) (?:\w+ )?{DONE}\b|we (?:argue|built|created|developed|discovered|find|launched|learned|present|propose|released|show)\b"
    r"|in diese[rm] (?:artikel|beitrag|studie|arbeit|text)\b|dans (?:cet article|cette étude)\b|en este (?:artículo|estudio)\b|neste (?:artigo|estudo)\b|in questo (?:articolo|studio)\b"
    r"|в этой (?:статье|работе)|в этом (?:исследовании|обзоре))|本文|本研究|本稿|この記事|この論文"
)
ONLY_OPENS = re.compile(  # what could stand above any text of its field: times change, it is hard, we all know it
    r"\W(?:fast-paced|(?:ever|rapidly)[- ](?:chang|evol|grow|expand|shift)\w+|in today['’]s (?:[\w-]+ ){0,3}(?:age|era|econom|environment|landscape|market|societ|world)\w*"
    r"|(?:digital|modern) (?:age|era|landscape)|no longer (?:just|only|simply|merely)|more than (?:just|ever)|(?:not|isn['’]t|aren['’]t) (?:just|only|merely)|game[- ]chang\w+|balancing act"
    r"|(?:can|may|might) (?:\w+ )?(?:feel|seem|be) (?:like |(?:a )?(?:bit|little|very|quite|somewhat) )?(?:an? )?(?:overwhelming|daunting|tricky|confusing|challenging|intimidating|difficult|hard|tough|scary|stressful|chore)"
    r"|is (?:always |often )?(?:a daunting|challenging|daunting|hard work|no easy task|overwhelming|tricky)|can (?:\w+ )?feel like|we all (?:know|love|want)|(?:good|bad) news is|gone are the days|let['’]s face it|chances are|(?:crucial|essential|vital|important) for (?:any|every)\w*"
    r"|(?:have|has) (?:become|transformed|revolutioni[sz]ed|ushered|evolved)|continues? to (?:redefine|reshape|evolve|transform|grow|change)|plays? an? (?:crucial|key|pivotal|vital) role|an exciting"
    r"|(?<=\A\W)(?:(?:maybe|perhaps) you|as we (?:move|head|enter|step|look)|throughout history|(?:[^,]{0,80}, ){0,2}i (?:was|had|came|decided|grew|joined|remember|started|used to)))\b"
)
OF_THE_WRITER = re.compile(  # who speaks and what they sell, instead of what they have to say
    r"\W(?:(?<=\A\W)(?:for (?:someone|anyone) who|as (?:an?|the|one of the) [^,]*, (?:i|we)|i(?: have|['’]ve)? had the (?:honou?r|pleasure|privilege))"
    r"|(?<=\A\W)at [^,]{2,40}, we (?:\w+ )?(?:believe|know|pride ourselves|understand)"
    r"|we(?:['’]re| are) an? (?:[\w-]+ ){0,5}(?:agency|business|company|firm|provider|shop|startup|store|studio)|we(?:['’]ve| have) been [^.,]{0,60} for (?:[\w-]+ ){1,3}(?:years|decades)"
    r"|our (?:[\w-]+ ){0,4}(?:agency|app|company|experts?|platform|products?|services?|shops?|software|solutions?|store|team|tools?)(?:, [^,]*,)? (?:\w+ )?(?:can|gives?|helps?|makes?|offers?|provides?|specializ\w+))\b"
)


def defines(lowered: str) -> bool:
    """Whether a sentence says what a thing is, or what for; here and below, in lower case after a space."""
    return DEFINES.search(lowered) is not None


def tells_news(lowered: str) -> bool:
    """Whether it says what is new, or names the text itself."""
    return NEWS.search(lowered) is not None


def announces(lowered: str) -> bool:
    """Whether it says what the text does or found."""
    return ANNOUNCES.search(lowered) is not None


def speaks_of_writer(lowered: str) -> bool:
    """Whether it says who speaks and what they sell."""
    return OF_THE_WRITER.search(lowered) is not None


def only_opens(lowered: str) -> bool:
    """Whether it leads up to the subject in words that would do for many texts."""
    return ONLY_OPENS.search(lowered) is not None
