"""Words beside a name that show what it names: patterns to a kind of name and how much they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.analyze.name_shapes import EVENTS, LEGAL_FORMS, PERSONAL, TITLES, Told, is_full_name, is_personal
from digest.analyze.wording import words_of
from digest.documents import TermKind

_ROLES = "|".join(sorted(PERSONAL))
_COMPANY = (
    r"(?:company|start-?up|non-?profit|firm|agency|organi[sz]ation|charity|bank|university|manufacturer|retailer|think tank"
    r"|publisher|airline|law firm|consultancy|cooperative|museum|brand)"
)
_COMPANIES = (
    r"(?:companies|start-?ups|firms|retailers|organi[sz]ations|manufacturers|non-?profits|employers|competitors"
    r"|universities|banks|airlines|tech giants|publishers|charities)"
)
_CALM = r"(?=[,.;:)—–]|\Z| (?:that|which|who|based|in|by|about|for|from|of|to|with|whose|founded|headquartered|written|directed|published|set|designed|made|used|known|dedicated|focused)\b)"
_FEW = r"(?:(?!(?:which|that|who|when|and|or|to|for|of|in|on|at|with|as|by|from|how|what|where|we|you|is|are)\b)[\w’'-]+ ){0,6}?"
_PLAINLY = r"(?:(?!(?:an?|and|as|but|by|for|from|in|including|like|of|or|our|such|that|the|to|when|where|which|with)\b)[a-z0-9][\w’'-]* )"
_LIST = r"(?:[A-Z][\w&-]*(?:\.\w+)*(?: [A-Z0-9][\w&-]*(?:\.\w+)*)*,? (?:and |or )?)*"
_WORK = (
    r"(?:novel|novella|memoir|film|movie|documentary|album|sitcom|textbook|short story|poem|magazine|newspaper|podcast)"
)
_TITLED = r"(?:book|novel|novella|memoir|essay|paper|article|report|study|film|movie|documentary|album|song|podcast|story|poem|play|post|talk|episode|textbook|sitcom|series|show|magazine|newspaper)"
_GEAR = (
    r"(?:camera|lens|laptop|smartphone|phone|tablet|smartwatch|headphones|headset|earbuds|speaker|printer|router|keyboard"
    r"|microphone|monitor|console|processor|chip|graphics card|sedan|suv|motorcycle|drone|app|application|browser"
    r"|plug-?in|library|operating system|programming language|database|compiler|software|chatbot|text editor|video game"
    r"|language model|multimodal model|search engine|package manager|spreadsheet)"
)
_SAYS = r"(?:said|says|told|writes|wrote|explains|explained|argues|argued|recalls|recalled|tweeted|admits|admitted|adds|added|notes|noted)"
_PRONOUN = r"(?:he|she|his|her|him|himself|herself)"


class Cue(NamedTuple):
    """What a name is if the pattern stands beside it, and how far that tells: 2 is enough alone, 1 is not.

    `full`: of two or three plain capitalized words only, as a person's whole name is.
    """

    kind: TermKind
    tells: int
    pattern: re.Pattern[str]
    full: bool = False


AFTER = (  # what follows a name
    Cue(
        "person",
        2,
        re.compile(
            rf", (?:(?:an?|the|my|his|her) {_PLAINLY}{{0,5}}(?:{_ROLES})|{_PLAINLY}{{0,3}}(?:{_ROLES}) (?:at|of|for|with)|{_PLAINLY}{{1,3}}(?:{_ROLES}))\b(?!['’])"
        ),
        full=True,
    ),
    Cue("person", 2, re.compile(r", who\b"), full=True),
    Cue("person", 2, re.compile(r", \d\d,|,? (?:MD|M\.D\.|Ph\.?D|RN|CPA|Esq|Jr|DDS|DVM)\b"), full=True),
    Cue("person", 2, re.compile(r" (?:was|is) born\b"), full=True),
    Cue("person", 2, re.compile(r" \((?:born |b\. )?1[5-9]\d\d ?[-–—] ?(?:\d{4})?\)"), full=True),
    Cue("person", 1, re.compile(rf",?[”\"]? {_SAYS}\b"), full=True),
    Cue(
        "person",
        1,
        re.compile(rf"[^A-Z.!?]{{1,100}}\b{_PRONOUN}\b|[^A-Z.!?]{{1,150}}[.] (?:He|She|His|Her)\b"),
        full=True,
    ),
    Cue("organisation", 2, re.compile(r",? (?:Inc|Ltd|LLC|LLP|GmbH|Corp|PLC|plc)\b")),
    Cue("organisation", 2, re.compile(rf"(?:,|,? which is| is| was) (?:an?|the) {_FEW}{_COMPANY}{_CALM}")),
    Cue(
        "organisation",
        2,
        re.compile(r"(?:['’]s)? (?:CEO|CTO|CFO|COO|headquarters|spokes(?:man|woman|person)|shareholders)\b"),
    ),
    Cue(
        "organisation",
        1,
        re.compile(r"(?:['’]s)? (?:employees?|executives?|staff|engineers|researchers|co-?founders?)\b"),
    ),
    Cue("organisation", 2, re.compile(r" (?:has |have |had )?(?:hired|laid off|acquired)\b")),
    Cue("organisation", 2, re.compile(r" \((?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX)[:)]")),
    Cue("organisation", 1, re.compile(r" was (?:founded|established|incorporated)\b|, founded (?:in|by)\b")),
    Cue("organisation", 1, re.compile(r" (?:has |have )?(?:announced|unveiled|partnered)\b")),
    Cue("work", 2, re.compile(rf"(?:,|,? which is| is| was) (?:an?|the) {_FEW}(?:{_WORK}|book){_CALM}")),
    Cue("product", 2, re.compile(rf"(?:,|,? which is| is| was) (?:an?|the) {_FEW}{_GEAR}{_CALM}")),
    Cue("product", 2, re.compile(r" (?:operating system|programming language|browser|chatbot)\b")),
    Cue("product", 1, re.compile(rf" (?!software|application){_GEAR}s?\b")),
    Cue("product", 2, re.compile(r" version \d")),
    Cue("product", 1, re.compile(r" v\d")),
    Cue("product", 1, re.compile(r" \d+\.\d+\b|,? \(?[$€£]\d")),
    Cue(
        "product",
        1,
        re.compile(r"(?:,| is) (?:an?|the) (?:[\w-]+ ){0,4}?(?:tool|framework|platform|service|toolkit)\b"),
    ),
)
BEFORE = (  # what a name follows
    Cue("person", 2, re.compile(rf"\b(?:{_ROLES}),? \Z"), full=True),
    Cue("person", 2, re.compile(r"\b(?:written|directed|painted|photographed|authored|coined|hosted|illustrated) by \Z"), full=True),
    Cue("person", 1, re.compile(rf"[”\"’] {_SAYS} \Z"), full=True),
    Cue("organisation", 2, re.compile(rf"\b{_COMPANIES},? (?:such as|like|including) {_LIST}\Z")),
    Cue("organisation", 1, re.compile(rf"\bagencies,? (?:such as|like|including) {_LIST}\Z")),
    Cue("organisation", 1, re.compile(r"\bcompany \Z")),
    Cue("organisation", 2, re.compile(r"\b(?:start-?up|firm|retailer|manufacturer|non-?profit|charity|publisher|airline) \Z")),
    Cue(
        "organisation",
        2,
        re.compile(
            r"\b(?:CEO|CTO|CFO|COO|chairman|chief executive|co-?founder|spokes(?:man|woman|person)|vice president|employees?"
            r"|subsidiary|shareholders?) (?:of|at|for|with) (?:the )?\Z"
        ),
    ),
    Cue(
        "organisation",
        2,
        re.compile(r"\b(?:engineer|researcher|professor|scientist|designer|developer|analyst|economist|fellow|manager|intern)s? at (?:the )?\Z"),
    ),
    Cue("organisation", 2, re.compile(r"\b(?:works?|worked|working|internship|interned|job) at (?:the )?\Z")),
    Cue("organisation", 2, re.compile(r"\b(?:co-?)?founded \Z")),
    Cue("organisation", 1, re.compile(r"\b(?:works?|worked|working) for (?:the )?\Z")),
    Cue("organisation", 1, re.compile(r"\b(?:acquired by|researchers from|a team at|folks at|people at) (?:the )?\Z")),
    Cue("work", 2, re.compile(rf"\b{_TITLED},? (?:is )?(?:called|titled|entitled),? [“\"‘']?(?:The |An? )?\Z")),
    Cue("work", 2, re.compile(r"\b(?:authors? of|episodes? of) (?:the book )?[“\"‘']?(?:The |An? )?\Z")),
    Cue("work", 1, re.compile(rf"\b{_WORK},? (?:The |An? )?\Z")),
    Cue("product", 2, re.compile(
        r"\b(?:apps|libraries|cameras|lenses|laptops|smartphones|phones|browsers|programming languages|operating systems"
        rf"|plug-?ins|chatbots|databases|language models|LLMs|software),? (?:such as|like|including) {_LIST}\Z"
    )),
    Cue("product", 1, re.compile(rf"\b(?:tools|frameworks|platforms|products|devices|services),? (?:such as|like|including) {_LIST}\Z")),
    Cue("product", 2, re.compile(r"\b(?:programmed|coded|programming|programs) in \Z")),
    Cue("product", 2, re.compile(r"\b(?:app|browser|plug-?in|chatbot|programming language|video game|operating system) \Z")),
    Cue("product", 1, re.compile(r"\b(?:[Ii]nstall|[Dd]ownload|[Uu]ninstall)(?:s|ed|ing)? \Z")),
    Cue("product", 1, re.compile(r"\bversions? of (?:the )?\Z")),
)  # fmt: skip

NATIONAL = re.compile(r"[A-Z]\w+(?:an|ese|ish|ch)")  # American, Japanese, British: they describe an organisation
INITIALS = re.compile(r"[A-Z]{2,5}s?")  # CRM, SQL: initials of a thing that many make, as often as a product's name
WITHIN = re.compile(r"\b(?:of|at|from|in) (?:the )?\Z")  # "the founder of X, who": what follows is said of another
PART = re.compile(  # Code for America
    r"\b(?!CEO|CFO|COO|CTO|Chair|President|Director)[A-Z][\w’'-]+ (?:for|of) (?:the )?\Z"
)
SHOWN = 60  # characters of what tells


def _any_of(cues: Sequence[Cue]) -> re.Pattern[str]:
    """One pattern for all, so that a name with nothing beside it costs one look.

    Where a word begins is asked once for all that open on one; what opens so holds no choice outside of brackets.
    """
    patterns = [cue.pattern.pattern for cue in cues]
    opening = "|".join(one.removeprefix(r"\b") for one in patterns if one.startswith(r"\b"))
    others = [one for one in patterns if not one.startswith(r"\b")]
    return re.compile("|".join([*others, *([rf"\b(?:{opening})"] if opening else [])]))


ANY_AFTER = {full: _any_of([cue for cue in AFTER if full or not cue.full]) for full in (False, True)}
ANY_BEFORE = {full: _any_of([cue for cue in BEFORE if full or not cue.full]) for full in (False, True)}
ENDINGS = words_of(  # the words before a name that patterns end with; in a row of names any
    """
    a acquired an as at book by called co-founded coded cofounded company download downloaded downloading entitled episode
    firm for founded in including install installed installing like manufacturer of publisher retailer the titled with
    The A An novel novella memoir film movie documentary album sitcom textbook story poem magazine newspaper podcast
    nonprofit non-profit charity airline startup start-up app browser chatbot language game system plugin plug-in
    """
)
ROWS = ("such as ", "like ", "including ")


def find_cues(name: str, before: str, after: str) -> Iterator[tuple[str, Told]]:
    """What the words before and after a name tell, each with a label of its own."""
    if PART.search(before):
        return
    closed, initials = _is_closed(name), INITIALS.fullmatch(name) is not None
    for label, told in _read(name, before, after):
        if not (closed and told.kind == "organisation"):
            yield label, told._replace(tells=1) if initials and told.kind == "product" else told


def _is_closed(name: str) -> bool:
    """Whether a name can be no organisation's, whatever stands beside it: an adjective of a nation, an event, a legal form."""
    return name in LEGAL_FORMS or NATIONAL.fullmatch(name) is not None or name.split()[-1] in EVENTS


def _read(name: str, before: str, after: str) -> Iterator[tuple[str, Told]]:
    full = is_full_name(name) and not WITHIN.search(before)
    if ANY_AFTER[full].match(after):
        for number, cue, words in _matching(AFTER, after, full=full):
            yield f"after {number}", Told(cue.kind, cue.tells, f"{name}{words}"[:SHOWN].strip())
    if (full or _may_precede(before)) and ANY_BEFORE[full].search(before):
        for number, cue, words in _matching(BEFORE, before, full=full):
            yield f"before {number}", Told(cue.kind, cue.tells, f"{words}{name}"[-SHOWN:].strip())
    title = before.split(" ")[-2:-1]
    if title and title[0] in TITLES and is_personal(name):
        yield "title", Told("person", 2, f"{title[0]} {name}")


def _may_precede(before: str) -> bool:
    last = before.rstrip(" “\"‘'").rsplit(" ", 1)[-1]
    return last.rstrip(",") in ENDINGS or any(word in before for word in ROWS)


def _matching(cues: Sequence[Cue], text: str, *, full: bool) -> Iterator[tuple[int, Cue, str]]:
    for number, cue in enumerate(cues):
        found = cue.pattern.match(text) if cues is AFTER else cue.pattern.search(text)
        if found and (full or not cue.full):
            yield number, cue, found.group()
