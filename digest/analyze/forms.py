"""The ways in which a text writes a phrase, and the one that names it best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from digest.analyze.passages import Place
from digest.analyze.phrases import Chunk
from digest.analyze.shapes import describes

OPENED = "\0"  # before a form whose capital may be due to its place alone


def write_form(part: Chunk, place: Place) -> str:
    """The phrase as it stands, marked where its capitals may be due to its place: a sentence's opening, a heading."""
    first = part[0]
    form = first.text if len(part) == 1 else " ".join([token.text for token in part])
    due = place == "heading" or (first.opens and first.text[1:].islower())
    return OPENED + form if due else form


def best_form(forms: Mapping[str, int]) -> str:
    """The commonest wording that names a thing; in lower case if it ever stands so within a sentence."""
    if len(forms) == 1:
        return next(iter(forms)).removeprefix(OPENED)
    totals: Counter[str] = Counter()
    for form, count in forms.items():
        totals[form.removeprefix(OPENED).casefold()] += count
    wording = min(totals, key=lambda form: (describes(form.split()[-1]), -totals[form], form))
    same = {form: count for form, count in forms.items() if form.removeprefix(OPENED).casefold() == wording}
    within = {form: count for form, count in same.items() if not form.startswith(OPENED)} or same
    if wording in within:
        return wording
    return min(within, key=lambda form: (-within[form], form)).removeprefix(OPENED)
