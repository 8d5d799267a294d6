"""A draft's summary as its page shows it: the sentences that do not stand above it as the deck, and whose words they are."""

from __future__ import annotations

from dataclasses import dataclass

from digest.folding import fold_text
from digest.model import Draft, Sentence

COPIED = "In short, copied from the text"
VOICES = {"curator": "In short, in the curator’s words", "source": "In short, in the author’s words"}


@dataclass(frozen=True, slots=True)
class SummaryPanel:
    """A label that says whose words follow, and the sentences."""

    label: str
    sentences: tuple[Sentence, ...]


def make_panel(draft: Draft) -> SummaryPanel:
    """The panel of a draft; without sentences where there is nothing to add to the deck."""
    deck = fold_text(draft.document.deck or "")
    sentences = tuple(said for said in draft.summary if fold_text(said.text) not in deck)
    return SummaryPanel(_find_label(draft, sentences), sentences)


def _find_label(draft: Draft, sentences: tuple[Sentence, ...]) -> str:
    """A sentence with a place is copied from there, whoever wrote the others."""
    if draft.summary_by == "machine" or (draft.summary_by == "source" and all(said.at for said in sentences)):
        return COPIED
    return VOICES.get(draft.summary_by) or f"In short, by {draft.summary_by.replace(':', ' ')}"
