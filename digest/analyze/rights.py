"""What a source's rights let out of its draft: everything, a budget of words, or its title and address alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from digest.analyze.passages import find_passages, spoken_text
from digest.analyze.sentences import split_sentences
from digest.blocks import Block, Blocks, Paragraph, Text, walk_blocks
from digest.documents import Definition, Quotation, Reactions
from digest.model import Draft, Sentence


def withhold(draft: Draft, *, excerpt_words: int) -> Draft:
    """The draft with nothing in it that its rights withhold; terms stay, for a word is nobody's.

    excerpt: deck, question and answer, summary and opening together hold at most `excerpt_words` words of the source;
    a sentence, definition or quotation stays if it stands in those. link: no sentence of the source stays.
    """
    if draft.rights == "full":
        return draft
    bare = _bare(draft)
    return bare if draft.rights == "link" else _excerpt(bare, draft, excerpt_words)


def _bare(draft: Draft) -> Draft:
    document = draft.document
    heard = replace(document.reactions, prompt=None) if isinstance(document.reactions, Reactions) else None
    cut = tuple(replace(cut, text="") for cut in document.cut)
    emptied = replace(
        document, blocks=(), deck=None, abstract=None, question=None, answer=None,
        definitions=(), references=(), reactions=heard, cut=cut,
    )  # fmt: skip
    summary = draft.summary if draft.summary_by == "curator" else ()
    return replace(draft, document=emptied, sentences=(), summary=summary, definitions=(), quotations=())


def _excerpt(bare: Draft, draft: Draft, budget: int) -> Draft:
    document, kept = bare.document, {}
    for name in ("deck", "question", "answer"):
        text = getattr(draft.document, name)
        if text and _size(text) <= budget:
            kept[name] = text
            budget -= _size(text)
    summary, budget = _take_summary(draft, budget, told=kept.get("deck") or "")
    blocks = _take_blocks(draft.document.blocks, budget)
    shown = {block.anchor: spoken_text(block.children) for block in walk_blocks(blocks) if isinstance(block, Paragraph)}
    texts = [*shown.values(), *(sentence.text for sentence in summary), *kept.values()]
    document = replace(document, blocks=blocks, **kept)
    return replace(
        bare,
        document=document,
        summary=tuple(replace(one, at=one.at if one.at in shown else "") for one in summary),
        sentences=tuple(sentence for sentence in draft.sentences if _stands_in(sentence, shown.values())),
        definitions=tuple(one for one in draft.definitions if _stands_in(one, texts)),
        quotations=tuple(one for one in draft.quotations if _stands_in(one, texts)),
    )


def _size(text: str) -> int:
    passages = find_passages((Paragraph((Text(text),)),))
    return sum(len(passage.text.split()) + sum(ord(sign) > 0x2E80 for sign in passage.text) for passage in passages)


def _take_summary(draft: Draft, budget: int, *, told: str) -> tuple[tuple[Sentence, ...], int]:
    """The summary's sentences that the budget holds; the curator's, and what the deck tells already, cost nothing."""
    if draft.summary_by == "curator":
        return draft.summary, budget
    taken = []
    for sentence in draft.summary:
        cost = 0 if sentence.text in told else _size(sentence.text)
        if cost <= budget:
            taken.append(sentence)
            budget -= cost
    return tuple(taken), budget


def _take_blocks(blocks: Blocks, budget: int) -> Blocks:
    """The blocks of the opening that the budget holds; a first paragraph that is too long keeps its first sentences."""
    taken: list[Block] = []
    for block in blocks:
        cost = sum(_size(passage.text) for passage in find_passages((block,)))
        if not cost or cost > budget:  # code, pictures and rules hold no words that could be counted
            break
        taken.append(block)
        budget -= cost
    if taken or not blocks:
        return tuple(taken)
    return tuple(_shorten(blocks[0], budget)) if isinstance(blocks[0], Paragraph) else ()


def _shorten(paragraph: Paragraph, budget: int) -> Iterable[Paragraph]:
    text, end = spoken_text(paragraph.children), 0
    for sentence in split_sentences(text):
        budget -= _size(sentence)
        if budget < 0:
            break
        end = text.index(sentence, end) + len(sentence)
    if end:
        yield replace(paragraph, children=(Text(text[:end].strip()),))


def _stands_in(words: Sentence | Definition | Quotation, texts: Iterable[str]) -> bool:
    return any(words.text in text for text in texts)
