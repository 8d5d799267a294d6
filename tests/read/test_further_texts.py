"""What a careful person says of a text, the reader says too; texts/README.md explains the claims."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.blocks import (
    Aside,
    Blocks,
    BulletList,
    CodeBlock,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    inner_blocks,
    plain_text,
)
from digest.documents import Document, Source
from digest.read.reading import read_source

TEXTS = Path(__file__).parent / "texts"
NAMES = sorted(path.relative_to(TEXTS).with_suffix("").as_posix() for path in TEXTS.glob("[abcd]/*.yml"))
PIECE = re.compile(
    r"\s\((?:via|h/t)\b|\s+→ via\b|\s[|–-]\s|^\s*\d+[.)]\s"
)  # a title and its site stand in two fields, a list's number in none
LEAST, LAST = 4, 6  # words of a piece: fewer may be a label that no field keeps; so many, from its end, are looked for
WHOLE_FIELDS = ("title", "title_from", "kind", "question", "answer", "authors", "tags", "provenance")

# What the reader does not see yet: why, and which claims of which text fail by it (or by it first). A claim that comes
# to hold fails its strict mark: take it out of the table then.
NOT_YET: dict[str, dict[str, str]] = {}
CLAIMS: dict[str, dict[str, Any]] = {name: yaml.safe_load((TEXTS / f"{name}.yml").read_text("utf-8")) for name in NAMES}
UNSEEN = {
    (name, key): reason for reason, texts in NOT_YET.items() for name, keys in texts.items() for key in keys.split()
}
CASES = [
    pytest.param(
        name,
        key,
        marks=[pytest.mark.xfail(strict=True, reason=UNSEEN[name, key])] if (name, key) in UNSEEN else [],
        id=f"{name}: {key}",
    )
    for name, claims in CLAIMS.items()
    for key in claims
]


@pytest.mark.parametrize(("name", "key"), CASES)
def test_the_reader_agrees_with_a_careful_person_on(name: str, key: str) -> None:
    document = read_text_of(name)

    failures = list(check(document, key, CLAIMS[name][key]))

    assert not failures, "\n" + "\n".join(failures)


def test_what_the_reader_does_not_see_yet_is_claimed() -> None:
    assert sorted(UNSEEN) == sorted(case for case in UNSEEN if case[1] in CLAIMS.get(case[0], ()))
    assert len(UNSEEN) == sum(len(keys.split()) for texts in NOT_YET.values() for keys in texts.values())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_of(name: str) -> None:
    document = read_text_of(name)

    kept = words_of(" ".join(everything(document)))
    lines = (TEXTS / f"{name}.txt").read_text("utf-8-sig").splitlines()
    lost = [line for line in lines if not ends_in(kept, line)]
    assert not lost


@cache
def read_text_of(name: str) -> Document:
    content = (TEXTS / f"{name}.txt").read_bytes()
    documents = read_source(content, Source(f"seeds/{name}.txt", "text/plain", sha256(content).hexdigest()))
    assert len(documents) == 1
    return documents[0]


def check(document: Document, key: str, claim: Any) -> Iterator[str]:
    if key in WHOLE_FIELDS:
        got = getattr(document, key)
        yield from differs(key, claim, list(got) if isinstance(got, tuple) else got)
    else:
        yield from CHECKS[key](document, claim)


def check_published(document: Document, claim: str | None) -> Iterator[str]:
    got = document.published
    yield from differs(
        "published", claim, got[:10] if got else got
    )  # the day: a text that states the hour too may keep it


def check_title_words(document: Document, claim: bool) -> Iterator[str]:
    words = words_of(" ".join(everything(document, title=False))).casefold().split()
    strange = [word for word in words_of(document.title).casefold().split() if word not in words]
    if claim and (strange or not document.title):
        yield f"title_words_from_text: {document.title!r} has {strange}"


def check_title_not(document: Document, claim: list[str]) -> Iterator[str]:
    if squeeze(document.title) in claim:
        yield f"title_not: the title is {document.title!r}"


def check_title_speaks_of(document: Document, claim: list[str]) -> Iterator[str]:
    if not any(word in document.title.casefold() for word in claim):
        yield f"title_speaks_of: {document.title!r} names none of {claim}"


def check_deck(document: Document, claim: str | None) -> Iterator[str]:
    if claim is None:
        yield from differs("deck", None, document.deck)
        return
    yield from begins("deck", claim, document.deck)
    if any(text.startswith(claim) for text in texts_of(document.blocks)):
        yield f"deck: the body repeats {claim!r}"


def check_headings(document: Document, claim: list[str]) -> Iterator[str]:
    found = [plain_text(block.children) for block in body(document) if isinstance(block, Heading)]
    yield from differs("headings", claim, found)


def check_lists(document: Document, claim: list[int]) -> Iterator[str]:
    lists = [block for block in body(document) if isinstance(block, BulletList | OrderedList)]
    yield from differs("lists", claim, [len(found.items) for found in lists if not is_references(document, found)])


def check_quotations(document: Document, claim: list[dict[str, Any]]) -> Iterator[str]:
    quotes = [block for block in body(document) if isinstance(block, Quote)]
    found = [squeeze(" ".join(texts_of(quote.children))) for quote in quotes]
    yield from begin_in_order("quotations", [c["text"] for c in claim], [text.lstrip("\"“”'") for text in found])
    for wanted, quote in zip(claim, quotes, strict=False):
        if "by" in wanted:
            yield from differs(f"quotations: {wanted['text']!r} by", wanted["by"], list(quote.by))


def check_speakers(document: Document, claim: list[str]) -> Iterator[str]:
    opened = [block.children[0] for block in document.blocks if isinstance(block, Paragraph) and block.children]
    names = [plain_text(inline.children).rstrip(":：") for inline in opened if isinstance(inline, Strong)]
    yield from differs("speakers", claim, names)


def check_code(document: Document, claim: list[str]) -> Iterator[str]:
    lines = [line for block in body(document) if isinstance(block, CodeBlock) for line in block.text.split("\n")]
    yield from (f"code: no {line!r}" for line in claim if line not in lines)


def check_references(document: Document, claim: dict[str, Any]) -> Iterator[str]:
    texts = [reference.text for reference in document.references]
    yield from differs("references: count", claim["count"], len(texts))
    yield from begin_in_order("references", claim.get("openings", texts), texts)
    for wanted, text in zip(claim.get("contains", ()), texts, strict=False):
        if wanted not in squeeze(text):
            yield f"references: {text!r} lacks {wanted!r}"
    if "urls" in claim:
        yield from differs("references: urls", claim["urls"], [reference.url for reference in document.references])


def check_definitions(document: Document, claim: list[dict[str, Any]]) -> Iterator[str]:
    found = document.definitions
    yield from begin_in_order("definitions", [c["text"] for c in claim], [definition.text for definition in found])
    for wanted, definition in zip(claim, found, strict=False):
        where = f"definitions: {wanted['text']!r} term"
        if "term" in wanted:
            yield from differs(where, wanted["term"], definition.term)
        elif definition.term is not None and definition.status != "suggested":
            yield f"{where}: {definition.term!r} is a guess but stands as stated"
        elif definition.term is not None and "term_if_any" in wanted:
            yield from differs(where, wanted["term_if_any"], definition.term)


def check_reactions(document: Document, claim: dict[str, Any] | None) -> Iterator[str]:
    got = document.reactions
    if claim is None or got is None:
        yield from differs("reactions", claim, got)
        return
    if "comments" in claim:
        yield from differs("reactions: comments", claim["comments"], got.comments)
    if "prompt" in claim:
        yield from begins("reactions: prompt", claim["prompt"], got.prompt)


def check_via(document: Document, claim: dict[str, Any] | None) -> Iterator[str]:
    got = document.via
    yield from differs("via", claim, None if got is None else {"url": got.url, "title": got.title})


def check_offers(document: Document, claim: list[str]) -> Iterator[str]:
    offers = [block for block in document.blocks if isinstance(block, Aside) and block.role == "offer"]
    yield from begin_in_order("offers", claim, [" ".join(texts_of(offer.children)) for offer in offers])


def check_body_contains(document: Document, claim: list[str]) -> Iterator[str]:
    text = squeeze(" ".join(texts_of(document.blocks)))
    yield from (f"body_contains: no {words!r}" for words in claim if squeeze(words) not in text)


def check_body_lacks(document: Document, claim: list[str]) -> Iterator[str]:
    text = squeeze(" ".join(texts_of(document.blocks)))
    yield from (f"body_lacks: {words!r} stands there" for words in claim if squeeze(words) in text)


def check_cut_contains(document: Document, claim: list[str]) -> Iterator[str]:
    text = squeeze(" ".join(cut.text for cut in document.cut))
    yield from (f"cut_contains: no {words!r}" for words in claim if squeeze(words) not in text)


def check_cut_lacks(document: Document, claim: list[str]) -> Iterator[str]:
    text = squeeze(" ".join(cut.text for cut in document.cut))
    yield from (f"cut_lacks: {words!r} was cut" for words in claim if squeeze(words) in text)


def check_kept(document: Document, claim: list[str]) -> Iterator[str]:
    text = squeeze(" ".join([document.title, document.deck or "", *texts_of(document.blocks)]))
    yield from (f"kept: no {words!r}" for words in claim if squeeze(words) not in text)


CHECKS: dict[str, Callable[[Document, Any], Iterator[str]]] = {
    "published": check_published,
    "title_words_from_text": check_title_words,
    "title_speaks_of": check_title_speaks_of,
    "title_not": check_title_not,
    "deck": check_deck,
    "headings": check_headings,
    "lists": check_lists,
    "quotations": check_quotations,
    "speakers": check_speakers,
    "code": check_code,
    "references": check_references,
    "definitions": check_definitions,
    "reactions": check_reactions,
    "via": check_via,
    "offers": check_offers,
    "body_contains": check_body_contains,
    "body_lacks": check_body_lacks,
    "cut_contains": check_cut_contains,
    "cut_lacks": check_cut_lacks,
    "kept": check_kept,
}


def differs(where: str, wanted: Any, got: Any) -> Iterator[str]:
    if squeeze_all(wanted) != squeeze_all(got):
        yield f"{where}: expected {wanted!r}, got {got!r}"


def begins(where: str, wanted: str, got: str | None) -> Iterator[str]:
    if not squeeze(got or "").startswith(squeeze(wanted)):
        yield f"{where}: expected {wanted!r} …, got {got!r}"


def begin_in_order(where: str, wanted: Sequence[str], got: Sequence[str]) -> Iterator[str]:
    if len(wanted) != len(got):
        yield f"{where}: expected {len(wanted)}, got {len(got)}: {[text[:60] for text in got]}"
    for opening, text in zip(wanted, got, strict=False):
        yield from begins(where, opening, text)


def is_references(document: Document, found: BulletList | OrderedList) -> bool:
    texts = {squeeze(reference.text) for reference in document.references}
    return bool(found.items) and squeeze(" ".join(texts_of(found.items[0]))) in texts


def body(document: Document) -> Iterator[Any]:
    """Every block of the piece in reading order, without its asides."""
    waiting = list(reversed(document.blocks))
    while waiting:
        block = waiting.pop()
        if not isinstance(block, Aside):
            yield block
            waiting.extend(inner for run in reversed(inner_blocks(block)) for inner in reversed(run))


def texts_of(blocks: Blocks) -> list[str]:
    """The words of headings, paragraphs and code in reading order, each squeezed; a reader of text makes no other leaf."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(squeeze(plain_text(block.children)))
        if isinstance(block, CodeBlock):
            found.append(squeeze(block.text))
        for run in inner_blocks(block):
            found += texts_of(run)
    return found


def everything(document: Document, *, title: bool = True) -> list[str]:
    """Every field that may hold words of the source."""
    reactions, via = document.reactions, document.via
    return [
        document.title if title else "",
        *(text or "" for text in (document.deck, document.question, document.answer, document.site)),
        *texts_of(document.blocks),
        *(cut.text for cut in document.cut),
        *(f"{reference.text} {reference.url or ''}" for reference in document.references),
        *(f"{definition.term or ''} {definition.text}" for definition in document.definitions),
        *((reactions.prompt or "",) if reactions else ()),
        *((via.title or "",) if via else ()),
        *document.tags,
        *document.provenance,
    ]


def ends_in(kept: str, line: str) -> bool:
    """Whether the last words of each piece of a line stand in a text; short pieces pass."""
    pieces = [words_of(piece).split() for piece in PIECE.split(line)]
    return all(len(words) < LEAST or " ".join(words[-LAST:]) in kept for words in pieces)


def words_of(text: str) -> str:
    """The words alone: no marks of lists, tags or stress, no punctuation, single spaces."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text)))


def squeeze(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def squeeze_all(value: Any) -> Any:
    if isinstance(value, str):
        return squeeze(value)
    return [squeeze_all(one) for one in value] if isinstance(value, list) else value
