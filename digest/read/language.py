"""The language of a text, where it is long enough to tell."""

from __future__ import annotations

from functools import cache
from typing import Any

from digest.blocks import Blocks, Heading, Paragraph, plain_text, walk_blocks

MIN_LETTERS = 60  # fewer are a name or a formula, and could be of any language
MIN_CHANCE = 0.9
SAMPLE = 3000  # characters; more changes no answer and takes time


def tell_language(blocks: Blocks) -> tuple[str, float] | None:
    """The language as a two-letter tag, and how sure (0 to 1); None where the text is too short or nothing is clear."""
    sample = ""
    for block in walk_blocks(blocks):
        if isinstance(block, Paragraph | Heading):
            sample += plain_text(block.children)[:SAMPLE] + "\n"
        if len(sample) > SAMPLE:
            break
    if sum(character.isalpha() for character in sample[:SAMPLE]) < MIN_LETTERS:
        return None
    tag, chance = _identifier().classify(sample[:SAMPLE])
    return (str(tag), float(chance)) if chance >= MIN_CHANCE else None


@cache
def _identifier() -> Any:
    """The model, loaded when first needed: it takes half a second and some megabytes."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
