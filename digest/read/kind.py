"""What sort of piece a text is: question, link, summary, note or article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.blocks import Blocks, Heading, Paragraph, plain_text, walk_blocks
from digest.documents import Document

OF_A_DEED = r"(?! (?:de|del|du|des|da|do|dos|della|dell[’']|d[’'])\b)"  # of a book, of a crime: no word on this piece
OF_A_WORK = r"(?! of (?!(?:the|this) (?:piece|essay|article|post|text)\b))"
REPORTED = re.compile(
    rf"\b(?:the (?:author|writer|essayist|speaker|blogger|columnist)s?\b{OF_A_WORK}|(?:the|this) (?:piece|essay|article|post|paper|talk|video|episode|book|interview) "
    r"(?:\w+ly )?(?:argues?|critiques?|reflects?|explores?|discusses|describes?|examines?|traces?|opens|begins|starts|closes|ends|concludes|notes?|covers|explains?|"
    r"highlights?|dwells|looks|considers|suggests?|recounts?|warns?|details|outlines?|presents?|offers?|compares?)|according to the (?:author|piece|essay|article))\b"
    r"|\b(?:der (?:autor|verfasser|essayist)|die (?:autorin|verfasserin|essayistin)) \w+t\b|\b\w+t der (?:autor|verfasser)\b|\b\w+t die (?:autorin|verfasserin)\b"
    r"|\b(?:so|laut) (?:der |dem |die )?(?:autorin?|verfasser(?:in)?)\b|\b(?:der|dieser) (?:text|artikel|beitrag|aufsatz|essay) (?:beginnt|schließt|endet|mündet|schildert|beschreibt|"
    r"untersucht|handelt|fragt|argumentiert|erörtert|behandelt|erzählt|erklärt|beleuchtet|widmet sich|wendet sich|kehrt|plädiert|warnt|zeichnet|stellt|öffnet|verfolgt)\b"
    rf"|\bl[’'](?:auteure?|autrice|essayiste|écrivaine?)\b{OF_A_DEED}"
    r"|\b(?:l[’'](?:article|essai)|(?:le|ce) (?:texte|récit|billet)|(?:la|cette) chronique) (?:s[’'](?:ouvre|achève|attarde|interroge|intéresse)|se (?:termine|clôt|conclut|penche|demande)|"
    r"commence|débute|raconte|décrit|examine|explore|retrace|évoque|aborde|analyse|revient|compare|critique)\b"
    rf"|\b(?:el (?:autor|ensayista|articulista)|la (?:autora|ensayista|articulista))\b{OF_A_DEED}"
    r"|\b(?:el|este) (?:texto|artículo|ensayo|relato) (?:se (?:abre|cierra|centra|detiene|pregunta)|empieza|comienza|arranca|termina|concluye|analiza|examina|explora|describe|relata|"
    r"repasa|recorre|cuenta|aborda|narra|compara|critica)\b"
    rf"|\b(?:o autor|a autora|l[’']autore|l[’']autrice)\b{OF_A_DEED}|\bil (?:testo|saggio|pezzo) (?:si (?:apre|chiude)|inizia|comincia|racconta|descrive|esplora|analizza)\b",
    re.IGNORECASE,
)
SUPPORTING = re.compile(
    r"\b(?:not|remarqu|observ|expliqu|constat|affirm|racont|rappell|précis|estim|ajout|soulign|propos|avanc|suggèr|regrett)e[-‐‑]t[-‐‑](?:elle|il)\b|\b(?:écrit|conclut|admet|dit|reconnaît|soutient)[-‐‑](?:elle|il)\b"
    r"|\b(?:selon|d[’']après) elle\b|\b(?:ihr|ihm|seiner|ihrer) (?:meinung|ansicht) nach\b|\b(?:según|a juicio de) (?:ella|él)\b|\bsecondo lei\b",
    re.IGNORECASE,
)  # news and stories say so of anybody: it counts beside a word on the author or the text
FIRST_PERSON = re.compile(
    r"\b(?:I(?! [a-zà-ù]+i\b)|I[’']ve|I[’']m|my|[Ii]ch|[Mm]ein|[Jj]e|[Jj][’']ai|[Mm]on|yo|Yo|mi)\b"
)  # "I giorni" is an article
MIN_REPORTED = 2  # paragraphs that report what an author says
NOTE_WORDS = 80  # a text below this is a note, not an article


def name_kind(document: Document) -> Document:
    """The document with its kind, where nothing before has told it."""
    if document.kind != "article":
        return document
    paragraphs = [*([document.deck] if document.deck else []), *_paragraphs(document.blocks)]
    if _is_summary(paragraphs, document.authors):
        return replace(document, kind="summary")
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    headed = any(isinstance(block, Heading) for block in document.blocks)
    characters = sum(map(len, paragraphs))
    short = words < NOTE_WORDS and characters < 6 * NOTE_WORDS and not headed
    return replace(document, kind="note") if short else document


def _is_summary(paragraphs: list[str], authors: tuple[str, ...]) -> bool:
    """True where the paragraphs report on an unnamed author's piece, from the first ones on."""
    if authors or not paragraphs:
        return False
    named = sum(REPORTED.search(paragraph) is not None for paragraph in paragraphs)
    reported = sum(bool(REPORTED.search(paragraph) or SUPPORTING.search(paragraph)) for paragraph in paragraphs)
    opens = any(REPORTED.search(paragraph) for paragraph in paragraphs[:2])
    personal = sum(FIRST_PERSON.search(paragraph) is not None for paragraph in paragraphs)
    return opens and named >= MIN_REPORTED and reported * 5 >= len(paragraphs) and personal <= len(paragraphs) // 5


def _paragraphs(blocks: Blocks) -> Iterator[str]:
    return (plain_text(block.children) for block in walk_blocks(blocks) if isinstance(block, Paragraph))
