"""The word or phrase that two articles share most, for a reason that would else name what both mention in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.analyze.wording import make_key
from digest.model import Candidate, Draft
from digest.relate.evidence import Evidence
from digest.relate.reasons import CODED, PROPER

LOOKED_AT = 6  # shared features, the strongest; what stands below carries no likeness
FEW = 2  # articles
COMMONEST = 0.5  # of the articles; what more of them have is what the library is about
MORE_THAN_IN_PASSING = 2  # times, in both


def find_broadest(
    one: int, other: int, *, drafts: Sequence[Draft], evidence: Evidence, beside: Sequence[str]
) -> str | None:
    """What most of two articles' likeness rests on, as the first writes it; None where that cannot be named.

    It stands more than once in both and in the title of one, so a plain word may serve: "writing", "workshops". `beside`
    are the keys that the reason names already, which it neither holds nor is part of.
    """
    titles = [make_key(drafts[index].document.title, drafts[index].lang) for index in (one, other)]
    for key in evidence.strongest(one, other)[:LOOKED_AT]:
        if any(f" {key} " in f" {name} " or f" {name} " in f" {key} " for name in beside):
            return None  # the reason names it
        if evidence.holders[key] <= max(FEW, COMMONEST * len(drafts)) and any(
            f" {key} " in f" {title} " for title in titles
        ):
            left, right = _written(drafts[one], key), _written(drafts[other], key)
            if left and right:
                return left
    return None


def _written(draft: Draft, key: str) -> str | None:
    found = (one for one in draft.candidates if one.key == key and one.count >= MORE_THAN_IN_PASSING)
    return next((one.term for one in found if not _is_given_name(one, draft)), None)


def _is_given_name(candidate: Candidate, draft: Draft) -> bool:
    """Whether a word may be a piece of a person's name, "Steve": the text has a longer name with it, or the title."""
    if not candidate.named or candidate.words > 1 or CODED.search(candidate.term):
        return False
    names = [one.term for one in draft.candidates if one.kind in ("person", None) and PROPER.fullmatch(one.term)]
    goes_on = re.search(rf"\b{re.escape(candidate.term)} [A-Z]", draft.document.title)
    return goes_on is not None or any(candidate.term in name.split() for name in names)
