"""What the words of a name tell of what it names: the legal form of a company, the body that it is, a person's whole name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from digest.analyze.compounds import BODY_OF
from digest.analyze.wording import words_of
from digest.documents import TermKind

PERSONAL = words_of(  # nouns that only a person is
    """
    activist actor actress advocate analyst anthropologist architect artist astronaut astronomer athlete attorney author
    baker barista biographer biologist blogger botanist boss businessman businesswoman cartoonist chairman
    chairwoman chef chemist choreographer co-author co-founder coach cofounder colleague columnist comedian composer
    consultant cook correspondent critic curator cyclist dancer daughter dentist dermatologist designer developer director
    economist editor educator engineer entrepreneur epidemiologist essayist ethicist evangelist expert farmer father
    filmmaker founder friend gardener geologist governor grandmother guitarist historian husband illustrator instructor
    interviewer inventor investigator investor journalist judge lawyer lecturer librarian linguist magician manager
    mathematician mayor mentor minister mother musician neurologist neuroscientist novelist nurse nutritionist officer owner co-owner
    painter pediatrician philanthropist philosopher photographer physician physicist pianist playwright poet
    politician postdoc potter president principal producer professor programmer psychiatrist psychologist psychotherapist
    rapper reporter researcher scholar scientist screenwriter sculptor secretary senator singer sociologist son songwriter
    spokesman spokesperson spokeswoman stylist surgeon teacher technologist theologian therapist trainer veterinarian
    vlogger wife winemaker woodworker writer youtuber
    """
)
TITLES = words_of(  # they stand before a person's name, with a capital
    """
    CEO CFO COO CTO Chairman Chancellor Congressman Congresswoman Dame Dr Dr. Governor Gov. Judge Mayor Mr Mr. Mrs Mrs.
    Ms Ms. President Prof Prof. Professor Rabbi Rep. Sen. Senator Sergeant Sheriff Sir
    """
)
OFFICES = words_of("CEO CFO COO CTO Chairman President")  # likewise, and after what they lead: Apple CEO Cook
LEGAL_FORMS = words_of("AG Corp Corp. Corporation GmbH Inc Inc. LLC LLP Limited Ltd Ltd. PLC plc")
BODIES = words_of(  # the last word of an organisation's name
    """
    Academy Administration Agency Alliance Association Authority Brewery Bureau Coalition College Commission Committee
    Consortium Corporation Corps Council Federation Foundation Hospital Institute Institution Laboratories Laboratory
    Ministry Museum Orchestra Parliament Society Universität University Ventures
    """
)
GENERAL = words_of(  # with these before it the last word names any such body, or none
    """
    Advisory Business Civil Creative Database Design Digital Executive Good High Human Local Marketing Modern New Open
    Organizing Planning Public Steering System Systems The This Your
    """
)

EVENTS = words_of(  # who works at one is a guest
    "Conference Congress Expo Festival Meetup Summit Symposium Webinar Week Workshop"
)
COMMON = words_of(  # with one of these a run of capitals is a name of something else, or a heading's
    """
    Act Agile Award Avenue Bay Beach Bridge Chief City Consulting Club County Court Day Department Events Festival Fund Group Hall Hotel House Island
    Lake Library Magazine Media Mount Mountain News Office Park Partners Plan Press Prize Program Project Records Region Review
    River Security School Service Services Square State Store Street Studio Studios System Team Technologies Times Tower Trail
    University Valley Week Wine Wines World
    """
)
PLAIN = re.compile(r"[A-ZÀ-ÖØ-Þ](?:[\w’'-]*[a-zß-ÿ]|\.)")  # a word of a person's name


class Told(NamedTuple):
    """What stands beside a name and tells of its kind, and how far: ENOUGH is 2."""

    kind: TermKind
    tells: int
    words: str


@lru_cache(maxsize=10_000)
def is_personal(name: str) -> bool:
    """Whether a name is written as one of a person might be: up to three plain words, none of an organisation's."""
    words = name.split()
    return (
        len(words) <= 3
        and all(map(PLAIN.fullmatch, words))
        and not (tell_shape(name) or any(word in COMMON or word.lower() in PERSONAL for word in words))
    )


@lru_cache(maxsize=10_000)
def is_full_name(name: str) -> bool:
    """Whether a name is written as a person's whole name is: two or three such words."""
    return " " in name and is_personal(name)


@lru_cache(maxsize=10_000)
def tell_shape(name: str) -> Told | None:
    """What the words of a name tell of an organisation: its legal form, or the kind of body that it is."""
    words = name.split()
    legal = len(words) > 1 and words[-1].strip(".,") in LEGAL_FORMS
    body = (
        len(words) > 1
        and words[-1] in BODIES
        and words[-2] not in GENERAL
        and all(word[:1].isupper() for word in words)
    )
    return Told("organisation", 2, f"the name: {name}") if legal or body or BODY_OF.fullmatch(name) else None
