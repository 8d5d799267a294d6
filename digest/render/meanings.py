"""What an article's page says its words mean, below the text: nothing that the source's own glossary on it says."""

from __future__ import annotations

from collections.abc import Iterator

from digest.blocks import Aside, Paragraph, plain_text, walk_blocks
from digest.documents import Definition
from digest.folding import fold_text
from digest.model import Draft


def tell_meanings(draft: Draft) -> Iterator[tuple[Definition, bool]]:
    """Each definition that is worth telling, and whether its words are: not if they stand in a glossary on the page.

    Of a definition there, only a headword is told that the glossary does not have.
    """
    listed = _list_glossaries(draft)
    told = "\n".join(listed.values())
    for definition in draft.definitions:
        if definition.at not in listed:
            yield definition, True
        elif definition.term and fold_text(definition.term) not in told:
            yield definition, False


def _list_glossaries(draft: Draft) -> dict[str, str]:
    """The paragraphs of the source's own glossaries, folded, by their anchors."""
    asides = [block for block in draft.document.blocks if isinstance(block, Aside) and block.role == "glossary"]
    paragraphs = [block for block in walk_blocks(tuple(asides)) if isinstance(block, Paragraph)]
    return {block.anchor: fold_text(plain_text(block.children)) for block in paragraphs}
