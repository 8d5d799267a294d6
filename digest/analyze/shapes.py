"""What the shape of a word tells: that it names a thing, describes one, or is a code like MCTS or GPT-4."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from digest.analyze.wording import SHOUTED, word_parts, word_zipf, words_of

DESCRIBING = re.compile(r"(?:ive|[^u]al|ous|ful|less|able|ible|ic|[^e]ed|ary|[^m]ent|est|ish|like|based)\Z")
JUDGING = re.compile(r"(?:ful|less|ous|er|able|ible|ant|[^m]ent)\Z")
DESCRIBING_COMPOUND = re.compile(
    r"\A(?:high|low|long|short|real|well|cutting|full|large|small|hard|fast|slow|first|second|third|multi|non|so|in|on|off|one|two|three|four)[-‑]"
    r"|[-‑](?:driven|based|centric|oriented|specific|dependent|friendly|ready|wide|level|scale|free|like|quality|edge|impact|term|time|"
    r"owned|facing|intensive|heavy|agnostic|aware|first|only|style|size|sized|focused|related|to[-‑]\w+|in[-‑]\w+)\Z"
)
CODE = re.compile(r"[A-Z].*[A-Z0-9]|[a-z]+[A-Z]|[A-Z][\w-]*\d")
PLAIN_COMPOUND = re.compile(r"[A-Z]?[a-z]+(?:[-‑][A-Z]?[a-z]+)+")  # High-Impact in a title is no code
FEWEST_SHOUTED = 4  # letters; NEWS is an everyday word in capitals, IT and US are none
GENERAL_NOUNS = words_of(  # what they end names nothing of its own
    """
    advance advancement advancements advances approach approaches attempt attempts breakthrough breakthroughs challenge challenges
    contribution contributions effort efforts finding findings gain gains idea ideas improvement improvements insight insights
    leap leaps milestone milestones need needs perspective perspectives potential progress studies success successes
    """
)
WORKS = words_of(  # what a field does; after a word of degree it is none: incremental research
    """
    change changes development developments growth innovation research result results work works
    """
)
DEGREES = words_of(  # how much, how fast, or when
    """
    considerable continued current dramatic drastic existing extensive fast further future gradual impressive incremental
    limited massive meaningful modest notable ongoing overall rapid recent remarkable significant slow steady substantial
    tangible tremendous
    """
)
NOUNS_NOT_DESCRIBING = words_of(  # nouns with the endings of describing words
    """
    accident adjective adolescent agent alternative animal anniversary appeal approval archive arithmetic
    arrival axial basic bed bible boundary cable canal capital cent client clinic coefficient commentary
    conflict content contest continent coral credential criminal critic crystal deal deliverable diary
    dictionary directive dish drive embed event executive fabric feed festival finish fish forest glossary
    goal gradient graphic guest harvest heuristic hive hospital incentive incident individual ingredient
    initiative interest journal library logic manual material mechanic medical metal metric motive mural
    music narrative native need nutrient objective olive oral parent patent patient percent perspective
    plasma portal potential president professional proposal public quest referral removal renewal rent
    rental request retrieval rival rubbish salary secretary seed shed signal speed statistic student summary
    survival table talent tent terminal test timetable topic traffic trial tutorial variable vegetable
    vocabulary withdrawal
    """
)


DOINGS_AS_NOUNS = words_of(  # they open compounds
    """
    accounting advertising banking bargaining billing boarding booking branding breathing breeding broadcasting building
    burning catering ceiling cleaning climbing clothing coaching coding computing cooking counting crossing cutting cycling
    dancing decision-making dining drawing drinking driving dwelling earning eating editing engineering evening farming
    filming filtering fishing folding funding gaming gardening governing grading hearing heating hiring housing hunting
    imaging indexing judging knitting landing learning lighting lightning listing living loading logging machining
    manufacturing mapping marketing matching meaning meeting messaging mining mixing modeling modelling monitoring morning
    moving networking nursing offering opening operating packaging packing painting parenting parking parsing planning
    pricing printing processing profiling programming publishing purchasing rating reading reasoning recording recruiting
    recycling rendering reporting roasting routing running sampling scaling scheduling searching sewing shipping shooting
    shopping sleeping smoking spelling spending staffing starting steering storing streaming styling surfing swimming
    teaching testing timing tracking trading training traveling travelling tutoring typing underlying upcoming vending
    viewing voting waiting walking warning washing watering wedding weighing welding wiring woodworking working writing
    """
)


@lru_cache(maxsize=100_000)
def describes(word: str) -> bool:
    """Whether a word, or a compound by its halves, looks like one that describes a thing and names none."""
    last = word_parts(word)[-1:] or (word,)
    if DESCRIBING_COMPOUND.search(word.casefold()):
        return True
    return bool(DESCRIBING.search(last[0])) and last[0] not in NOUNS_NOT_DESCRIBING


@lru_cache(maxsize=100_000)
def judges(word: str) -> bool:
    """Whether an opening word looks like one of judgement or degree rather than of a field: `relentless`, `wider`."""
    if word.casefold().startswith(("well-", "well‑")):
        return True
    return word.islower() and bool(JUDGING.search(word)) and word not in NOUNS_NOT_DESCRIBING


def is_vague_phrase(words: Sequence[str]) -> bool:
    """Whether a phrase opens on a word of judgement, or ends on a general noun: `hopeful optimism`, `AI breakthroughs`."""
    return len(words) > 1 and (judges(words[0]) or is_doing(words[0]) or words[-1].casefold() in GENERAL_NOUNS)


@lru_cache(maxsize=100_000)
def is_doing(word: str) -> bool:
    """Whether an opening word looks like what somebody does to what follows: `documenting projects`, not `training data`."""
    return word.islower() and len(word) > 5 and word.endswith("ing") and word not in DOINGS_AS_NOUNS


def tells_degree(words: Sequence[str]) -> bool:
    """Whether a phrase says how much or how fast a field moves, and names nothing: `incremental research`."""
    if len(words) == 1 or words[0].casefold() not in DEGREES:
        return False
    last = words[-1].casefold()
    return last in GENERAL_NOUNS or last in WORKS


@lru_cache(maxsize=100_000)
def count_halves(token: str) -> int:
    """One, or the halves of a hyphenated word; GPT-4 is one."""
    return max(1, sum(part.isalpha() for part in word_parts(token)))


@lru_cache(maxsize=100_000)
def is_code(word: str) -> bool:
    """Whether a word looks like an acronym or a model: capitals or digits within."""
    shouted = len(word) >= FEWEST_SHOUTED and word.isalpha() and word.isupper() and word_zipf(word, "en") >= SHOUTED
    return " " not in word and CODE.search(word) is not None and not (shouted or PLAIN_COMPOUND.fullmatch(word))


@lru_cache(maxsize=100_000)
def is_describing_compound(word: str) -> bool:
    """Whether a hyphenated word only describes: `high-impact`, `AI-based`, `well-funded`."""
    halves = word_parts(word)
    return len(halves) > 1 and (bool(DESCRIBING_COMPOUND.search(word.casefold())) or halves[-1].endswith("ed"))
