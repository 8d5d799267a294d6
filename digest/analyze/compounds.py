"""Names that a small word joins, found whole: Bowers & Wilkins, Bank of America, Food and Drug Administration."""

from __future__ import annotations

import re
from collections.abc import Mapping

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?<!['’]s)"
_PROPER = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zß-ÿ](?<!['’]s)"
_HEAD = (  # of a body; "of" and its name follow
    r"(?:Academy|Agency|Association|Bank|Bureau|Center|Centre|Chamber|College|Commission|Council|Court|Department|Faculty"
    r"|Federation|House|Institutes?|Library|Ministry|Museum|Office|School|Society|University)"
)
_BODY = r"(?:Administration|Agency|Association|Authority|Board|Bureau|Commission|Committee|Council|Society)"
_OF = rf"{_HEAD} (?:of|for) (?:the )?{_PROPER}(?: {_PROPER}){{0,3}}(?: (?:and|&) (?!{_HEAD}){_PROPER}(?: {_PROPER}){{0,2}}(?! (?:for|of) [A-Z]))?"
_AND = rf"{_PROPER} and {_PROPER} (?:{_PROPER} )?{_BODY}"
BODY_OF = re.compile(rf"(?:{_CAPITAL} ){{0,3}}(?:{_OF}|{_AND})")
_FIXED = (  # things and places whose first word alone says nothing
    r"[Rr]eal [Ee]state|[Hh]igh [Ss]chools?|New (?:Delhi|England|Hampshire|Jersey|Mexico|Orleans|York(?: City)?|Zealand)"
)
COMPOUND = re.compile(rf"(?<![\w&-])(?:{_FIXED}|{_CAPITAL} & {_CAPITAL}|{_OF}|{_AND})(?![\w-])")
JOINING = re.compile(r" (?:(?:&|of|for|and) (?:the )?[A-ZÀ-ÖØ-Þ]|[Ee]state|[Ss]chool)")  # each but New York holds this


def find_compounds(text: str) -> Mapping[int, int]:
    """Where such names begin and end."""
    if "New " not in text and not JOINING.search(text):  # to look for this first costs a tenth
        return {}
    return {match.start(): match.end() for match in COMPOUND.finditer(text)}
