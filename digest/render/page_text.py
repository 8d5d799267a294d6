"""All words of the source that an article's page shows, as plain text: what its other spellings are made from."""

from __future__ import annotations

from collections.abc import Iterator

from digest.blocks import Blocks, CodeBlock, Heading, Paragraph, Table, plain_text, walk_blocks
from digest.model import Article


def page_text(article: Article) -> str:
    """Title, deck, people, terms and body as shown, a line each; what rights withhold is in none of them."""
    document = article.draft.document
    terms = [name for term in article.terms for name in (term.term, *term.aka)]
    shown = [document.title, document.deck or "", *document.authors, *terms]
    shown += [document.question or "", document.answer or "", *(work.text for work in document.references)]
    return "\n".join([*shown, *_block_texts(document.blocks)])


def _block_texts(blocks: Blocks) -> Iterator[str]:
    for block in walk_blocks(blocks):
        match block:
            case Heading(_, children) | Paragraph(children):
                yield plain_text(children)
            case CodeBlock(text):
                yield text
            case Table(head, rows):
                yield from (plain_text(cell) for row in (head, *rows) for cell in row)
