"""Reads letters, above all newsletters: `.eml` is one, `.mbox` several; their text, sender, day and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from digest.blocks import Block, Blocks, Heading, Paragraph, Quote, Text, number_paragraphs, plain_text, walk_inlines
from digest.documents import Cut, Document, Origin, Source
from digest.errors import SourceError
from digest.read.derive import derive_title
from digest.read.glossary import read_definitions
from digest.read.mail_address import stated_address
from digest.read.mail_frame import cut_mail_frame
from digest.read.mail_page import read_letter_page
from digest.read.mail_parts import Letter, Part, name_left_out, open_letter
from digest.read.mail_rows import fold_line
from digest.read.mail_sender import read_sender
from digest.read.mail_split import split_mailbox
from digest.read.stated_day import read_day
from digest.read.text import read_text

FORWARDED = re.compile(r"(?:(?:fwd?|re|aw|wg|tr|rv|sv|vs|antw|i)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
LISTED = re.compile(r"\[([^\[\]]{2,60})\]\s+(?=\S)")
MAX_SIGNATURE = 15  # lines; more after such a mark are the letter's own
MEND = "save the letter again, or remove it"
MARGIN = 80  # characters; programs break lines at 66 to 78, and a letter with longer ones was not broken
BROKEN = 50  # characters; a line that ends sooner was ended on purpose
OPENS = re.compile(r"\s*(?:[>*•|#+–-]|\(?\w{1,3}[.)]\s|https?://\S+$)")  # a quote, an item, a table, an address
MAX_LETTERS = 5000  # of a mailbox; a whole life's mail is no reading list


def read_mail(content: bytes, source: Source) -> tuple[Document, ...]:
    """The one document of a letter; raises SourceError where it has no text."""
    return (_read_letter(content, source),)


def read_mailbox(content: bytes, source: Source) -> tuple[Document, ...]:
    """A document of each letter with words, in the mailbox's order; raises SourceError where there is none.

    A letter that cannot be read is named among what was cut from the first that can.
    """
    letters = split_mailbox(content)
    if len(letters) > MAX_LETTERS:
        raise SourceError(source.path, f"more than {MAX_LETTERS} letters", "split it")
    documents: list[Document] = []
    failed: list[Cut] = []
    for number, letter in enumerate(letters, start=1):
        try:
            documents.append(_read_letter(letter, source))
        except SourceError as error:
            failed.append(Cut(f"letter {number} of {len(letters)}", error.what))
    if not documents:
        raise SourceError(source.path, "no letter with words in this mailbox", MEND)
    first, *others = documents
    return (replace(first, cut=(*first.cut, *failed)), *others)


def _read_letter(content: bytes, source: Source) -> Document:
    letter = open_letter(content, where=source.path)
    letter = _unwrap(letter)
    page, plain = letter.find_text("text/html"), letter.find_text("text/plain")
    document = _read_page(page, letter, source) if page else None
    if document is None or not _has_words(document.blocks):
        if plain is None:
            raise SourceError(source.path, "no words in this letter", MEND)
        document = _read_plain(plain, _title_of(letter), source)
    document = cut_mail_frame(_state(document, letter))
    document = derive_title(replace(document, title_from="stated" if document.title else "derived"))
    return read_definitions(replace(document, blocks=number_paragraphs(document.blocks)))


def _unwrap(letter: Letter) -> Letter:
    """The letter within a letter that forwards it and says nothing itself."""
    own = letter.find_text("text/html") or letter.find_text("text/plain")
    return letter if own or not letter.within else letter.within[0]


def _read_page(page: Part, letter: Letter, source: Source) -> Document:
    read = read_letter_page(page.text, letter.parts, where=source.path)
    lang = read.lang if read.lang and LANG.fullmatch(read.lang) else None
    return Document(
        source=source,
        title="",
        title_from="derived",
        blocks=read.blocks,
        lang=lang,
        cut=read.cut + name_left_out(letter, read.pictured.used),
        origins=(Origin("lang", "<html lang>"),) if lang else (),
        chosen="the letter's HTML",
        attachments=read.pictured.attachments,
    )


def _has_words(blocks: Blocks) -> bool:
    return any(plain_text((inline,)).strip() for inline in walk_inlines(blocks))


def _read_plain(plain: Part, subject: str, source: Source) -> Document:
    """The letter's words under its subject, so that its first line is not taken for the title."""
    text = _join_flowed(plain.text) if plain.flowed else _join_wrapped(plain.text)
    body, _, signature = text.partition("\n-- \n")
    if not body.strip() or signature.count("\n") > MAX_SIGNATURE:
        body, signature = text, ""
    (document,) = read_text(f"{subject}\n\n{body}".encode() if subject else body.encode(), source)
    blocks = _end_plainly(tuple(_set_quotes(document.blocks)))
    if subject and document.title_from == "stated" and document.title != subject:
        blocks = (Paragraph((Text(document.title),)), *blocks)
    if document.deck:  # a letter has none: it is its first paragraph
        blocks = (Paragraph((Text(document.deck),)), *blocks)
    cut = (*document.cut, *((Cut(signature.strip(), "the signature"),) if signature.strip() else ()))
    return replace(document, blocks=blocks, deck=None, cut=cut, chosen="the letter's plain text")


def _end_plainly(blocks: Blocks) -> Blocks:
    """The blocks, of which the last is no heading: it is how the letter is signed."""
    match blocks:
        case (*others, Heading(_, children)):
            return (*others, Paragraph(children))
    return blocks


def _join_flowed(text: str) -> str:
    """Lines that end with a space go on in the next (RFC 3676); the mark before a signature does not."""
    return re.sub(r"(?<!\n--) \n(?![>\n])", " ", text)


def _join_wrapped(text: str) -> str:
    """Lines that a mail program broke at its margin, made whole."""
    lines = text.split("\n")
    if any(len(line) > MARGIN for line in lines if " " in line.strip()):
        return text
    joined = lines[:1]
    for before, line in pairwise(lines):
        if len(before) >= BROKEN and _goes_on(before, line):
            joined[-1] += f" {line.lstrip('> ').rstrip()}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line may continue the one above: neither opens anything, or both are quoted."""
    if before.startswith(">") and line.startswith(">"):
        return bool(line.strip("> "))
    return bool(line.strip()) and not (OPENS.match(line) or OPENS.match(before))


def _set_quotes(blocks: Blocks) -> Iterator[Block]:
    """The blocks, where lines under `>` are what the letter answers: a quote."""
    for quoted, group in groupby(blocks, key=_is_quoted):
        run = tuple(group)
        yield from (Quote(tuple(_bare(block) for block in run)),) if quoted else run


def _is_quoted(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and plain_text(block.children).startswith(">")


def _bare(block: Block) -> Block:
    return (
        Paragraph((Text(plain_text(block.children).lstrip("> ")),)) if isinstance(block, Paragraph | Heading) else block
    )


def _title_of(letter: Letter) -> str:
    """The subject without what forwarding and lists put before it: `Fwd: [Soil] Worms` is `Worms`."""
    title = letter.headers.get("subject", "")
    forwarded = FORWARDED.match(title)
    title = title[forwarded.end() if forwarded else 0 :].strip()
    listed = LISTED.match(title)
    site = read_sender(letter.headers).site or ""
    return title[listed.end() :] if listed and fold_line(listed[1]) == fold_line(site) else title


def _state(document: Document, letter: Letter) -> Document:
    """The document under what the letter's head says of it."""
    headers = letter.headers
    sender, title = read_sender(headers), _title_of(letter)
    published = read_day(headers.get("date"))
    address, stated_by = stated_address(headers) or ("", "")
    stated = (
        ("title", title, "the subject"),
        ("authors", sender.authors, "the sender"),
        ("site", sender.site, "the sender"),
        ("published", published, "the letter's date"),
        ("url", address, stated_by),
    )
    told = tuple(Origin(name, where) for name, value, where in stated if value)
    named = {origin.field for origin in told}
    return replace(
        document,
        title=title or document.title,
        authors=sender.authors or document.authors,
        site=sender.site,
        published=published,
        url=address or document.url,
        origins=(*(origin for origin in document.origins if origin.field not in named), *told),
        key=headers.get("message-id", "").strip("<> "),
    )
