"""A document to a draft: its sentences, summary, terms, definitions and quotations, and no more than its rights let out."""

from __future__ import annotations

from digest.analyze.aliases import find_aliases
from digest.analyze.definitions import find_definitions
from digest.analyze.kinds import tell_kinds
from digest.analyze.language import find_language
from digest.analyze.measure import count_minutes, count_words
from digest.analyze.members import find_members
from digest.analyze.passages import Passage, find_passages
from digest.analyze.quotations import find_quotations
from digest.analyze.rights import withhold
from digest.analyze.sentences import find_any_sentences, find_sentences
from digest.analyze.sketch import make_sketch
from digest.analyze.stated_summary import add_nothing_said, find_stated
from digest.analyze.summarizer import Asked, Summarizer, Told, ask_summarizer, copy_sentences
from digest.analyze.terms import find_candidates
from digest.analyze.vocabulary import count_vocabulary
from digest.blocks import Link, walk_inlines
from digest.config import Settings
from digest.documents import Document
from digest.model import Draft

FEW_REFERENCES = 12  # works; so few are what the text rests on, more are a bibliography


def analyze_document(document: Document, *, settings: Settings, summarizer: Summarizer | None = None) -> Draft:
    """What one text says, by itself; the same document and settings give the same draft.

    A summary by a person wins over ours: the curator's, then the author's abstract, then a deck that states
    something, to which sentences of the text are added while there is room. `summarizer` takes our place where there is
    no summary by a person, and where the text may be shown.
    """
    passages = find_passages(document.blocks)
    told = (Passage(document.deck, "", "prose"), *passages) if document.deck else passages
    named = document.references if len(document.references) <= FEW_REFERENCES else ()
    lang = find_language(document, passages)
    aliases = find_aliases((Passage(document.title, "", "heading"), *told), lang)
    sentences = find_sentences(passages)
    definitions = find_definitions(document, passages, sentences, lang=lang, aliases=aliases)
    rights = document.rights or settings.rights
    asked = Asked(
        title=document.title,
        text="\n".join(passage.text for passage in passages),
        lang=lang,
        size=settings.summary_sentences,
        sentences=sentences or find_any_sentences(passages),
        members=find_members(document.blocks),
    )
    summed = find_stated(document, asked)
    if summed is None and summarizer and asked.size and asked.text and rights != "link":
        by = f"model:{_name_model(settings)}"
        summed = ask_summarizer(asked, summarizer, passages, by=by, beside=_name_beside(document))
    summed = summed or Told(tuple(copy_sentences(add_nothing_said(document, asked))), "machine")
    candidates = find_candidates(
        document,
        (*told, *(Passage(one.text, "", "listed") for one in named)),
        lang=lang,
        definitions=definitions,
        aliases=aliases,
    )
    draft = Draft(
        document=document,
        words=count_words(passages),
        minutes=count_minutes(passages),
        sentences=sentences,
        summary=summed.sentences,
        summary_by=summed.by,
        candidates=tell_kinds(candidates, document, told, lang=lang),
        definitions=definitions,
        quotations=find_quotations(document.blocks, passages),
        rights=rights,
        lang=lang,
        vocabulary=count_vocabulary(document.title, told, lang),
        sketch=make_sketch(passages),
        remarks=summed.remarks,
    )
    return withhold(draft, excerpt_words=settings.excerpt_words)


def _name_model(settings: Settings) -> str:
    stated = settings.summary_model != Settings().summary_model
    return settings.summary_model if stated else settings.summarizer


def _name_beside(document: Document) -> tuple[str, ...]:
    """What a source says beside its text: title, deck, names, date, and the addresses of its links."""
    links = (inline.url for inline in walk_inlines(document.blocks) if isinstance(inline, Link))
    stated = (document.title, document.deck, *document.authors, document.site, document.published, document.url, *links)
    return tuple(text for text in stated if text)
