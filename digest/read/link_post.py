"""A link post: where its finder found the piece, who wrote it, and which paragraphs are quoted from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.blocks import Block, Heading, Paragraph, Quote, plain_text
from digest.documents import Document, Via
from digest.read.piece import Piece
from digest.read.title import SITE

VIA = re.compile(
    r"\s*[(\[](?:→\s*)?(?:via|h/t|hat tip(?: to)?|found (?:via|through))\b[:\s]*(?P<finder>[^()\[\]]{0,120})[)\]]\s*",
    re.IGNORECASE,
)
VIA_TAIL = re.compile(
    r"(?:\s*(?:→|⟶|⇢|->|»|[|–—·•])\s*[(\[]?\s*(?:via|h/t|hat tip(?: to)?|found (?:via|through))|\s+(?:h/t|hat tip to)|\s{2,}via)\b[:\s]*(?P<finder>[^()\[\]]{2,80}?)\s*[)\]]?$",
    re.IGNORECASE,
)  # a bare "via" may be part of a title ("To Rome via Milan"): a sign parts it, or a wide gap
VIA_NAME = re.compile(rf"\s+via\s+(?P<finder>(?:{SITE.pattern})|@\w+|[\w.-]+[’']s [\w ]{{2,30}})$", re.IGNORECASE)
VIA_LINE = re.compile(r"(?:via|h/t|hat tip(?: to)?)\s*[: ]\s*(?P<finder>[^.!?]{2,80})", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+")
PARTICLES = r"(?:de|van|von|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|af|av|zu)"
NAME = rf"[A-ZÀ-ÖØ-ÞĀ-ŽȘȚḀ-ỿА-ЯЁ][\w.'’-]*(?:\s+(?:{PARTICLES}\s+){{0,2}}[A-ZÀ-ÖØ-ÞĀ-ŽȘȚḀ-ỿА-ЯЁ][\w'’-]*\.?){{1,3}}"
NAMES = rf"(?P<names>{NAME}(?:\s*,\s*(?:(?:and|und|et|y|e)\s+)?{NAME}|\s+(?:and|&|und|et|y|e)\s+{NAME}){{0,11}})"
WORKS = (
    r"(?:pieces?|posts?|essays?|articles?|papers?|reports?|talks?|threads?|write-?ups?|columns?|stor(?:y|ies)|guides?|tutorials?|interviews?|"
    r"analys[ei]s|books?|chapters?|overviews?|reviews?|blog|notes?|histor(?:y|ies)|profiles?|investigations?|memos?|letters?|lectures?|newsletter|"
    r"beitrag|artikel|aufsatz|billet|ensayo|artículo|artigo|saggio)"
)
BY = r"(?:by|from|von|de|par|di|por)"
PIECE_BY = re.compile(rf"\b{WORKS}(?:\s+[a-z]+){{0,4}}?\s+{BY}\s+{NAMES}")
PIECE_OF = re.compile(rf"(?:^|[.:]\s+|\b(?:In|From)\s+){NAMES}[’']s?\s+(?:[\w-]+\s+){{0,4}}?{WORKS}\b")
IN_PIECE = re.compile(rf"\b[Ii]n (?:his|her|their|this|an?|the|its) (?:[\w-]+ ){{0,3}}?{WORKS}[^.]{{0,40}}?,\s+{NAMES}")
WRITES = re.compile(rf"^{NAMES}\s+(?:has written|have written|writes?|wrote|on\b|argues?|explains?)\b")
ACTS = re.compile(
    rf"^{NAMES}\s+(?:(?:has|have|had)\s+(?:\w+\s+)?\w+(?:ed|en|t|ne|de)|spent|went|took|made|built|came|set|put|ran|found|gave|kept|looks?|asks?|[a-z]{{3,}}ed)\b"
)  # who did what a piece tells of: its authors, where the commentary speaks of a piece
SPEAKS_OF_PIECE = re.compile(
    rf"\b(?:the|this|their|his|her|an?)\s+(?:\w+\s+){{0,3}}?(?:{WORKS[3:-1]}|account)\s+(?:\w+s|I|we|that|of how|is|was|goes|ends|of)\b|\b(?:read it|worth (?:reading|your time))\b",
    re.IGNORECASE,
)
SPEAKER = re.compile(
    rf"{NAMES}[^.:]{{0,80}}\b(?:writes|wrote|says|said|puts? it|explains?|notes?|argues?|observes?|adds?)\b[^.:]{{0,40}}:$"
)
SPOKEN = re.compile(
    r"\b(?:writes|wrote|says|said|puts? it|explains?|explained|notes?|noted|argues?|argued|observes?|observed|adds?|added|schreibt|sagt|écrit|dit|escribe|dice)\b[^.:]{0,40}:$"
)
ELISION = re.compile(r"\[\s*(?:\.\s?\.\s?\.|…)\s*\]")
OPENING = 2  # paragraphs in which a link post says what it links to
OPENING_LENGTH = 600  # characters of each
MIN_QUOTED_WORDS = 12  # a shorter paragraph below a colon is as likely the writer's own
MAX_TITLE_WORDS = 25
MAX_FINDER = 6  # words
MAX_LENGTH = 300  # characters of a title and its finder
FIRST_PERSON = re.compile(r"\b(?:I|I[’']ve|I[’']m|I[’']ll|I[’']d|my|mine|myself)\b")
WRAPPED = re.compile(r"[\"“„«].*[\"”“»][.,]?", re.DOTALL)


def take_via(piece: Piece) -> Piece:
    """The piece with its first line parted at `(via …)` into title and commentary, and the finder kept."""
    if not piece.lines:
        return piece
    first = piece.lines[0]
    found = VIA.search(first.text, 0, MAX_LENGTH)
    if found is not None and 0 < len(first.text[: found.start()].split()) <= MAX_TITLE_WORDS:
        title, rest = first.text[: found.start()].strip(), first.text[found.end() :].strip()
        commentary = (replace(first, text=rest, gap=True),) if rest else ()
        document = replace(piece.document, title=title, title_from="stated", kind="link", via=_via(found["finder"]))
        return Piece(commentary + piece.lines[1:], document)
    return _take_via_tail(piece) or _take_via_line(piece)


def _take_via_tail(piece: Piece) -> Piece | None:
    """The same for `TITLE → via NAME`, without brackets; None where the first line does not end so."""
    first = piece.lines[0]
    if len(first.text) > MAX_LENGTH:
        return None
    for pattern in (VIA_TAIL, VIA_NAME):
        found = pattern.search(first.text)
        title = first.text[: found.start()].strip() if found else ""
        if (
            found is not None
            and 0 < len(title.split()) <= MAX_TITLE_WORDS
            and len(found["finder"].split()) <= MAX_FINDER
        ):
            document = replace(piece.document, title=title, title_from="stated", kind="link", via=_via(found["finder"]))
            return Piece(piece.lines[1:], document)
    return None


def _take_via_line(piece: Piece) -> Piece:
    """The same for a `via NAME` that stands in a line of its own, near the top or at the very end."""
    places = [*range(1, min(4, len(piece.lines))), len(piece.lines) - 1]
    for place in places:
        text = piece.lines[place].text if place > 0 else ""
        bracketed, bare = VIA.fullmatch(text), VIA_LINE.fullmatch(text)
        stated = bracketed or bare
        if stated is None or len(text.split()) > 8:
            continue
        document = replace(piece.document, kind="link", via=_via(stated["finder"]))
        return Piece(piece.lines[:place] + piece.lines[place + 1 :], document)
    return piece


def read_link_post(document: Document) -> Document:
    """The document, if it is a link post, with the authors of the linked piece and its quotations marked."""
    opening = [
        plain_text(block.children)[:OPENING_LENGTH]
        for block in document.blocks[:OPENING]
        if isinstance(block, Paragraph)
    ]
    authors = _authors(opening)  # a byline names the finder, not the author of what was found
    if not authors and document.kind == "link":
        authors = _actors(document)
    linked = document.kind == "link" or (document.kind == "article" and bool(authors) and _points_at_work(opening))
    if not linked:
        return replace(document, blocks=tuple(_mark_spoken(document.blocks)))
    blocks = tuple(_mark_quotes(document.blocks, authors))
    return replace(document, kind="link", authors=authors, blocks=blocks)


def _via(finder: str) -> Via:
    address = ADDRESS.search(finder)
    name = ADDRESS.sub("", finder).strip(" ,:;-–")
    return Via(url=address.group() if address else None, title=name or None)


def _points_at_work(opening: list[str]) -> bool:
    """True where the first sentence presents somebody's piece: `This essay by …`, `A long report by …`."""
    first = opening[0] if opening else ""
    named = PIECE_BY.search(first) or PIECE_OF.search(first)
    return (
        named is not None
        and named.start() < 60
        and re.match(
            r"(?:this|a|an|the|here|great|excellent|new|fantastic|lovely|[A-Z]\w+[’']s)\b", first, re.IGNORECASE
        )
        is not None
    )


def _authors(opening: list[str]) -> tuple[str, ...]:
    for text in opening:
        for pattern in (PIECE_BY, PIECE_OF, IN_PIECE, WRITES):
            if found := pattern.search(text):
                return _names(found["names"])
    return ()


def _actors(document: Document) -> tuple[str, ...]:
    """The names that open a commentary on what they did, where it goes on to speak of a piece."""
    texts = [plain_text(block.children) for block in document.blocks if isinstance(block, Paragraph)]
    acting = next((found for text in texts[:OPENING] if (found := ACTS.match(text[:OPENING_LENGTH]))), None)
    speaks = any(SPEAKS_OF_PIECE.search(text) for text in texts)
    return _names(acting["names"]) if acting and speaks else ()


def _names(stated: str) -> tuple[str, ...]:
    parts = re.split(r"\s*,\s*(?:(?:and|und|et|y|e)\s+)?|\s+(?:and|&|und|et|y|e)\s+", stated)
    return tuple(re.sub(r"[’']s$", "", part).strip() for part in parts if part.strip())


def _mark_quotes(blocks: tuple[Block, ...], authors: tuple[str, ...]) -> Iterator[Block]:
    """The blocks, paragraphs below a colon or with an elision as quotations of the authors."""
    above: Block | None = None
    for block in blocks:
        if isinstance(block, Quote):
            marked: Block = block if block.by else replace(block, by=authors)
        elif isinstance(block, Paragraph) and _is_quoted(block, above):
            marked = Quote((block,), by=_speaker(above) or authors)
        else:
            marked = block
        yield marked
        above = block


def _is_quoted(paragraph: Paragraph, above: Block | None) -> bool:
    text = plain_text(paragraph.children)
    if len(text.split()) < MIN_QUOTED_WORDS or text.endswith(":"):
        return False
    if ELISION.search(text) and isinstance(above, Paragraph) and not FIRST_PERSON.search(ELISION.split(text)[0]):
        return True
    return isinstance(above, Paragraph) and plain_text(above.children).endswith((":", "："))


def _mark_spoken(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks of a text that is no link post: a quotation is marked only where somebody is said to speak."""
    above: Block | None = None
    for block in blocks:
        spoken = isinstance(block, Paragraph) and _is_spoken(block, above)
        yield Quote((block,), by=_speaker(above)) if spoken else block
        above = block


def _is_spoken(paragraph: Paragraph, above: Block | None) -> bool:
    if not isinstance(above, Paragraph) or not SPOKEN.search(plain_text(above.children)[-200:]):
        return False
    text = plain_text(paragraph.children)
    return WRAPPED.fullmatch(text) is not None


def _speaker(above: Block | None) -> tuple[str, ...]:
    if not isinstance(above, Paragraph | Heading):
        return ()
    found = SPEAKER.search(plain_text(above.children)[-300:])
    return _names(found["names"]) if found else ()
